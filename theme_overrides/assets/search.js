/* The engine; see generator/search. */
const gongkaiSearch = (() => {
  const HERE = document.currentScript.src, ROOT = new URL("../", HERE)
  const INDEX = new URL("search/index/", ROOT)
  /* Of a term in prose, rows, names and title; in another part of the report, in all of it. */
  const WEIGHTS = [1, 1.2, 2, 2.4], NAMES = 2, BELOW = 0.9, ABOVE = 0.5
  const ENOUGH = [0.6, 0.35] /* the second forgives a mistake */
  const ABSENT = 3 /* what an unknown word costs at most */
  const PHRASE = 0.6, IN_TITLE = 0.9 /* gained by the words as typed */
  const WINDOW = 20, CHECKED = 300 /* results read for it at a time, and at most */
  const BEFORE = 24, LENGTH = 110

  const arrived = new WeakMap(), asked = new Map()
  const load = (url, prepare = data => data) => {
    if (!asked.has(url)) asked.set(url, new Promise((done, fail) => {
      const script = document.createElement("script")
      script.onload = script.onerror = () => {
        script.remove()
        if (arrived.has(script)) return done(prepare(arrived.get(script)))
        asked.delete(url)
        fail(Error(url))
      }
      script.src = url
      document.head.append(script)
    }))
    return asked.get(url)
  }
  let fresh = ""
  const part = (name, prepare) => load(new URL(`${name}.js${fresh}`, INDEX).href, prepare)

  const WORD = /(\p{sc=Han}+)|(?:(?!\p{sc=Han})\p{L})+|(\d+(?:\.\d+)?)/gu
  const WHOLE = /\(\d{4}\)\d+号|(\d+(?:\.\d+)?)(?:\s*([万亿]?)元|(%|\p{sc=Han}))|[a-z0-9]+(?:[-/][a-z0-9]+)+/gu
  const SHIFTS = { "": 0, 万: 4, 亿: 8 }
  const COMMA = /(\d),(?=\d{3}(?!\d))/g
  const plain = sign => sign.normalize("NFKC").toLowerCase()
    .replace(/[[〔【]/g, "(").replace(/[\]〕】]/g, ")")
  const fold = text => text.replace(/[^\u3400-\u9fff]/gu, plain).replace(COMMA, "$1")
  const short = number => number.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "")
  /* Floats would round. */
  const moved = (number, by) => {
    const [whole, rest = ""] = `00000000${number}`.split("."), all = whole + rest.padEnd(11, 0), at = whole.length + by
    return [BigInt(all.slice(0, at)), all.slice(at)]
  }
  /* 元, half up. */
  const yuan = (number, unit) => short(moved((moved(number, SHIFTS[unit] + 3)[0] + 5n) / 10n, -2).join("."))
  const terms = text => {
    const found = new Set(), alone = new Set()
    /* Document numbers and money have no other terms. */
    const rest = text.replace(WHOLE, (whole, number, unit, sign) => {
      found.add(sign ? short(number) + sign : number ? `${yuan(number, unit)}元` : whole)
      return unit === undefined && whole[0] !== "(" ? whole : " "
    })
    for (const [word, han, number] of rest.matchAll(WORD)) {
      const run = [...han || ""]
      for (let n = 1; n < run.length; n++) found.add(run[n - 1] + run[n])
      if (!han) found.add(number ? short(number) : word)
      else if (run.length < 2) alone.add(han)
    }
    return [...found.size ? found : alone]
  }
  /* Money in any unit, and no number within another. */
  const written = number => short(number).replace(".", "\\.") + (/\..*[1-9]/.test(number) ? "0*" : "(?:\\.0+)?")
  const pattern = text => RegExp(
    (/^\w/.test(text) ? "(?<![\\w.])" : "") + text.replace(/(\d+(?:\.\d+)?)(?:\s*([万亿]?)元)?|\P{L}/gu, (sign, number, unit) =>
      unit !== undefined ? `(?:${Object.entries(SHIFTS).map(([name, by]) => `${written(moved(number, SHIFTS[unit] - by).join("."))}\\s*${name}元`).join("|")})`
      : number ? written(number) : sign === " " ? "\\s*" : `\\${sign}`
    ) + (/\w$/.test(text) ? "(?!\\w|\\.\\d)" : ""), "g")

  /* A query: words, "phrases", -words. */
  const parse = text => {
    const pieces = []
    for (const [, minus, phrase, word] of fold(text.normalize("NFC"))
      .matchAll(/(?<!\S)(-?)["“”「『]([^"“”」』]+)["“”」』]?|([^\s"“”「」『』]+)/g)) {
      const without = !!minus || /^-./.test(word), inner = (phrase ?? word.slice(without)).trim()
      const own = terms(inner)
      if (own.length) pieces.push({ text: inner, terms: own, quoted: !word, without, pattern: pattern(inner) })
    }
    return pieces
  }

  const open = () => part("manifest", async ({ segments, ...lists }) => ({
    ...lists, segments: await Promise.all(segments.map(({ columns, shards, ...others }) => part(columns, ([data, reports]) => {
      const column = Object.fromEntries(lists.columns.map((name, n) => [name, data[n]])), owner = [], first = []
      column.findings.forEach((findings, report) => {
        first.push(owner.length)
        for (let n = findings + column.recommendations[report]; n >= 0; n--) owner.push(report)
      })
      return { ...others, column, owner, first: [...first, owner.length], reports: reports.split(" "), shards: shards.split(" ") }
    }))),
  }))

  const shard = data => new Map([...data.matchAll(/(\S+) (\S+)/g)].map(([, term, entry]) => [term, entry]))
  /* Documents times four, and fields. */
  const places = (written = "") => {
    const found = []
    let last = -1, field = 0, before = 0
    for (let n = 0; n < written.length; n++) {
      const code = written.charCodeAt(n), digit = code - (code > 92 ? 36 : 35)
      if (digit < 0) [field, last] = [field + 1, -1]
      else if (digit > 63) before = before * 27 + digit - 64
      else {
        last += before * 64 + digit + 1
        before = 0
        found.push(last * 4 + field)
      }
    }
    return found
  }
  const gather = (segments, words, filter) => Promise.all(words.map(async term => {
    let hash = 2166136261, number = 0, total = 0
    for (const sign of term) hash = Math.imul(hash ^ sign.codePointAt(), 16777619) >>> 0
    const found = await Promise.all(segments.map(async segment => {
      const { shards, owner } = segment, entries = await part(shards[hash % shards.length], shard)
      const here = places(entries.get(term))
      number += here.length
      total += owner.length
      return here.filter(place => filter(segment, place))
    }))
    const weight = Math.log1p((total - number + 0.5) / (number + 0.5))
    return [term, { found, number, weight: number || /\d/.test(term) ? weight : ABSENT }]
  }))
  /* Documents that have a term, or whose report or parts have. */
  const reach = ({ owner, first }, found, visit) => {
    const own = new Float64Array(owner.length)
    for (const place of found) visit(place >> 2, own[place >> 2] = WEIGHTS[place & 3], true)
    for (const place of found) {
      const document = place >> 2, report = owner[document], top = first[report]
      if (document !== top) own[top] || visit(top, own[top] = BELOW, true)
      else if ((place & 3) >= NAMES) {
        for (let n = top + 1; n < first[report + 1]; n++) own[n] || visit(n, ABOVE, false)
      }
    }
  }

  /* What matches well enough; without words, everything. */
  const rank = (segments, pieces, weights) => {
    const wanted = pieces.filter(piece => !piece.without), all = []
    let sum = 0
    for (const { terms: own } of wanted) for (const term of own) sum += weights.get(term).weight
    segments.forEach((segment, s) => {
      const { owner, first } = segment, numbers = () => new Float64Array(owner.length)
      const score = numbers(), covered = numbers(), hit = numbers(), out = numbers()
      for (const { terms: own, quoted, without } of pieces) {
        const held = numbers()
        for (const term of own) {
          const { found, weight } = weights.get(term)
          reach(segment, found[s], (document, factor, itself) => {
            held[document]++
            if (without) return
            score[document] += weight * factor
            covered[document] += weight
            hit[document] |= itself
          })
        }
        if (quoted || without) held.forEach((n, document) => { out[document] |= (n === own.length) === without })
      }
      for (let document = 0; document < owner.length; document++) {
        const share = sum ? Math.min(1, covered[document] / sum) : 1
        if (out[document] || share < ENOUGH[1] || sum && !hit[document]) continue
        const report = owner[document], n = document - first[report]
        all.push({ segment, document, report, n, key: segment.reports[report], share, score: score[document] * share ** 2 })
      }
    })
    const good = all.filter(({ share }) => share >= ENOUGH[0])
    return (good.length ? good : all).sort(byScore)
  }

  const cell = ({ segment, report, n }, name) => name !== "kind" ? segment.column[name][report]
    : n && 1 + (n > segment.column.findings[report])
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

  /* Shown, names, excerpts. */
  const read = async ({ segment, report, n }) => {
    const [card, whole, ...parts] = await part(segment.reports[report])
    const [title, project, department, ...lines] = whole.split("\n"), names = [project, department, lines.pop()]
    return [{ ...card, title }, [title, ...names], n ? [parts[n - 1]] : [...lines, ...parts, ...names]]
  }
  const isWhole = one => one?.share > 0.99
  const byScore = (a, b) => isWhole(b) - isWhole(a) || b.all - a.all || b.score - a.score || cell(b, "year") - cell(a, "year") ||
    cell(a, "department") - cell(b, "department") || a.document - b.document
  /* The second of a report counts half. */
  const ordered = (found, column, rising) => {
    const of = one => cell(one, column) ?? (rising ? Infinity : -1), seen = {}
    if (column) return found.sort((a, b) => isWhole(b) - isWhole(a) || (rising ? of(a) - of(b) : of(b) - of(a)) || byScore(a, b))
    for (const one of found) one.score /= seen[one.key] = (seen[one.key] || 0) + 1
    return found.sort(byScore)
  }
  const checked = (found, wanted) => Promise.all(found.map(async one => {
    const [{ title }, ...texts] = await read(one), [head, whole] = [title, texts.flat().join("\n")].map(fold)
    let all = true, gain = 0, length = 0
    for (const { text, pattern: whether } of wanted) {
      const gained = head.match(whether) ? IN_TITLE : whole.match(whether) ? PHRASE : 0
      gain += gained * text.length
      length += text.length
      all &&= gained > 0
    }
    return { ...one, all, score: one.score * (1 + gain / length) }
  }))

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
    let last
    for (let n = from && from - 1; n <= to && n < line.length; n++) {
      const inside = n >= from && n < to, text = inside ? line[n] : "…", marked = inside && isHit[n]
      if (last?.[1] === marked) last[0] += text
      else cut.push(last = [text, marked])
    }
    return cut
  }

  const shown = async ({ facets }, one) => {
    const [{ address, anchors, ...card }, , own] = await read(one)
    const [[kind], [year], [, department], [, grade]] = ["kind", "year", "department", "grade"].map(name => facets[name][cell(one, name)] ?? ["", ""])
    return [{ ...card, kind, year, department, grade, address: address + anchors[one.n] }, own]
  }

  /* Best first; inNames: reports by name. */
  const find = async (text, inNames) => {
    const manifest = await open(), { segments } = manifest, pieces = parse(text)
    const isName = ({ first, owner }, place) => (place & 3) >= NAMES && first[owner[place >> 2]] === place >> 2
    const words = new Set(pieces.flatMap(piece => piece.terms))
    const weights = new Map(await gather(segments, [...words], inNames ? isName : () => true))
    if (![...weights].every(([, { number }]) => number)) {
      const simple = await load(new URL("traditional.js", HERE).href, ([from, to]) => new Map([...from].map((sign, n) => [sign, to[n]])))
      const simplified = text.replace(/./gu, sign => simple.get(sign) ?? sign)
      if (simplified !== text) return find(simplified, inNames)
    }
    return { manifest, pieces, weights, found: text.trim() && !pieces.length ? [] : rank(segments, pieces, weights) }
  }

  const query = async (text, { filters = {}, sort = "", offset = 0, limit = 10, keep = one => one, sieve = sift, given } = {}) => {
    let { manifest, pieces, weights, found } = given || await find(text)
    /* A slip may break all pairs. */
    const isLoose = !found.length && /^\p{sc=Han}{3,}$/u.test(text)
    if (isLoose) {
      ({ weights, found } = await find([...text].join(" ")))
      pieces = [{ text, terms: [...text], quoted: true, pattern: RegExp(text.replace(/./gu, "|$`.$'").slice(1), "g") }]
    }
    found = found.filter(keep)
    const wanted = pieces.filter(piece => !piece.without), long = wanted.filter(piece => piece.text !== piece.terms[0])
    const quoted = long.some(piece => piece.quoted), [name, rising] = sort.split("-"), column = manifest.sorts[name]
    const choose = () => sieve(found, manifest.facets, filters)
    /* Those that pass the filters first. */
    if (quoted) {
      const all = [...new Set([...choose()[0], ...found])]
      found = [...(await checked(all.slice(0, CHECKED), wanted.filter(piece => piece.quoted))).filter(one => one.all).sort(byScore), ...all.slice(CHECKED)]
    }
    const [kept, facets] = choose(), order = ordered(kept, column, rising)
    if (long.length && !quoted && !column && !given) {
      for (let start = 0, next = 0; start < offset + limit && start < order.length; start = next) {
        const some = []
        do some.push(...await checked(order.slice(next, next += WINDOW), wanted))
        while (isWhole(order[next]) && some.filter(one => one.all).length < WINDOW / 2 && next - start < CHECKED)
        order.splice(start, some.length, ...some.sort(byScore))
      }
    }
    const results = await Promise.all(order.slice(offset, offset + limit).map(async one => {
      const [result, own] = await shown(manifest, one)
      return { ...result, share: one.share, excerpt: excerpt(own, wanted, weights) }
    }))
    const whole = order.filter(isWhole).length
    return { total: order.length, whole, results, facets, isLoose: isLoose || !whole }
  }

  const link = address => new URL(address.replace(/(^|\/)(?=#|$)/, "$1index.html"), ROOT).href
  const add = (kind, data) => arrived.set(document.currentScript, data)
  const renew = () => { fresh = `?${Date.now()}` }
  return { add, fold, open, part, find, shown, query, link, renew }
})()
