"""What metadata look like in the parts of an item: rules, each with a name, a pattern, and examples that test it.

A pattern says with the names of its groups what stands where: ``people`` is read as a byline (``people.py``), ``place``
is where the news comes from, ``credit`` is what a photo credit says instead of names. A rule for a genre speaks for it
with the group ``genre``. The order of the rules counts: the first place and the first genre that are found are taken.
"""

import re
from dataclasses import dataclass

from reader.domain.model import Genre
from reader.segment.parts import Part
from reader.segment.people import Field
from reader.segment.shapes import HAN, ORNAMENTS

_ORN = rf"[{ORNAMENTS} \u3000\xa0“\"]{{0,4}}"
_AGENCY = rf"据?(?:本报|本刊|本网|本社|[{HAN}]{{1,4}}?[社网]|[{HAN}]{{1,5}}?报)"
_DATE = r"(?:\d{1,2}月)?(?:\d{1,2}日)?"
_TOWN = rf"(?!记者|综合|通讯|特约|专|今|昨|从|在)[{HAN}]{{2,8}}?"
_WIRE = rf"{_AGENCY}(?P<place>{_TOWN})?{_DATE}(?:综合)?(?:讯|电|消息|专电)"
_BRACKETED = r"[（(](?P<people>[^（）()]{2,70})[）)]"
_REGION = "[省市县区旗州镇乡]"
_NO_REGION = (
    rf"(?!(?:[{HAN}]{{0,3}}(?:社区|小区|园区|景区|校区|山区|灾区|城区|地区|新区|城市|超市|股市|楼市|集市|闹市|家乡|故乡|水乡)"
    r"|[全我本各多两三四]))"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """Where something stands in some parts of an item.

    ``usual`` is what people are of whom the text does not say it; with ``strict``, as ``people`` has it, only who is
    surely one counts. ``examples`` are texts with what is read there: ``field: value value; field: value``.
    """

    name: str
    parts: tuple[Part, ...]
    pattern: re.Pattern[str]
    examples: tuple[tuple[str, str], ...]
    genre: Genre | None = None
    usual: Field = Field.REPORTER
    strict: bool = False


_COMMENTARY = re.compile(
    r"(?P<genre>评论|[时短快锐微热网书]评|社论|杂谈|言论|论坛|观点|漫谈|随想|理论|[思纵]享|横谈|论苑|之声|有话说|大家谈|声音)"
)
_FEATURE = re.compile(
    r"(?P<genre>特写|专访|访谈|人物|故事|纪实|侧记|手记|深度|调查|走笔|见闻|蹲点|一线观察|特稿|专题|口述|非虚构|对话|特别报道)"
)

RULES = (
    Rule(
        "notice",
        (Part.TITLE,),
        re.compile(
            r"(?<!发布)(?<!发出)(?<!刊登)(?<!张贴)(?P<genre>公告|通告|启事|启示|声明|公示|讣告|征稿|致歉信?|更正)"
            r"(?:[（(].{1,12}[）)])?$"
        ),
        (("关于封闭河口大桥的通告", "genre: notice"), ("市城管局发布公告", ""), ("招领启事（二）", "genre: notice")),
        genre=Genre.NOTICE,
    ),
    Rule(
        "hereby",
        (Part.ENDING,),
        re.compile(r"(?P<genre>特此(?:公告|通告|声明|通知|公示|启事))"),
        (("请绕行。特此通告。", "genre: notice"),),
        genre=Genre.NOTICE,
    ),
    Rule(
        "commentator",
        (Part.BYLINE, Part.OPENING),
        re.compile(r"^.{0,12}?(?P<genre>(?:特约)?评论员)(?!文章)"),
        (("■本报评论员", "genre: commentary"), ("□本报特约评论员 方圆", "genre: commentary")),
        genre=Genre.COMMENTARY,
    ),
    Rule(
        "commentary_title",
        (Part.TITLE,),
        re.compile(
            r"^(?P<genre>社论|短评|时评|快评|编者按)[：:]|[（(](?P<more>[^（）()]{0,6}(?:论坛|[时短快锐微]评|评论))[）)]$"
        ),
        (("短评：桥通之后", "genre: commentary"), ("桥通之后（河口时评）", "genre: commentary"), ("评论区关了", "")),
        genre=Genre.COMMENTARY,
    ),
    Rule(
        "commentary_kicker",
        (Part.KICKER,),
        _COMMENTARY,
        (("河口时评", "genre: commentary"), ("关注", "")),
        genre=Genre.COMMENTARY,
    ),
    Rule(
        "feature_title",
        (Part.TITLE,),
        re.compile(
            r"(?:——|[（(]|[：:])[^——（(]{0,24}?(?P<genre>特写|专访|访谈录?|纪实|侧记|手记|见闻|纪事|走笔|的故事)[）)]?$"
        ),
        (
            ("把桥修到家门口——河口大桥建设纪实", "genre: feature"),
            ("零下五度的早晨（记者手记）", "genre: feature"),
            ("市里开展专访培训", ""),
        ),
        genre=Genre.FEATURE,
    ),
    Rule(
        "feature_kicker",
        (Part.KICKER,),
        _FEATURE,
        (("记者手记", "genre: feature"), ("关注", "")),
        genre=Genre.FEATURE,
    ),
    Rule(
        "dateline",
        (Part.OPENING,),
        re.compile(rf"^{_ORN}[（(]?(?P<genre>{_WIRE})[）)】］\]]?(?=\s|[（(）)]|$|】)\s*(?:{_BRACKETED})?"),
        (
            ("本报讯（记者 方圆 通讯员 陆远）连日来", "genre: news; reporters: 方圆; correspondents: 陆远"),
            ("本报北京2月11日电  (记者方圆)近日，", "genre: news; place: 北京; reporters: 方圆"),
            ("新华社电  (记者方圆)深冬时节", "genre: news; reporters: 方圆"),
            ("【本报讯】 连日来", "genre: news"),
            ("据新华社河口5月12日电（记者方圆、陆远）", "genre: news; place: 河口; reporters: 方圆 陆远"),
            ("本报电话投票昨日开始", ""),
            ("本报记者从市气象局获悉", ""),
        ),
        genre=Genre.NEWS,
    ),
    Rule(
        "town_dateline",
        (Part.OPENING,),
        re.compile(
            rf"^{_ORN}(?P<genre>(?P<place>(?![本日晚晨早时商都]|[{HAN}]{{0,3}}[报社网刊])[{HAN}]{{2,5}})讯)\s*{_BRACKETED}"
        ),
        (("河口讯（记者 方圆）连日来", "genre: news; place: 河口; reporters: 方圆"), ("晚报讯（记者 方圆）", "")),
        genre=Genre.NEWS,
    ),
    Rule(
        "dateline_below",
        (Part.ENDING, Part.BYLINE),
        re.compile(rf"[（(](?P<genre>{_WIRE})(?:\s[^（）()]{{0,60}})?[）)]\s*$"),
        (
            ("（新华社北京2月25日电  记者方圆、陆远）", "genre: news; place: 北京"),
            ("(据新华社河口电 记者方圆)", "genre: news; place: 河口"),
        ),
        genre=Genre.NEWS,
    ),
    Rule(
        "commentary_section",
        (Part.SECTION,),
        _COMMENTARY,
        (("【大家谈】", "genre: commentary"), ("◎民生", "")),
        genre=Genre.COMMENTARY,
    ),
    Rule(
        "feature_section",
        (Part.SECTION,),
        _FEATURE,
        (("【蹲点日记】", "genre: feature"), ("◎民生", "")),
        genre=Genre.FEATURE,
    ),
    Rule(
        "sent_from",
        (Part.BYLINE,),
        re.compile(rf"发自(?P<place>[{HAN}]{{2,8}})"),
        (("本报记者 方圆 发自云川", "place: 云川"),),
    ),
    Rule(
        "kicker_place",
        (Part.KICKER, Part.TITLE),
        re.compile(rf"^{_ORN}{_NO_REGION}(?P<place>[{HAN}]{{1,5}}{_REGION})(?:[】〗\]\s]*$|[：:]|——)"),
        (("河口县", "place: 河口县"), ("河口县：桥通了", "place: 河口县"), ("幸福社区：桥通了", ""), ("我市", "")),
    ),
    Rule(
        "kicker_town",
        (Part.KICKER_AND_TEXT,),
        re.compile(rf"^{_ORN}(?P<place>[{HAN}]{{2,3}})[：:—】\s]*\n(?s:.*?)(?P=place){_REGION}"),
        (("河口：\n春耕时节，河口县的田里", "place: 河口"), ("关注\n春耕时节，河口县的田里", "")),
    ),
    Rule(
        "byline",
        (Part.BYLINE,),
        re.compile(r"^(?P<people>.{1,160})"),
        (
            ("□本报记者 方圆 通讯员 陆远", "reporters: 方圆; correspondents: 陆远"),
            ("本报记者 方 圆 文/图", "reporters: 方圆; photographers: 方圆"),
            ("◎方圆", "reporters: 方圆"),
            ("口述：方圆 整理：陆远", "reporters: 陆远"),
            ("来源：云川发布", ""),
        ),
    ),
    Rule(
        "reported_by",
        (Part.OPENING,),
        re.compile(rf"^{_ORN}(?:{_WIRE})\s*(?P<people>[{HAN}]{{0,6}}(?:记者|通讯员)[^，。；,（()]{{2,40}}?)报道"),
        (("本报讯 记者方圆 通讯员陆远报道：近日", "reporters: 方圆; correspondents: 陆远"),),
    ),
    Rule(
        "signature",
        (Part.ENDING,),
        re.compile(r"[（(](?P<people>[^（）()。]{2,60})[）)]\s*$"),
        (
            ("即可领取。（方圆）", "reporters: 方圆"),
            ("可以预约。（通讯员 陆远）", "correspondents: 陆远"),
            ("（本报记者 方圆 整理）", "reporters: 方圆"),
            ("（新华社北京2月25日电  记者方圆、陆远）", "reporters: 方圆 陆远"),
            ("明年开放（详见第三版）", ""),
            ("全文完（完）", ""),
            ("（作者为本报记者）", ""),
        ),
        strict=True,
    ),
    Rule(
        "credit",
        (Part.CREDIT,),
        re.compile(rf"^(?!.*(?:[制插题]图|漫画))[（(\s{ORNAMENTS}]*(?P<people>(?P<credit>.{{2,40}}?))[）)\s]*$"),
        (
            ("（本报记者 方圆 摄）", "photographers: 方圆"),
            ("方圆 陆远 摄影报道", "photographers: 方圆 陆远"),
            ("方圆摄（云川图片社）", "photographers: 方圆"),
            ("图/方圆", "photographers: 方圆"),
            ("受访者供图", "photographers: 受访者供图"),
            ("资料图片", "photographers: 资料图片"),
            ("本版制图：方圆", ""),
        ),
        usual=Field.PHOTOGRAPHER,
    ),
    Rule(
        "caption_credit",
        (Part.CAPTION_END,),
        re.compile(
            r"(?:^|[\s。！？…”）)（(])(?P<people>[^。！？；，…（）()]{2,30}摄(?:影(?:报道)?)?)"
            r"(?:[（(][^（）()]{1,12}[）)])?[）)]?\s*$"
        ),
        (
            ("孩子们在桥上放风筝。 本报记者 方圆 摄", "photographers: 方圆"),
            ("桥上的风筝。（方圆 陆远 摄）", "photographers: 方圆 陆远"),
            ("桥上的风筝。新华社记者 方圆摄（云川图片社）", "photographers: 方圆"),
            ("孩子们在桥上放风筝。", ""),
        ),
        usual=Field.PHOTOGRAPHER,
    ),
    Rule(
        "caption_source",
        (Part.CAPTION_END,),
        re.compile(
            rf"[\s。！？…”）)（(](?P<credit>资料(?:图片?|照片)|[{HAN}]{{2,4}}社[发稿]|[{HAN}]{{2,10}}供图"
            rf"|图片?由[{HAN}]{{2,12}}提供)[）)]?\s*$"
        ),
        (("桥上的风筝。（受访者供图）", "photographers: 受访者供图"), ("桥上的风筝。", "")),
        usual=Field.PHOTOGRAPHER,
    ),
)
"""The rules in the order in which they count: what an article says of its own genre, before what its section says."""
