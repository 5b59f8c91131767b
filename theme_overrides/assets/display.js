// @ts-check
/* How a reader sees the site: light or dark, larger type, more contrast; chosen here, kept in this
   browser only. Without it the settings of the system and the browser decide. */
(() => {
  const root = document.documentElement
  /**
   * A choice holds for this page even where nothing may be stored.
   * @param {string} name
   * @param {string} value
   */
  const choose = (name, value) => {
    root.dataset[name] = value
    try { localStorage.setItem(`gk-${name}`, value) } catch { /* not remembered */ }
  }

  /* The system's setting until the reader chooses. */
  const dark = matchMedia("(prefers-color-scheme: dark)")
  const label = document.querySelector(".gk-scheme-button span")
  const isDark = () => (root.dataset.scheme || (dark.matches ? "dark" : "light")) === "dark"
  const name = () => { if (label) label.textContent = isDark() ? "浅色显示" : "深色显示" }
  document.querySelector(".gk-scheme-button")?.addEventListener("click", () => {
    choose("scheme", isDark() ? "light" : "dark")
    name()
  })
  dark.addEventListener("change", name)
  name()

  /* A button that is on or off; what it turns on is in its markup. */
  for (const button of document.querySelectorAll("button[data-display]")) {
    if (!(button instanceof HTMLButtonElement)) continue
    const { display = "", value = "" } = button.dataset
    const isOn = () => root.dataset[display] === value
    const tell = () => button.setAttribute("aria-pressed", String(isOn()))
    button.addEventListener("click", () => {
      choose(display, isOn() ? "usual" : value)
      /* The style sheet of more contrast asks which ground is meant. */
      root.dataset.scheme = isDark() ? "dark" : "light"
      tell()
    })
    tell()
  }
})()
