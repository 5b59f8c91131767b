// @ts-check
/* Menu and table of contents, and what is folded on paper. All text is readable without it. */
(() => {
  /* Menu on narrow screens; lists of a section close when the reader turns elsewhere. */
  const button = document.querySelector(".gk-menu-button"), nav = document.querySelector(".gk-nav")
  /** @type {NodeListOf<HTMLDetailsElement>} */
  const sections = document.querySelectorAll("details.gk-menu")
  if (button instanceof HTMLElement && nav) {
    /** @param {boolean} open */
    const show = open => {
      button.setAttribute("aria-expanded", String(open))
      nav.classList.toggle("gk-nav--open", open)
    }
    const isOpen = () => button.getAttribute("aria-expanded") === "true"
    button.addEventListener("click", () => show(!isOpen()))
    document.addEventListener("keydown", event => {
      if (event.key !== "Escape") return
      const section = [...sections].find(item => item.open)
      if (section) {
        section.open = false
        section.querySelector("summary")?.focus()
      } else if (isOpen()) {
        show(false)
        button.focus()
      }
    })
  }
  /** @param {Event} event */
  const leave = event => {
    for (const item of sections) {
      if (!(event.target instanceof Node && item.contains(event.target))) item.open = false
    }
  }
  document.addEventListener("click", leave)
  document.addEventListener("focusin", leave)

  /* What is folded is printed, by browsers whose style sheets cannot open it too. */
  /** @type {NodeListOf<HTMLDetailsElement>} */
  const folded = document.querySelectorAll("details.gk-coverage:not([open]), details.gk-cite:not([open])")
  addEventListener("beforeprint", () => { for (const item of folded) item.open = true })
  addEventListener("afterprint", () => { for (const item of folded) item.open = false })

  /* A report is cited by its whole address, which only the browser knows. */
  const address = document.querySelector(".gk-cite__address")
  if (address && /^https?:$/.test(location.protocol)) {
    address.textContent = location.href.replace(/[?#].*$/, "")
  }

  /* The table of contents stands open where it has a column of its own. */
  const toc = document.querySelector("details.gk-toc"), wide = matchMedia("(min-width: 70rem)")
  if (toc instanceof HTMLDetailsElement) {
    const unfold = () => { toc.open = wide.matches }
    wide.addEventListener("change", unfold)
    unfold()
  }
})()
