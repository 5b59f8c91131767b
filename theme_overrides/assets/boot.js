/* Before the first paint: JavaScript is there, and the reader's own choice of light or dark. */
document.documentElement.classList.replace("no-js", "js")
try {
  const chosen = localStorage.getItem("gk-scheme")
  if (chosen) document.documentElement.dataset.scheme = chosen
} catch { /* storage may be forbidden; the system's setting then decides */ }

/* What Material's bundle expects of the inline script that this file replaces. */
var __md_scope = new URL(document.currentScript.dataset.base, location)
var __md_hash = text => [...text].reduce((sum, sign) => (sum << 5) - sum + sign.charCodeAt(0), 0)
var __md_get = (key, storage = localStorage, scope = __md_scope) =>
  JSON.parse(storage.getItem(`${scope.pathname}.${key}`))
var __md_set = (key, value, storage = localStorage, scope = __md_scope) => {
  try { storage.setItem(`${scope.pathname}.${key}`, JSON.stringify(value)) } catch { /* likewise */ }
}
