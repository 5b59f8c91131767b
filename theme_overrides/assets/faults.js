// @ts-check
/* In a preview only: what is wrong with the content, over every page. Its list is put before it, the
   gravest first; what this page is about comes before the rest. */
(faults => {
  const place = document.querySelector("[data-md-component=announce]"), own = document.currentScript
  if (!place || !faults.length || !(own instanceof HTMLScriptElement)) return
  /**
   * @param {string} name
   * @param {string} looks
   * @param {(Node | string)[]} inside
   */
  const made = (name, looks, ...inside) => {
    const element = document.createElement(name)
    if (looks) element.className = looks
    element.append(...inside)
    return element
  }
  const root = new URL("..", own.src)
  const here = location.href.replace(/[?#].*$/, "").replace(/index\.html$/, "")
  /** @param {Fault} fault */
  const isOwn = fault => Boolean(fault.page) && new URL(fault.page, root).href === here
  const owned = faults.filter(isOwn), stops = faults.filter(fault => fault.stops)
  const ordered = [...owned, ...faults.filter(fault => !isOwn(fault))]
  const said = [
    `内容有 ${faults.length} 处需要修改`,
    stops.length && `其中 ${stops.length} 处拦截发布`,
    owned.length && `本页 ${owned.length} 处`,
  ].filter(Boolean).join("，")
  const title = made("p", "gk-faults__title", said)
  const list = made("ol", "", ...ordered.map(fault =>
    made("li", isOwn(fault) ? "gk-faults__own" : "", fault.text)))
  list.tabIndex = 0
  list.setAttribute("aria-label", "需要修改的内容")
  const box = made("div", "gk-faults", title, list)
  box.setAttribute("role", "alert")
  const inner = made("div", "md-banner__inner md-grid md-typeset", box)
  place.append(made("aside", "md-banner", inner))
})(gongkaiFaults)
