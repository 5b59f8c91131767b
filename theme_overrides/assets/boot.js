/* Before the first paint: JavaScript is there, a search is asked for, and the reader's own choice of light or dark. */
document.documentElement.classList.replace("no-js", "js")
document.documentElement.classList.toggle("gk-asked", location.search.length > 1)
try {
  const chosen = localStorage.getItem("gk-scheme")
  if (chosen) document.documentElement.dataset.scheme = chosen
} catch { /* storage may be forbidden; the system's setting then decides */ }
