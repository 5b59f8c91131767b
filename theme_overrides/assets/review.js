// @ts-check
/* The reviewer's list: what is chosen stands in the address, so that it can be passed on and kept.
   The list is complete without this; what it can be chosen by it says itself. */
(() => {
  const form = document.querySelector("form.gk-review__filter"), count = form?.querySelector("output")
  if (!(form instanceof HTMLFormElement) || !count) return
  const ANY = "*"
  /**
   * @param {ParentNode} within
   * @param {string} selector
   * @returns {NodeListOf<HTMLElement>}
   */
  const all = (within, selector) => within.querySelectorAll(selector)
  /** @type {NodeListOf<HTMLInputElement | HTMLSelectElement>} */
  const named = form.querySelectorAll("input[name], select[name]")
  const fields = [...named]
  const departments = [...all(document, "[data-department]")].map(block => ({
    block,
    heading: block.previousElementSibling,
    files: [...all(block, ".gk-review__file")].map(file => {
      /* Words may stand in the title or the path, or in what was found. */
      const title = [...file.children].slice(0, 2).map(line => line.textContent).join(" ")
      const results = [...all(file, "[data-rule]")].map(result =>
        ({ result, text: `${title} ${result.textContent}`.toLowerCase() }))
      return { file, results }
    }),
  }))
  const total = document.querySelectorAll("[data-rule]").length
  /** @param {HTMLInputElement | HTMLSelectElement} field */
  const isBox = field => field.type === "checkbox"
  /** @param {HTMLInputElement | HTMLSelectElement} field */
  const value = field => isBox(field) && "checked" in field && !field.checked ? "" : field.value.trim()
  /** @returns {Record<string, string>} */
  const chosen = () => Object.fromEntries(
    fields.map(field => [field.name, value(field)]).filter(([, text]) => text && text !== ANY))

  /* An unknown word in an address chooses nothing, rather than showing an empty list. */
  const fill = () => {
    const asked = new URLSearchParams(location.search)
    for (const field of fields) {
      const text = asked.get(field.name)
      if (text === null) continue
      if (isBox(field) && "checked" in field) field.checked = text === field.value
      else if (!("options" in field) || [...field.options].some(option => option.value === text)) field.value = text
    }
  }

  const apply = () => {
    const { department, year, severity, rule, text, blocking } = chosen()
    const words = (text || "").toLowerCase().split(/\s+/).filter(Boolean)
    const narrowed = Boolean(severity || rule || blocking || words.length)
    /** @param {{ result: HTMLElement, text: string }} one */
    const isWanted = ({ result, text: own }) =>
      (!severity || result.dataset.severity === severity) &&
      (!rule || result.dataset.rule === rule) &&
      (!blocking || result.dataset.stops) &&
      words.every(word => own.includes(word))
    let shown = 0
    for (const { block, heading, files } of departments) {
      const here = !department || block.dataset.department === department
      let some = false
      for (const { file, results } of files) {
        const fits = here && (!year || file.dataset.year === year)
        let left = 0
        for (const one of results) {
          one.result.hidden = !(fits && isWanted(one))
          if (!one.result.hidden) left++
        }
        file.hidden = !fits || (narrowed && !left)
        some = some || !file.hidden
        shown += left
      }
      for (const rest of all(block, ".gk-review__sound")) rest.hidden = narrowed || Boolean(year)
      block.hidden = !here || ((narrowed || Boolean(year)) && !some)
      if (heading instanceof HTMLElement && /^H[1-6]$/.test(heading.tagName)) heading.hidden = block.hidden
    }
    count.textContent = shown === total ? `共 ${total} 处` : `显示 ${shown} 处，共 ${total} 处`
  }

  const keep = () => {
    const query = new URLSearchParams(chosen()).toString()
    try {
      history.replaceState(null, "", `${location.pathname}${query && "?"}${query}${location.hash}`)
    } catch {
      /* Some browsers keep the address of a file as it is; the choice holds all the same. */
    }
  }

  form.addEventListener("input", () => { apply(); keep() })
  form.addEventListener("submit", event => event.preventDefault())
  addEventListener("popstate", () => { form.reset(); fill(); apply() })
  fill()
  apply()
  form.hidden = false
})()
