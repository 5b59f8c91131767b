/* What the money of the results adds up to, said in words: of how many reports, and why not of the others. */
const gongkaiSums = (() => {
  const WAN = 1e6, YI = 1e10 /* in 分 */
  const ELSEWHERE = "金额属于没有选的年度"

  /* Exactly, in 万元; what is long also rounded, and then alone where there is little room. Sums that stand
     together have one unit and as many decimals as the finest of them needs. */
  const decimals = fen => String(fen % WAN).padStart(6, "0").replace(/0+$/, "").length
  const exact = (fen, places) => {
    const rest = String(fen % WAN).padStart(6, "0").slice(0, places)
    return `${Math.floor(fen / WAN).toLocaleString("en-US")}${rest && `.${rest}`}万元`
  }
  /* Not always of the same reports, and then it is said of how many. */
  const both = ({ budget, spent }, isLong) => {
    const told = [["预算", budget], ["支出", spent]].filter(([, { count }]) => count)
    const places = Math.max(...told.map(([, { sum }]) => decimals(sum))), isShort = told.every(([, { sum }]) => sum >= YI)
    return told.map(([name, { count, sum }]) => {
      const more = [isLong && isShort ? exact(sum, places) : "", budget.count === spent.count ? "" : `${count} 条`].filter(Boolean).join("，")
      return `${name} ${isShort ? `${(sum / YI).toFixed(2)}亿元` : exact(sum, places)}${more && `（${more}）`}`
    }).join("，")
  }
  const all = ({ projects, departments, out }) =>
    projects.count + departments.count + [...out.values()].reduce((sum, number) => sum + number, 0)

  /* In one line: of projects, where there are any. Among results of words there are parts of reports too. */
  const head = (region, isAmongParts) => {
    const { projects, departments } = region, total = all(region), named = isAmongParts ? `${total} 条评价报告` : ""
    if (projects.count) return `${projects.count < total ? `${named && `${named}，`}其中 ${projects.count} 条` : `${named || `${total} 条`}都`}计入合计：${both(projects)}`
    if (departments.count) return `${named && `${named}，`}部门整体支出 ${departments.count} 条：${both(departments)}`
    return `${named}${named ? "的" : ""}金额都不计入合计`
  }
  const lines = ({ projects, departments }) => [
    projects.count ? `项目合计（${projects.count} 条）：${both(projects, true)}` : "",
    departments.count ? `部门整体支出（${departments.count} 条）：${both(departments, true)}；已含各项目，不与项目相加` : "",
  ].filter(Boolean)
  const reasons = ({ out }, labels) => [...out].sort(([, a], [, b]) => b - a)
    .map(([why, number]) => `不计入的 ${number} 条：${why === gongkaiTable.ELSEWHERE ? ELSEWHERE : labels[why]}`)

  /* What is always seen, and what is unfolded, some lines for each region. */
  const say = (regions, names, labels, isAmongParts) => {
    const found = [...regions].sort(([a], [b]) => a - b)
    const parts = found.map(([at, region]) => ({ name: found.length > 1 ? names[at][1] : "", lines: [...lines(region), ...reasons(region, labels)] }))
    return { head: found.length > 1 ? `分属 ${found.length} 个地区，金额不相加；展开看各地区的合计` : found.map(([, region]) => head(region, isAmongParts)).join(""), parts }
  }
  return { say }
})()
