/* What is asked of the search page, and the address that says so. An address is for people too:
   ?q=公路&year=2023&year=2022&score-from=60&sort=rate. */
const gongkaiAsked = (() => {
  /* What results are chosen by, several values of each; in the order in which it is offered. */
  const LISTS = {
    kind: "结果类型", year: "年度", region: "地区", department: "部门", type: "评价类型", grade: "等级",
    score: "得分", amount: "项目预算", rate: "执行率", problem: "存在问题", mended: "问题整改", original: "报告原文",
  }
  /* Numbers from and to, both included: the column that has them, and their unit. */
  const RANGES = {
    score: { column: "points", unit: "分", told: "折合百分制" },
    amount: { column: "budget", unit: "万元" },
    rate: { column: "rate", unit: "%" },
  }
  const ENDS = ["from", "to"]
  const NUMBER = /^\d{1,12}(?:\.\d{1,6})?$/
  const RELEVANCE = "relevance", NEWEST = "date" /* the order with words, and without */
  const LONGEST = 200 /* signs of a query, as the input has it */

  const words = text => (text || "").trim().replace(/\s+/g, " ").slice(0, LONGEST)
  /* As typed by people: full-width, with separators; null for what is no number. */
  const number = typed => {
    const plain = (typed || "").normalize("NFKC").replace(/[\s,]/g, "")
    return NUMBER.test(plain) ? Number(plain) : null
  }
  const between = (from, to) => from !== null && to !== null && from > to ? [to, from] : [from, to]
  const read = (search, sorts) => {
    const given = new URLSearchParams(search), chosen = {}, ranges = {}
    for (const name of Object.keys(LISTS)) {
      const values = given.getAll(name).filter(Boolean)
      if (values.length) chosen[name] = [...new Set(values)]
    }
    for (const name of Object.keys(RANGES)) {
      const [from, to] = between(...ENDS.map(end => number(given.get(`${name}-${end}`))))
      if (from !== null || to !== null) ranges[name] = [from, to]
    }
    const text = words(given.get("q")), order = given.get("sort")
    return {
      text, chosen, ranges, sort: sorts.includes(order) && (text || order !== RELEVANCE) ? order : usual(text),
      page: Math.max(1, parseInt(given.get("page"), 10) || 1),
    }
  }
  const usual = text => text ? RELEVANCE : NEWEST
  const address = ({ text, chosen, ranges, sort, page }) => {
    const asked = new URLSearchParams()
    if (text) asked.set("q", text)
    for (const name of Object.keys(LISTS)) {
      for (const value of chosen[name] || []) asked.append(name, value)
      ENDS.forEach((end, n) => {
        const typed = ranges[name] && ranges[name][n]
        if (typed !== null && typed !== undefined) asked.set(`${name}-${end}`, typed)
      })
    }
    if (sort !== usual(text)) asked.set("sort", sort)
    if (page > 1) asked.set("page", page)
    return String(asked) && `?${asked}`
  }

  /* The same with other words: an order that only words have goes with them, and comes with them. */
  const withText = (asked, text) => ({
    ...asked, text, page: 1, sort: asked.sort === usual(asked.text) ? usual(text) : asked.sort,
  })
  const toggled = (asked, name, value) => {
    const before = asked.chosen[name] || []
    const values = before.includes(value) ? before.filter(one => one !== value) : [...before, value]
    return { ...asked, page: 1, chosen: { ...asked.chosen, [name]: values } }
  }
  const ranged = (asked, name, from, to) => ({
    ...asked, page: 1, ranges: { ...asked.ranges, [name]: between(from, to) },
  })
  const cleared = asked => ({ ...asked, page: 1, chosen: {}, ranges: {} })
  const isNarrowed = ({ chosen, ranges }) => Object.keys(chosen).length + Object.keys(ranges).length > 0
  return { LISTS, RANGES, RELEVANCE, read, address, words, number, withText, toggled, ranged, cleared, isNarrowed }
})()
