/* Before the first paint: JavaScript is there, and the reader's own choice of light or dark. */
document.documentElement.classList.replace("no-js", "js")
try {
  const chosen = localStorage.getItem("gk-scheme")
  if (chosen) document.documentElement.dataset.scheme = chosen
} catch { /* storage may be forbidden; the system's setting then decides */ }
