/* Menu, switch for light and dark, table of contents. All text is readable without it. */
(() => {
  const root = document.documentElement
  const find = (selector, from = document) => from.querySelector(selector)

  /* Menu on narrow screens; lists of a section close when the reader turns elsewhere. */
  const button = find(".gk-menu-button"), nav = find(".gk-nav")
  const sections = [...document.querySelectorAll(".gk-menu")]
  const show = open => {
    button.setAttribute("aria-expanded", open)
    nav.classList.toggle("gk-nav--open", open)
  }
  button.addEventListener("click", () => show(button.getAttribute("aria-expanded") === "false"))
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape") return
    const section = sections.find(item => item.open)
    if (section) {
      section.open = false
      find("summary", section).focus()
    } else if (button.getAttribute("aria-expanded") === "true") {
      show(false)
      button.focus()
    }
  })
  const leave = event => {
    for (const item of sections) if (!item.contains(event.target)) item.open = false
  }
  document.addEventListener("click", leave)
  document.addEventListener("focusin", leave)

  /* Light and dark: the system's setting until the reader chooses. */
  const dark = matchMedia("(prefers-color-scheme: dark)")
  const scheme = () => root.dataset.scheme || (dark.matches ? "dark" : "light")
  const name = () => {
    find(".gk-scheme-button span").textContent = scheme() === "dark" ? "浅色显示" : "深色显示"
  }
  find(".gk-scheme-button").addEventListener("click", () => {
    root.dataset.scheme = scheme() === "dark" ? "light" : "dark"
    try { localStorage.setItem("gk-scheme", root.dataset.scheme) } catch { /* not remembered */ }
    name()
  })
  dark.addEventListener("change", name)
  name()

  /* What is folded is printed, by browsers whose style sheets cannot open it too. */
  const folded = [...document.querySelectorAll(".gk-coverage:not([open])")]
  addEventListener("beforeprint", () => { for (const item of folded) item.open = true })
  addEventListener("afterprint", () => { for (const item of folded) item.open = false })

  /* A report is cited by its whole address, which only the browser knows. */
  const address = find(".gk-cite__address")
  if (address && /^https?:$/.test(location.protocol)) {
    address.textContent = location.href.replace(/[?#].*$/, "")
  }

  /* The table of contents stands open where it has a column of its own. */
  const toc = find(".gk-toc"), wide = matchMedia("(min-width: 70rem)")
  const unfold = () => { toc.open = wide.matches }
  if (toc) {
    wide.addEventListener("change", unfold)
    unfold()
  }
})()
