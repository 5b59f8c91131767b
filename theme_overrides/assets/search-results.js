/* What is shown of what was found: its texts, which prove the words as typed and give the excerpts,
   the counts of the facets, the order. search.js loads it. */
gongkaiSearch.add("search-results", ({ COMMA, plain, fold, pattern, part, find, sturdy, orLost, spread, names, cell, isWhole, byScore }) => {
  const PHRASE = 0.6, IN_TITLE = 0.9 /* gained by the words as typed */
  const WINDOW = 20, CHECKED = 300 /* results read for the words as typed: at a time, at most */
  const PROVED = 60 /* of what may have a quotation, so many are read to count them; more only to be shown */
  const BEFORE = 24, LENGTH = 110

  /* Base 85 as bytes: five signs are four of them, the highest first. */
  const SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"
  const VALUES = new Map([...SIGNS].map((sign, value) => [sign, value]))
  const bytes = text => {
    const found = new Uint8Array(Math.ceil(text.length / 5) * 4), whole = new DataView(found.buffer)
    for (let n = 0, at = 0; n < text.length; n += 5, at += 4) {
      let number = 0
      for (let k = n; k < n + 5; k++) number = number * 85 + (k < text.length ? VALUES.get(text[k]) : 84)
      whole.setUint32(at, number)
    }
    return found.subarray(0, Math.floor(text.length * 4 / 5))
  }
  /* What lengths and distances begin with, and how many bits tell the rest (RFC 1951). */
  const stepped = (first, bits) => bits.map(more => [(first += 1 << more) - (1 << more), more])
  const LENGTHS = stepped(3, [...Array(28).keys()].map(n => n < 8 ? 0 : (n >> 2) - 1)).concat([[258, 0]])
  const DISTANCES = stepped(1, [...Array(30).keys()].map(n => n < 2 ? 0 : (n >> 1) - 1))
  const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  const codes = lengths => {
    const counts = new Uint16Array(16), next = [0, 0], symbols = []
    for (const length of lengths) if (length) counts[length]++
    for (let n = 1; n < 15; n++) next.push(next[n] + counts[n])
    lengths.forEach((length, symbol) => { if (length) symbols[next[length]++] = symbol })
    return { counts, symbols }
  }
  const FIXED = [
    codes([...Array(288).keys()].map(n => n < 144 ? 8 : n < 256 ? 9 : n < 280 ? 7 : 8)),
    codes(Array(30).fill(5)),
  ]
  const inflated = (input, before) => {
    let out = new Uint8Array(before.length + 8 * input.length + 1024), size = before.length
    let at = 0, bits = 0, held = 0
    out.set(before)
    const put = byte => {
      if (size === out.length) {
        const more = new Uint8Array(2 * size)
        more.set(out)
        out = more
      }
      out[size++] = byte
    }
    const take = count => {
      for (; held < count; held += 8) {
        if (at === input.length) throw Error("cut")
        bits |= input[at++] << held
      }
      const value = bits & (1 << count) - 1
      bits >>>= count
      held -= count
      return value
    }
    const symbol = ({ counts, symbols }) => {
      for (let n = 1, code = 0, first = 0, index = 0; n < 16; n++) {
        code |= take(1)
        if (code - counts[n] < first) return symbols[index + code - first]
        index += counts[n]
        first = first + counts[n] << 1
        code <<= 1
      }
      throw Error("code")
    }
    const told = () => {
      const literals = take(5) + 257, distances = take(5) + 1, all = literals + distances
      const own = Array(19).fill(0), lengths = []
      for (let n = 0, count = take(4) + 4; n < count; n++) own[ORDER[n]] = take(3)
      const shape = codes(own)
      while (lengths.length < all) {
        const one = symbol(shape)
        if (one < 16) lengths.push(one)
        else {
          const same = one === 16 ? lengths[lengths.length - 1] : 0
          for (let n = one === 16 ? 3 + take(2) : one === 17 ? 3 + take(3) : 11 + take(7); n; n--) lengths.push(same)
        }
      }
      return [codes(lengths.slice(0, literals)), codes(lengths.slice(literals))]
    }
    for (let isLast = 0; !isLast;) {
      isLast = take(1)
      const kind = take(2)
      if (!kind) {
        bits = held = 0
        for (let n = take(16), check = take(16); n && check >= 0; n--) put(take(8))
        continue
      }
      const [literals, distances] = kind === 1 ? FIXED : told()
      for (let one = symbol(literals); one !== 256; one = symbol(literals)) {
        if (one < 256) put(one)
        else {
          const [length, more] = LENGTHS[one - 257], count = length + take(more)
          const [distance, rest] = DISTANCES[symbol(distances)], from = size - distance - take(rest)
          for (let n = 0; n < count; n++) put(out[from + n])
        }
      }
    }
    return out.subarray(before.length, size)
  }
  const dictionaries = new Map(), decoder = new TextDecoder("gb18030")
  const unpacked = (packed, dictionary) => {
    if (!dictionaries.has(dictionary)) dictionaries.set(dictionary, inflated(bytes(dictionary), new Uint8Array()))
    return JSON.parse(decoder.decode(inflated(bytes(packed), dictionaries.get(dictionary))))
  }

  /* How readers ask: what begins with any sign of a text. */
  const sayings = async (text, { words, dictionary }) => {
    const shards = names(words), own = one => spread([...one][0]) % shards.length
    return (await Promise.all([...new Set([...text].map(own))].map(number => part(shards[number], packed => {
      const rows = unpacked(packed, dictionary)
      if (rows.some(([said]) => said.some(one => own(one) !== number))) throw Error("words")
      return rows
    }, "words")))).flat()
  }

  /* Shown; what is read of it besides; what excerpts are cut from, and names; nothing where it is lost. A piece
     of an original is a file of its own. */
  const read = ({ segment, report, n }, lost) => orLost(part(segment.reports[report], packed => {
    const data = unpacked(packed, segment.dictionary), { findings, recommendations } = segment.column
    if (data.length - 2 !== findings[report] + recommendations[report]) throw Error("report")
    return data
  }, "report").then(async ([{ address, anchors, originals = [], listed, ...card }, whole, ...parts]) => {
    const [title, project, department, facts, ...lines] = whole.split("\n"), names = [project, department, lines.pop()]
    if (n <= parts.length) {
      return [{ ...card, title, address: address + anchors[n] }, [title, ...names, facts], n ? [parts[n - 1]] : [...lines, ...parts], n ? [] : names]
    }
    const pieces = originals.flatMap(([own, file, scripts]) => scripts.split(" ").map((script, number) => [own, address + file, script, number]))
    const [own, file, script, number] = pieces[n - parts.length - 1]
    const text = await part(script, packed => {
      const [its, place, said] = unpacked(packed, segment.dictionary)
      if (its !== file || place !== number) throw Error("piece")
      return said
    }, "piece")
    return [{ title: own, address: file, lapsed: card.lapsed, report: title, listed: address + listed }, [own, title, ...names], text.split("\n"), []]
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
  /* What the report says; names only where they have more of what was asked than what stands above. */
  const excerpt = (above, lines, names, wanted, weights) => {
    const rated = line => ({ line, isSentence: /[。；]/.test(line), ...hitsIn(fold(line), wanted, weights) })
    const head = rated(above).worth, found = [...lines.map(rated), ...names.map(rated).filter(({ worth }) => worth > head)]
    if (!found.length) return []
    const [{ line, hits }] = found.sort((a, b) => b.worth - a.worth || b.isSentence - a.isSentence)
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
    const facets = Object.entries(lists).map(([name, list]) => ({ name, list, wanted: filters[name] && [].concat(filters[name]), counts: list.map(() => 0) }))
    const kept = found.filter(one => {
      const failed = facets.filter(({ name, list, wanted }) => wanted && !wanted.includes(list[cell(one, name)]?.[0]))
      if (failed.length < 2) for (const { name, counts } of failed.length ? failed : facets) counts[cell(one, name)]++
      return !failed.length
    })
    return [kept, Object.fromEntries(facets.map(({ name, list, wanted, counts }) =>
      [name, list.map(([value, label], n) => [value, label, counts[n]]).filter(([value, , n]) => n || wanted?.includes(value))]))]
  }

  /* The second of a report counts half, and so on. */
  const ordered = (found, column, rising) => {
    const of = one => cell(one, column) ?? (rising ? Infinity : -1), seen = {}
    if (column) return found.sort((a, b) => isWhole(b) - isWhole(a) || (rising ? of(a) - of(b) : of(b) - of(a)) || byScore(a, b))
    for (const one of found) one.score /= seen[one.key] = (seen[one.key] || 0) + 1
    return found.sort(byScore)
  }
  /* Undefined where it is lost. */
  const shown = async ({ facets }, one, lost = new Set()) => {
    const found = await read(one, lost)
    if (!found) return
    const [card, , own, names] = found
    const [[kind], [year], [, department], [, grade]] = ["kind", "year", "department", "grade"].map(name => facets[name][cell(one, name)] ?? ["", ""])
    return [{ ...card, kind, year, department, grade: card.report ? "" : grade }, own, names]
  }

  const query = (text, options = {}) => sturdy(async () => {
    const { filters = {}, sort = "", offset = 0, limit = 10, keep = one => one, sieve = sift, given, isStrict } = options
    let { manifest, pieces, weights, found, lost } = given || await find(text)
    /* A slip may break all pairs. */
    const isLoose = !isStrict && !found.length && /^\p{sc=Han}{2,}$/u.test(text)
    if (isLoose) {
      ({ pieces, weights, found, lost } = await find([...text].join(" ")))
      text = pieces.map(piece => piece.text).join("")
      pieces = [{ text, terms: [...text], quoted: true, pattern: RegExp(text.replace(/./gu, "|$`.$'").slice(1), "g") }]
    }
    found = found.filter(keep)
    const wanted = pieces.filter(piece => !piece.without), long = wanted.filter(piece => piece.text !== piece.terms[0])
    const quotes = wanted.filter(piece => piece.quoted), quoted = long.some(piece => piece.quoted)
    const [name, rising] = sort.split("-"), column = manifest.sorts[name]
    const choose = () => sieve(found, manifest.facets, filters)
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
    /* Of an original the piece that fits best. */
    const seen = new Set()
    found = found.filter(({ id }) => !seen.has(id) && seen.add(id))
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
      return found && { ...found[0], share: one.share, excerpt: excerpt(`${found[0].title} ${found[0].department}`, found[1], found[2], wanted, weights) }
    }))
    const whole = order.filter(isWhole)
    return {
      total: order.length, whole: whole.length, kept: isAbout ? undefined : whole,
      results: results.filter(Boolean), facets, isAbout, isLoose: isLoose || !whole.length, lost,
    }
  })

  return { query, shown, sayings }
})
