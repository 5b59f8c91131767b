"""Signs typed or recognised for others that look like them: 9O%, 不少干, 己完成, 萬, 3曰内."""

import re

from generator.values.lazily import lazily

_TRADITIONAL = str.maketrans(
    "於過萬億內個達約滿戶場臺輛項處間條張冊頭畝頃噸門縣鄉鎮歲週時鐘餘兩貳參陸點號後開發辦總實"
    "際應須確證標準無從較與為爲減縮節壓長護訓備購維裝計劃設數種類單據課貨幣圓階級線纍預擬將會"
    "議講樓棟層組隊觀學員師醫療檢測監製產業農園區補貼費轉變動調經濟環評價優質",
    "于过万亿内个达约满户场台辆项处间条张册头亩顷吨门县乡镇岁周时钟余两贰参陆点号后开发办总实"
    "际应须确证标准无从较与为为减缩节压长护训备购维装计划设数种类单据课货币圆阶级线累预拟将会"
    "议讲楼栋层组队观学员师医疗检测监制产业农园区补贴费转变动调经济环评价优质",
)
_ONE_SIGN = str.maketrans("【】〖〗[]﹪℅٪≒≅：﹣﹢ОоΟοІ\u00a0\u2009\u202f", "()()()%%%≈≈:-+OoOoI   ")
_PER_CENT = lazily(r"(?<=\d)[oO]/[oO0]")
_LETTERS = lazily(r"(?<![A-Za-z\d.])\d[\d.,]{0,15}[OoIl|○〇][\d.,OoIl|○〇]{0,15}(?![A-Za-z])")
_BEFORE_DIGITS = lazily(
    r"^(?P<sign>[≥≤><=]{0,2})(?:(?P<one>[lI|])(?=\d{1,8}(?:\.\d{1,4})?[%‰万元人次场家户个天])|O(?=\.\d))"
)
_AS_DIGITS = str.maketrans("OoIl|○〇", "0011100")
_LAST_LETTER = lazily(r"[Il|]$")
_HUNDRED = lazily(r"^([≥≤><=]{0,2})[Il|1][Oo]{2}(?=%)")
_COUNTED = lazily(r"[%‰万元人次场家户个台]")
_THAN = lazily(
    r"(?<=不[少低高多大小])干|(?<=得[少低高多大小])干|(?<=[大小低高少多])干(?=等于|或)"
    r"|(?<=[低高少等])干(?=\d)"
)
_NOT_YET = lazily(r"(?<![年月季度周期])末(?=[超低高少])")
_ALREADY = lazily(r"(?<![自知])己(?=完|达|办|全|按|于|竣|发|实|拨|建)")
_DAY = lazily(r"(?<=[\d月个])曰")
_PEOPLE = lazily(r"(?<=\d)入(?=$|次|以|左|[,;。])")
_TEN_THOUSAND = lazily(r"(?<=\d)[wW](?=元|$)")
_SUSPECT = lazily(r"[OoIl|○〇wW干末己曰入]")


def unslipped(text: str) -> str:
    """The text with the signs that were meant; half-width before it comes here."""
    if not text.isascii():
        text = text.translate(_TRADITIONAL).translate(_ONE_SIGN)
    if not _SUSPECT.search(text):
        return text
    text = _PER_CENT.sub("%", text)
    text = _LETTERS.sub(_digits, _HUNDRED.sub(r"\g<1>100", text))
    text = _BEFORE_DIGITS.sub(lambda match: match["sign"] + ("1" if match["one"] else "0"), text)
    text = _NOT_YET.sub("未", _THAN.sub("于", text))
    text = _PEOPLE.sub("人", _DAY.sub("日", _ALREADY.sub("已", text)))
    return _TEN_THOUSAND.sub("万", text)


def _digits(match: re.Match[str]) -> str:
    """A last letter l may be one: 10l are ten litres."""
    run = match[0]
    kept = 1 if _LAST_LETTER.search(run) and not _COUNTED.match(match.string, match.end()) else 0
    end = len(run) - kept
    return run[:end].translate(_AS_DIGITS) + run[end:]
