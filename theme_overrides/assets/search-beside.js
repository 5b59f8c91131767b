/* What is found beside reports: ready lists, sections of pages written by hand, departments, frames. They stand below
   the reports, and before them where one is called just what was typed. */
const gongkaiBeside = (() => {
  const MOST = 5, BEFORE = 24, LENGTH = 110
  const { fold, parse, open, part, link } = gongkaiSearch

  const titled = 3, named = 2 /* the same title; the words in the title */
  const rated = ([label, title, address, text, asked], typed, pieces) => {
    /* Who asks for a list in everyday words need not have all of them in it. */
    if (asked.some(said => typed.includes(said))) return [{ label, title, address, text, worth: titled, isLed: true }]
    const head = fold(title), whole = `${head}\n${fold(text)}`
    if (!pieces.every(({ pattern, without }) => without !== (whole.search(pattern) >= 0))) return []
    const worth = head === typed ? titled : pieces.some(({ pattern, without }) => !without && head.search(pattern) >= 0) ? named : 1
    return [{ label, title, address, text, worth }]
  }
  /* Of a question in other words: what has most of them in its title, or all of them somewhere. Words
     that are the title, and half of the question or more, make it what was asked for; a third of it shows it. */
  const understood = ([label, title, address, text], groups) => {
    const head = fold(title), whole = fold(text), found = []
    let all = 0, inTitle = 0, below = 0, isTitle = false
    for (const ways of groups) {
      const size = ways[0].length, inHead = ways.find(way => head.includes(way)), told = inHead || ways.find(way => whole.includes(way))
      all += size
      if (inHead) inTitle += size
      else if (told) below += size
      if (told) found.push(told)
      if (inHead === head) isTitle = true
    }
    if (inTitle * (isTitle ? 3 : 2) < all && inTitle + below < all) return []
    const worth = isTitle && inTitle * 2 >= all ? titled : named * (inTitle + below / 2) / all
    return [{ label, title, address, text, worth, pieces: found.flatMap(parse) }]
  }
  /* Whatever has all that was typed, the best first; else lists that a word of it leads to, with what has
     the words in the ways in which they were understood. Nothing where the list is lost. */
  const query = async (text, groups = []) => {
    const pieces = parse(text)
    if (!pieces.some(({ without }) => !without)) return []
    const rows = await part((await open()).beside, data => data, "beside")
    const ways = groups.map(some => some.map(fold))
    const typed = rows.flatMap(row => rated(row, fold(text.trim()), pieces)), isLed = typed.every(one => one.isLed)
    const others = isLed && ways.length ? rows.flatMap(row => understood(row, ways)) : []
    const found = [...typed, ...others.filter(({ address }) => !typed.some(one => one.address === address))]
    return found.sort((a, b) => b.worth - a.worth).slice(0, MOST).map(one => ({ pieces, ...one, isBetter: one.worth === titled }))
  }

  const make = (name, className, ...children) => {
    const element = document.createElement(name)
    if (className) element.className = className
    element.append(...children)
    return element
  }
  const excerpt = ({ text, pieces }) => {
    const hits = pieces.flatMap(({ pattern, without }) => without ? [] : [...text.matchAll(pattern)].slice(0, 1))
    const [hit] = hits.sort((a, b) => a.index - b.index), from = hit && hit.index > LENGTH - BEFORE ? hit.index - BEFORE : 0
    const end = hit ? hit.index + hit[0].length : 0, to = Math.max(from + LENGTH, end)
    const line = make("p", "gk-hit__excerpt", from ? "…" : "", text.slice(from, hit ? hit.index : to))
    if (hit) line.append(make("mark", "", hit[0]), text.slice(end, to))
    if (to < text.length) line.append("…")
    return line
  }
  const item = one => {
    const title = make("a", "", one.title)
    title.href = link(one.address)
    return make("li", "gk-hit gk-hit--beside", make("h3", "", title), make("p", "gk-hit__facts", one.label), excerpt(one))
  }
  /* Lists before and behind the results of reports, each only where it has something. */
  const show = (found, results) => {
    for (const list of results.parentNode.querySelectorAll(".gk-beside")) list.remove()
    for (const [isBetter, place] of [[true, "before"], [false, "after"]]) {
      const some = found.filter(one => one.isBetter === isBetter)
      if (!some.length) continue
      const list = make("ul", "gk-beside", ...some.map(item))
      list.setAttribute("aria-label", "本站其他页面")
      results[place](list)
    }
  }
  return { query, show }
})()
