// @ts-check
/* Before the first paint: JavaScript is there, and how the reader has chosen to see the site. */
document.documentElement.classList.replace("no-js", "js")
try {
  for (const name of ["scheme", "type", "contrast"]) {
    const chosen = localStorage.getItem(`gk-${name}`)
    if (chosen) document.documentElement.dataset[name] = chosen
  }
} catch { /* storage may be forbidden; the system's settings then decide */ }
if (!document.documentElement.dataset.contrast && matchMedia("(prefers-contrast: more)").matches) {
  document.documentElement.dataset.contrast = "high"
}
/* More contrast has two grounds; which one is said outright, since the style sheet asks for it. */
if (document.documentElement.dataset.contrast === "high" && !document.documentElement.dataset.scheme) {
  document.documentElement.dataset.scheme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"
}
