// @ts-check
/* What stands at the head and the foot of each printed sheet, for browsers that can print it there: whose
   paper it is, its number, where and when it was disclosed, when it was printed. */
(() => {
  const brand = document.querySelector(".gk-brand__name")
  const site = brand instanceof HTMLImageElement ? brand.alt : brand?.textContent?.trim()
  const terms = [...document.querySelectorAll(".gk-disclosure dt")]
  /** @param {string} name */
  const told = name => terms.find(term => term.textContent === name)?.nextElementSibling?.textContent?.trim()
  /**
   * @param {string} name
   * @param {(string | undefined)[]} words
   */
  const put = (name, ...words) => {
    /* Quoted for JSON is quoted for a style sheet too. */
    document.documentElement.style.setProperty(name, JSON.stringify(words.filter(Boolean).join("　")))
  }
  const published = told("发布日期"), today = new Date()
  const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
    .map(part => String(part).padStart(2, "0")).join("-")
  put("--gk-sheet-head", site, told("文号"))
  put(
    "--gk-sheet-foot",
    location.protocol === "file:" ? "" : location.href.replace(/[?#].*$/, ""),
    published && /^\d/.test(published) ? `发布 ${published}` : "",
    `打印 ${day}`,
  )
})()
