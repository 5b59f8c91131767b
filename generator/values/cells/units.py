"""Units behind a figure, and what the figure is of: 每月, /人/年, 日均."""

from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from generator.values.cells.signs import alternatives
from generator.values.cells.words import listed
from generator.values.lazily import lazily
from generator.values.text import half_width

UNITS = listed("""
    % ‰ 百分点 元 美元 港元 块钱 人 人次 人天 人日 人份 名 位 户 户次 家 家次 个 个次 次 次数 场
    场次 期 份 件 件次 项 项次 起 例 例次 宗 单 笔 批 批次 车次 班次 架次 航次 台 台次 台套
    台(套) 套 辆 辆次 部 艘 架 支 把 条 张 本 册 卷 篇 幅 枚 块 面 片 根 杆 盏 只 头 匹 尾 羽 株
    棵 盆 束 朵 粒 口 眼 孔 扇 门 道 段 处 座 所 间 栋 幢 层 套次 室 床 张次 节 讲 堂 轮 届 遍
    回 班 队 组 桌 箱 袋 瓶 桶 包 盒 罐 剂 剂次 针次 种 类 款 门次 题 字 万字 页 条次 例数 分
    学分 课时 学时 倍 成 亩 亩次 公顷 平方米 平米 m2 m² ㎡ 平方公里 平方千米 立方米 方 m3 m³ 米
    延米 公里 千米 km m 厘米 毫米 cm mm 里 吨 t 千克 公斤 kg 克 g 斤 升 L 毫升 ml 千瓦 kW 千瓦时
    kWh 度 千伏 kV 兆瓦 MW 秒 分钟 小时 天 日 工作日 自然日 周 星期 月 季度 年 学年 学期 岁 站
    站次 村 镇 乡 校 园 县 市 点 点位 分贝 dB ℃ GB TB Mbps M G 对 双 副 顶 床位 车位 柜 路 线
    标段 标 工日 台班 人月 人年 页次 站点 学位 托位 泊位 摊位 展位 工位 机位 樘 圈 盘 捆 筐 班组
    微克 毫克 mg km² KM² KM Km KG Kg kPa MPa 公分 英寸 万方 册次 元钱 圆
""")
_AFTER_CLASSIFIER = "小时|工作日|自然日|月|百分点|星期|学时|课时|季度|学期"
_CLASSIFIED = lazily(rf"个(?:{_AFTER_CLASSIFIER})")
KNOWN = alternatives(UNITS)
FIRST = "".join(sorted({name[0] for name in UNITS}))
"""What a unit begins with: quickly looked for."""
UNIT = lazily(
    r"((?:[十百千]?[万亿]|个亿|[千百](?=[余多]?[元人户亩吨册株份次公平只头张件棵羽尾斤字台块条名家场]))?)"
    rf"([余多来]?)((?:个(?={_AFTER_CLASSIFIER}))?(?:{KNOWN})次?)?"
)
"""A magnitude, 余 or 多, and a measure; each of them may be missing."""

_TIMES = "半年|年度|年|季度|季|月|周|星期|天|日|学期|学年"
EACH = lazily(
    rf"每(?:一)?(?:个(?=人|村|月|季|学期|星期|点|项目|工作日|小时|乡|镇|县|社区|班))?({_TIMES}|{KNOWN}|生(?!产))"
    r"|(?<![\d.第一二三四五六七八九十])(?:一|1)(年|周|天|个月|学期)(?![内底末初前半])"
    r"|(日|月|年|周|人|户|亩|村)均"
)
"""What a figure is of, in words."""
OF = lazily(rf"/[每个]?({_TIMES}|{KNOWN}|[百千万]{{1,2}}(?:{KNOWN})|[\u4e00-\u9fff]{{1,2}})")
_KIN = ("台套部辆件组把艘架", "本册份", "场次期", "处座所间栋幢", "项个件宗起例", "株棵", "人名位")
"""Measures of the same things: 台/套 is one unit, where 元/套 is so much for each."""
_COMPOUND = lazily(r"/([\u4e00-\u9fff])(?![\u4e00-\u9fff])|\(([\u4e00-\u9fff])\)")
_ONE_UNIT = frozenset(
    listed("""
        台/套 套/台 台/件 件/套 套/件 台/部 台/辆 辆/台 本/册 册/本 份/册 册/份 份/本 本/份
        场/次 场/期 期/场 处/座 座/处 处/所 项/个 个/项 件/宗 宗/件 起/件 件/起 株/棵 棵/株
        栋/幢 人/名 台/组 件/个 个/件 部/台 件/项 项/件 套/组 例/件
    """)
)
_ONE_NAME = MappingProxyType(
    {"天": "日", "年度": "年", "季": "季度", "星期": "周", "个月": "月", "学年": "年"}
)
_MAGNITUDE = lazily(
    r"([十百]?[万亿]|千[万亿]?|百)"
    r"(?=[元人户亩吨册株份次公米平立名只头张件美棵羽尾斤度字台块家条个场]|$)"
)
_WORTH = MappingProxyType({"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8})
_SAME = MappingProxyType(
    dict.fromkeys(("㎡", "平米", "m2", "m²"), "平方米")
    | dict.fromkeys(("m3", "m³"), "立方米")
    | dict.fromkeys(("km", "KM", "Km", "千米"), "公里")
    | dict.fromkeys(("km²", "KM²", "平方千米"), "平方公里")
    | dict.fromkeys(("kg", "KG", "Kg", "千克"), "公斤")
    | dict.fromkeys(("名", "位"), "人")
    | dict.fromkeys(("日", "自然日"), "天")
    | dict.fromkeys(("台套", "台(套)", "套/台"), "台/套")
    | dict.fromkeys(("块钱", "元钱", "圆"), "元")
    | {"m": "米", "t": "吨", "场次": "场", "星期": "周", "次数": "次"}
)


class Measure(NamedTuple):
    """A unit taken apart."""

    unit: str
    period: str = ""


def compound(unit: str, text: str, end: int) -> tuple[str, int] | str:
    """A unit with another one for the same things behind it, and its end; words if ambiguous.

    台/套 and 台(套) are one unit; 人/次 may be 人次, or people each time.
    """
    match = _COMPOUND.match(text, end)
    if match is None:
        return unit, end
    other = match[1] or match[2]
    if f"{unit}/{other}" in _ONE_UNIT:
        return f"{unit}/{other}", match.end()
    if other == "次" and f"{unit}次" in UNITS:
        return f"「{match[0]}」是{unit}次，还是每次多少{unit}，有两种读法"
    if (match[2] and other in FIRST) or any(unit in kin and other in kin for kin in _KIN if unit):
        return f"单位「{unit}{match[0]}」有两种读法"
    return unit, end


def period_of(word: str) -> str:
    """One name for each period: 天 is 日, 年度 is 年."""
    return _ONE_NAME.get(word, word)


@lru_cache(1024)
def unit(text: str) -> str:
    """A unit as messages print it: `％` as `%`."""
    return half_width(text).strip()


@lru_cache(1024)
def measure(text: str) -> Measure:
    """A unit as the cell for it has it: `元/人/年` is 元, of 人/年; ％ and % are the same."""
    whole = unit(text).replace("／", "/")
    counted, *of = whole.split("/")
    counted = counted.strip()
    if of and f"{counted}/{of[0].strip()}" in _ONE_UNIT:
        counted = f"{counted}/{of.pop(0).strip()}"
    if _CLASSIFIED.fullmatch(counted):
        counted = counted[1:]
    return Measure(counted, "/".join(period_of(word.strip()) for word in of))


@lru_cache(1024)
def scale(counted: str) -> tuple[Decimal, str]:
    """How many of its plain unit one is: a 万元 is 10,000 元, a 小时 itself."""
    if found := _MAGNITUDE.match(counted):
        worth = 1
        for sign in found[1]:
            worth *= _WORTH[sign]
        counted = counted[found.end() :]
        return Decimal(worth), _SAME.get(counted, counted)
    return Decimal(1), _SAME.get(counted, counted)
