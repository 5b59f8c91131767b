/* What a question says: which of its words mean something else, and which name an order, years or
   departments. What of it is found, and how near, is the matter of search-meaning.js. */
const gongkaiQuestion = (() => {
  const PROBLEMS = "problems" /* where words of what went wrong are looked for */
  const LONE = /^(?![没未不无非别])\p{sc=Han}$/u, WORD = /[\p{L}\p{N}]/u
  const END = /(?:了?没有?|不|吗|呢|吧)?[?。!]?$/u /* what a question ends with */
  const EITHER = /(\p{sc=Han})[不没]\1/gu
  /* Not, or no: what stands behind it was not asked for. */
  const NOT = /(?:没有?|未|不|无|非|别)$/u

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
    return [...pieces, rest].map(piece => typeof piece === "string" ? piece.trim() : piece).filter(Boolean)
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
  /* The ways of the longest saying that a longer one begins with: who says more means no less. */
  const within = ({ said, only }, sayings) => {
    for (let n = said.length - 1; n > 1; n--) {
      const inner = sayings.get(said.slice(0, n))
      if (inner && inner.also.length) return inner.only === only ? [inner.said, ...inner.also] : []
    }
    return []
  }

  /* ---- Years ---- */
  const YEARS = /(?<!\d)((?:19|20)\d\d)(?:年度?)?(?:(?:到|至|-|—|~)((?:19|20)\d\d)(?:年度?)?)?(?!\d)/u
  const LATELY = /(?:最近|近|这|过去)的?([一二两三四五六七八九十]|\d)年(?:以来|来|里|内|间)?/u
  const NUMBERS = "〇一二三四五六七八九十"
  const numberOf = sign => sign === "两" ? 2 : /\d/.test(sign) ? Number(sign) : NUMBERS.indexOf(sign)
  /* Those that are said, as the site has them; a year that is still to come is the newest there is. */
  const yearsOf = (text, facet) => {
    const known = facet.map(([year]) => Number(year)), newest = Math.min(new Date().getFullYear(), Math.max(...known))
    const between = (from, to) => facet.map(([year]) => year).filter(year => from <= year && year <= to)
    const told = YEARS.exec(text), lately = LATELY.exec(text)
    const [said, years] = told ? [told[0], between(told[1], told[2] || told[1])]
      : lately ? [lately[0], between(newest - numberOf(lately[1]) + 1, newest)] : ["", []]
    return years.length ? [text.replace(said, " "), years] : [text, []]
  }
  const yearAgo = (ago, facet) => {
    const known = facet.map(([year]) => Number(year)), wanted = new Date().getFullYear() - ago
    const found = known.length && Math.min(wanted, Math.max(...known))
    return known.includes(found) ? [String(found)] : []
  }

  /* ---- Departments ---- */
  const OFFICE = /局|委|办|部|院|会|联/gu, SHORT = /[局委办]$/, LONGEST = 12, SHORTEST = 3
  /* Of houses that much else is called after, only whole names count. */
  const isHouse = said => /(?:医院|学院|委员会|社会)$/.test(said)
  const isWithin = (some, all) => {
    let at = -1
    return [...some].every(sign => (at = all.indexOf(sign, at + 1)) >= 0)
  }
  /* How well a name answers to what was said: it ends so; it begins so and has the signs in their
     order; it has them; not at all. An office may have become a commission. */
  const answers = (said, name) => {
    if (name.endsWith(said)) return 3
    const stem = said.slice(0, -1)
    if (!SHORT.test(said) || !/(?:局|委|委员会|办|办公室)$/.test(name)) return 0
    if (RegExp(`${stem}(?:局|委|办)$`, "u").test(name)) return 3
    return !isWithin(stem, name) ? 0 : name.startsWith(stem[0]) ? 2 : 1
  }
  /* Names without the place that they belong to. */
  const plainNames = (names, places) => names.map(name => {
    const ends = places.filter(place => name.includes(place)).map(place => name.lastIndexOf(place) + place.length)
    return gongkaiSearch.fold(name.slice(Math.max(0, ...ends)).replace(/^[市省区县旗州]/u, ""))
  })
  /* The longest run of signs that some department answers to, and which do so best. */
  const departmentsOf = (text, { facets, departments }) => {
    const places = facets.region.map(([, label]) => label.replace(/本级$/, ""))
    const names = departments.map(some => plainNames(some, places))
    for (const { index } of text.matchAll(OFFICE)) {
      for (let from = Math.max(0, index + 1 - LONGEST); from <= index + 1 - SHORTEST; from++) {
        const said = text.slice(from, index + 1)
        if (!/^\p{sc=Han}+$/u.test(said) || isHouse(said)) continue
        const known = names.map(some => Math.max(...some.map(name => answers(said, name)))), best = Math.max(...known)
        if (best) return [`${text.slice(0, from)} ${text.slice(index + 1)}`, facets.department.filter((_, n) => known[n] === best).map(([id]) => id), said]
      }
    }
    return [text, [], ""]
  }

  /* What is sought in groups, each in any of its ways: as it was said, or as reports put it. Nothing where
     the words mean nothing else. Question words, years, departments and single signs count only in a
     question that nothing answers as it was typed: they are parts of too many names. */
  const read = (text, words, manifest, isOpen) => {
    const { facets } = manifest, sayings = new Map()
    for (const [said, also = [], order, ago = null, only = null] of words) for (const one of said) {
      if ((isOpen || also.length && one.length > 1) && !sayings.has(one)) sayings.set(one, { said: one, also, order, ago, only })
    }
    /* "Is it safe or not" asks whether it is safe. */
    const plain = text => text.replace(EITHER, (both, sign) => sayings.has(both) ? both : sign).replace(END, "")
    let rest = gongkaiSearch.fold(text), years = [], departments = [], office = ""
    if (isOpen) {
      [rest, years] = yearsOf(plain(rest), facets.year);
      [rest, departments, office] = departmentsOf(rest, manifest)
    }
    const pieces = sound(cut(rest, sayings)), meant = pieces.filter(piece => typeof piece !== "string")
    if (!meant.length && !isOpen) return null
    const order = meant.find(piece => piece.order)?.order, ago = meant.find(piece => piece.ago !== null)?.ago
    if (!years.length && ago !== undefined) years = yearAgo(ago, facets.year)
    /* A sign between sayings says nothing by itself, nor does one in a question. */
    const isAsked = meant.some(({ also }) => !also.length)
    const isLone = (piece, n) => LONE.test(piece) && (isAsked || n > 0 && n < pieces.length - 1)
    const sought = pieces.flatMap((piece, n) => typeof piece === "string" ? piece.split(/[^\p{L}\p{N}.%]+/u).filter(word => WORD.test(word) && !isLone(piece, n)).map(word => ({ ways: [word], only: null }))
      : piece.also.length ? [{ ways: [...new Set([piece.said, ...piece.also, ...within(piece, sayings)])], only: piece.only }] : [])
    return {
      groups: sought.map(({ ways }) => ways), ofProblems: sought.map(({ only }) => only === PROBLEMS),
      order, years, departments, office, isUnderstood: meant.length + years.length + departments.length > 0,
      also: [...new Set(meant.flatMap(piece => piece.also))],
    }
  }
  return { read }
})()
