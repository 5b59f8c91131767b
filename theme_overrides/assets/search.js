/* The engine; generator/search says what is loaded. */
const gongkaiSearch = (() => {
  const FORMAT = 4 /* of the index that this engine reads */
  const HERE = document.currentScript.src, ROOT = new URL("../", HERE), INDEX = new URL("search/index/", ROOT)
  /* Of a term in prose, rows, a part of the report, names, what it is about and an original; in another part, in all of it. */
  const WEIGHTS = [1, 1.2, 2, 2, 2.4, 0.8], NAMES = 3, BELOW = 0.9, ABOVE = 0.5
  const SERIES = [0, 0, 1, 0, 0, 2] /* of which kind each counts the documents */
  const ORIGINAL = 3 /* a kind of part */
  const ENOUGH = [0.6, 0.35] /* the second forgives a mistake */
  const ABSENT = 3 /* what an unknown word costs at most */
  const PATIENCE = 30000, AGE = 10000 /* milliseconds: for one file; between two renewals */

  const arrived = new WeakMap(), asked = new Map()
  const load = (url, prepare = data => data, kind = "") => {
    if (!asked.has(url)) asked.set(url, new Promise((done, fail) => {
      const script = document.createElement("script")
      const end = () => {
        clearTimeout(late)
        script.remove()
        try {
          const [its, data] = arrived.get(script) || []
          if (!its || kind && its !== kind) throw Error(url)
          done(prepare(data))
        } catch (error) {
          asked.delete(url)
          fail(error)
        }
      }
      const late = setTimeout(end, PATIENCE)
      script.onload = script.onerror = end
      script.src = url
      document.head.append(script)
    }))
    return asked.get(url)
  }
  const asset = (name, prepare) => load(new URL(`${name}.js${new URL(HERE).search}`, HERE).href, prepare, name)
  /* What the browser kept of a spoilt file must not count. */
  let fresh = "", renewed = 0
  const spoilt = new Set(["manifest"])
  const part = (name, prepare, kind) => load(new URL(`${name}.js${spoilt.has(name) ? fresh : ""}`, INDEX).href, prepare, kind)
    .catch(error => {
      spoilt.add(name)
      throw error
    })
  const renew = () => {
    fresh = `?${renewed = Date.now()}`
    asked.clear()
  }
  /* A lost file costs what it holds. Where one is lost, the site may have been published anew: all is asked once more. */
  const orLost = (promise, lost) => promise.catch(error => void lost.add(error))
  const sturdy = async work => {
    const isOver = () => !navigator.onLine || Date.now() - renewed < AGE
    try {
      const answer = await work()
      if (!answer.lost.size || isOver()) return answer
    } catch (error) {
      if (isOver()) throw error
    }
    renew()
    return work()
  }

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
  /* In 元, half up. */
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

  const fitting = manifest => {
    if (manifest.format !== FORMAT) throw Object.assign(Error("format"), { isOld: true })
    return manifest
  }
  /* Names of files, in base 64 each of them eight signs. */
  const names = list => (list.match(/.{8}/g) || []).map(name => [...atob(name)].map(byte => (256 + byte.charCodeAt(0)).toString(16).slice(1)).join(""))
  const opened = ({ columns, shards, check, ...others }, { columns: all, dictionary }) => part(columns, ([data, reports]) => {
    if (spread(reports) !== check) throw Error("columns")
    const column = Object.fromEntries(all.map((name, n) => [name, data[n]]))
    /* Of each document its report, its kind, and what it is a piece of: itself, but for originals. */
    const owner = [], first = [], kinds = [], whole = [], series = [first, [], []]
    column.findings.forEach((findings, report) => {
      first.push(owner.length)
      const put = (kind, count) => {
        for (const start = owner.length; count--;) {
          if (kind) series[kind === ORIGINAL ? 2 : 1].push(owner.length)
          whole.push(kind === ORIGINAL ? start : owner.length)
          owner.push(report)
          kinds.push(kind)
        }
      }
      for (const [kind, count] of [1, findings, column.recommendations[report]].entries()) put(kind, count)
      for (const count of column.originals?.[report] || []) put(ORIGINAL, count)
    })
    return { ...others, dictionary, column, owner, kinds, whole, series, first: [...first, owner.length], reports: names(reports), shards: names(shards) }
  }, "columns")
  const open = async (lost = new Set()) => {
    const [{ segments, ...lists }] = await Promise.all([part("manifest", fitting, "manifest"), results()])
    const found = await Promise.all(segments.map(one => orLost(opened(one, lists), lost)))
    if (segments.length && !found.some(Boolean)) throw [...lost][0]
    return { ...lists, segments: found.filter(Boolean) }
  }
  /* What is shown of what was found is the matter of a script of its own. */
  const results = () => asset("search-results", make => make({ COMMA, plain, fold, pattern, part, find, sturdy, orLost, spread, names, cell, isWhole, byScore }))
  const query = async (text, options) => (await results()).query(text, options)
  const shown = async (...given) => (await results()).shown(...given)
  const sayings = async (...given) => (await results()).sayings(...given)

  const spread = term => {
    let hash = 2166136261
    for (const sign of term) hash = Math.imul(hash ^ sign.codePointAt(), 16777619) >>> 0
    return hash
  }
  const shard = (number, count) => data => {
    const entries = new Map([...data.matchAll(/(?: ([^ ]+) |([^ -~]+))([!-~]+)/g)].map(([, mixed, term = mixed, entry]) => [term, entry]))
    for (const term of entries.keys()) if (spread(term) % count !== number) throw Error("shard")
    return entries
  }
  /* Documents times eight, and fields. */
  const places = (series, written = "") => {
    const found = []
    let last = -1, field = 0, before = 0
    for (let n = 0; n < written.length; n++) {
      const code = written.charCodeAt(n), digit = code - (code > 92 ? 36 : 35)
      if (digit < 0) [field, last] = [field + 1, -1]
      else if (digit > 63) before = before * 27 + digit - 64
      else {
        last += before * 64 + digit + 1
        before = 0
        const document = series[SERIES[field]][last]
        if (document === undefined) throw Error("places")
        found.push(document * 8 + field)
      }
    }
    return found
  }
  const gather = (segments, words, filter, lost) => Promise.all(words.map(async term => {
    let number = 0, total = 0
    const found = await Promise.all(segments.map(async segment => {
      const { shards, owner, series } = segment, count = shards.length, at = spread(term) % count
      const here = await orLost(part(shards[at], shard(at, count), "terms").then(entries => places(series, entries.get(term))), lost)
      if (!here) return null
      number += here.length
      total += owner.length
      return here.filter(place => filter(segment, place))
    }))
    const weight = Math.log1p((total - number + 0.5) / (number + 0.5))
    return [term, { found, number, weight: number || /\d/.test(term) ? weight : ABSENT }]
  }))
  /* Documents that have a term, or whose report or parts have: the other pieces of an original, but
     a report says nothing of what only its originals do. */
  const reach = ({ owner, first, kinds, whole }, found, visit) => {
    const own = new Float64Array(owner.length)
    const beside = (n, isBeside) => { for (; isBeside(n); n++) own[n] || visit(n, own[n] = ABOVE, false) }
    for (const place of found) {
      const document = place >> 3
      visit(document, own[document] = WEIGHTS[place & 7], true)
    }
    let last
    for (const place of found) {
      const document = place >> 3, report = owner[document], top = first[report], start = whole[document]
      if (kinds[document] === ORIGINAL) {
        if (last !== (last = start)) beside(start, n => whole[n] === start)
      } else if (document !== top) own[top] || visit(top, own[top] = BELOW, true)
      else if ((place & 7) >= NAMES) beside(top + 1, n => owner[n] === report)
    }
  }

  /* What matches well enough; without words, everything. */
  const rank = (segments, pieces, weights) => {
    const wanted = pieces.filter(piece => !piece.without), all = []
    segments.forEach((segment, s) => {
      /* Of what is not lost here. */
      const known = own => own.filter(term => weights.get(term).found[s])
      let sum = 0
      for (const { terms: own } of wanted) for (const term of known(own)) sum += weights.get(term).weight
      if (wanted.length && !sum) return
      const { owner, first, kinds, whole } = segment, numbers = () => new Float64Array(owner.length)
      const score = numbers(), covered = numbers(), hit = numbers(), out = numbers()
      for (const { terms: own, quoted, without } of pieces) {
        const held = numbers(), here = known(own)
        for (const term of here) {
          const { found, weight } = weights.get(term)
          reach(segment, found[s], (document, factor, itself) => {
            /* What is quoted stands in one piece. */
            if (quoted && !without && !itself && kinds[document] === ORIGINAL) return
            held[document]++
            if (without) return
            score[document] += weight * factor
            covered[document] += weight
            hit[document] |= itself
          })
        }
        if (here.length && (quoted || without)) held.forEach((n, document) => { out[document] |= (n === here.length) === without })
      }
      for (let document = 0; document < owner.length; document++) {
        const share = sum ? Math.min(1, covered[document] / sum) : 1
        if (out[document] || share < ENOUGH[1] || sum && !hit[document]) continue
        const report = owner[document], top = first[report], key = segment.reports[report]
        all.push({ segment, document, report, n: document - top, key, id: `${key} ${whole[document] - top}`, share, score: score[document] * share ** 2 })
      }
    })
    const good = all.filter(({ share }) => share >= ENOUGH[0])
    return (good.length ? good : all).sort(byScore)
  }

  const cell = ({ segment, report, document }, name) => name === "kind" ? segment.kinds[document] : segment.column[name][report]
  const isWhole = one => one?.share > 0.99
  const byScore = (a, b) => isWhole(b) - isWhole(a) || b.all - a.all || b.score - a.score || cell(b, "year") - cell(a, "year") ||
    cell(a, "department") - cell(b, "department") || a.document - b.document
  /* Signs of GB 2312 are Simplified, but for a few. */
  const TRADITIONAL = /[乾吒夥後徵拚捱摺於榘菸薹袷醣麴麽]/, HAN = /\p{sc=Han}/u
  let national = ""
  const isSimple = text => {
    national ||= new TextDecoder("gb18030").decode(Uint8Array.from({ length: 72 * 188 }, (_, n) => n % 2 ? 161 + (n >> 1) % 94 : 176 + Math.floor(n / 188)))
    return !TRADITIONAL.test(text) && [...text].every(sign => !HAN.test(sign) || national.includes(sign))
  }
  /* All that matches, best first; inNames: reports by name. */
  const find = (text, inNames) => sturdy(async () => {
    const lost = new Set(), manifest = await open(lost), { segments } = manifest, pieces = parse(text)
    const isName = ({ first, owner }, place) => (place & 7) >= NAMES && first[owner[place >> 3]] === place >> 3
    const words = new Set(pieces.flatMap(piece => piece.terms))
    const weights = new Map(await gather(segments, [...words], inNames ? isName : () => true, lost))
    const all = [...weights.values()]
    if (all.length && segments.length && !all.some(({ found }) => found.some(Boolean))) throw [...lost][0]
    if (!all.every(({ number }) => number) && !isSimple(text)) {
      const simple = await orLost(asset("traditional", ([from, to]) => new Map([...from].map((sign, n) => [sign, to[n]]))), lost)
      const simplified = text.replace(/./gu, sign => simple?.get(sign) ?? sign)
      if (simplified !== text) return find(simplified, inNames)
    }
    return { manifest, pieces, weights, lost, found: text.trim() && !pieces.length ? [] : rank(segments, pieces, weights) }
  })

  const link = address => new URL(address.replace(/(^|\/)(?=#|$)/, "$1index.html"), ROOT).href
  const add = (...given) => arrived.set(document.currentScript, given)
  return { add, fold, parse, open, part, find, shown, sayings, query, link, renew, sturdy }
})()
