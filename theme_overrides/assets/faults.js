/* In a preview only: what is wrong with the content, over every page. Its list is put before it. */
(faults => {
  const place = document.querySelector("[data-md-component=announce]")
  if (!place || !faults.length) return
  const made = (name, looks, ...inside) => {
    const element = document.createElement(name)
    if (looks) element.className = looks
    element.append(...inside)
    return element
  }
  const title = made("p", "gk-faults__title", `内容有 ${faults.length} 处需要修改`)
  const list = made("ol", "", ...faults.map(fault => made("li", "", fault)))
  list.tabIndex = 0
  list.setAttribute("aria-label", "需要修改的内容")
  const box = made("div", "gk-faults", title, list)
  box.setAttribute("role", "alert")
  const inner = made("div", "md-banner__inner md-grid md-typeset", box)
  place.append(made("aside", "md-banner", inner))
})(gongkaiFaults)
