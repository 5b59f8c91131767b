// @ts-check
/* Before the first paint: JavaScript is there, a search is asked for, and how the reader has chosen to see the site. */
document.documentElement.classList.replace("no-js", "js")
document.documentElement.classList.toggle("gk-asked", location.search.length > 1)
try {
  for (const name of ["scheme", "type", "contrast"]) {
    const chosen = localStorage.getItem(`gk-${name}`)
    if (chosen) document.documentElement.dataset[name] = chosen
  }
} catch { /* storage may be forbidden; the system's settings then decide */ }
