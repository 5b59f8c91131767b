/* What is shown of what was found: its texts, which prove the words as typed and give the excerpts,
   the counts of the facets, the order. search.js loads it. */
gongkaiSearch.add("search-results", ({ COMMA, plain, fold, pattern, part, find, sturdy, orLost, cell, isWhole, byScore }) => {
  const PHRASE = 0.6, IN_TITLE = 0.9 /* gained by the words as typed */
  const WINDOW = 20, CHECKED = 300 /* results read for the words as typed: at a time, at most */
  const PROVED = 60 /* of what may have a quotation, so many are read to count them; more only to be shown */
  const BEFORE = 24, LENGTH = 110

  /* Shown, names, excerpts; nothing where it is lost. */
  const read = ({ segment, report, n }, lost) => orLost(part(segment.reports[report], data => {
    if (data.length - 1 !== segment.first[report + 1] - segment.first[report]) throw Error("report")
    return data
  }, "report").then(([card, whole, ...parts]) => {
    const [title, project, department, ...lines] = whole.split("\n"), names = [project, department, lines.pop()]
    return [{ ...card, title }, [title, ...names], n ? [parts[n - 1]] : [...lines, ...parts, ...names]]
  }), lost)
  const checked = async (found, wanted, lost) => (await Promise.all(found.map(async one => {
    const texts = await read(one, lost)
    if (!texts) return { ...one, all: false }
    const [head, whole] = [texts[0].title, texts.flat(2).slice(1).join("\n")].map(fold)
    let all = true, gain = 0, length = 0
    for (const { text, pattern: whether } of wanted) {
      const gained = head.match(whether) ? IN_TITLE : whole.match(whether) ? PHRASE : 0
      gain += gained * text.length
      length += text.length
      all &&= gained > 0
    }
    return { ...one, all, score: one.score * (1 + gain / length) }
  })))

  const hitsIn = (line, wanted, weights) => {
    const hits = []
    let worth = 0
    const find = (whether, weight) => {
      const found = [...line.matchAll(whether)]
      for (const match of found) hits.push([match.index, match.index + match[0].length])
      worth += found.length && weight
      return found.length
    }
    for (const { pattern: whole, terms: own } of wanted) {
      const of = term => weights.get(term).weight
      if (!find(whole, 2 * own.reduce((sum, term) => sum + of(term), 0))) {
        for (const term of own) find(pattern(term), of(term))
      }
    }
    return { worth, hits }
  }
  const origin = line => {
    const at = []
    let here = 0, folded = ""
    for (const sign of line) {
      for (const unit of plain(sign).split("")) at.push(here), folded += unit
      here += sign.length
    }
    const dropped = new Set([...folded.matchAll(COMMA)].map(match => match.index + 1))
    return [...at.filter((_, n) => !dropped.has(n)), here]
  }
  const excerpt = (lines, wanted, weights) => {
    const found = lines.map(line => ({ line, ...hitsIn(fold(line), wanted, weights) }))
    const [{ line, hits }] = found.sort((a, b) => b.worth - a.worth)
    const at = origin(line), isHit = Array(line.length).fill(false)
    for (const [start, end] of hits) isHit.fill(true, at[start], at[end])
    const from = line.length > LENGTH ? Math.max(0, isHit.indexOf(true) - BEFORE) : 0
    const cut = [], to = from + LENGTH
    for (let n = from && from - 1; n <= to && n < line.length; n++) {
      const inside = n >= from && n < to, text = inside ? line[n] : "…", marked = inside && isHit[n], last = cut[cut.length - 1]
      if (last && last[1] === marked) last[0] += text
      else cut.push([text, marked])
    }
    return cut
  }

  /* A facet counts without its own filter. */
  const sift = (found, lists, filters) => {
    const facets = Object.entries(lists).map(([name, list]) => ({ name, list, wanted: filters[name], counts: list.map(() => 0) }))
    const kept = found.filter(one => {
      const failed = facets.filter(({ name, list, wanted }) => wanted && list[cell(one, name)]?.[0] !== wanted)
      if (failed.length < 2) for (const { name, counts } of failed.length ? failed : facets) counts[cell(one, name)]++
      return !failed.length
    })
    return [kept, Object.fromEntries(facets.map(({ name, list, wanted, counts }) =>
      [name, list.map(([value, label], n) => [value, label, counts[n]]).filter(([value, , n]) => n || value === wanted)]))]
  }

  /* The second of a report counts half, and so on. */
  const ordered = (found, column, rising) => {
    const of = one => cell(one, column) ?? (rising ? Infinity : -1), seen = {}
    if (column) return found.sort((a, b) => (rising ? of(a) - of(b) : of(b) - of(a)) || byScore(a, b))
    for (const one of found) one.score /= seen[one.key] = (seen[one.key] || 0) + 1
    return found.sort(byScore)
  }
  /* Undefined where it is lost. */
  const shown = async ({ facets }, one, lost = new Set()) => {
    const found = await read(one, lost)
    if (!found) return
    const [{ address, anchors, ...card }, , own] = found
    const [[kind], [year], [, department], [, grade]] = ["kind", "year", "department", "grade"].map(name => facets[name][cell(one, name)] ?? ["", ""])
    return [{ ...card, kind, year, department, grade, address: address + anchors[one.n] }, own]
  }

  const query = (text, options = {}) => sturdy(async () => {
    const { filters = {}, sort = "", offset = 0, limit = 10, keep = one => one, given } = options
    let { manifest, pieces, weights, found, lost } = given || await find(text)
    /* A slip may break all pairs. */
    const isLoose = !found.length && /^\p{sc=Han}{3,}$/u.test(text)
    if (isLoose) {
      ({ weights, found, lost } = await find([...text].join(" ")))
      pieces = [{ text, terms: [...text], quoted: true, pattern: RegExp(text.replace(/./gu, "|$`.$'").slice(1), "g") }]
    }
    found = found.filter(keep)
    const wanted = pieces.filter(piece => !piece.without), long = wanted.filter(piece => piece.text !== piece.terms[0])
    const quotes = wanted.filter(piece => piece.quoted), quoted = long.some(piece => piece.quoted)
    const [name, rising] = sort.split("-"), column = manifest.sorts[name]
    const choose = () => sift(found, manifest.facets, filters)
    const proved = new Set()
    let isAbout = false
    /* In the order in which they are shown, those that pass the filters first. */
    if (quoted) {
      const all = [...new Set([...column ? ordered(choose()[0], column, rising) : choose()[0], ...found])]
      let next = 0
      while (next < all.length && (next < PROVED || proved.size < offset + limit)) {
        for (const one of await checked(all.slice(next, next += WINDOW), quotes, lost)) if (one.all) proved.add(one)
      }
      isAbout = next < all.length
      found = [...proved, ...all.slice(next)]
    }
    const [kept, facets] = choose()
    const order = [...ordered(kept.filter(one => !isAbout || proved.has(one)), column, rising), ...kept.filter(one => isAbout && !proved.has(one))]
    if (long.length && !quoted && !column && !given) {
      for (let start = 0, next = 0; start < offset + limit && start < order.length; start = next) {
        const some = []
        do some.push(...await checked(order.slice(next, next += WINDOW), wanted, lost))
        while (isWhole(order[next]) && some.filter(one => one.all).length < WINDOW / 2 && next - start < CHECKED)
        order.splice(start, some.length, ...some.sort(byScore))
      }
    }
    const results = await Promise.all(order.slice(offset, offset + limit).map(async one => {
      const found = await shown(manifest, one, lost)
      return found && { ...found[0], share: one.share, excerpt: excerpt(found[1], wanted, weights) }
    }))
    const whole = order.filter(isWhole).length
    return { total: order.length, whole, results: results.filter(Boolean), facets, isAbout, isLoose: isLoose || !whole, lost }
  })

  return { query, shown }
})
