/* What a question means. Whoever asks in everyday words gets what has the words as typed first, then
   what has those that reports use for them, then the best there is; each is told apart. */
const gongkaiMeaning = (() => {
  const FEW = 10 /* more reports with the words as typed need no help */
  const EXACT = /["“”「」『』]|(?:^|\s)-/ /* a phrase, or a word that must not be there */
  const LEAST = 0.12, BESIDE_BEST = 0.5 /* of what was meant, in what is shown as alike */
  const RARE = 5 /* how much rarer a pair is that belongs to two words */
  const LONG = /^\p{sc=Han}{4,}$/u, MOST = 24 /* signs of a run that are looked at in pairs */
  const WHOLE = 0.99, PASSES = 0.98 /* shares: of what has all, and at most of what has not */
  const NAMED = 2.3, BEST_FIELD = 2.4 /* what words gain that tell what a report is about, its department aside; as search.js weighs */
  const ABOVE = 0.5 /* what words gain in parts of a report whose names have them */
  const OF_NAMED = 0.8, TOLD = 0.7 /* what they count in its problems, and in problems that speak of them themselves */
  const STEEP = 3 /* how much more names tell than prose */
  const PART = 0.3, PASSING = 0.3 /* what a part counts where its report is asked for, and a name where a problem is */
  const ABOUT = 0.5 /* of the best, in what is about what was asked */
  const WRONG = 0.5 /* what words of what went wrong weigh beside others */
  const CLOSE = 0.9 /* of what has a part and says more of it, in what has all that was asked */
  const IN_PASSING = 1.5 /* what words gain outside of names and problems, at most */
  const UNNAMED = 0.5 /* what words weigh that no name has */
  const OTHER = 0.95 /* what a part of what was said counts, and once more another way */
  const NEARER = 0.98, FARTHEST = 0.75 /* what a way counts beside the one before it; at least */
  const ALSO = 0.06 /* what each further way adds */
  const COMMON = 0.5 /* what the most common way of a group counts */
  const PLAIN = 1.6 /* what words weigh that nobody had to be asked about */

  const isWhole = one => one.share > WHOLE
  /* Where words stand decides most: names tell what a report is about, prose speaks of much else. A problem
     or advice tells of one matter of a report, which is what was asked for where words mean what went wrong. */
  const weigh = (pieces, weights) => pieces.reduce((all, { terms }) => terms.reduce((sum, term) => sum + weights.get(term).weight, all), 0)
  const isProblem = ({ segment, report, n }) => n > 0 && n <= segment.column.findings[report]
  const isNamed = (one, field) => !one.n && field >= NAMED
  const placed = (one, field, wrong, isFaulty, isNamed) => {
    const own = (field / BEST_FIELD) ** STEEP
    if (!one.n) return wrong ? own * PASSING : own
    return !isFaulty || !isProblem(one) ? own * (isNamed ? PART : 1) : wrong ? 1 : field <= ABOVE ? OF_NAMED : TOLD
  }
  /* Of one way of a group: what it finds, each with how much of it is there and where. Of what was typed and
     means nothing else, words that no report has are left out; other ways are there or are not, if any is. */
  const sifted = async (way, isLax, wrong) => {
    const asked = await gongkaiSearch.find(way), weights = asked.pieces.flatMap(({ terms }) => terms.map(term => asked.weights.get(term)))
    const sum = some => some.reduce((all, { weight }) => all + weight, 0), total = sum(weights), known = sum(weights.filter(({ number }) => number))
    const found = asked.found.filter(one => isLax || isWhole(one)).map(one => {
      const share = Math.min(1, one.share * total / known)
      return { one, share, field: one.score / one.share ** 3 / total }
    })
    const about = found.filter(({ one, share, field }) => share > WHOLE && (wrong ? isProblem(one) : isNamed(one, field)))
    return { ...asked, way, known, found, about: new Set(about.map(({ one }) => one.id)), isSaid: known === total }
  }
  const added = (one, other) => Math.max(one, other) + ALSO * Math.min(one, other)
  /* What has most of the groups, as gongkaiSearch.find gives it. Each weighs what few names or problems
     have; a way that is common among those of its group weighs less than a rare one. */
  const gather = async (groups, ofProblems) => {
    const found = new Map(), pieces = [], weights = new Map(), lost = new Set(), worth = []
    let manifest, isSaid = true
    for (const [g, choices] of groups.entries()) {
      const choose = isLax => Promise.all(choices.map(choice => sifted(choice, isLax, ofProblems[g])))
      const strict = choices.length > 1 && await choose(false), ways = strict && strict.some(({ found }) => found.length) ? strict : await choose(true)
      manifest = ways[0].manifest
      for (const way of ways) {
        for (const one of way.lost) lost.add(one)
        pieces.push(...way.pieces)
        for (const [term, weight] of way.weights) weights.set(term, weight)
      }
      const all = manifest.segments.reduce((sum, { reports }) => sum + reports.length, 0)
      const rarity = number => Math.log((all + 1) / (Math.min(number, all) + 0.5))
      const union = key => new Set(ways.flatMap(key)).size
      const about = union(way => [...way.about]), said = about || union(way => way.found.filter(({ share }) => share > WHOLE).map(({ one }) => one.id))
      const rarest = Math.max(...ways.map(way => rarity(way.about.size)).filter((_, w) => ways[w].about.size), rarity(all))
      worth[g] = !ways.some(({ known }) => known) ? 0 : rarity(said) ** 2 * (about ? 1 : UNNAMED) * (ofProblems[g] && groups.length > 1 ? WRONG : 1) * (choices.length > 1 ? 1 : 1 / PLAIN)
      isSaid = isSaid && ways.some(way => way.isSaid)
      for (const [far, way] of ways.entries()) {
        const near = choices[0] === way.way ? 1 : choices[0].includes(way.way) ? OTHER : Math.max(FARTHEST, OTHER ** 2 * NEARER ** far), own = far && way.about.size ? COMMON + (1 - COMMON) * rarity(way.about.size) / rarest : 1
        for (const { one, share, field } of way.found) {
          const { id } = one
          if (!found.has(id)) found.set(id, { ...one, has: [], gained: [] })
          const known = found.get(id)
          known.isNamed = known.isNamed || way.about.has(id)
          known.isAbout = known.isAbout || share > WHOLE && field > IN_PASSING
          known.has[g] = Math.max(known.has[g] || 0, share)
          known.gained[g] = added(known.gained[g] || 0, near * own * share ** 2 * placed(one, field, ofProblems[g], ofProblems.some(Boolean), about > 0))
        }
      }
    }
    const whole = worth.reduce((sum, one) => sum + one, 0) || 1
    const of = some => worth.reduce((sum, each, g) => sum + each * (some[g] || 0), 0) / whole
    const all = [...found.values()].map(({ has, gained, ...one }) => ({ ...one, share: of(has), score: of(gained) }))
    /* Nothing has all that was asked if some words are nowhere, or what speaks of it in passing where
       others are about it. */
    const most = name => all.reduce((most, one) => Math.max(most, one[name]), 0), best = most("score"), fullest = most("share")
    const bar = all.reduce((most, one) => isWhole(one) ? most : Math.max(most, one.score * CLOSE), 0)
    for (const one of all) if (!isSaid || !one.isAbout || one.score < bar) one.share = Math.min(one.share, PASSES)
    const least = fullest < LEAST ? fullest : Math.max(LEAST, fullest * BESIDE_BEST) /* the best there is, if it is little */
    return { manifest, pieces, weights, lost, isAbout: all.some(one => one.isNamed), found: all.filter(one => one.share >= least || one.score >= best * ABOUT).sort((a, b) => b.score - a.score) }
  }

  /* A run of signs that no name has is several words, which meet where pairs are much
     rarer than those beside them; what is left of one sign says nothing. */
  const words = async run => {
    const { pieces, weights, found } = await gongkaiSearch.find(run)
    if (pieces.length !== 1 || found.some(one => isWhole(one) && isNamed(one, one.score / weigh(pieces, weights)))) return [run]
    const numbers = pieces[0].terms.map(term => weights.get(term).number), parts = [""]
    for (const [n, sign] of [...run].entries()) {
      if (n > 1 && n < run.length - 1 && numbers[n - 1] * RARE <= Math.min(numbers[n - 2], numbers[n])) parts.push("")
      parts[parts.length - 1] += sign
    }
    return parts.some(part => part.length > 1) ? parts.filter(part => part.length > 1) : [run]
  }
  const split = async ({ groups, ofProblems }) => {
    const parts = await Promise.all(groups.map(async ways => ways.length < 2 && LONG.test(ways[0]) ? (await words(ways[0])).map(word => [word]) : [ways]))
    return { groups: parts.flat(), ofProblems: parts.flatMap((some, g) => some.map(() => ofProblems[g])) }
  }
  /* Runs of signs that no report has much of, two by two. */
  const pairs = groups => groups.flatMap(([one, ...ways]) => ways.length || !LONG.test(one) ? [[one, ...ways]]
    : [...one].slice(1, MOST).map((sign, n) => [[...one][n] + sign]))
  const gathered = async meaning => {
    const { groups, ofProblems } = await split(meaning), given = await gather(groups, ofProblems)
    return given.found.length || !groups.some(([one]) => LONG.test(one)) ? { ...given, isSplit: groups.length > meaning.groups.length } : gather(pairs(groups), [])
  }

  const hasNames = async text => (await sifted(text, false, false)).about.size > 0

  /* As gongkaiSearch.query; `kept` is what has the words as typed or as
     they were meant, `exact` counts what has the words as typed, `sure` also what has those
     that were meant, `meaning` says what these are, and each result tells how it was found; `groups`
     are the words in their ways, where they were asked. */
  const query = async (text, options) => {
    const asTyped = async groups => {
      const answer = await gongkaiSearch.query(text, options)
      for (const one of lost) answer.lost.add(one)
      return { ...answer, groups }
    }
    const lost = new Set()
    if (EXACT.test(text) || !text.trim()) return asTyped()
    /* Nothing is read of what has the words as typed before it is known that it is shown. */
    const typed = await gongkaiSearch.query(text, { ...options, offset: 0, limit: 0, isStrict: true })
    let { whole } = typed
    if (whole >= FEW && await hasNames(text)) return asTyped()
    for (const one of typed.lost) lost.add(one)
    const manifest = await gongkaiSearch.open(lost)
    const words = await gongkaiSearch.sayings(gongkaiSearch.fold(text), manifest).catch(error => void lost.add(error))
    if (!words) return asTyped()
    const meaning = gongkaiQuestion.read(text, words, manifest, !whole)
    if (!meaning) return asTyped()
    const { filters, sort, sieve, offset = 0, limit = 10 } = options, { groups, years, departments, order } = meaning
    const asked = groups.length > 0 && await gathered(meaning)
    /* All that was said, or of what was said is anywhere, is an order, years or a department. */
    /* Words that many have in passing, and names say otherwise, are asked as names say them. */
    const passing = whole >= FEW ? whole : 0
    if (passing && (meaning.ofProblems.some(Boolean) || !asked || !asked.isAbout)) return asTyped()
    if (passing) whole = 0
    const isList = !asked || !asked.found.length, isNarrow = order || years.length || departments.length
    if (isList && !isNarrow) return asTyped(groups)
    const narrowed = { ...filters, ...(years.length && !filters.year ? { year: years } : {}), ...(departments.length && !filters.department ? { department: departments } : {}), ...(isList && !filters.kind ? { kind: "evaluation" } : {}) }
    const given = isList ? undefined : asked
    const seen = new Set()
    const exact = await gongkaiSearch.query(text, { filters, sort, sieve, offset, limit, isStrict: true, keep: one => {
      const isKept = whole > 0 && isWhole(one)
      if (isKept) seen.add(one.id)
      return isKept
    } })
    const meant = await gongkaiSearch.query(isList ? "" : text, {
      filters: narrowed, sort: sort && sort !== "relevance" ? sort : order || sort, sieve, given,
      offset: Math.max(0, offset - exact.total), limit: limit - exact.results.length,
      keep: one => !seen.has(one.id),
    })
    const sure = exact.total + (isList ? meant.total : meant.whole)
    /* Where nobody has all of it, what was understood counts. */
    const isBetter = !whole && (meaning.isUnderstood || asked.isSplit) && meant.total
    if (!meant.total) return asTyped(groups)
    if (sure === exact.total && !isBetter) {
      const answer = await asTyped(groups)
      if (answer.total) return answer
    }
    const results = [
      ...exact.results.map(one => ({ ...one, how: "exact" })),
      ...meant.results.map(one => ({ ...one, how: isList || isWhole(one) ? "meant" : "near" })),
    ]
    const facets = Object.fromEntries(Object.entries({ ...meant.facets, ...manifest.facets }).map(([name, values]) => [name, values.flatMap(([value, label]) => {
      const counts = [exact, meant].map(one => one.facets[name].find(([other]) => other === value)?.[2] || 0)
      return counts[0] + counts[1] || [].concat(filters[name]).includes(value) ? [[value, label, counts[0] + counts[1]]] : []
    })]))
    for (const one of [...exact.lost, ...meant.lost]) lost.add(one)
    const kept = exact.kept && meant.kept && [...exact.kept, ...meant.kept]
    return { kept, groups, passing, total: exact.total + meant.total, exact: exact.total, sure, results, facets, meaning, isLoose: !sure, lost }
  }
  return { query }
})()
