/* The search box in the head of every page: suggestions while typing, and keys that lead into it.
   Without this file the form still leads to the search page. */
(() => {
  const here = document.currentScript.src
  const input = document.querySelector(".gk-search__query")
  const WAIT = 120

  /* The keys / s f go to the box; a reader who speaks to the computer can turn them off (WCAG 2.1.4). */
  const wanted = () => {
    try { return localStorage.getItem("gk-keys") !== "off" } catch { return true }
  }
  document.addEventListener("keydown", event => {
    if (!"/sf".includes(event.key) || event.ctrlKey || event.altKey || event.metaKey) return
    if (event.isComposing || event.defaultPrevented || !wanted()) return
    if (event.target.closest?.("input, textarea, select, [contenteditable]")) return
    const box = document.getElementById("search-query") || input
    if (!box) return
    event.preventDefault()
    box.focus()
    box.select()
  })
  if (!input) return

  /* The engine comes when it is first needed. */
  let engine
  const load = () => engine ||= new Promise((done, failed) => {
    const script = document.createElement("script")
    script.src = new URL(`search.js${new URL(here).search}`, here)
    script.onload = () => done(gongkaiSearch)
    script.onerror = () => {
      engine = null
      failed(new Error("search.js"))
    }
    document.head.append(script)
  })

  /* Departments by any of their names, then projects and reports by theirs. */
  const KINDS = { department: "部门", project: "项目", report: "报告" }
  const DEPARTMENTS = 3, MOST = 8
  const suggestions = async text => {
    const { find, fold, shown } = await load()
    const { manifest, pieces, found } = await find(text, true)
    const wanted = pieces.filter(piece => !piece.without)
    if (!wanted.length) return []
    const isNamed = names => wanted.some(piece => names.some(name => fold(name).includes(piece.text)))
    const departments = manifest.departments
      .map((names, n) => [names, manifest.facets.department[n][0]])
      .filter(([names]) => isNamed(names)).slice(0, DEPARTMENTS)
      .map(([[title], id]) => ({ kind: "department", title, address: `departments/${id}/` }))
    const projects = [], reports = [], seen = new Set()
    for (const one of found.slice(0, 2 * MOST)) {
      const known = await shown(manifest, one)
      if (!known) continue /* its file is lost */
      const [{ title, project, department, address, lapsed }] = known, key = project + department
      if (isNamed([project]) && !seen.has(key)) projects.push({ kind: "project", title: project, department, address })
      else reports.push({ kind: "report", title, department, address, lapsed })
      seen.add(key)
    }
    return [...departments, ...projects, ...reports].slice(0, MOST)
  }

  /* A combobox, as the ARIA practices describe it. */
  const list = document.createElement("ul"), status = document.createElement("p")
  Object.assign(list, { id: "gk-suggestions", className: "gk-suggestions", hidden: true })
  list.setAttribute("role", "listbox")
  list.setAttribute("aria-label", "搜索建议")
  status.className = "gk-unseen"
  status.setAttribute("role", "status")
  input.closest(".gk-search").append(list, status)
  for (const [name, value] of Object.entries({
    "role": "combobox", "aria-autocomplete": "list", "aria-haspopup": "listbox",
    "aria-expanded": "false", "aria-controls": list.id,
  })) input.setAttribute(name, value)

  let active = -1, asked = 0, timer
  const options = () => [...list.children]
  const choose = number => {
    active = number
    for (const [n, option] of options().entries()) {
      option.setAttribute("aria-selected", n === number)
      if (n === number) option.scrollIntoView({ block: "nearest" })
    }
    if (number < 0) input.removeAttribute("aria-activedescendant")
    else input.setAttribute("aria-activedescendant", options()[number].id)
  }
  const open = yes => {
    list.hidden = !yes
    input.setAttribute("aria-expanded", yes)
    if (!yes) choose(-1)
  }
  const close = () => {
    clearTimeout(timer)
    asked++
    open(false)
  }
  const option = ({ kind, title, department, address, lapsed }, number) => {
    const item = document.createElement("li"), label = document.createElement("span")
    item.id = `gk-suggestion-${number}`
    item.setAttribute("role", "option")
    item.dataset.href = gongkaiSearch.link(address)
    label.textContent = [KINDS[kind], department, lapsed].filter(Boolean).join(" · ")
    item.append(title, " ", label)
    return item
  }
  const suggest = async () => {
    const turn = ++asked, text = input.value.trim()
    if (!text) return close()
    let found = []
    try {
      found = await suggestions(text)
    } catch {
      /* The form works without; the site may have been published anew. */
      if (navigator.onLine) engine?.then(loaded => loaded.renew(), () => {})
    }
    if (turn !== asked || document.activeElement !== input) return
    list.replaceChildren(...found.map(option))
    list.dataset.query = text
    status.textContent = found.length ? `${found.length} 条建议，按上下键选择` : ""
    open(found.length > 0)
    choose(-1)
  }
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(suggest, WAIT)
  }
  const go = item => { location.assign(item.dataset.href) }

  input.addEventListener("focus", () => { load().catch(() => {}) }, { once: true })
  input.addEventListener("input", event => event.isComposing || soon())
  input.addEventListener("compositionstart", () => clearTimeout(timer))
  input.addEventListener("compositionend", soon)
  input.addEventListener("blur", close)
  input.addEventListener("keydown", event => {
    if (event.isComposing) return
    const count = options().length
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault()
      if (list.hidden) return void suggest()
      const step = event.key === "ArrowDown" ? 1 : -1
      choose((active + 1 + step + count + 1) % (count + 1) - 1)
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault()
      go(options()[active])
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault()
      event.stopPropagation()
      close()
    }
  })
  /* A press must not take the focus away: the list would be gone before the click. */
  list.addEventListener("mousedown", event => event.preventDefault())
  list.addEventListener("click", event => {
    const item = event.target.closest("[role=option]")
    if (item) go(item)
  })
})()
