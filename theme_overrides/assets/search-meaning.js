/* What a question means. Whoever asks in everyday words gets what has the words as typed first, then
   what has those that reports use for them, then the best there is; each is told apart. */
const gongkaiMeaning = (() => {
  const FEW = 10 /* more reports with the words as typed need no help */
  const EXACT = /["“”「」『』]|(?:^|\s)-/ /* a phrase, or a word that must not be there */
  const LEAST = 0.12, BESIDE_BEST = 0.5 /* of what was meant, in what is shown as alike */
  const LONE = /^(?![没未不无非别])\p{sc=Han}$/u
  const LONG = /^\p{sc=Han}{3,}$/u, MOST = 24 /* signs of a run that are looked at in pairs */
  const IN_PASSING = 1.5 /* what words gain outside of names and problems, at most */
  const PASSING = 0.98
  const WRONG = 0.5 /* what words of what went wrong weigh beside others */
  const PROBLEMS = "problems" /* where words of what went wrong are looked for */
  const NEARER = 0.95 /* what a way counts beside the one that stands before it */
  const PLAIN = 1.2 /* what words weigh that nobody had to be asked about */

  const isWhole = one => one.share > 0.99
  const shareOf = ({ results }) => Math.max(0, ...results.map(({ share }) => share))
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

  /* A year that is still to come is the newest there is; one that is not there is none. */
  const yearOf = (ago, years) => {
    const known = years.map(([year]) => Number(year)), wanted = new Date().getFullYear() - ago
    const found = known.length && Math.min(wanted, Math.max(...known))
    return known.includes(found) ? String(found) : undefined
  }
  /* Not, or no: what stands behind it was not asked for. */
  const NOT = /(?:没有?|未|不|无|非|别)$/u
  const SAID_YEAR = /(?<!\d)((?:19|20)\d\d)(?:年度?)?(?!\d)/u, WORD = /[\p{L}\p{N}]/u
  /* Nothing where the words mean nothing else. Question words and single signs count only in a
     question that nothing answers as it was typed: they are parts of too many names. */
  const read = (text, words, { facets }, isOpen) => {
    const sayings = new Map()
    for (const [said, also, order, ago, only] of words) for (const one of said) {
      if ((isOpen || also.length && one.length > 1) && !sayings.has(one)) sayings.set(one, { said: one, also, order, ago, only })
    }
    let rest = gongkaiSearch.fold(text)
    const told = isOpen && SAID_YEAR.exec(rest), isYear = told && facets.year.some(([year]) => String(year) === told[1])
    if (isYear) rest = rest.replace(told[0], " ")
    const pieces = sound(cut(rest, sayings)), meant = pieces.filter(piece => typeof piece !== "string")
    if (!meant.length && !isOpen) return null
    const order = meant.find(piece => piece.order)?.order, ago = meant.find(piece => piece.ago !== null)?.ago
    const year = isYear ? told[1] : ago === undefined ? undefined : yearOf(ago, facets.year)
    /* Each group in any of its ways: as it was said, or as reports put it. */
    /* A sign between sayings says nothing by itself, nor does one in a question. */
    const isAsked = meant.some(({ also }) => !also.length)
    const isLone = (piece, n) => LONE.test(piece) && (isAsked || n > 0 && n < pieces.length - 1)
    const sought = pieces.flatMap((piece, n) => typeof piece === "string" ? piece.split(/[^\p{L}\p{N}.%]+/u).filter(word => WORD.test(word) && !isLone(piece, n)).map(word => ({ ways: [word], only: null }))
      : piece.also.length ? [{ ways: [...new Set([piece.said, ...piece.also, ...within(piece, sayings)])], only: piece.only }] : [])
    const groups = sought.map(({ ways }) => ways), ofProblems = sought.map(({ only }) => only === PROBLEMS)
    return { groups, ofProblems, order, year, isUnderstood: meant.length > 0, also: [...new Set(meant.flatMap(piece => piece.also))] }
  }
  /* The ways of the longest saying that a longer one begins with: who says more means no less. */
  const within = ({ said, only }, sayings) => {
    for (let n = said.length - 1; n > 1; n--) {
      const inner = sayings.get(said.slice(0, n))
      if (inner && inner.also.length) return inner.only === only ? [inner.said, ...inner.also] : []
    }
    return []
  }
  /* A single sign means something only where no word goes on before it or behind it, and nothing
     means what it says where a "not" stands before it. */
  const sound = pieces => {
    const kept = []
    pieces.forEach((piece, n) => {
      const before = kept[kept.length - 1], next = pieces[n + 1]
      const isPart = typeof piece !== "string" && piece.said.length === 1 &&
        (typeof before === "string" && WORD.test(before.slice(-1)) && typeof next === "string" && WORD.test(next[0]))
      const isDenied = typeof piece !== "string" && piece.also.length && typeof before === "string" && NOT.test(before)
      const plain = typeof piece === "string" ? piece : isPart || isDenied ? piece.said : null
      if (plain !== null && typeof before === "string") kept[kept.length - 1] += plain
      else kept.push(plain ?? piece)
    })
    return kept
  }

  /* What has most of the groups, as gongkaiSearch.find gives it. What went wrong is a problem of some
     report, if any has it: other words say more of what is asked for. */
  const isProblem = ({ segment, report, n }) => n > 0 && n <= segment.column.findings[report]
  const gather = async (groups, ofProblems) => {
    const found = new Map(), pieces = [], weights = new Map(), worth = [], lost = new Set()
    let manifest
    for (const [g, choices] of groups.entries()) {
      worth[g] = 0
      const all = await Promise.all(choices.map(choice => gongkaiSearch.find(choice)))
      const isNarrow = ofProblems[g] && all.some(asked => asked.found.some(one => isProblem(one) && isWhole(one)))
      for (const [far, asked] of all.entries()) {
        manifest = asked.manifest
        for (const one of asked.lost) lost.add(one)
        pieces.push(...asked.pieces)
        for (const [term, weight] of asked.weights) weights.set(term, weight)
        let sum = 0, total = 0
        for (const { terms } of asked.pieces) for (const term of terms) {
          const { number, weight } = asked.weights.get(term)
          if (number) sum += weight
          total += weight
        }
        worth[g] = Math.max(worth[g], Math.min(sum, 12) * (choices.length > 1 ? 1 : 1 / PLAIN) * (isNarrow && groups.length > 1 ? WRONG : 1))
        for (const one of asked.found) {
          if (isNarrow && !isProblem(one)) continue
          const { id } = one
          if (!found.has(id)) found.set(id, { ...one, has: [], gained: [] })
          const known = found.get(id)
          known.has[g] = Math.max(known.has[g] || 0, one.share)
          const gained = one.score / total
          known.gained[g] = Math.max(known.gained[g] || 0, gained * NEARER ** far)
          known.isAbout = known.isAbout || isWhole(one) && gained > IN_PASSING
        }
      }
    }
    /* Words that no report has weigh nothing, but then nothing has all that was asked. Nor has what
       speaks of it in passing: it is about it if its names or a problem have words of it. */
    const most = worth.every(Boolean) ? 1 : 0.98
    const whole = worth.reduce((sum, one) => sum + one, 0) || 1
    const all = [...found.values()].map(({ has, gained, isAbout, ...one }) => {
      const share = worth.reduce((sum, each, g) => sum + each * (has[g] || 0), 0) / whole
      return { ...one, isAbout, share: share * (isAbout ? most : Math.min(most, PASSING)), score: share * worth.reduce((sum, each, g) => sum + each * (gained[g] || 0) ** 2, 0) }
    })
    const best = Math.max(0, ...all.map(one => one.share))
    const least = best < LEAST ? best : Math.max(LEAST, best * BESIDE_BEST) /* the best there is, if it is little */
    return { manifest, pieces, weights, lost, found: all.filter(one => one.share >= least || one.isAbout && one.share >= LEAST) }
  }

  /* Runs of signs that no report has much of, two by two. */
  const pairs = groups => groups.flatMap(([one, ...ways]) => ways.length || !LONG.test(one) ? [[one, ...ways]]
    : [...one].slice(1, MOST).map((sign, n) => [[...one][n] + sign]))
  const gathered = async (groups, ofProblems) => {
    const given = await gather(groups, ofProblems)
    return given.found.length || !groups.some(([one]) => LONG.test(one)) ? given : gather(pairs(groups), [])
  }

  /* As gongkaiSearch.query; `kept` is what has the words as typed or as
     they were meant, `exact` counts what has the words as typed, `sure` also what has those
     that were meant, `meaning` says what these are, and each result tells how it was found; `groups`
     are the words in their ways, where they were asked. */
  const query = async (text, options) => {
    const asTyped = await gongkaiSearch.query(text, options)
    let { whole } = asTyped
    if (asTyped.isLoose) whole = 0 /* signs of a slip of the pen, found one by one */
    if (whole >= FEW || EXACT.test(text) || !text.trim()) return asTyped
    const { lost } = asTyped, manifest = await gongkaiSearch.open(lost)
    const words = await gongkaiSearch.part(manifest.words, data => data, "words").catch(error => void lost.add(error))
    if (!words) return asTyped
    const meaning = read(text, words, manifest, !whole)
    if (!meaning) return asTyped
    const { filters, sort, sieve, offset = 0, limit = 10 } = options, { groups, year, order } = meaning
    const isList = !groups.length /* all that was said is an order or a year, or nothing */
    if (isList && !order && !year) return { ...asTyped, groups }
    const narrowed = { ...filters, ...(year && !filters.year ? { year } : {}), ...(isList && !filters.kind ? { kind: "evaluation" } : {}) }
    const given = isList ? undefined : await gathered(groups, meaning.ofProblems)
    const seen = new Set()
    const exact = await gongkaiSearch.query(text, { filters, sort, sieve, offset, limit, keep: one => {
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
    /* Where nobody has all of it, what was understood counts, unless more of it stands as it was typed. */
    const isBetter = !whole && meaning.isUnderstood && meant.total && shareOf(meant) >= shareOf(asTyped)
    if (!meant.total || sure === exact.total && (exact.total || asTyped.total) && !isBetter) return { ...asTyped, groups }
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
    return { kept, groups, total: exact.total + meant.total, exact: exact.total, sure, results, facets, meaning, isLoose: !sure, lost }
  }
  return { query }
})()
