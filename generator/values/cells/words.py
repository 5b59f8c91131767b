"""Words around the figures of cells, by kind: what reads, what carries no reading, what does not.

Data only; `before` and `behind` are the grammar. A word is listed for its kind, not for a cell it
was seen in.
"""


def listed(text: str) -> tuple[str, ...]:
    """The words of a text."""
    return tuple(text.split())


ABOUT = listed("""
    约为 约有 约占 约 大约 大约为 大致 大概 近 将近 接近 差不多 ≈ ≒ ≅
""")
"""Before a figure: nearness is no fault."""
FILLERS = listed("""
    应 须 需 要 应当 应该 必须 务必 力争 争取 确保 保证 保障 保持 维持 稳定 计划 预计 预期 拟
    实际 累计 共 共计 总计 合计 总共 一共 全年 年内 本年 当年 今年 年度 本年度 已 已经 均 均为
    都 为 是 人民币 ¥ ￥ RMB : ： 同比 环比 较上年 比上年 较去年 比去年 较上年度 比上年度
    较上年同期 比上年同期 较年初 比年初 了 于 - — 约定 全部 平均 总数 将 严格 从严 原则上 一般
    一律 始终 全面 按时 按期 如期 及时 需要 要求 尽量 尽可能 目前 最终 总体 整体 基本 继续 同时
    在 有 能 可 会 处于
""")
"""Modal words, adverbs and the like: they carry no reading."""
VERBS = listed("""
    有 在 可 能 会 的 覆盖 实现 开展 举办 建成 新建 采购 培训 维修 配备 服务 惠及 受益 支出 投入
    补助 补贴 发放 组织 安排 建设 改造 印发 印制 接待 参与 种植 购置 购买 安装 更换 救助 资助
    奖励 检查 巡查 检测 监测 修建 修缮 修复 举行 进行 派出 派驻 招聘 招录 引进 培育 培养 治理
    清理 清运 处理 处置 办理 受理 审核 编制 制作 制定 出台 发布 发表 出版 收集 征集 整理 扶持
    帮扶 支持 走访 慰问 宣传 演出 放映 辅导 讲授 授课 使用 需用 耗用 耗时 用时 历时 支付 控制
    限制 提供 出动 通过 获得 取得 创建 打造 整治 拆除 绿化 养护 铺设 疏浚 清淤 抽检 抽查 检验
    体检 筛查 接种 诊疗 义诊 招募 吸纳 带动 解决 化解 调解 验收 交付 拨付 运行 值守 储备 供应
    生产 销售 完成 人数 数量
""")
"""What is done to the things that are counted, or says that they are."""
RISES = listed("""
    提升 提高 增长 增加 上升 增收 上涨 增产 增幅 升高 增 涨幅 升幅 增多 增速 扩大 上浮 上调
""")
FALLS = listed("""
    下降 降低 减少 压减 压缩 缩短 削减 降幅 减 降 减排 核减 缩减 减幅 下滑 回落 减轻 精简 压降
    下调 下浮 跌幅 下跌
""")
TAKES_OBJECT = listed("""
    增加 减少 降低 缩短 压减 削减 缩减 压降 压缩 精简
""")
"""Changes whose object may stand before the figure: 增加床位45张."""
YIELDS = listed("""
    效率 产量 产能 收入 产值 销售额 销量 单产 利润 效益 速度 流量 客流
""")
"""What 提高 changes by so much; of a rate it may say the level."""
BOTH_WAYS = listed("""
    增减 升降 涨跌 浮动 波动 变动 上下浮动 正负 ±
""")
"""Changes that may go either way."""
HARMLESS = listed("""
    节约用 节约型 约定 预防 防控 签约 预约 合约 条约 契约 履约 违约 集约 简约 邀约 公约 特约
    制约 如约 附近 最近 就近 邻近 临近 靠近 近视 近期 近郊 近海 近代 抵达 到达 发达 传达 直达
    下达 送达 通达 表达 转达 超声 超市 超龄 超限 超期 超时 超载 超速 超高 超低 超常 成为 作为
    行为 认为 人为 用于 关于 位于 属于 由于 对于 基于 鉴于 升降机 增强 增殖 增补 增设 增订 增派
    增发 减灾 减负 减震 减税 降费 降水 降雨 降尘 降噪 降温 降解 减速 增压 增值 要素 要件 重要
    主要 必要 纪要 概要 需求 内需 均衡 户均 人均 亩均 次均 日均 都市 首都 共享 共同 共建 公共
    实际上 为民 为主 完成后 应急 应用 供应 响应 适应 对应 反应 相应 效应 应聘 应届 应征 须知
    无障碍 无人机 无人 无害化 无线 无偿 无纸化 无公害 未成年 未婚 不动产 不良 不锈钢 不合格
    多媒体 多功能 多种 多部门 多元 众多 多样 多层 多彩 多规 许多 前期 前端 前沿 学前 当前 灾前
    岗前 产前 婚前 前往 第三方 第一 半成品 余热 业余 几何 差旅 差异 差错 误差 偏差 级差
    时差 出差 倍率 加减 非遗 非公 没收 否决 第一书记 全市 全县 全区 全省 全国 安全 健全 完全
    全员 全民 全域 当地 已有 已建 是否 一体化 将军 为了 了解 人民币 降压 升学 升级 晋升 升旗
    涨停 缩微 压缩机 减肥 提升改造 提升工程 提升行动 提升项目 提高班 提升班 必要性 要点 摘要
    科技需求 供需
""")
"""They hold a sign of the others, and mean something else."""
ALTERING = listed("""
    递增 递减 倍增 翻番 节约 节省 新增 结余 超支 超额 超标 减免 提前 推迟 延期 延长 延后 逾期 差额
    另外 另有 其中 其余 剩余 满分 目标 分别 平均水平 上浮 下浮 缺口 缺少 欠缴 欠费 拖欠 缺勤 缺席
""")
"""They say that the figure behind or before them is another one than the row's."""
