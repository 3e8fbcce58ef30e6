"""The shapes that lines of a newspaper take, as named patterns with an example each.

A shape says what a line looks like, not what it is: ``weights.py`` says how much each shape speaks for each role, and
``roles.py`` weighs all lines of the page together. Patterns look at the beginning and the end of a line only (see
``features.py``), so that a line of any length costs the same.
"""

import re
from dataclasses import dataclass

HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
ORNAMENTS = "◎○●■□◆◇△▲▽▼☆★※▶►▷◀◁→⇒·•◉⊙❖✦✿#*＊|｜▍▌▎【〖［\\[<〈《"
STOPS = "。！？!?…；;"
CLOSERS = "”’\"'）)》〉」』】〗］]"
_ORN = r"[◎○●■□◆◇△▲▽▼☆★※▶►▷⊙◉❖✦·•*＊|｜]"
_PAPER = rf"[{HAN}]{{0,8}}?(?:日报|晚报|晨报|早报|时报|商报|周报|青年报|本报|本刊|本网|本社|新华社|中新社|全媒体|融媒体|见习|实习|特约|特派|首席|驻[{HAN}]{{1,6}}?)"
_WHO = r"(?:记者|通讯员|实习生|评论员|特约撰稿人?|撰稿人?|摄影师|摄影记者|作者|编辑|撰文|文字|采写|采访|整理|编译|综合|报道)"


@dataclass(frozen=True, slots=True)
class Shape:
    """A named pattern; ``example`` is a line that has it. ``longest`` bounds the lines that are looked at."""

    name: str
    pattern: re.Pattern[str]
    example: str
    longest: int = 10_000_000


def _shape(name: str, pattern: str, example: str, longest: int = 10_000_000) -> Shape:
    return Shape(name, re.compile(pattern), example, longest)


FURNITURE = (
    _shape(
        "page_number",
        rf"^(?:[A-Z]?\d{{1,3}}|第?\s*[A-Z]?[\d一二三四五六七八九十]{{1,3}}\s*版)"
        rf"(?:\s*[:：·|｜\s]\s*[{HAN}·]{{1,10}})?(?:\s*\d{{4}}[年./-]\d{{1,2}}[月./-]\d{{1,2}}日?.{{0,20}})?$",
        "第05版:乡土",
        50,
    ),
    _shape(
        "date_line",
        r"^(?:[^\s，。]{2,10}\s+)?(?:[12]\d{3}|[一二]?[〇○零一二三四五六七八九]{2,4})\s*[年./-]\s*[\d一二三四五六七八九十]{1,3}\s*[月./-]"
        r"\s*[\d一二三四五六七八九十]{1,3}\s*日?(?:\s*[（(]?\s*(?:星期|周|礼拜|农历|夏历|第|总第|责|编|版|值|今日|Mon|Tue|Wed|Thu|Fri|Sat|Sun).{0,60})?$",
        "2031年5月12日 星期一 责任编辑：陆远",
        110,
    ),
    _shape(
        "staff_box",
        r"^[（(]?(?:本版|本期|今日|值班)?(?:责任?编辑?|责编|美编|美术编辑|版式(?:设计|策划)?|校对|编审|组版|审读|终审|主编|编辑|检校|值班(?:主任|总编|编委)?|"
        r"策划|统筹|排版|照排|一读|二读)\s*[:：/／].{1,70}$",
        "责编:陆远 美编:韩秋 校对:方圆",
        90,
    ),
    _shape(
        "staff_bare",
        rf"^(?:本版|本期|值班)?(?:责任编辑|责编|编辑|美编|版式|校对|组版|值班编委)\s+[{HAN}]{{2,4}}(?:\s+[{HAN}]{{2,8}}){{1,8}}$",
        "责任编辑 陆远 校对 方圆",
        60,
    ),
    _shape(
        "contact",
        r"^.{0,14}?(?:电话|热线(?=\s*[:：])|邮箱|[Ee]-?mail|传真|邮编|邮政编码|地址|网址|投稿|邮发代号|国内统一|连续出版物|"
        r"CN\s?\d\d|ISSN|广告(?:部|经营)|发行(?:部|热线)|印刷|定价|零售|https?://|www\.).{0,3}?[:：\s]?.{0,12}?[\d@.].{2,60}$",
        "投稿邮箱：desk@example.org 电话：0000-1234567",
        90,
    ),
    _shape(
        "qr_code",
        r"^.{0,8}(?:扫一?扫|扫码|扫描|长按|识别).{0,10}(?:二维码|关注|阅读|下载|更多|码|看|听).{0,16}$",
        "扫描二维码 阅读更多",
        36,
    ),
    _shape(
        "masthead",
        rf"^[{HAN}]{{2,6}}(?:日报|晚报|晨报|早报|时报|都市报|商报|周报|导报|青年报|快报|农民报|工人报)社?"
        rf"(?:\s+(?:第?\s*[A-Z]?\d{{1,3}}\s*版?|[12]\d{{3}}年\d{{1,2}}月\d{{1,2}}日|星期.|周.|[{HAN}·]{{2,8}}|第.{{1,8}}版.{{0,10}}|"
        rf"(?:地址|电话|邮箱|总第|第)[:：]?.{{1,40}}|[:：])){{0,8}}$",
        "云川日报 2031年5月12日 星期一 第05版：乡土",
        100,
    ),
    _shape("jump_line", r"^[（(【]?\s*[▶▷→]*\s*(?:紧?上接|下转|转|接)\s*(?:第?\s*[\dA-Z一二三四五六七八九十]{1,3}\s*版).{0,12}[）)】]?$", "（下转第3版）", 24),
    _shape("issue_number", r"^(?:第|总第|今日)\s*\d{1,6}\s*(?:期|号|版)(?:\s.{0,40})?$", "总第8123期 今日8版", 60),
)
"""What is printed around the articles. A line that has one of these shapes is seldom anything else."""

SHAPES = (
    _shape(
        "opener",
        rf"^(?:{_ORN}\s*)?[（(【]?(?:本报讯|本刊讯|本网讯|本报综合(?:消息|报道)|(?:本报|本刊|新华社|中新社|中新网|据?新华社|据[^，。,]{{0,6}}社)"
        rf"[^，。,；]{{0,18}}?(?:电|讯|消息)(?=[\s（(】）)]|$|[^视话力网子动器影脑台员])|[{HAN}]{{2,8}}(?:讯|消息)\s*[（(]"
        rf"|据(?:新华社|中新社|央视|人民日报|人民网|[{HAN}]{{2,6}}[日晚]报)[^，。,]{{0,8}}(?:报道|消息|电))",
        "本报讯(记者 方圆)连日来",
    ),
    _shape(
        "opener_reporter",
        r"^[^，。,；]{0,24}?[（(](?:[^）)，。]{0,6})?(?:见习|实习|特约)?(?:记者|通讯员)\s*[^）)，。]{2,30}[）)](?=.{3})",
        "云川6月2日电 (记者方圆)连日来",
    ),
    _shape(
        "dateline_latin",
        r"^[A-Z][A-Z .,'’-]{2,40}(?:\([A-Za-z ]+\)|[A-Z][a-z]+\.? \d{1,2})?[^a-z]{0,6}[-–—]{1,2}\s?[A-Z“\"]",
        "LANDON, May 2 — The",
    ),
    _shape(
        "byline_latin",
        r"^(?:[Bb]y|BY) [A-Z][\w.'’-]+(?: (?:and|AND|[A-Z][\w.'’-]*)){0,8},?.{0,40}$",
        "By Ann Harrow",
        80,
    ),
    _shape(
        "caption_cue",
        r"^(?:[（(【▲△▼◀▶←→↑↓]\s*)?(?:图为|图片?[①-⑩一二三四]|上图|下图|左图|右图|[①-⑩]图|题图|资料图|[↑↓←→▲▼◀▶])",
        "图为游客在古桥上拍照。",
    ),
    _shape(
        "caption_inside",
        r"(?:。|！|」|”)\s*[（(]?(?:图为|上图|下图|左图|右图)|[（(](?:上|下|左|右|题)?图\d?[）)]",
        "茶山开园。图为茶农采茶。",
    ),
    _shape(
        "recent_days", r"^(?:近日|日前|连日来|近期|眼下|时下|昨日|今日|\d{1,2}月\d{1,2}日)[，,]", "近日，茶山开园。"
    ),
    _shape(
        "credit",
        rf"^[（(【]?{_ORN}?\s*(?:[{HAN}A-Za-z·/／、\s]{{0,26}}[{HAN}]\s*(?:摄影报道|摄影|摄|供图|制图|绘图|绘|图/文|文/图|图文|/图|／图)"
        rf"|(?:摄影|供图|图片|图|图片来源|制图|绘图|漫画|摄|文/图|图/文)\s*[:：/／]\s*.{{1,24}}|新华社发)\s*(?:[（(][^）)]{{1,12}}[）)])?[）)】]?$",
        "本报记者 方圆 摄",
        46,
    ),
    _shape(
        "credit_inline",
        rf"[。！”）)]\s*[（(]?{_ORN}?\s*[{HAN}\s、/]{{2,20}}\s?(?:摄影报道|摄影|摄|供图)\s*(?:[（(][^）)]{{1,10}}[）)])?[）)]?$",
        "茶山开园。方圆 摄",
    ),
    _shape(
        "drawn_by",
        rf"^(?:本版|本报)?(?:制图|绘图|图表|漫画|插图|题图|图片|摄影)\s*[:：]\s*[{HAN}\s、]{{2,20}}$",
        "制图：方圆",
        30,
    ),
    _shape(
        "author_note",
        rf"^[（(](?:作者|笔者|本文|执笔|文/|据|原载|摘自|稿件|来源|综合|整理|本报|新华社|记者|通讯员|实习|见习|本版|[{HAN}\s、·]{{2,24}}(?:整理|报道|采写|编译|综合)).{{0,50}}[）)]$",
        "（作者为云川大学教授）",
        60,
    ),
    _shape(
        "signed",
        rf"[。！？”…][（(](?:(?:{_PAPER})*{_WHO})?\s*[{HAN}·]{{2,4}}(?:[\s、]+(?:{_WHO})?\s*[{HAN}·]{{2,4}}){{0,4}}[）)]$",
        "茶山开园。(方圆)",
    ),
    _shape(
        "pen_name",
        rf"^[（(][{HAN}·]{{2,4}}(?:[\s、]+[{HAN}·]{{2,4}}){{0,3}}[）)]$"
        rf"|^[（(][{HAN}\s]{{0,10}}(?:读者|市民|居民|村民|学生|教师|网友)\s*[{HAN}·]{{2,4}}[）)]$",
        "（方圆）",
        26,
    ),
    _shape(
        "source_note",
        r"^(?:来源|据|摘自|转自|原载|整理|编译|撰文|文|作者)\s*[:：/／]\s*[^，。]{2,24}$|^[—–-]{1,2}\s*编\s*者$",
        "来源：云川日报",
        30,
    ),
    _shape(
        "jump",
        r"[（(▶▷→]?\s*(?:下转|上接|相关报道见|详见|紧接)\s*(?:第?\s*[\dA-Z一二三四五六七八九十]{1,3}\s*版)",
        "（下转第3版）",
    ),
    _shape(
        "numbered",
        r"^(?:[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]|[（(]?\d{1,2}[）)]?[、.．](?!\d)|[①-⑳]|第[一二三四五六七八九十]+[，,、])",
        "一、修路",
    ),
    _shape("only_number", r"^(?:[（(]?[一二三四五六七八九十]{1,3}[）)]?|[①-⑳]|[IVX]{1,4}|\d{1,2})$", "三", 6),
    _shape("figure", r"^[\d.,]{1,10}\s*(?:%|％|‰)?[万亿]?[个名家户元人次吨亩公里千米年天倍%]{0,3}$", "80%", 12),
    _shape("bullet", rf"^{_ORN}\s*(?=\S)", "●近日，茶山开园。"),
    _shape("dash_start", r"^(?:——|—|--|–|──)\s*\S", "——云川茶山见闻"),
    _shape(
        "bracketed",
        r"^(?:【[^】]{1,16}】|〖[^〗]{1,16}〗|［[^］]{1,16}］|\[[^\]]{1,16}\]|『[^』]{1,12}』|〔[^〕]{1,12}〕|<[^>]{1,12}>)$",
        "【要闻】",
        20,
    ),
    _shape("bracket_lead", r"^(?:【[^】]{2,20}】|〖[^〗]{2,20}〗)\s*\S", "【修路】近日，山路修通。"),
    _shape("quote_start", r"^[“\"「『]", "“路通了！”"),
    _shape("halves", rf"[{HAN}”》）)]{{2}}[ \u3000\xa0]{{1,4}}[{HAN}“《（(]{{2}}", "山路通了 日子甜了", 40),
    _shape(
        "deictic_start",
        r"^(?:该[县区市村镇乡局院校厂所社公司项]|这|那[是个些一]|其中|此外|同时|但是?|然而|因此|据|他|她|它|我们|记者)",
        "该村去年修路",
    ),
    _shape(
        "time_start",
        r"^(?:如今|眼下|随后|近年来|今年以来|去年|今年|当前|目前|日前|近日|昨天|昨日|[12]\d{3}年|\d{1,2}月|\d{1,2}日|上午|下午|清晨|一直以来|随着|据了解|据悉|连日来)",
        "近年来，",
    ),
    _shape("speech_end", r"[说道称示出].{0,2}[。]$", "他说。"),
    _shape("weak_end", r"[^目]的$|[和与及或在对把被从向将让令于给且而且但所]$|[“《（〈「(]$", "乡亲们和", 60),
    _shape("dressed_office", rf"^{_ORN}\s*[{HAN}“”]{{2,20}}(?:课题组|编辑部|评论员|中心|报道组|委员会|研究室|研究院|宣传部|工作室|办公室|党委|党组)$", "■云川学院课题组", 30),
    _shape("dressed_word", rf"^{_ORN}\s*[{HAN}]{{2,4}}$", "◎方圆", 8),
    _shape("descriptive_end", r"(?:走访|见闻|纪实|侧记|调查|回访|扫描|观察|一线报告|采访记|启示录|小记|札记|纪事|综述|回眸|透视|一览)$", "云川茶山见闻", 40),
    _shape("photo_report", r"摄影报道", "方圆 摄影报道", 46),
    _shape("question", r"^(?:问|答|Q|A|读者问|市民问|编辑部答)[:：]", "问：路何时通？"),
    _shape("table", r"\t|(?:\S\s{2,}\S.*){3,}", "名称  产量  增长  备注", 200),
    _shape(
        "place",
        rf"^[{HAN}]{{2,16}}(?:省|市|县|区|旗|盟|州|镇|乡|村|街道|社区|嘎查|苏木|局|委|院|厅|部|办|公司|集团|学校|大学|支队|派出所)\s*[:：]?$",
        "云川县：",
        20,
    ),
)
"""Every other shape. Several may hold for one line."""

_ROLE_WORDS = re.compile(rf"(?:{_PAPER})*\s*{_WHO}|{_PAPER}|摄影|摄|图|文")
_NAME = re.compile(rf"^(?:[{HAN}]{{2,4}}|[{HAN}]{{1,6}}·[{HAN}·]{{1,10}}|[A-Za-z.'-]{{2,14}})$")
_SINGLE = re.compile(rf"(?<![{HAN}])([{HAN}])[ \u3000\xa0]{{1,3}}([{HAN}])(?![{HAN}])")
_WORK_WORD = re.compile(rf"{_WHO}")
_SPLIT = re.compile(r"[\s、，,/／|｜·:：&；;（）()]+")
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈姜崔钟谭陆汪范金石"
    "廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹"
    "申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司"
    "卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池"
    "查麻苑迟邝乌云阿呼斯其萨特巴额恩"
)


def is_byline(line: str) -> bool:
    """Whether a line names its authors with a word for what they are: ``□本报记者 方圆 通讯员 陆远``."""
    if len(line) > 90 or line[-1] in "。！？，；" or not _WORK_WORD.search(line[:60]):
        return False
    rest = [token for token in _SPLIT.split(_ROLE_WORDS.sub(" ", _bare(line))) if token]
    names = sum(1 for token in rest if _NAME.match(token))
    return bool(rest) and names * 2 > len(rest) and all(len(token) <= 12 for token in rest)


def is_names(line: str) -> bool:
    """Whether a line is nothing but one to four personal names: ``◎方圆`` or ``陆 远  韩秋``."""
    if len(line) > 24:
        return False
    tokens = [token for token in _SPLIT.split(_SINGLE.sub(r"\1\2", _bare(line))) if token]
    return 0 < len(tokens) <= 4 and all(2 <= len(token) <= 4 and token[0] in _SURNAMES for token in tokens)


def _bare(line: str) -> str:
    return line.lstrip(ORNAMENTS + "（( \u3000\xa0").rstrip("）) \u3000\xa0")
