/* Lists: each heading orders the rows, a field above a long one shows those that hold all words typed.
   The table is complete without this; everything it needs it reads from the table itself. How it is
   ordered and filtered stands in the address, so that it can be linked and is there after a way back:
   ?sort=预算&order=desc&filter=公交, with a number behind the names for the second table of a page. */
(() => {
  const POWERS = { "亿元": 8, "万元": 4 }
  const DOWN = "desc"
  const STATES = ["ascending", "descending", "none"]
  const LONG = 5 /* rows; fewer are seen at a glance */
  const NUMBER = /^(-?[\d,]+(?:\.\d+)?)\s*(亿元|万元|元)?/
  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties)
    element.append(...children)
    return element
  }

  /* What a cell is ordered by: a number with its unit, else its text; nothing when there is a dash. */
  const key = (row, column) => {
    const cell = row.cells[column]
    if (cell.dataset.order) return Number(cell.dataset.order)
    const text = cell.textContent.trim(), number = NUMBER.exec(text)
    if (!cell.classList.contains("gk-number")) return text === "—" ? null : text
    return number && Number(`${number[1].replaceAll(",", "")}e${POWERS[number[2]] || 0}`)
  }
  const compare = (a, b) => typeof a === "number" && typeof b === "number"
    ? a - b : String(a).localeCompare(String(b), "zh-Hans-CN")
  const ordered = (rows, column, factor) => rows
    .map(row => [row, key(row, column)])
    .sort(([, a], [, b]) => a === null || b === null
      ? (a === null) - (b === null) : factor * compare(a, b))
    .map(([row]) => row)

  /* The address of the page itself: a step back leads off the page, not through each press. */
  const remember = values => {
    const asked = new URLSearchParams(location.search)
    for (const [name, value] of Object.entries(values)) {
      if (value) asked.set(name, value)
      else asked.delete(name)
    }
    const search = String(asked) && `?${asked}`
    if (search !== location.search) history.replaceState(history.state, "", location.pathname + search + location.hash)
  }
  const remembered = name => new URLSearchParams(location.search).get(name) || ""

  const sortable = (table, rows, number) => {
    const headings = [...table.tHead.rows[0].cells], titles = headings.map(heading => heading.textContent.trim())
    table.classList.add("gk-ordered")
    const order = (column, state) => {
      for (const other of headings) other.removeAttribute("aria-sort")
      if (state !== "none") headings[column].setAttribute("aria-sort", state)
      table.tBodies[0].append(...(state === "none" ? rows : ordered(rows, column, state === "descending" ? -1 : 1)))
    }
    for (const [column, heading] of headings.entries()) {
      /* A heading that is a link keeps it, and has the button beside it. */
      const isLink = Boolean(heading.querySelector("a")), words = isLink ? [] : [...heading.childNodes]
      const button = make("button", { type: "button", className: "gk-sort" }, ...words)
      if (isLink) button.setAttribute("aria-label", `按 ${heading.textContent.trim()} 排序`)
      heading.append(button)
      /* A heading that is drawn again on the next sheet comes without its button. */
      addEventListener("beforeprint", () => button.replaceWith(...words))
      addEventListener("afterprint", () => {
        button.append(...words)
        heading.append(button)
      })
      button.addEventListener("click", () => {
        const next = STATES[(STATES.indexOf(heading.getAttribute("aria-sort")) + 1) % STATES.length]
        order(column, next)
        remember({
          [`sort${number}`]: next !== "none" && titles[column],
          [`order${number}`]: next === "descending" && DOWN,
        })
      })
    }
    const column = titles.indexOf(remembered(`sort${number}`))
    if (column >= 0) order(column, remembered(`order${number}`) === DOWN ? "descending" : "ascending")
  }

  const plain = text => text.normalize("NFKC").toLowerCase().replace(/(\d),(?=\d{3}(?!\d))/g, "$1")
  const filterable = (table, rows, number) => {
    const texts = rows.map(row => plain(`${row.textContent} ${row.dataset.words || ""}`))
    const id = `gk-filter-${number || 1}`, { hint, unit } = table.dataset
    const field = make("input", { type: "search", id, className: "gk-filter__field", autocomplete: "off" })
    const count = make("output", { className: "gk-filter__count" })
    count.setAttribute("for", id)
    const show = () => {
      const words = plain(field.value).split(/\s+/).filter(Boolean)
      let shown = 0
      rows.forEach((row, n) => {
        row.hidden = !words.every(word => texts[n].includes(word))
        shown += !row.hidden
      })
      count.textContent = `显示 ${shown} ${unit}，共 ${rows.length} ${unit}`
    }
    field.addEventListener("input", () => {
      show()
      remember({ [`filter${number}`]: field.value.trim() })
    })
    field.value = remembered(`filter${number}`)
    show()
    const label = make("label", { htmlFor: id }, "筛选")
    field.placeholder = hint
    table.closest(".gk-scroll").before(make("div", { className: "gk-filter" }, label, field, count))
  }

  /* What readers filter has the plain names in the address. */
  const isLong = table => table.classList.contains("gk-filterable"), all = [...document.querySelectorAll(".gk-sortable")]
  for (const [n, table] of [...all.filter(isLong), ...all.filter(table => !isLong(table))].entries()) {
    const rows = [...table.tBodies[0].rows], number = n ? String(n + 1) : ""
    if (rows.length < 2) continue
    sortable(table, rows, number)
    if (isLong(table) && rows.length > LONG) filterable(table, rows, number)
  }
})()
