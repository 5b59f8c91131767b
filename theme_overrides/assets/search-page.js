/* The search page. All that is asked stands in the address: what is shown is always made from it.
   Without a word it lists every report. Whatever comes from a record is set as text. */
(() => {
  const { LISTS, RANGES, RELEVANCE } = gongkaiAsked
  const PLAIN = { kind: ["evaluation"] } /* what there is to see without any words */
  const WITH_WORDS = 10, WITHOUT = 20 /* results of a page: an excerpt takes room */
  const WORKING = "正在查找…", PATIENT = 400 /* milliseconds before it is said over an earlier answer */
  const WAIT = 150, NEIGHBOURS = 2, SHOWN = 40, NAMED = 6

  const html = document.documentElement
  const at = id => document.getElementById(id)
  const form = at("search-form"), input = at("search-query"), sort = at("search-sort")
  const results = at("search-results"), status = at("search-status"), pages = at("search-pages")
  const facets = at("search-facets"), heading = at("search-heading"), chips = at("search-chosen"), sums = at("search-sums")
  const relevance = sort.options[0], SORTS = [...sort.options].map(option => option.value)
  const wide = matchMedia("(min-width: 60rem)")
  const make = (name, className, ...children) => {
    const element = document.createElement(name)
    if (className) element.className = className
    element.append(...children)
    return element
  }

  /* ---- What is asked, and its address ---- */
  const read = () => gongkaiAsked.read(location.search, SORTS)
  const address = asked => location.pathname + gongkaiAsked.address(asked)
  const visit = (asked, how = "pushState") => {
    isTyping = false
    if (address(asked) !== location.pathname + location.search) history[how](null, "", address(asked))
    return show()
  }
  /* What was typed a moment ago is asked with whatever is pressed next. */
  const choose = change => {
    written()
    return visit(change(read()))
  }
  /* A link that is followed here; in a new tab it leads to the same. */
  const link = (asked, className, ...children) => {
    const element = make("a", className, ...children)
    element.href = address(asked)
    element.addEventListener("click", event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      choose(({ text: typed }) => ({ ...gongkaiAsked.withText(asked, typed), page: asked.page })).then(arrive)
    })
    return element
  }
  const arrive = () => {
    unfold() /* where they lie over the results, they are folded */
    heading.focus({ preventScroll: true })
    at("search-found").scrollIntoView()
  }

  /* ---- Results ---- */
  const has = value => value !== null && value !== undefined && value !== "" && value !== false
  /* What the report does not state itself says so. */
  const fact = (text, isComputed) => has(text) && make("span", "", text,
    ...(isComputed ? [" ", make("small", "gk-computed", "计算值")] : []))
  /* A rounded sum has the exact one at hand. */
  const money = (amount, exact) => exact ? Object.assign(make("span", "gk-rounded", amount), { title: exact }) : amount
  const facts = (asked, kinds, { kind, department, year, score, grade, amount, exact, rate, ...marks }) => [
    fact(kinds[kind]), fact(department), fact(has(year) && `${year}年度`),
    fact(has(score) && `${score} 分`, marks.scoreIsComputed), fact(grade, marks.gradeIsComputed),
    has(amount) && make("span", "", "预算 ", money(amount, exact)),
    fact((!asked.text && kind === "evaluation" || asked.sort.startsWith("rate")) && has(rate) && `执行率 ${rate}`, marks.rateIsComputed),
  ].filter(Boolean)
  const mark = text => has(text) ? [" ", make("span", "gk-lapsed", text)] : []
  const result = (asked, kinds, found) => {
    const title = make("a", "", found.title)
    title.href = gongkaiSearch.link(found.address)
    const line = make("p", "gk-hit__facts", ...facts(asked, kinds, found).flatMap(part => [part, " "]))
    const excerpt = make("p", "gk-hit__excerpt")
    if (found.report) {
      const report = make("a", "", found.report)
      report.href = gongkaiSearch.link(found.listed)
      line.append(make("span", "", "附在《", report, "》"))
    }
    for (const [text, isHit] of found.excerpt || []) excerpt.append(isHit ? make("mark", "", text) : text)
    const item = make("li", `gk-hit gk-hit--${found.kind}`, make("h3", "", title, ...mark(found.lapsed)), line)
    if (excerpt.hasChildNodes()) item.append(excerpt)
    item.dataset.uri = found.address
    return item
  }

  /* What was not found as typed stands under a line that says how it was. */
  const howOf = one => one.how || (one.share > 0.99 ? "exact" : "near")
  const divide = ({ exact, whole, meaning, isLoose }, one, before, page) => {
    const how = howOf(one), isFirst = !before && page === 1
    if (how === "exact" || before && how === howOf(before)) return []
    if (isFirst && (how === "near" ? isLoose && !meaning : !exact)) return []
    const text = how === "meant" ? `以下按${meant(meaning)}查到` : "以下只与所查的字句相近"
    return meaning || whole ? [make("li", "gk-hit__divide", text)] : []
  }
  const meant = ({ also, years, office, order }) => [
    also.length ? `“${also.slice(0, NAMED).join("、")}”` : "",
    years.length ? `${[...new Set([years[0], years[years.length - 1]])].join("至")}年度` : "", office ? `部门“${office}”` : "",
    order ? [...sort.options].find(option => option.value === order).text : "",
  ].filter(Boolean).join("，")

  /* ---- What is chosen, each with a way to take it back ---- */
  /* The kind that is shown without words is ticked, and can be unticked for another one. */
  const shownOf = asked => asked.text ? asked : { ...asked, chosen: { ...PLAIN, ...asked.chosen } }
  const choices = gongkaiFacets.create(facets.querySelector(".gk-facets__groups"), {
    press: (name, value) => choose(asked => gongkaiAsked.toggled(name === "kind" ? shownOf(asked) : asked, name, value)),
    type: (name, from, to) => choose(asked => gongkaiAsked.ranged(asked, name, from, to)),
  })
  const labels = (found, { chosen, ranges }) => [
    ...Object.entries(chosen).flatMap(([name, values]) => values.map(value =>
      [((found.facets[name] || []).find(([other]) => other === value) || ["", value])[1], asked => gongkaiAsked.toggled(asked, name, value)])),
    ...Object.entries(ranges).map(([name, [from, to]]) => [
      `${LISTS[name]}${from === null ? `不高于${to}` : to === null ? `不低于${from}` : `${from}至${to}`}${RANGES[name].unit}`,
      asked => gongkaiAsked.ranged(asked, name, null, null)]),
  ]
  const drawChosen = (asked, named) => {
    const items = named.map(([label, without]) => {
      const button = make("button", "gk-chosen", label, " ", make("span", "gk-chosen__cross", "×"))
      button.type = "button"
      button.setAttribute("aria-label", `去掉“${label}”`)
      button.addEventListener("click", () => choose(without).then(arrive))
      return make("li", "", button)
    })
    if (items.length > 1) items.push(make("li", "", link(gongkaiAsked.cleared(asked), "", "全部去掉")))
    chips.replaceChildren(...items)
    chips.hidden = !items.length
  }

  /* ---- What their money adds up to ---- */
  const drawSums = async (asked, found) => {
    const { reasons, manifest } = await gongkaiTable.open()
    const { head, parts } = found.kept && reasons.length
      ? gongkaiSums.say(gongkaiTable.sums(found.kept, asked.chosen.year || []), manifest.facets.region, reasons, Boolean(asked.text))
      : { head: "", parts: [] }
    sums.firstElementChild.textContent = head
    sums.lastElementChild.replaceChildren(...parts.flatMap(({ name, lines }) => [
      ...(name ? [make("p", "", name)] : []), make("ul", "", ...lines.map(line => make("li", "", line))),
    ]))
    sums.hidden = !head
  }

  /* ---- Pages ---- */
  const perPage = ({ text }) => text ? WITH_WORDS : WITHOUT
  const paginate = (asked, total) => {
    const last = Math.max(1, Math.ceil(total / perPage(asked))), page = Math.min(asked.page, last)
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
  const answer = async asked => {
    const { text, chosen, ranges } = asked, limit = perPage(asked), { facets: lists } = await gongkaiTable.open()
    const filters = { ...(text ? {} : PLAIN), ...chosen, ranges }
    const of = page => {
      const offset = (page - 1) * limit
      return text ? gongkaiMeaning.query(text, { filters, sort: asked.sort, sieve: gongkaiTable.sieve(lists), limit, offset })
        : gongkaiTable.list(filters, asked.sort, { limit, offset })
    }
    const found = await of(asked.page)
    if (!found.total || found.results.length || found.lost.size) return found
    /* A page beyond the last one: an old address, or fewer reports than there were. */
    asked.page = Math.ceil(found.total / limit)
    return of(asked.page)
  }
  const show = async () => {
    const asked = read(), own = ++turn
    document.title = asked.text ? `${asked.text} - ${title}` : title
    relevance.hidden = relevance.disabled = !asked.text
    sort.value = asked.sort
    if (input.value.trim() !== asked.text) input.value = asked.text
    results.setAttribute("aria-busy", "true")
    if (results.dataset.query === undefined) status.textContent = WORKING
    const slow = setTimeout(() => { if (own === turn) status.textContent = WORKING }, PATIENT)
    try {
      const isPlain = asked.text && asked.page === 1 && !gongkaiAsked.isNarrowed(asked)
      const found = await answer(asked)
      const beside = isPlain ? await gongkaiBeside.query(asked.text, found.groups).catch(() => []) : []
      clearTimeout(slow)
      if (own === turn) await draw(asked, found, beside)
      renewed(false)
    } catch (error) {
      clearTimeout(slow)
      if (own === turn) fail(error)
    }
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
    results.replaceChildren()
    choices.clear()
    results.removeAttribute("aria-busy")
    for (const part of [pages, at("search-none"), chips, sums]) part.hidden = true
  }
  let text
  const draw = async (asked, found, beside) => {
    const { isWhole } = await gongkaiTable.open(), kinds = Object.fromEntries(found.facets.kind)
    at("search-lost").hidden = isWhole
    gongkaiBeside.show(beside, results)
    results.replaceChildren(...found.results.flatMap((one, n) =>
      [...divide(found, one, found.results[n - 1], asked.page), result(asked, kinds, one)]))
    /* Other words have other choices, in another order. */
    if (text !== asked.text) choices.clear()
    text = asked.text
    choices.draw(shownOf(asked), found.facets)
    const named = labels(found, asked), count = named.length
    facets.querySelector("summary").textContent = count ? `筛选（已选 ${count} 项）` : "筛选"
    drawChosen(asked, named)
    await drawSums(asked, found)
    paginate(asked, found.total)
    const none = !found.total
    at("search-none").hidden = !none || beside.length > 0
    at("search-unfilter").hidden = !count
    at("search-unfilter").firstChild.replaceWith(link(gongkaiAsked.cleared(asked), "", "去掉筛选条件"))
    html.classList.toggle("gk-nothing", none && !beside.length)
    at("search-done").textContent = none ? "没有结果" : `看 ${found.total.toLocaleString("en-US")} 条结果`
    const said = told(asked, found, named.map(([label]) => label), beside.length)
    status.textContent = said + (found.lost.size ? "。索引有一部分没有载入，结果可能不全；可以稍后刷新页面再查" : "")
    results.dataset.total = found.total
    results.dataset.query = asked.text
    results.removeAttribute("aria-busy")
  }
  const told = (asked, { total, whole, exact, passing, sure, meaning, isLoose, isAbout }, chosen, besides) => {
    const about = asked.text.length > SHOWN ? `${asked.text.slice(0, SHOWN)}…` : asked.text
    const under = chosen.length ? `在“${chosen.join("、")}”中` : "", place = asked.page > 1 ? `，第 ${asked.page} 页` : ""
    if (!total && besides) return `没有找到与“${about}”相符的报告，在本站其他页面中有 ${besides} 处`
    if (!total) return `${under}没有找到${about && `与“${about}”相符的`}内容`
    if (!about && !under) return `全部评价报告，共 ${total} 条${place}`
    if (meaning && sure) {
      const asTyped = passing ? `“${about}”只在正文或问题、建议中提到，有 ${passing} 条，` : exact ? `“${about}”有 ${exact} 条，` : `没有照原样找到“${about}”，`
      const near = total > sure ? `，还有 ${total - sure} 条只是相近` : "" /* the choices count these too */
      return `${under}${asTyped}按${meant(meaning)}${exact ? "另有" : "查到"} ${sure - exact} 条${near}${place}`
    }
    if (isLoose) return `${under}没有找到“${about}”，有 ${total} 条与它相近${place}`
    if (isAbout) return `${under}找到约 ${total} 条结果${place}`
    return `${under}找到 ${whole} 条结果${total > whole ? `，另有 ${total - whole} 条只是相近` : ""}${place}`
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
    const asked = read(), typed = gongkaiAsked.words(input.value)
    if (typed === asked.text) return
    const isFirst = !asked.text && !gongkaiAsked.isNarrowed(asked)
    visit(gongkaiAsked.withText(asked, typed), isTyping || isFirst ? "replaceState" : "pushState")
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
    choose(asked => ({ ...asked, sort: order === RELEVANCE && !asked.text ? asked.sort : order, page: 1 }))
  })
  addEventListener("popstate", () => {
    isTyping = false
    show()
  })

  /* Facets stand open where they have a column of their own. */
  const unfold = () => { facets.open = wide.matches }
  wide.addEventListener("change", unfold)
  unfold()
  at("search-done").addEventListener("click", arrive)

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
