/* The reviewer's list: what is chosen stands in the address, so that it can be passed on and kept.
   The list is complete without this; what it can be chosen by it says itself. */
(form => {
  if (!form) return
  const ANY = "*"
  const count = form.querySelector("output")
  const fields = [...form.querySelectorAll("[name]")]
  const departments = [...document.querySelectorAll("[data-department]")].map(block => ({
    block,
    heading: block.previousElementSibling,
    files: [...block.querySelectorAll(".gk-review__file")].map(file => {
      /* Words may stand in the title or the path, or in what was found. */
      const title = [...file.children].slice(0, 2).map(line => line.textContent).join(" ")
      const results = [...file.querySelectorAll("[data-rule]")].map(result =>
        ({ result, text: `${title} ${result.textContent}`.toLowerCase() }))
      return { file, results }
    }),
  }))
  const total = document.querySelectorAll("[data-rule]").length
  const value = field => field.type === "checkbox" ? (field.checked ? field.value : "") : field.value.trim()
  const chosen = () => Object.fromEntries(
    fields.map(field => [field.name, value(field)]).filter(([, text]) => text && text !== ANY))

  /* An unknown word in an address chooses nothing, rather than showing an empty list. */
  const fill = () => {
    const asked = new URLSearchParams(location.search)
    for (const field of fields) {
      const text = asked.get(field.name)
      if (text === null) continue
      if (field.type === "checkbox") field.checked = text === field.value
      else if (!field.options || [...field.options].some(option => option.value === text)) field.value = text
    }
  }

  const apply = () => {
    const { department, year, severity, rule, text, blocking } = chosen()
    const words = (text || "").toLowerCase().split(/\s+/).filter(Boolean)
    const narrowed = Boolean(severity || rule || blocking || words.length)
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
          left += !one.result.hidden
        }
        file.hidden = !fits || (narrowed && !left)
        some ||= !file.hidden
        shown += left
      }
      for (const rest of block.querySelectorAll(".gk-review__sound")) rest.hidden = narrowed || Boolean(year)
      block.hidden = !here || ((narrowed || Boolean(year)) && !some)
      if (heading && /^H[1-6]$/.test(heading.tagName)) heading.hidden = block.hidden
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
})(document.querySelector(".gk-review__filter"))
