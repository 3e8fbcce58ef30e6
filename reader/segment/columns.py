"""Names that newspapers give to their columns, for banners that stand as a bare short line.

A name in this list only speaks for a banner; what stands below and how the page dresses its other banners count as
much, and a name that is not here is found by those.
"""


def _words(text: str) -> tuple[str, ...]:
    """The words of a table that is written with white space between them."""
    return tuple(text.split())


COLUMN_NAMES = frozenset(
    _words(
        """
        要闻 时政 时政要闻 综合 综合新闻 本地 本地新闻 本埠 国内 国际 国内新闻 国际新闻 天下 社会 社会新闻 民生
        民生新闻 民生热线 经济 财经 产经 金融 科技 教育 健康 卫生 文化 文娱 文体 体育 娱乐 旅游 法治 政法 三农
        乡村 乡村振兴 生态 环保 广角 观潮 深度 连线 探访 短波 简讯 短讯 快讯 速览 速递 一句话新闻 新闻速递
        要闻速览 简明新闻 一周要闻 信息集装箱 集装箱 信息窗 市井 田野 街巷 基层 基层治理 基层实践 基层动态
        基层传真 基层党建 党建 党建园地 党旗领航 党旗飘扬 红船初心 初心 掠影 镜头 光影 影像 图说 图片新闻
        图片故事 视觉 瞬间 知行合一 在现场 现场 一线 一线观察 一线见闻 一线传真 百姓故事 百姓身边事 身边 人物
        人物志 风采 榜样 先锋 时评 短评 评论 社论 言论 来论 观点 热评 锐评 微评 杂谈 随笔 论坛 论道 理论 思想
        声音 观察 今日谈 新时代新风尚 新时代 新征程 文明实践 副刊 文艺 读书 书香 悦读 诗歌 散文 故事 记忆 往事
        史话 方志 收藏 文化视点 文博 非遗 美食 生活 消费 房产 汽车 职场 校园 少年 老年 家庭 情感 服务 服务台
        便民 提示 天气 公告 通知 启事 广告 声明 视点 焦点 聚焦 关注 调查 追踪 特稿 特写 专题 专访 专版 特刊 对话
        访谈 问答 动态 进行时 面对面 直通车 回音壁 曝光台 回头看 核心提示 案例 经验交流 工作交流 他山之石
        交流平台
        """
    )
)

BRIEF_COLUMNS = frozenset(
    _words(
        """
        简讯 短讯 快讯 短波 速览 速递 简明新闻 一句话新闻 新闻速递 要闻速览 信息集装箱 集装箱 信息窗 动态
        基层动态 一周要闻 基层传真
        """
    )
)
"""Columns of short news: what stands below them is more likely a brief than an article."""

COLUMN_ENDINGS = _words(
    """
    视点 观察 故事 广角 之窗 天地 论坛 园地 时评 速递 速览 传真 实践 风采 专栏 专题 特刊 聚焦 关注 纪实 见闻
    风尚 镜头 图说 进行时 面对面 集装箱 直通车 风景线 现场 讲堂 茶座 会客厅 热线 人物 动态
    """
)

LEAD_LABELS = frozenset(
    _words(
        """
        核心阅读 核心提示 开栏的话 开栏语 编者按 编者的话 编前 编后 记者手记 采访手记 手记 记者观察 链接
        相关链接 新闻链接 延伸阅读 背景 新闻背景 专家点评 点评 观点 阅读提示 内容提要 引子 尾声 编辑点评
        """
    )
)
"""Short headings that newspapers put within an article."""
