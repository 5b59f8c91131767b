/* Lists: each heading orders the rows, a field above a long one shows those that hold all words typed.
   The table is complete without this; everything it needs it reads from the table itself. */
(() => {
  const POWERS = { "亿元": 8, "万元": 4 }
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

  const sortable = (table, rows) => {
    const headings = [...table.tHead.rows[0].cells]
    table.classList.add("gk-ordered")
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
        for (const other of headings) other.removeAttribute("aria-sort")
        if (next !== "none") heading.setAttribute("aria-sort", next)
        const factor = next === "descending" ? -1 : 1
        table.tBodies[0].append(...(next === "none" ? rows : ordered(rows, column, factor)))
      })
    }
  }

  const plain = text => text.normalize("NFKC").toLowerCase().replace(/(\d),(?=\d{3}(?!\d))/g, "$1")
  const filterable = (table, rows, number) => {
    const texts = rows.map(row => plain(`${row.textContent} ${row.dataset.words || ""}`))
    const id = `gk-filter-${number}`, { hint, unit } = table.dataset
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
    field.addEventListener("input", show)
    show()
    const label = make("label", { htmlFor: id }, "筛选")
    field.placeholder = hint
    table.closest(".gk-scroll").before(make("div", { className: "gk-filter" }, label, field, count))
  }

  document.querySelectorAll(".gk-sortable").forEach((table, number) => {
    const rows = [...table.tBodies[0].rows]
    if (rows.length < 2) return
    sortable(table, rows)
    if (table.classList.contains("gk-filterable") && rows.length > LONG) filterable(table, rows, number)
  })
})()
