"""The vocabulary of the benchmark's newspapers. All places, papers and people are invented."""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


NEWSPAPERS = ("青梧日报", "澄江晚报", "渚州时报", "远岚商报", "鹤汀晨报")
SECTIONS = ("要闻", "综合新闻", "民生", "经济", "社会", "文化", "法治", "教育", "县域", "三农")
DRESSES = ("◆", "◎", "●", "")
BYLINE_MARKS = ("□", "■", "●", "◎")

SURNAMES = tuple("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜谢邹喻柏水窦章云苏潘葛奚范彭郎")
GIVEN = tuple("一兰小山川文平广正立民永成光江安如志里明和舟林青雨知秋春荣柳亭梅清彬晨野望景然星远禾澜穗岚朔")

PLACES = _words(
    "青梧市 澄江县 渚州区 远岚县 鹤汀镇 石埠乡 柳湾村 白茅街道 云脚村 枫桥社区 沙溪镇 竹坞村 梅岭乡 东关街道 上河社区"
    " 三板桥村 麻园镇 双井社区 北塔街道 湖口村 大坪乡 槐荫社区 莲塘镇 下渡村 金鸡岭 新圩镇 桐子坝 老油坊巷"
)
BODIES = _words(
    "市水利局 县教育局 区卫生健康局 市交通运输局 县农业农村局 街道办事处 村委会 市图书馆 县人民医院 市第三中学"
    " 县供销社 消防救援站 派出所 市自来水公司 县文化馆 农机合作社 供电所 环卫所 市气象台 县林场 社区食堂 镇敬老院"
)
SUBJECTS = _words(
    "老旧小区改造 农村公路养护 晚稻收割 中小学课后服务 河道清淤 电梯加装 夜间公交 山林防火 秋茶采摘 危桥重建"
    " 家庭医生签约 菜市场搬迁 饮水管网更新 停车泊位开放 古树保护 民间戏班巡演 柑橘销售 垃圾分类 青年夜校 冷链仓库建设"
    " 水库除险 村级卫生室 渡口改桥 数字账本 义务植树 旧书交换 残疾人就业 蔬菜大棚 社区菜园 防汛演练"
)
ACTIONS = _words(
    "启动 完工 试点 提速 落地 开工 验收 推广 收官 见效 扩面 过半 亮相 提前一个月完成 进入第二阶段 交给居民打分"
)
PEOPLE = _words("村民 居民 种粮大户 退休教师 出租车司机 护林员 个体店主 社区干部 值班员 家长 志愿者 护士 返乡青年")
THINGS = _words("台账 图纸 名单 电话 路灯 水泵 种子 公告栏 座椅 阀门 合同 钥匙 票据 井盖 围栏 药箱 仓库 黑板 铁门 水表")
CHANGES = _words(
    "少了一半 翻了一番 比去年多了两成 降到三年来最低 超过原先的计划 恢复到往年水平 由三天缩短到半天 首次没有超支"
)

LEADS = (
    "{month}月{day}日上午，{place}的{subject}{action}，{body}的工作人员把{thing}一项项核对，到中午前后全部办完。",
    "“{thing}终于有人管了。”{month}月{day}日，{place}{people}{name}站在门口，对前来回访的记者说。",
    "记者{month}月{day}日从{body}获悉，今年全市{subject}共投入{money}万元，惠及{count}户，其中{place}占了三成。",
    "天刚亮，{place}的{people}{name}就出了门。今天是{subject}{action}的日子，他要赶在八点前把{thing}送到{body}。",
)
SENTENCES = (
    "{name}是{place}的{people}，今年{age}岁，说起{subject}，他先翻出一本用了{years}年的{thing}。",
    "按照{body}公布的方案，{subject}分{few}个阶段推进，第一阶段涉及{place}等{tens}个点位，预算{money}万元。",
    "{body}负责人{name}介绍，{subject}最难的不是钱，而是{thing}，仅去年一年就为此开了{tens}次会。",
    "“以前要跑{few}趟，现在在家门口就能办。”{people}{name}说，他最看重的还是那张贴在墙上的{thing}。",
    "数据显示，{subject}实施以来，{place}的相关投诉{change}，群众满意率达到{percent}%。",
    "也有不同的声音。{people}{name}认为，{subject}虽然是好事，但{thing}放在哪里、由谁来管，还应当多听听大家的意见。",
    "对此，{body}表示，将在{month}月底前重新核定{thing}，并把结果在{place}公示{tens}天，接受社会监督。",
    "为了{subject}，{place}{count}名干部群众连续干了{tens}天，更换{thing}{tens}件。",
    "{place}地处{place2}以北，过去{thing}全靠人背肩扛，{subject}{action}之后，运费{change}。",
    "{name}算了一笔账：每户少花{tens}元，全年下来就是{money}万元，足够再添{few}套{thing}。",
    "记者在现场看到，{few}台机器沿着{place}的老路缓缓推进，{people}{name}蹲在路边，把旧{thing}一件件编上号。",
    "经济发展要快，服务群众也不能慢，{body}把{subject}写进了今年的民生清单，每{few}周通报一次进度。",
    "据了解，全市目前有{tens}个乡镇开展{subject}，其中{place}和{place2}起步最早，发展也最稳。",
    "{month}月以来，{body}先后派出{few}批技术人员到{place}驻点，手把手教群众使用新的{thing}。",
    "傍晚时分，{place}的{thing}又亮了起来，{name}收好工具，准备第二天再去{place2}看看。",
    "下一步，{body}将总结{place}的做法，力争{month}月前在{place2}等地推开{subject}，让更多群众受益。",
)
HEADLINES = (
    "{place}{subject}{action}",
    "{subject}{action} {place}{count}户受益",
    "一本{thing}里的{subject}",
    "{place}{subject}{change}",
    "{subject}怎么办 {place}这样算",
    "{people}{name}的{tens}年",
)
KICKERS = ("{place}推进{subject}见实效", "聚焦{subject}系列报道", "{body}公布今年民生清单", "走进{place}看变化")
SUBTITLES = ("——{place}{subject}见闻", "——来自{place}的调查", "——访{place}{people}{name}")
SUBHEADS = ("{thing}从哪里来", "群众说了算", "一笔明白账", "难题在{thing}", "从{place}到{place2}")
CAPTIONS = (
    "{month}月{day}日，{place}的{people}在清点{thing}。当天，{subject}{action}。",
    "图为{place}{subject}现场，{people}正在安装新的{thing}。",
)

PLANTED = {
    "rare": ("鼋矶", "鼋矶古渡", "鼋矶古渡重修碑记"),
    "common": ("鹳桥", "鹳桥灯会", "鹳桥灯会民俗巡游"),
    "usual": ("粿坊", "粿坊老街", "粿坊老街夜市开张"),
}
"""Words of two, four and eight characters whose first character stands nowhere else, each in its article once."""
PLANTED_EVERY = {"rare": 500, "common": 10, "usual": 2}
"""One of so many articles has the word."""
PLANTED_SENTENCE = "采访途中，记者还路过{word}，{people}{name}正在那里修补{thing}。"
