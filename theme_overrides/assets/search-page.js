/* The search page. All that is asked stands in the address: what is shown is always made from it.
   Whatever comes from a record is set as text. */
(() => {
  const FILTERS = {
    kind: "结果类型", year: "年度", region: "地区", department: "部门", grade: "等级",
    type: "评价类型", score: "得分", amount: "金额",
  }
  const KINDS = { evaluation: "评价报告", finding: "问题", recommendation: "建议" }
  const SORTS = ["relevance", "year", "score", "amount", "rate"]
  const PER_PAGE = 10, WAIT = 150, NEIGHBOURS = 2, FEW = 8

  const html = document.documentElement
  const at = id => document.getElementById(id)
  const form = at("search-form"), input = at("search-query"), sort = at("search-sort")
  const results = at("search-results"), status = at("search-status"), pages = at("search-pages")
  const facets = at("search-facets"), heading = at("search-heading")
  const make = (name, className, ...children) => {
    const element = document.createElement(name)
    if (className) element.className = className
    element.append(...children)
    return element
  }

  /* ---- What is asked, and its address ---- */
  const read = () => {
    const given = new URLSearchParams(location.search), filters = {}
    for (const name of Object.keys(FILTERS)) if (given.get(name)) filters[name] = given.get(name)
    return {
      text: (given.get("q") || "").trim(),
      filters,
      sort: SORTS.includes(given.get("sort")) ? given.get("sort") : SORTS[0],
      page: Math.max(1, parseInt(given.get("page"), 10) || 1),
    }
  }
  const address = ({ text, filters, sort: order, page }) => {
    const asked = new URLSearchParams()
    if (text) asked.set("q", text)
    for (const name of Object.keys(FILTERS)) if (filters[name]) asked.set(name, filters[name])
    if (order !== SORTS[0]) asked.set("sort", order)
    if (page > 1) asked.set("page", page)
    return location.pathname + (String(asked) && `?${asked}`)
  }
  const isEmpty = ({ text, filters }) => !text && !Object.keys(filters).length
  const visit = (asked, how = "pushState") => {
    if (address(asked) !== location.pathname + location.search) history[how](null, "", address(asked))
    return show()
  }
  /* A link that is followed here; in a new tab it leads to the same. */
  const link = (asked, className, ...children) => {
    const element = make("a", className, ...children)
    element.href = address(asked)
    element.addEventListener("click", event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      visit(asked).then(() => arrive(asked, element.dataset.key))
    })
    return element
  }
  /* What was pressed is drawn anew: stay with it where it still is, else go to the head of the results. */
  const arrive = (asked, key) => {
    const same = key && [...facets.querySelectorAll("a")].find(a => a.dataset.key === key)
    if (same) return same.focus()
    heading.focus({ preventScroll: asked.page === 1 })
    if (asked.page > 1) heading.scrollIntoView()
  }

  /* ---- Results ---- */
  const has = value => value !== null && value !== undefined && value !== "" && value !== false
  /* What the report does not state itself says so. */
  const fact = (text, isComputed) => has(text) && make("span", "", text,
    ...(isComputed ? [" ", make("small", "gk-computed", "计算值")] : []))
  const facts = (asked, { kind, department, year, score, grade, amount, rate, ...marks }) => [
    fact(KINDS[kind]), fact(department), fact(has(year) && `${year}年度`),
    fact(has(score) && `${score} 分`, marks.scoreIsComputed), fact(grade, marks.gradeIsComputed),
    fact(has(amount) && `预算 ${amount}`),
    fact(asked.sort === "rate" && has(rate) && `执行率 ${rate}`, marks.rateIsComputed),
  ].filter(Boolean)
  const result = (asked, found) => {
    const title = make("a", "", found.title)
    title.href = gongkaiSearch.link(found.address)
    const line = make("p", "gk-hit__facts", ...facts(asked, found).flatMap(part => [part, " "]))
    const excerpt = make("p", "gk-hit__excerpt")
    for (const [text, isHit] of found.excerpt || []) excerpt.append(isHit ? make("mark", "", text) : text)
    const item = make("li", `gk-hit gk-hit--${found.kind}`, make("h3", "", title), line, excerpt)
    item.dataset.uri = found.address
    return item
  }

  /* ---- Facets: one value of each, so that every count is what a press would give ---- */
  const group = (asked, name, values) => {
    const chosen = asked.filters[name]
    if (!chosen && values.length < 2) return null
    const choice = (value, ...children) => {
      const filters = { ...asked.filters, [name]: value }
      const element = link({ ...asked, filters, page: 1 }, "gk-facet", ...children)
      element.dataset.key = `${name}=${value || ""}`
      if ((value || "") === (chosen || "")) element.setAttribute("aria-current", "true")
      return make("li", "", element)
    }
    /* The departments are many: the ones that matter most here come first. */
    const shown = name === "department" ? [...values].sort(([, , a], [, , b]) => b - a) : values
    const items = shown.map(([value, label, count]) =>
      choice(String(value), make("span", "", label), " ", make("span", "gk-facet__count", count)))
    if (chosen && !values.some(([value]) => String(value) === chosen))
      items.unshift(choice(chosen, make("span", "", chosen), " ", make("span", "gk-facet__count", 0)))
    const title = make("h3", "gk-facets__title", FILTERS[name])
    title.id = `search-facet-${name}`
    const list = make("ul", "", choice("", make("span", "", "全部")), ...items.slice(0, FEW))
    list.setAttribute("aria-labelledby", title.id)
    const part = make("div", "gk-facets__group", title, list)
    if (items.length > FEW) {
      const more = make("details", "gk-facets__more", make("summary", "", `另外 ${items.length - FEW} 项`))
      const rest = make("ul", "", ...items.slice(FEW))
      rest.setAttribute("aria-labelledby", title.id)
      more.append(rest)
      more.open = opened.has(name) || Boolean(rest.querySelector("[aria-current]"))
      more.addEventListener("toggle", () => more.open ? opened.add(name) : opened.delete(name))
      part.append(more)
    }
    return part
  }
  const opened = new Set()

  /* ---- Pages ---- */
  const paginate = (asked, total) => {
    const last = Math.max(1, Math.ceil(total / PER_PAGE)), page = Math.min(asked.page, last)
    const to = (number, ...children) => link({ ...asked, page: number }, "", ...children)
    const items = []
    let before = 0
    for (let n = 1; n <= last; n++) {
      if (n > 1 && n < last && Math.abs(n - page) > NEIGHBOURS) continue
      if (n > before + 1) items.push(make("li", "gk-pages__gap", "…"))
      const number = to(n, String(n))
      number.setAttribute("aria-label", `第 ${n} 页`)
      if (n === page) number.setAttribute("aria-current", "page")
      items.push(make("li", "", number))
      before = n
    }
    if (page > 1) items.unshift(make("li", "", to(page - 1, "上一页")))
    if (page < last) items.push(make("li", "", to(page + 1, "下一页")))
    pages.replaceChildren(make("ul", "", ...items))
    pages.hidden = last < 2
  }

  /* ---- From the address to the page ---- */
  let turn = 0, renewed = false
  const title = document.title
  const show = async () => {
    const asked = read(), own = ++turn
    html.classList.toggle("gk-asked", !isEmpty(asked))
    document.title = asked.text ? `${asked.text} - ${title}` : title
    sort.value = asked.sort
    if (input.value.trim() !== asked.text) input.value = asked.text
    if (isEmpty(asked)) {
      for (const name of ["query", "total"]) delete results.dataset[name]
      results.replaceChildren()
      status.textContent = ""
      return
    }
    const options = {
      filters: asked.filters, sort: asked.sort, offset: (asked.page - 1) * PER_PAGE, limit: PER_PAGE,
    }
    results.setAttribute("aria-busy", "true")
    try {
      let found = await gongkaiSearch.query(asked.text, options)
      /* A page beyond the last one: an old address, or fewer reports than there were. */
      if (found.total && !found.results.length && asked.page > 1) {
        asked.page = Math.ceil(found.total / PER_PAGE)
        found = await gongkaiSearch.query(
          asked.text, { ...options, offset: (asked.page - 1) * PER_PAGE })
      }
      if (own !== turn) return
      draw(asked, found)
      renewed = false
    } catch (error) {
      if (own !== turn) return
      if (renewed) return fail(error)
      renewed = true
      gongkaiSearch.renew()
      return show()
    }
  }
  const draw = (asked, found) => {
    results.replaceChildren(...found.results.map(one => result(asked, one)))
    const groups = Object.keys(FILTERS).map(name => group(asked, name, found.facets?.[name] || []))
    facets.querySelector(".gk-facets__groups").replaceChildren(...groups.filter(Boolean))
    const count = Object.keys(asked.filters).length
    facets.querySelector("summary").textContent = count ? `筛选（已选 ${count} 项）` : "筛选"
    paginate(asked, found.total)
    const none = !found.total
    at("search-none").hidden = !none
    at("search-unfilter").hidden = !count
    at("search-unfilter").firstChild.replaceWith(
      link({ ...asked, filters: {}, page: 1 }, "", "去掉筛选条件"))
    html.classList.toggle("gk-nothing", none)
    const about = asked.text ? `“${asked.text}”` : "所选条件"
    const place = asked.page > 1 ? `，第 ${asked.page} 页` : ""
    status.textContent = none ? `没有找到与${about}相符的内容` : `找到 ${found.total} 条结果${place}`
    results.dataset.total = found.total
    results.dataset.query = asked.text
    results.removeAttribute("aria-busy")
  }
  const fail = error => {
    results.replaceChildren()
    results.removeAttribute("aria-busy")
    pages.hidden = true
    html.classList.add("gk-nothing")
    status.textContent = "搜索没有载入，请刷新页面再试，或按年度、部门查阅"
    console.error(error)
  }

  /* ---- What the reader does ---- */
  const typed = how => {
    clearTimeout(timer)
    const asked = read(), text = input.value.trim()
    if (text === asked.text && how === "replaceState") return
    visit({ ...asked, text, page: 1 }, how)
  }
  let timer
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(typed, WAIT, "replaceState")
  }
  input.addEventListener("input", event => event.isComposing || soon())
  input.addEventListener("compositionstart", () => clearTimeout(timer))
  input.addEventListener("compositionend", soon)
  form.addEventListener("submit", event => {
    event.preventDefault()
    typed("pushState")
  })
  sort.addEventListener("change", () => visit({ ...read(), sort: sort.value, page: 1 }))
  addEventListener("popstate", show)

  /* Facets stand open where they have a column of their own. */
  const wide = matchMedia("(min-width: 60rem)")
  const unfold = () => { facets.open = wide.matches }
  wide.addEventListener("change", unfold)
  unfold()

  /* The keys that lead into the box can be turned off. */
  const keys = at("search-keys"), wanted = keys.querySelector("input")
  try {
    wanted.checked = localStorage.getItem("gk-keys") !== "off"
    wanted.addEventListener("change", () => {
      localStorage.setItem("gk-keys", wanted.checked ? "on" : "off")
    })
    keys.hidden = false
  } catch { /* storage may be forbidden; the keys then always work */ }

  show()
})()
