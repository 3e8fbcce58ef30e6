"""Whether a line names people: bylines with a word for what someone does, and bare personal names."""

import re

from reader.segment.shapes import HAN, ORNAMENTS, PAPER, WHO
from reader.segment.words import holds_word

_ROLE_WORDS = re.compile(rf"(?:{PAPER})*\s*{WHO}|{PAPER}|摄影|摄|(?<![{HAN}])[图文](?![{HAN}])")
_NAME = re.compile(rf"^(?:[{HAN}]{{2,4}}|[{HAN}]{{1,6}}·[{HAN}·]{{1,10}}|[A-Za-z.'-]{{2,14}})$")
_SINGLE = re.compile(rf"(?<![{HAN}])([{HAN}])[ \u3000\xa0]{{1,3}}([{HAN}])(?![{HAN}])")
_WORK_WORD = re.compile(rf"{WHO}")
_SPLIT = re.compile(r"[\s、，,/／|｜·:：&；;（）()]+")
_LONGEST_BYLINE = 90
_LONGEST_OFFICE = 12
_LONGEST_NAMES = 24
_SHORTEST_NAME, _LONGEST_NAME, _MOST_NAMES = 2, 4, 4
_PLACE_ENDINGS = "省市县区镇乡村州旗盟局委院厅部"
_PLACE = re.compile(
    rf"^(?:(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃"
    rf"|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)[{HAN}]{{0,8}}|[{HAN}]{{1,8}}[{_PLACE_ENDINGS}])$"
)
_PAPER_WORD = re.compile(r"本报|本刊|本社|本网|新华社|中新社|[日晚晨早时]报|见习|实习|特约|特派|首席|通讯员")
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈姜崔钟谭陆汪范金石"
    "廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹"
    "申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司"
    "卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池"
    "查麻苑迟邝乌云阿呼斯其萨特巴额恩"
)


def is_byline(line: str) -> bool:
    """Whether a line names its authors with a word for what they are: ``□本报记者 方圆 通讯员 陆远``.

    Where the line does not say whose reporter somebody is, one word at least must begin like a personal name.
    """
    if len(line) > _LONGEST_BYLINE or line[-1] in "。！？，；" or not _WORK_WORD.search(line[:60]):
        return False
    rest = [token for token in _SPLIT.split(_ROLE_WORDS.sub(" ", _bare(line))) if token]
    names = sum(1 for token in rest if _NAME.match(token))
    if names * 2 <= len(rest) or any(len(token) > _LONGEST_OFFICE for token in rest):
        return False
    return _PAPER_WORD.search(line) is not None or any(may_be_name(token) or token.isascii() for token in rest)


def is_names(line: str) -> bool:
    """Whether a line is nothing but one to four personal names: ``◎方圆`` or ``陆 远  韩秋``.

    A single word must be no longer than three characters and hold no common word, since many subheads begin with a
    character that is also a family name; but two characters set apart by a space, ``方 圆``, are a name.
    """
    if len(line) > _LONGEST_NAMES or line[-1] in "：:":
        return False
    tokens = [token for token in _SPLIT.split(_SINGLE.sub(r"\1\2", _bare(line))) if token]
    if not all(may_be_name(token) for token in tokens):
        return False
    if len(tokens) == 1:
        spaced = _SINGLE.search(_bare(line)) is not None
        return len(tokens[0]) < _LONGEST_NAME and (spaced or not holds_word(tokens[0]))
    return 1 < len(tokens) <= _MOST_NAMES


def is_from_place(line: str) -> bool:
    """Whether a line says where a writer is from: the name of a place, then a personal name: ``云川县  方圆``."""
    if len(line) > _LONGEST_NAMES or line[-1] in "：:":
        return False
    place, _, person = _SINGLE.sub(r"\1\2", _bare(line)).replace("\u3000", " ").replace("\xa0", " ").partition(" ")
    return _PLACE.match(place) is not None and may_be_name(person.strip())


def may_be_name(token: str) -> bool:
    """Whether a word is as long as a personal name, begins like one, and does not end like the name of a place."""
    return _SHORTEST_NAME <= len(token) <= _LONGEST_NAME and token[0] in _SURNAMES and token[-1] not in _PLACE_ENDINGS


def _bare(line: str) -> str:
    return line.lstrip(ORNAMENTS + "（( \u3000\xa0").rstrip("）) \u3000\xa0")
