/* What a question means. Whoever asks in everyday words gets what has the words as typed first, then
   what has those that reports use for them, then the best there is; each is told apart. */
const gongkaiMeaning = (() => {
  const FEW = 10 /* more reports with the words as typed need no help */
  const MOST = 8 /* ways of saying one question */
  const EXACT = /["“”「」『』]|(?:^|\s)-/ /* a phrase, or a word that must not be there */

  const isWhole = one => one.share > 0.99
  /* The longest saying at each place; what stands between them stays as it is. */
  const cut = (text, sayings) => {
    const longest = [...sayings.keys()].sort((a, b) => b.length - a.length), pieces = []
    let rest = ""
    for (let n = 0; n < text.length;) {
      const said = longest.find(one => text.startsWith(one, n))
      if (!said) rest += text[n++]
      else {
        pieces.push(rest, sayings.get(said))
        rest = ""
        n += said.length
      }
    }
    return [...pieces, rest].filter(piece => typeof piece !== "string" || piece.trim())
  }
  /* Every way to say the pieces, those with the first choices first. */
  const ways = pieces => pieces.reduce((said, piece) => {
    const choices = typeof piece === "string" ? [piece] : piece.also
    return choices.length ? choices.flatMap(one => said.map(before => `${before} ${one}`.trim())).slice(0, MOST) : said
  }, [""])

  const yearOf = (ago, years) => {
    const known = years.map(([year]) => Number(year)), wanted = new Date().getFullYear() - ago
    return known.includes(wanted) ? wanted : Math.max(...known)
  }
  /* Nothing where the words mean nothing else. Short words and questions count only in a question
     that nothing answers as it was typed: they are parts of too many names. */
  const read = (text, { words, facets }, isOpen) => {
    const sayings = new Map()
    for (const [said, also, order, ago] of words) for (const one of said) {
      const isPlain = also.length && one.length > 1
      if ((isOpen || isPlain) && !sayings.has(one)) sayings.set(one, { said: one, also, order, ago })
    }
    const pieces = cut(gongkaiSearch.fold(text), sayings), meant = pieces.filter(piece => typeof piece !== "string")
    if (!meant.length) return null
    const order = meant.find(piece => piece.order)?.order, ago = meant.find(piece => piece.ago !== null)?.ago
    const year = ago === undefined || !facets.year.length ? undefined : String(yearOf(ago, facets.year))
    const isCleaned = meant.some(piece => !piece.also.length && !piece.order && piece.ago === null)
    return { isCleaned, texts: ways(pieces).filter(way => way !== text), order, year, also: [...new Set(meant.flatMap(piece => piece.also))] }
  }

  /* As gongkaiSearch.query; `exact` counts what has the words as typed, `meaning` says what else was
     looked for, and each result tells how it was found. */
  const query = async (text, options) => {
    let whole = 0
    const asTyped = await gongkaiSearch.query(text, { ...options, keep: one => (whole += isWhole(one), true) })
    if (whole >= FEW || EXACT.test(text)) return asTyped
    if (asTyped.isLoose) whole = 0 /* signs of a slip of the pen, found one by one */
    const manifest = await gongkaiSearch.open(), meaning = read(text, manifest, !whole)
    if (!meaning || !(meaning.texts.length || meaning.order || meaning.year)) return asTyped
    const { filters, sort, offset = 0, limit = 10 } = options
    const year = filters.year || meaning.year, order = sort && sort !== "relevance" ? sort : meaning.order || sort
    const isList = meaning.texts.every(way => !way) /* all that was said is an order or a year */
    const narrowed = { ...filters, ...(year ? { year } : {}), ...(isList && !filters.kind ? { kind: "evaluation" } : {}) }
    const parts = [
      [text, { filters, sort }, "exact"],
      ...meaning.texts.map(way => [way, { filters: narrowed, sort: order }, "meant"]),
      ...(isList ? [] : [[meaning.texts[0], { filters: narrowed, sort: order }, "near"], [text, { filters, sort }, "near"]]),
    ]
    const seen = new Set(), results = [], facets = {}
    let total = 0, exact = 0, sure = 0
    for (const [way, asked, how] of parts) {
      if (way === undefined) continue
      const from = Math.max(0, offset - total), room = limit - results.length
      const before = new Set(seen), keep = one => {
        const id = `${one.key} ${one.n}`, isKept = isWhole(one) === (how !== "near") && !before.has(id)
        if (isKept) seen.add(id)
        return isKept
      }
      const found = await gongkaiSearch.query(way, { ...asked, offset: from, limit: room, keep })
      results.push(...found.results.map(one => ({ ...one, how })))
      total += found.total
      if (how === "exact") exact = found.total
      if (how !== "near") sure += found.total
      for (const [name, values] of Object.entries(found.facets)) for (const [value, label, count] of values) {
        const known = (facets[name] ??= new Map()).get(value)
        facets[name].set(value, [value, label, count + (known?.[2] || 0)])
      }
    }
    if (sure === exact && (exact || !meaning.isCleaned)) return asTyped
    const sorted = Object.entries(facets).map(([name, values]) =>
      [name, manifest.facets[name].map(([value]) => values.get(value)).filter(Boolean)])
    return { total, exact, sure, results, facets: Object.fromEntries(sorted), meaning, isLoose: !sure }
  }
  return { query }
})()
