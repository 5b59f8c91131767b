/* All results as a table: which pass what is chosen, how many each further choice would leave, in
   which order they stand, and what their money adds up to. The columns come from the index; those of
   the file `explore` may be lost, and then what rests on them is not offered. */
const gongkaiTable = (() => {
  /* Worked out from numbers of the index: each value, what it is called, and its place. */
  const RATES = [["over", "超过100%"], ["most", "80%至100%"], ["little", "不足80%"]]
  const PROBLEMS = [["yes", "列出了问题"], ["no", "没有列出问题"]]
  const COLUMNS = { date: "day" } /* what results are sorted by, beside the engine's own */
  const missing = value => value === null || value === undefined
  const rateAt = rate => missing(rate) ? undefined : rate > 100 ? 0 : rate >= 80 ? 1 : 2

  /* What is not whole is asked for again with the next question. */
  let opened
  const open = () => opened || (opened = join().then(table => {
    if (!table.isWhole) opened = null
    return table
  }, error => {
    opened = null
    throw error
  }))
  const join = async () => {
    const manifest = await gongkaiSearch.open(), facets = { ...manifest.facets, rate: RATES, problem: PROBLEMS }
    let reasons = [], isWhole = true
    await Promise.all(manifest.segments.map(async segment => {
      const more = await gongkaiSearch.part(segment.explore, data => data, "explore").catch(() => null)
      if (!more) return void (isWhole = false)
      Object.assign(segment.column, more.columns)
      Object.assign(facets, more.facets)
      reasons = more.reasons
    }))
    if (reasons.length) Object.assign(manifest.sorts, COLUMNS)
    return { manifest, facets, reasons, isWhole, rows: rowsOf(manifest) }
  }
  /* Every result, as the engine would find it; one of nothing is itself, then its parts. Of an
     original the first piece stands for all. */
  const rowsOf = ({ segments }) => segments.flatMap(segment => segment.reports.flatMap((key, report) => {
    const top = segment.first[report], parts = segment.first[report + 1] - top
    return Array.from({ length: parts }, (_, n) => ({ segment, document: top + n, report, n, key, share: 1, score: 0 }))
      .filter(({ document }) => segment.whole[document] === document)
  }))

  /* Of a result with all its problems, or of one of these; advice has no such place. */
  const mendedAt = ({ segment: { column }, report, n }) => {
    const told = column.mended && column.mended[report]
    return Array.isArray(told) ? told[n] : n > column.findings[report] ? undefined : told
  }
  /* The place of a result's value in the list of a facet. */
  const place = ({ segment: { column, kinds }, report, document, n }, name) =>
    name === "kind" ? kinds[document]
    : name === "rate" ? rateAt(column.rate[report])
    : name === "problem" ? Number(!column.findings[report])
    : name === "mended" ? mendedAt({ segment: { column }, report, n })
    : column[name] && column[name][report]
  const within = (ranges, { segment: { column }, report }) => Object.entries(ranges || {}).every(([name, [from, to]]) => {
    const value = column[gongkaiAsked.RANGES[name].column][report]
    return !missing(value) && (from === null || value >= from) && (to === null || value <= to)
  })
  /* Any of the values of each facet; a facet counts without its own choice, so that each count is
     what that value alone would give. As the engine's own, but for `ranges` among the filters. */
  const sieve = lists => (found, _, { ranges, ...filters }) => {
    const facets = Object.entries(lists).map(([name, list]) => {
      const values = [].concat(filters[name] || []), known = list.map(([value]) => values.includes(value))
      return { name, list, isChosen: values.length > 0, known, counts: list.map(() => 0) }
    })
    const kept = found.filter(one => {
      if (!within(ranges, one)) return false
      let failed = null, failures = 0
      for (const facet of facets) {
        if (facet.isChosen && !facet.known[place(one, facet.name)]) [failed, failures] = [facet, failures + 1]
      }
      if (failures > 1) return false
      for (const facet of failed ? [failed] : facets) {
        const at = place(one, facet.name)
        if (!missing(at)) facet.counts[at]++
      }
      return !failed
    })
    return [kept, Object.fromEntries(facets.map(({ name, list, counts }) =>
      [name, list.map(([value, label], n) => [value, label, counts[n]])]))]
  }

  /* What has no number comes last in either order; equals by year, newest first, then as registered. */
  const ordered = (found, column, isRising) => {
    const of = ({ segment, report }, name) => {
      const value = segment.column[name] && segment.column[name][report]
      return missing(value) ? (isRising ? Infinity : -1) : value
    }
    const sign = isRising ? 1 : -1
    return found.sort((a, b) => sign * (of(a, column) - of(b, column) || 0) || of(b, "year") - of(a, "year") ||
      of(a, "department") - of(b, "department") || a.document - b.document)
  }

  /* Money of the reports among results, for each region: regions are never added to one another, nor
     whole departments to projects; of a report that speaks of several years only those chosen. */
  const sums = (found, years) => {
    const regions = new Map()
    for (const { segment: { column }, report, n } of found) {
      if (n || !column.money) continue
      const at = column.region[report]
      if (!regions.has(at)) regions.set(at, { projects: nothing(), departments: nothing(), out: new Map() })
      const sum = regions.get(at), money = column.money[report]
      const own = Array.isArray(money) ? money.filter(([year]) => !years.length || years.includes(String(year))) : []
      if (own.length) {
        const whole = column.whole[report] ? sum.departments : sum.projects
        whole.count++
        for (const [place, name] of [[1, "budget"], [2, "spent"]]) {
          const given = own.map(year => year[place]).filter(amount => amount !== null)
          if (given.length) whole[name] = { count: whole[name].count + 1, sum: given.reduce((a, b) => a + b, whole[name].sum) }
        }
      } else {
        const why = Array.isArray(money) ? ELSEWHERE : money
        sum.out.set(why, (sum.out.get(why) || 0) + 1)
      }
    }
    return regions
  }
  const ELSEWHERE = -1
  const nothing = () => ({ count: 0, budget: { count: 0, sum: 0 }, spent: { count: 0, sum: 0 } })

  /* Without words: everything, sifted and sorted; as gongkaiSearch.query gives it. */
  const list = (filters, sort, { offset, limit }) => gongkaiSearch.sturdy(async () => {
    const { manifest, facets: lists, rows } = await open(), [name, rising] = sort.split("-"), lost = new Set()
    const [kept, facets] = sieve(lists)(rows, lists, filters)
    ordered(kept, manifest.sorts[name] || "year", rising)
    const results = await Promise.all(kept.slice(offset, offset + limit).map(async one => {
      const [result, own] = await gongkaiSearch.shown(manifest, one, lost) || []
      return result && { ...result, how: "exact", excerpt: one.n ? [[own[0], false]] : [] }
    }))
    if (lost.size) opened = null
    return { total: kept.length, whole: kept.length, results: results.filter(Boolean), facets, kept, lost }
  })
  return { open, sieve, sums, list, ELSEWHERE }
})()
