/* The search page. All that is asked stands in the address: what is shown is always made from it.
   Whatever comes from a record is set as text. */
(() => {
  const FILTERS = {
    kind: "结果类型", year: "年度", region: "地区", department: "部门", grade: "等级",
    type: "评价类型", score: "得分", amount: "项目预算",
  }
  const PLAIN = { kind: "evaluation" } /* what there is to see without any words */
  const WORKING = "正在查找…", PATIENT = 400 /* milliseconds before it is said over an earlier answer */
  const PER_PAGE = 10, WAIT = 150, NEIGHBOURS = 2, FEW = 8, SHOWN = 40, NAMED = 6

  const html = document.documentElement
  const at = id => document.getElementById(id)
  const form = at("search-form"), input = at("search-query"), sort = at("search-sort")
  const results = at("search-results"), status = at("search-status"), pages = at("search-pages")
  const facets = at("search-facets"), heading = at("search-heading")
  const SORTS = [...sort.options].map(option => option.value)
  const wide = matchMedia("(min-width: 60rem)")
  const make = (name, className, ...children) => {
    const element = document.createElement(name)
    if (className) element.className = className
    element.append(...children)
    return element
  }

  /* ---- What is asked, and its address ---- */
  const words = text => (text || "").trim().replace(/\s+/g, " ").slice(0, input.maxLength)
  const read = () => {
    const given = new URLSearchParams(location.search), filters = {}
    for (const name of Object.keys(FILTERS)) if (given.get(name)) filters[name] = given.get(name)
    return {
      text: words(given.get("q")),
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
    isTyping = false
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
      written()
      visit({ ...asked, text: read().text }).then(() => arrive(element.dataset.key))
    })
    return element
  }
  /* What was pressed is drawn anew: stay with it where it still is, else go to the head of the results. */
  const arrive = key => {
    const same = key && [...facets.querySelectorAll("a")].find(a => a.dataset.key === key)
    if (same && wide.matches) return same.focus()
    unfold()
    heading.focus({ preventScroll: true })
    if (!key || !wide.matches) at("search-found").scrollIntoView()
  }

  /* ---- Results ---- */
  const has = value => value !== null && value !== undefined && value !== "" && value !== false
  /* What the report does not state itself says so. */
  const fact = (text, isComputed) => has(text) && make("span", "", text,
    ...(isComputed ? [" ", make("small", "gk-computed", "计算值")] : []))
  const facts = (asked, kinds, { kind, department, year, score, grade, amount, rate, ...marks }) => [
    fact(kinds[kind]), fact(department), fact(has(year) && `${year}年度`),
    fact(has(score) && `${score} 分`, marks.scoreIsComputed), fact(grade, marks.gradeIsComputed),
    fact(has(amount) && `预算 ${amount}`),
    fact(asked.sort === "rate" && has(rate) && `执行率 ${rate}`, marks.rateIsComputed),
  ].filter(Boolean)
  const mark = text => has(text) ? [" ", make("span", "gk-lapsed", text)] : []
  const result = (asked, kinds, found) => {
    const title = make("a", "", found.title)
    title.href = gongkaiSearch.link(found.address)
    const line = make("p", "gk-hit__facts", ...facts(asked, kinds, found).flatMap(part => [part, " "]))
    const excerpt = make("p", "gk-hit__excerpt")
    for (const [text, isHit] of found.excerpt || []) excerpt.append(isHit ? make("mark", "", text) : text)
    const item = make("li", `gk-hit gk-hit--${found.kind}`, make("h3", "", title, ...mark(found.lapsed)), line, excerpt)
    item.dataset.uri = found.address
    return item
  }

  /* What was not found as typed stands under a line that says how it was. */
  const divide = ({ exact, meaning }, { how }, before, page) => {
    if (!meaning || how === "exact" || how === before?.how) return []
    const text = how === "meant" ? `以下按${meant(meaning)}查到` : "以下只与所查的字句相近"
    return before || page > 1 || exact || how === "near" ? [make("li", "gk-hit__divide", text)] : []
  }
  const meant = ({ also, year, order }) => [
    also.length ? `“${also.slice(0, NAMED).join("、")}”` : "", year ? `${year}年度` : "",
    order ? [...sort.options].find(option => option.value === order).text : "",
  ].filter(Boolean).join("，")

  /* ---- Facets: one value of each, so that every count is what a press would give ---- */
  const group = (asked, name, values) => {
    const chosen = filtersOf(asked)[name]
    if (!chosen && values.length < 2) return null
    const choice = (value, ...children) => {
      const filters = { ...asked.filters, [name]: value }
      const element = link({ ...asked, filters, page: 1 }, "gk-facet", ...children)
      element.dataset.key = `${name}=${value || ""}`
      if ((value || "") === (chosen || "")) element.setAttribute("aria-current", "true")
      return make("li", "", element)
    }
    /* The newest year first, and of the many departments those that matter most here. */
    const shown = [...values]
    if (name === "year") shown.reverse()
    if (name === "department") shown.sort(([, , a], [, , b]) => b - a)
    const items = shown.map(([value, label, count]) =>
      choice(String(value), make("span", "", label), " ", make("span", "gk-facet__count", count)))
    if (chosen && !values.some(([value]) => String(value) === chosen))
      items.unshift(choice(chosen, make("span", "", chosen), " ", make("span", "gk-facet__count", 0)))
    const title = make("h3", "gk-facets__title", FILTERS[name])
    title.id = `search-facet-${name}`
    if (asked.text || !PLAIN[name]) items.unshift(choice("", make("span", "", "全部")))
    const list = make("ul", "", ...items.slice(0, FEW))
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
  let turn = 0
  const title = document.title
  const filtersOf = ({ text, filters }) => text ? filters : { ...PLAIN, ...filters }
  const answer = async asked => {
    const options = { filters: filtersOf(asked), sort: asked.sort, limit: PER_PAGE }
    const of = page => gongkaiMeaning.query(asked.text, { ...options, offset: (page - 1) * PER_PAGE })
    const found = await of(asked.page)
    if (!found.total || found.results.length || found.lost.size) return found
    /* A page beyond the last one: an old address, or fewer reports than there were. */
    asked.page = Math.ceil(found.total / PER_PAGE)
    return of(asked.page)
  }
  const show = async () => {
    const asked = read(), own = ++turn
    html.classList.toggle("gk-asked", !isEmpty(asked))
    document.title = asked.text ? `${asked.text} - ${title}` : title
    sort.value = asked.sort
    if (input.value.trim() !== asked.text) input.value = asked.text
    if (isEmpty(asked)) {
      clear()
      status.textContent = ""
      return
    }
    results.setAttribute("aria-busy", "true")
    if (results.dataset.query === undefined) status.textContent = WORKING
    const slow = setTimeout(() => { if (own === turn) status.textContent = WORKING }, PATIENT)
    try {
      const isPlain = asked.text && asked.page === 1 && !Object.keys(asked.filters).length
      const [found, beside] = await Promise.all([
        answer(asked), isPlain ? gongkaiBeside.query(asked.text).catch(() => []) : [],
      ])
      if (own === turn) draw(asked, found, beside)
      renewed(false)
    } catch (error) {
      if (own === turn) fail(error)
    }
    clearTimeout(slow)
  }
  /* Whether this page was loaded anew because an index of another version was there; it is only once. */
  const renewed = (now = true) => {
    try {
      const before = sessionStorage.getItem("gk-renewed")
      if (now) sessionStorage.setItem("gk-renewed", "yes")
      else sessionStorage.removeItem("gk-renewed")
      return Boolean(before)
    } catch { return true /* nothing can be remembered */ }
  }
  const clear = () => {
    gongkaiBeside.show([], results)
    for (const name of ["query", "total"]) delete results.dataset[name]
    for (const part of [results, facets.querySelector(".gk-facets__groups")]) part.replaceChildren()
    results.removeAttribute("aria-busy")
    for (const part of [pages, at("search-none")]) part.hidden = true
  }
  const draw = (asked, found, beside) => {
    gongkaiBeside.show(beside, results)
    const kinds = Object.fromEntries(found.facets.kind)
    results.replaceChildren(...found.results.flatMap((one, n) =>
      [...divide(found, one, found.results[n - 1], asked.page), result(asked, kinds, one)]))
    const groups = Object.keys(FILTERS).map(name => group(asked, name, found.facets[name]))
    facets.querySelector(".gk-facets__groups").replaceChildren(...groups.filter(Boolean))
    const chosen = Object.entries(asked.filters).map(([name, value]) =>
      (found.facets[name].find(([other]) => other === value) || ["", value])[1])
    const count = chosen.length
    facets.querySelector("summary").textContent = count ? `筛选（已选 ${count} 项）` : "筛选"
    paginate(asked, found.total)
    const none = !found.total
    at("search-none").hidden = !none || beside.length > 0
    at("search-unfilter").hidden = !count
    at("search-unfilter").firstChild.replaceWith(
      link({ ...asked, filters: {}, page: 1 }, "", "去掉筛选条件"))
    html.classList.toggle("gk-nothing", none && !beside.length)
    const about = asked.text.length > SHOWN ? `${asked.text.slice(0, SHOWN)}…` : asked.text
    const under = count ? `在“${chosen.join("、")}”中` : "", place = asked.page > 1 ? `，第 ${asked.page} 页` : ""
    status.textContent = none && beside.length ? `没有找到与“${about}”相符的报告，在本站其他页面中有 ${beside.length} 处`
      : none ? `${under}没有找到${about && `与“${about}”相符的`}内容`
      : found.meaning && found.sure ? `${under}${found.exact ? `“${about}”有 ${found.exact} 条，` : `没有照原样找到“${about}”，`}按${meant(found.meaning)}查到 ${found.sure - found.exact} 条${place}`
      : found.isLoose ? `${under}没有找到“${about}”，有 ${found.total} 条与它相近${place}`
      : `${under}找到${found.isAbout ? "约" : ""} ${found.total} 条结果${place}`
    if (found.lost && found.lost.size) status.textContent += "。索引有一部分没有载入，结果可能不全；可以稍后刷新页面再查"
    results.dataset.total = found.total
    results.dataset.query = asked.text
    results.removeAttribute("aria-busy")
  }
  const fail = error => {
    if (error.isOld && !renewed()) return location.reload()
    clear()
    html.classList.add("gk-nothing")
    status.textContent = "搜索没有载入，请刷新页面再试，或按年度、部门查阅"
    console.error(error)
  }

  /* ---- What the reader does ---- */
  /* What is typed has one entry in the history, and leaves that of the search before. */
  let timer, isTyping = false
  const written = () => {
    clearTimeout(timer)
    const asked = read(), text = words(input.value)
    if (text === asked.text) return
    visit({ ...asked, text, page: 1 }, isTyping || isEmpty(asked) ? "replaceState" : "pushState")
    isTyping = true
  }
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(written, WAIT)
  }
  input.addEventListener("input", event => event.isComposing || soon())
  input.addEventListener("compositionstart", () => clearTimeout(timer))
  input.addEventListener("compositionend", soon)
  form.addEventListener("submit", event => {
    event.preventDefault()
    written()
    isTyping = false
    if (results.dataset.query !== read().text) show()
  })
  sort.addEventListener("change", () => {
    const order = sort.value
    written()
    visit({ ...read(), sort: order, page: 1 })
  })
  addEventListener("popstate", () => {
    isTyping = false
    show()
  })

  /* Facets stand open where they have a column of their own. */
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
