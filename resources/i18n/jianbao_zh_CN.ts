<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%Ln annotation(s)</source>
        <translation>
            <numerusform>%Ln 条标注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s) found</source>
        <translation>
            <numerusform>找到 %Ln 条标注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) in the tree</source>
        <translation>
            <numerusform>目录中 %n 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) here already</source>
        <translation>
            <numerusform>%Ln 个文件先前已导入</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be read</source>
        <translation>
            <numerusform>%Ln 个文件无法读取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) replaced</source>
        <translation>
            <numerusform>替换 %Ln 个版面</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mark(s) carried over</source>
        <translation>
            <numerusform>沿用标注 %Ln 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln moved</source>
        <translation>
            <numerusform>移位 %Ln 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a place</source>
        <translation>
            <numerusform>没有位置 %Ln 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln 个版面</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln 篇文章</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n 分钟前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n 小时前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n 颗星</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n 处标注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln annotation(s) changed</source>
        <translation>
            <numerusform>已更改 %Ln 条标注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s) undone</source>
        <translation>
            <numerusform>已撤销 %Ln 步</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s) redone</source>
        <translation>
            <numerusform>已重做 %Ln 步</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %Ln page(s)</source>
        <translation>
            <numerusform>%Ln 个版面</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mark(s) have {names}.</source>
        <translation>
            <numerusform>有 %Ln 条标注带{names}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln tag(s)</source>
        <translation>
            <numerusform>删除 %Ln 个标签</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete the %Ln tag(s) &amp;below too</source>
        <translation>
            <numerusform>连同下级 %Ln 个标签一起删除(&amp;B)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s) exported</source>
        <translation>
            <numerusform>已导出 %Ln 个标签</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) could not be taken as they stand:</source>
        <translation>
            <numerusform>有 %Ln 处不能照原样导入：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set is for the %Ln mark(s) selected.</source>
        <translation>
            <numerusform>“设定”用于选中的 %Ln 条标注。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set is for %Ln mark(s).</source>
        <translation>
            <numerusform>“设定”用于 %Ln 条标注。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mark(s) will get another tag.</source>
        <translation>
            <numerusform>%Ln 条标注会换标签。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s) deleted</source>
        <translation>
            <numerusform>已删除 %Ln 个标签</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new tag(s)</source>
        <translation>
            <numerusform>新增 %Ln 个标签</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <comment>tags</comment>
        <translation>
            <numerusform>改动 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln as they are</source>
        <comment>tags</comment>
        <translation>
            <numerusform>不变 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new annotation(s)</source>
        <translation>
            <numerusform>%Ln 条新标注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed annotation(s)</source>
        <translation>
            <numerusform>%Ln 条标注有改动</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln memo(s)</source>
        <translation>
            <numerusform>%Ln 条备忘</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s)</source>
        <translation>
            <numerusform>%Ln 条关联</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) deleted</source>
        <translation>
            <numerusform>已删除 %Ln 个版面</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mark(s)</source>
        <translation>
            <numerusform>%Ln 处标注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) tagged</source>
        <translation>
            <numerusform>已给 %Ln 篇文章加标签</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) moved</source>
        <translation>
            <numerusform>已移动 %Ln 篇文章</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>%Ln 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%Ln copy(s)</source>
        <translation>
            <numerusform>+%Ln 篇同文</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln repeat(s) on copies left out</source>
        <translation>
            <numerusform>略去 %Ln 条同文上的重复标注</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnalysisPanel</name>
    <message>
        <source>Numbers</source>
        <translation>数目</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>正在绘图…</translation>
    </message>
    <message>
        <source>Progress of the analysis</source>
        <translation>分析进度</translation>
    </message>
    <message>
        <source>Select newspapers, pages or articles in the tree: their annotations are counted.</source>
        <translation>请在目录中选择报纸、版面或文章，只统计其中的标注。</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>没有选中内容</translation>
    </message>
    <message>
        <source>Nothing to count yet</source>
        <translation>还没有可统计的内容</translation>
    </message>
    <message>
        <source>Mark text and give the marks tags.</source>
        <translation>请标注文字，并给标注加标签。</translation>
    </message>
</context>
<context>
    <name>AskDeletion</name>
    <message>
        <source>The marks &amp;lose it</source>
        <translation>标注去掉这个标签(&amp;L)</translation>
    </message>
    <message>
        <source>The marks &amp;get another tag:</source>
        <translation>标注改用另一标签(&amp;G)：</translation>
    </message>
    <message>
        <source>&amp;Delete only what no mark has</source>
        <translation>只删除没有标注的标签(&amp;D)</translation>
    </message>
    <message>
        <source>Another tag</source>
        <translation>另一标签</translation>
    </message>
</context>
<context>
    <name>AskReplacement</name>
    <message>
        <source>Replace a tag</source>
        <translation>替换标签</translation>
    </message>
    <message>
        <source>&amp;Instead of</source>
        <translation>把(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;put</source>
        <translation>换成(&amp;P)</translation>
    </message>
</context>
<context>
    <name>Attaching</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>No longer searched: {names}</source>
        <translation>不再搜索：{names}</translation>
    </message>
    <message>
        <source>Searched too from now on: {name}</source>
        <translation>从现在起一并搜索：{name}</translation>
    </message>
</context>
<context>
    <name>BesideRow</name>
    <message>
        <source>Open this library</source>
        <translation>打开此资料库</translation>
    </message>
    <message>
        <source>Find it…</source>
        <translation>重新指定位置…</translation>
    </message>
    <message>
        <source>Do not search it</source>
        <translation>不再一并搜索</translation>
    </message>
    <message>
        <source>Not searched: {name}</source>
        <translation>未能搜索：{name}</translation>
    </message>
    <message>
        <source>Not searched for a part of this library: {name}</source>
        <translation>只搜索本资料库的一部分时不搜索：{name}</translation>
    </message>
    <message>
        <source>Searched too: {name}</source>
        <translation>一并搜索：{name}</translation>
    </message>
</context>
<context>
    <name>BulkMenu</name>
    <message>
        <source>&amp;Add tags…</source>
        <translation>添加标签(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Take tags away…</source>
        <translation>去掉标签(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Replace a tag…</source>
        <translation>替换标签(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Importance</source>
        <translation>重要程度(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Not weighed</source>
        <translation>未评</translation>
    </message>
    <message>
        <source>Add tags</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Take tags away</source>
        <translation>去掉标签</translation>
    </message>
    <message>
        <source>They are so already</source>
        <translation>已是如此，未作更改</translation>
    </message>
    <message>
        <source>Stopped; nothing was changed</source>
        <translation>已停止，未作任何更改</translation>
    </message>
</context>
<context>
    <name>CardList</name>
    <message>
        <source>Marks of this article</source>
        <translation>本文的标注</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove tag {name}</source>
        <translation>移除标签“{name}”</translation>
    </message>
    <message>
        <source>{name}: Delete removes this tag</source>
        <translation>{name}：按 Delete 键移除此标签</translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Annotations that are counted</source>
        <translation>统计范围</translation>
    </message>
    <message>
        <source>Whole library</source>
        <translation>整个资料库</translation>
    </message>
    <message>
        <source>Selected in the tree</source>
        <translation>目录中所选</translation>
    </message>
    <message>
        <source>With su&amp;btags</source>
        <translation>含下级标签(&amp;B)</translation>
    </message>
    <message>
        <source>A tag counts what the tags under it have, too</source>
        <translation>下级标签的标注也计入上级标签</translation>
    </message>
    <message>
        <source>Copies &amp;once</source>
        <translation>同文只计一次(&amp;O)</translation>
    </message>
    <message>
        <source>An article counts once in however many papers it stands; what is marked alike on its copies is one</source>
        <translation>同一篇文章不论登在几份报纸上都只计一次；各份上相同的标注算作一条</translation>
    </message>
    <message>
        <source>&amp;Closeness</source>
        <translation>关联度(&amp;C)</translation>
    </message>
    <message>
        <source>How often both occur, by how often either does: 0 to 1 (Jaccard index, c-coefficient)</source>
        <translation>同时出现的次数与任一出现的次数之比，0 到 1（Jaccard 指数，即 c 系数）</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>The table as CSV, or the picture as PNG or SVG</source>
        <translation>表格存为 CSV，图存为 PNG 或 SVG</translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation>表格(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>图(&amp;P)</translation>
    </message>
</context>
<context>
    <name>Citing</name>
    <message>
        <source>Copied with its source</source>
        <translation>已复制，并附出处</translation>
    </message>
    <message>
        <source>Copied the source of the article</source>
        <translation>已复制文章的出处</translation>
    </message>
</context>
<context>
    <name>CodebookModel</name>
    <message numerus="yes">
        <source>{name}, %n mark(s)</source>
        <translation>
            <numerusform>{name}，%n 条标注</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodebookPanel</name>
    <message>
        <source>Filter tags</source>
        <translation>筛选标签</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>新建标签</translation>
    </message>
    <message>
        <source>No tags yet</source>
        <translation>还没有标签</translation>
    </message>
    <message>
        <source>A tag that a mark gets stands here, and what it means.</source>
        <translation>标注用过的标签和它们的含义列在这里。</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Nothing is written about it yet.</source>
        <translation>还没有写含义。</translation>
    </message>
    <message>
        <source>Nothing is written about it yet. {keys} writes what it means.</source>
        <translation>还没有写含义。按 {keys} 书写。</translation>
    </message>
</context>
<context>
    <name>CodebookPreview</name>
    <message>
        <source>Import codebook from “{name}” (.{form})</source>
        <translation>从“{name}”导入标签表（.{form}）</translation>
    </message>
    <message>
        <source>Looking at the file…</source>
        <translation>正在查看文件…</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>Something else is being written. Try again when it is done.</source>
        <translation>正在写入其他内容，请完成后再试。</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>正在导入…</translation>
    </message>
    <message>
        <source>Done: {counts}</source>
        <translation>已完成：{counts}</translation>
    </message>
    <message>
        <source>The import was cancelled. Nothing of the file was kept.</source>
        <translation>导入已取消，未保留文件中的任何内容。</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>Tags that are made or changed</source>
        <translation>新增或改动的标签</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>导入进度</translation>
    </message>
    <message>
        <source>Not taken as it stands</source>
        <translation>未照原样导入</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>was “{name}”</source>
        <translation>原名“{name}”</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>place</source>
        <translation>位置</translation>
    </message>
</context>
<context>
    <name>ColorChecks</name>
    <message>
        <source>Colour: {name}</source>
        <translation>颜色：{name}</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>What should be done?</source>
        <translation>输入要执行的命令</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>There is no further article</source>
        <translation>后面没有文章了</translation>
    </message>
    <message>
        <source>This is the first article</source>
        <translation>这是第一篇文章</translation>
    </message>
    <message>
        <source>There is no further doubtful place</source>
        <translation>后面没有存疑之处了</translation>
    </message>
    <message>
        <source>This is the first one</source>
        <translation>这已经是第一处了</translation>
    </message>
    <message>
        <source>There is no further hit</source>
        <translation>没有更多匹配了</translation>
    </message>
    <message>
        <source>This mark has no links</source>
        <translation>这处标注没有链接</translation>
    </message>
    <message>
        <source>Jianbao is in the menu of your desktop now</source>
        <translation>剪报已加入桌面的应用程序菜单</translation>
    </message>
    <message>
        <source>&lt;h3&gt;剪报 Jianbao {version}&lt;/h3&gt;&lt;p&gt;A reader and annotator for newspaper pages.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;剪报 Jianbao {version}&lt;/h3&gt;&lt;p&gt;报纸版面的阅读与标注工具。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Library: {path}&lt;/p&gt;</source>
        <translation>&lt;p&gt;资料库：{path}&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About Jianbao</source>
        <translation>关于剪报</translation>
    </message>
</context>
<context>
    <name>CopyPanel</name>
    <message>
        <source>Groups of copies</source>
        <translation>同文各组</translation>
    </message>
    <message>
        <source>Copies of this group</source>
        <translation>本组各篇</translation>
    </message>
    <message>
        <source>How the copy differs</source>
        <translation>文字差异</translation>
    </message>
    <message>
        <source>In several papers or on several days</source>
        <translation>多报或多日刊登</translation>
    </message>
    <message>
        <source>Printed in</source>
        <translation>刊登处</translation>
    </message>
    <message>
        <source>Comparing articles…</source>
        <translation>正在比对文章…</translation>
    </message>
    <message>
        <source>Comparing articles: {share} %</source>
        <translation>正在比对文章：{share}%</translation>
    </message>
    <message>
        <source>No article stands in several papers or on several days.</source>
        <translation>没有在多家报纸或多日重复刊出的文章。</translation>
    </message>
    <message>
        <source>No copies</source>
        <translation>没有同文</translation>
    </message>
    <message>
        <source>Compared with {place}</source>
        <translation>与 {place} 比对</translation>
    </message>
</context>
<context>
    <name>CrashReporter</name>
    <message>
        <source>Something went wrong</source>
        <translation>程序出错</translation>
    </message>
    <message>
        <source>Jianbao met an error of its own. What you marked is saved. It is written down in {log}.</source>
        <translation>剪报自身出错。您的标注均已保存。错误已记录在 {log}。</translation>
    </message>
    <message>
        <source>&amp;Copy the report</source>
        <translation>复制报告(&amp;C)</translation>
    </message>
</context>
<context>
    <name>DefineDialog</name>
    <message>
        <source>Meaning of “{name}”</source>
        <translation>“{name}”的含义</translation>
    </message>
    <message>
        <source>&amp;Definition</source>
        <translation>定义(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Use when</source>
        <translation>何时用(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Not when</source>
        <translation>何时不用(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Example</source>
        <translation>例子(&amp;E)</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Why</source>
        <translation>判断依据</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>(by you)</source>
        <translation>（由您填写）</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>EmptyNotes</name>
    <message>
        <source>No marks in this article yet. Select words in the text, then highlight them or write a note.</source>
        <translation>本文还没有标注。在正文中选择文字，即可标注或写批注。</translation>
    </message>
    <message>
        <source>Open an article to see its marks and notes here.</source>
        <translation>打开一篇文章，这里会显示它的标注和批注。</translation>
    </message>
</context>
<context>
    <name>EncodingChooser</name>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Detect for each file</source>
        <translation>逐个文件自动识别</translation>
    </message>
    <message>
        <source>UTF-8</source>
        <translation>UTF-8</translation>
    </message>
    <message>
        <source>GB18030 (simplified Chinese, GBK, GB2312)</source>
        <translation>GB18030（简体中文，含 GBK、GB2312）</translation>
    </message>
    <message>
        <source>Big5 (traditional Chinese)</source>
        <translation>Big5（繁体中文）</translation>
    </message>
    <message>
        <source>UTF-16</source>
        <translation>UTF-16</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>“{name}” does not fit: see the signs {sign}</source>
        <translation>“{name}”与此编码不符：请看符号 {sign}</translation>
    </message>
    <message>
        <source>The beginning of “{name}”</source>
        <translation>“{name}”的开头</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export annotations</source>
        <translation>导出标注</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>Open &amp;file</source>
        <translation>打开文件(&amp;F)</translation>
    </message>
    <message>
        <source>Open fol&amp;der</source>
        <translation>打开文件夹(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Cancel export</source>
        <translation>取消导出(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Only those</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>What the list shows</source>
        <translation>列表所示</translation>
    </message>
    <message>
        <source>All annotations of the library</source>
        <translation>资料库的全部标注</translation>
    </message>
    <message>
        <source>There are no annotations in this library yet.</source>
        <translation>此资料库中还没有标注。</translation>
    </message>
    <message>
        <source>No annotations match.</source>
        <translation>没有符合条件的标注。</translation>
    </message>
    <message>
        <source>The first {rows} rows of {annotations}</source>
        <translation>共 {annotations}，预览前 {rows} 行</translation>
    </message>
    <message>
        <source>Exporting {annotations}…</source>
        <translation>正在导出 {annotations}…</translation>
    </message>
    <message>
        <source>Exported {annotations} to “{path}”.</source>
        <translation>已将 {annotations}导出到“{path}”。</translation>
    </message>
    <message>
        <source>The export was cancelled. No file was written.</source>
        <translation>已取消导出，未写入文件。</translation>
    </message>
</context>
<context>
    <name>FailureModel</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>FileList</name>
    <message>
        <source>Drop files or folders here</source>
        <translation>将文件或文件夹拖到这里</translation>
    </message>
</context>
<context>
    <name>FilterForm</name>
    <message>
        <source>All newspapers</source>
        <translation>所有报纸</translation>
    </message>
    <message>
        <source>Newspaper unknown</source>
        <translation>报纸不详</translation>
    </message>
    <message>
        <source>Printed from, a day, month or year</source>
        <translation>刊发日期起，可填年、月或日</translation>
    </message>
    <message>
        <source>Printed up to, a day, month or year</source>
        <translation>刊发日期止，可填年、月或日</translation>
    </message>
    <message>
        <source>Tags, any of them</source>
        <translation>标签，符合其一即可</translation>
    </message>
    <message>
        <source>Any tag</source>
        <translation>任意标签</translation>
    </message>
    <message>
        <source>Has any of these tags</source>
        <translation>有其中任一标签</translation>
    </message>
    <message>
        <source>Has all of these tags</source>
        <translation>有全部这些标签</translation>
    </message>
    <message>
        <source>Has none of these tags</source>
        <translation>没有这些标签</translation>
    </message>
    <message>
        <source>Tags &amp;below them too</source>
        <translation>连同下级标签(&amp;B)</translation>
    </message>
    <message>
        <source>Those with&amp;out a tag</source>
        <translation>没有标签的标注(&amp;O)</translation>
    </message>
    <message>
        <source>Those witho&amp;ut a tag</source>
        <translation>没有标签的标注(&amp;U)</translation>
    </message>
    <message>
        <source>Any newspaper</source>
        <translation>所有报纸</translation>
    </message>
    <message>
        <source>Any section</source>
        <translation>所有栏目</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>任何人</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>With or without</source>
        <translation>有无均可</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>No section</source>
        <translation>无栏目</translation>
    </message>
    <message>
        <source>moved or not found</source>
        <translation>已移位或未找到</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>有批注</translation>
    </message>
    <message>
        <source>Without a note</source>
        <translation>无批注</translation>
    </message>
    <message>
        <source>{stars} or more</source>
        <translation>{stars} 及以上</translation>
    </message>
    <message>
        <source>Colour: {name}</source>
        <translation>颜色：{name}</translation>
    </message>
    <message>
        <source>Printed from</source>
        <translation>刊期起</translation>
    </message>
    <message>
        <source>Printed up to</source>
        <translation>刊期止</translation>
    </message>
    <message>
        <source>An&amp;y tag of</source>
        <translation>任一标签(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;All tags of</source>
        <translation>全部标签(&amp;A)</translation>
    </message>
    <message>
        <source>New&amp;spaper</source>
        <translation>报纸(&amp;S)</translation>
    </message>
    <message>
        <source>Sect&amp;ion</source>
        <translation>栏目(&amp;I)</translation>
    </message>
    <message>
        <source>P&amp;rinted</source>
        <translation>刊期(&amp;R)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>重要程度</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>定位</translation>
    </message>
    <message>
        <source>&amp;No tag of</source>
        <translation>不含标签(&amp;N)</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>C&amp;oder</source>
        <translation>编码者(&amp;O)</translation>
    </message>
    <message>
        <source>“{text}” is no date. Write it as 2024-05-12, 2024-05 or 2024.</source>
        <translation>“{text}”不是日期。请写成 2024-05-12、2024-05 或 2024。</translation>
    </message>
    <message>
        <source>The first date is after the last one.</source>
        <translation>起始日期晚于截止日期。</translation>
    </message>
    <message>
        <source>There is no tag “{name}”.</source>
        <translation>没有标签“{name}”。</translation>
    </message>
    <message>
        <source>2024-05-12</source>
        <translation>2024-05-12</translation>
    </message>
    <message>
        <source>&amp;up to</source>
        <translation>至(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Newspaper</source>
        <translation>报纸(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Printed from</source>
        <translation>刊发日期(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>标签(&amp;T)</translation>
    </message>
    <message>
        <source>Co&amp;lours</source>
        <translation>颜色(&amp;L)</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in article</source>
        <translation>在文章中查找</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}/{1}</translation>
    </message>
</context>
<context>
    <name>Glance</name>
    <message>
        <source>&amp;Open its library</source>
        <translation>打开其资料库(&amp;O)</translation>
    </message>
    <message>
        <source>In place of the one that is open, with this article (Ctrl+Enter)</source>
        <translation>代替当前资料库打开，并显示此文章（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Opening the article…</source>
        <translation>正在打开文章…</translation>
    </message>
    <message>
        <source>In the library “{name}”, to read only</source>
        <translation>在资料库“{name}”中，只供阅读</translation>
    </message>
    <message>
        <source>There is no further article of other libraries</source>
        <translation>没有更多其他资料库的文章了</translation>
    </message>
    <message>
        <source>The article is gone</source>
        <translation>文章已不存在</translation>
    </message>
    <message>
        <source>Its library was changed since the search.</source>
        <translation>搜索之后，其资料库有了改动。</translation>
    </message>
    <message>
        <source>The article cannot be read</source>
        <translation>无法读取文章</translation>
    </message>
</context>
<context>
    <name>GridModel</name>
    <message>
        <source>All</source>
        <translation>合计</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Find in quotes and notes</source>
        <translation>在引文和批注中查找</translation>
    </message>
    <message>
        <source>Fi&amp;lter</source>
        <translation>筛选(&amp;L)</translation>
    </message>
    <message>
        <source>Vie&amp;w</source>
        <translation>显示(&amp;W)</translation>
    </message>
    <message>
        <source>Edi&amp;t</source>
        <translation>编辑(&amp;T)</translation>
    </message>
    <message>
        <source>Save&amp;d</source>
        <translation>已存筛选(&amp;D)</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>What this list shows, as a file</source>
        <translation>把列表所示存为文件</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>清除(&amp;C)</translation>
    </message>
</context>
<context>
    <name>HintsDialog</name>
    <message>
        <source>Learnt from you</source>
        <translation>从您的更改中学到的</translation>
    </message>
    <message>
        <source>When you change the role of lines that look like no others, later pages of the newspaper follow you.</source>
        <translation>您更改了样式独特的行的成分后，该报以后的版面会照此处理。</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行</translation>
    </message>
    <message>
        <source>are</source>
        <translation>成分</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>不再照此处理(&amp;F)</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>还没有</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Before all of this</source>
        <translation>这一切之前</translation>
    </message>
    <message>
        <source>the library stands here</source>
        <translation>资料库现处于此</translation>
    </message>
    <message>
        <source>still running</source>
        <translation>仍在进行</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>已撤销</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Enter undoes or redoes until the library stands at that step.</source>
        <translation>按回车键撤销或重做到所选步骤。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Nothing done yet</source>
        <translation>尚无操作</translation>
    </message>
    <message>
        <source>Every mark, note and repair is listed here by name.</source>
        <translation>每次标注、批注和校版都会按名称列在这里。</translation>
    </message>
</context>
<context>
    <name>HistoryWalk</name>
    <message>
        <source>Undone: {step}</source>
        <translation>已撤销：{step}</translation>
    </message>
    <message>
        <source>Redone: {step}</source>
        <translation>已重做：{step}</translation>
    </message>
</context>
<context>
    <name>ImportOptionsDialog</name>
    <message>
        <source>Import pages</source>
        <translation>导入版面</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>添加文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Add f&amp;older…</source>
        <translation>添加文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Files and folders to import</source>
        <translation>要导入的文件和文件夹</translation>
    </message>
    <message>
        <source>as the pages say</source>
        <translation>以版面所载为准</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>编码(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Newspaper</source>
        <translation>报纸(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>日期(&amp;D)</translation>
    </message>
    <message>
        <source>Folders are searched for .txt, .text and .md files.</source>
        <translation>文件夹中的 .txt、.text 和 .md 文件都会导入。</translation>
    </message>
    <message>
        <source>Write the date as 2024-05-12 or 2024年5月12日.</source>
        <translation>请将日期写成 2024-05-12 或 2024年5月12日。</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation>添加文件夹</translation>
    </message>
    <message>
        <source>Pages (*.txt *.text *.md)</source>
        <translation>版面文件 (*.txt *.text *.md)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Show marks that found no place, or another one</source>
        <translation>查看没有找到位置或换了位置的标注</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Looking for pages</source>
        <translation>正在查找版面</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Finishing this page</source>
        <translation>正在完成当前版面</translation>
    </message>
</context>
<context>
    <name>ImportReportDialog</name>
    <message>
        <source>Files that could not be read</source>
        <translation>无法读取的文件</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>重试(&amp;R)</translation>
    </message>
    <message>
        <source>Retry with &amp;encoding…</source>
        <translation>换编码重试(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Copy report</source>
        <translation>复制报告(&amp;C)</translation>
    </message>
    <message>
        <source>The other files are in the library. Select some to retry only those.</source>
        <translation>其余文件已在资料库中。可选择部分文件，只重试所选。</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Close all the same? What was typed last is lost.</source>
        <translation>仍要关闭吗？最后输入的内容将会丢失。</translation>
    </message>
</context>
<context>
    <name>ItemMetaDialog</name>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Names, parted by commas or spaces</source>
        <translation>姓名，以逗号或空格分隔</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Read on the page: {words}</source>
        <translation>读自版面：{words}</translation>
    </message>
    <message>
        <source>You wrote this; it stays when the page is split anew.</source>
        <translation>由您填写；重新拆分版面时保留。</translation>
    </message>
    <message>
        <source>Follows from what kind of item this is.</source>
        <translation>由条目的类型得出。</translation>
    </message>
    <message>
        <source>The page does not say.</source>
        <translation>版面上没有写明。</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Filter by action or key</source>
        <translation>按操作或按键筛选</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>适用范围</translation>
    </message>
    <message>
        <source>Keys of the chosen action</source>
        <translation>所选操作的快捷键</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>恢复默认(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Change to</source>
        <translation>更改为(&amp;C)</translation>
    </message>
    <message>
        <source>In every pane</source>
        <translation>各窗格通用</translation>
    </message>
    <message>
        <source> ({detail})</source>
        <translation>（{detail}）</translation>
    </message>
    <message>
        <source>{keys} is taken by “{action}”</source>
        <translation>{keys} 已用于“{action}”</translation>
    </message>
</context>
<context>
    <name>LinksDialog</name>
    <message>
        <source>Links of “{quote}”</source>
        <translation>“{quote}”的链接</translation>
    </message>
    <message>
        <source>Name a link in its second column. Delete removes it.</source>
        <translation>在第二列为链接命名，按 Delete 移除。</translation>
    </message>
    <message>
        <source>Linked mark</source>
        <translation>链接的标注</translation>
    </message>
    <message>
        <source>Name of the link</source>
        <translation>链接名称</translation>
    </message>
    <message>
        <source>&amp;Go to it</source>
        <translation>前往(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Remove link</source>
        <translation>移除链接(&amp;R)</translation>
    </message>
    <message>
        <source>This mark has no links. Link from one mark, then to another.</source>
        <translation>这处标注没有链接。先从一处标注链接，再链接到另一处。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>The article is gone</source>
        <translation>文章已不存在</translation>
    </message>
    <message>
        <source>article {place} of {count}</source>
        <translation>第 {place}/{count} 篇</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n 篇未读</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing open</source>
        <translation>未打开文章</translation>
    </message>
    <message>
        <source>Choose an article on the left, or read on from the beginning.</source>
        <translation>请在左侧选择文章，或从头开始阅读。</translation>
    </message>
    <message>
        <source>An empty library</source>
        <translation>资料库是空的</translation>
    </message>
    <message>
        <source>Drop page files or a folder of them anywhere in this window.</source>
        <translation>将版面文件或文件夹拖到窗口任意处即可导入。</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo {step}</source>
        <translation>撤销{step}(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo {step}</source>
        <translation>重做{step}(&amp;R)</translation>
    </message>
    <message>
        <source>{what} ({where})</source>
        <translation>{what}（{where}）</translation>
    </message>
    <message>
        <source>{done:,} of {total:,}…</source>
        <translation>{done:,} / {total:,}…</translation>
    </message>
    <message>
        <source>One moment: many rows are concerned</source>
        <translation>请稍候：涉及的数据较多</translation>
    </message>
</context>
<context>
    <name>MarkEditor</name>
    <message>
        <source>Mark</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Choose a mark to write about it.</source>
        <translation>选择一处标注，即可写批注。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete this mark with its note and tags</source>
        <translation>删除此标注及其批注和标签</translation>
    </message>
    <message>
        <source>Delete this mark</source>
        <translation>删除此标注</translation>
    </message>
</context>
<context>
    <name>MarkTable</name>
    <message>
        <source>Annotations</source>
        <translation>标注</translation>
    </message>
</context>
<context>
    <name>MarkView</name>
    <message>
        <source>What was marked</source>
        <translation>所标的内容</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>Tag “{name}” taken away</source>
        <translation>已移除标签“{name}”</translation>
    </message>
    <message>
        <source>Tagged “{name}”</source>
        <translation>已加标签“{name}”</translation>
    </message>
    <message>
        <source>A link from “{quote}”: go to the other mark and link to it</source>
        <translation>链接始于“{quote}”：到另一处标注，链接到那里</translation>
    </message>
    <message>
        <source>Choose first from where: go to the other mark and link from there</source>
        <translation>先选起点：到另一处标注，从那里链接</translation>
    </message>
    <message>
        <source>The mark that the link came from is gone</source>
        <translation>链接起点的标注已不在</translation>
    </message>
    <message>
        <source>Linked from “{quote}”</source>
        <translation>已从“{quote}”链接</translation>
    </message>
    <message>
        <source>Mark deleted</source>
        <translation>已删除标注</translation>
    </message>
</context>
<context>
    <name>MarksModel</name>
    <message>
        <source>Without a place</source>
        <translation>没有位置</translation>
    </message>
    <message>
        <source>Moved, to be confirmed</source>
        <translation>已移位，待确认</translation>
    </message>
</context>
<context>
    <name>MarksPanel</name>
    <message>
        <source>Show all</source>
        <translation>展开全部</translation>
    </message>
    <message>
        <source>No annotations yet</source>
        <translation>还没有标注</translation>
    </message>
    <message>
        <source>Select words of an article and press H.</source>
        <translation>在文章中选取文字，按 H 键标注。</translation>
    </message>
    <message>
        <source>No annotation fits</source>
        <translation>没有符合条件的标注</translation>
    </message>
    <message>
        <source>This annotation stands in no article</source>
        <translation>这条标注不在任何文章中</translation>
    </message>
</context>
<context>
    <name>MemoDialog</name>
    <message>
        <source>Memo on the library</source>
        <translation>资料库备忘</translation>
    </message>
</context>
<context>
    <name>MemoField</name>
    <message>
        <source>Write a memo; Markdown is understood</source>
        <translation>写备忘，可用 Markdown</translation>
    </message>
    <message>
        <source>Memo on the article</source>
        <translation>文章备忘</translation>
    </message>
    <message>
        <source>Memo on the page</source>
        <translation>版面备忘</translation>
    </message>
    <message>
        <source>Memo on the tag</source>
        <translation>标签备忘</translation>
    </message>
    <message>
        <source>Memo on the library</source>
        <translation>资料库备忘</translation>
    </message>
</context>
<context>
    <name>MemoView</name>
    <message>
        <source>Show all</source>
        <translation>展开全部</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>收起</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>Import annotations</source>
        <translation>导入标注</translation>
    </message>
    <message>
        <source>What the file has modified later takes the place of what the library has; nothing is removed. Each file is one step that can be undone.</source>
        <translation>文件中修改时间更晚的内容取代资料库中的内容；不会删除任何内容。每个文件为一步，可以撤销。</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>无法导入</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>导入进度</translation>
    </message>
    <message>
        <source>&amp;Save list…</source>
        <translation>保存清单(&amp;S)…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Importing “{name}”…</source>
        <translation>正在导入“{name}”…</translation>
    </message>
    <message>
        <source>Looking at “{name}”…</source>
        <translation>正在查看“{name}”…</translation>
    </message>
    <message>
        <source>The import was cancelled. Nothing of the file was kept.</source>
        <translation>导入已取消，该文件的内容均未写入。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>“{name}”: nothing new.</source>
        <translation>“{name}”：没有新内容。</translation>
    </message>
    <message>
        <source>“{name}”: {counts} imported.</source>
        <translation>“{name}”：已导入{counts}。</translation>
    </message>
    <message>
        <source>“{name}”: {counts}.</source>
        <translation>“{name}”：{counts}。</translation>
    </message>
    <message>
        <source>Save list</source>
        <translation>保存清单</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>{name}-left out.csv</source>
        <translation>{name}-未导入.csv</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Saved “{path}”.</source>
        <translation>已保存“{path}”。</translation>
    </message>
</context>
<context>
    <name>MetaField</name>
    <message>
        <source>Empty it on all pages</source>
        <translation>清空所有版面的这一项</translation>
    </message>
    <message>
        <source>(several values)</source>
        <translation>（多个值）</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
</context>
<context>
    <name>MetadataDialog</name>
    <message>
        <source>Newspaper, date and page</source>
        <translation>报纸、日期和版次</translation>
    </message>
    <message>
        <source>Newspaper</source>
        <translation>报纸</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>版次</translation>
    </message>
    <message>
        <source>Page name</source>
        <translation>版名</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Newspaper</source>
        <translation>报纸(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>日期(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>版次(&amp;P)</translation>
    </message>
    <message>
        <source>Page na&amp;me</source>
        <translation>版名(&amp;M)</translation>
    </message>
    <message>
        <source>Pages after the change</source>
        <translation>更改后的版面</translation>
    </message>
    <message>
        <source>Write the date as 2024-05-12 or 2024年5月12日.</source>
        <translation>请将日期写成 2024-05-12 或 2024年5月12日。</translation>
    </message>
    <message numerus="yes">
        <source>{changed} of %n page(s) will change.</source>
        <translation>
            <numerusform>将更改 %n 个版面中的 {changed} 个。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Narrowing</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Where to search</source>
        <translation>搜索范围</translation>
    </message>
    <message>
        <source>Whole library</source>
        <translation>整个资料库</translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message>
        <source>Note</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写批注</translation>
    </message>
</context>
<context>
    <name>NotesHeader</name>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number}/{count} 条</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n 处标注</numerusform>
        </translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>批注</translation>
    </message>
</context>
<context>
    <name>NotesPane</name>
    <message>
        <source>Notes</source>
        <translation>批注</translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source>&amp;Whole library</source>
        <translation>整个资料库(&amp;W)</translation>
    </message>
    <message>
        <source>What is &amp;selected in the tree</source>
        <translation>目录中所选的内容(&amp;S)</translation>
    </message>
    <message>
        <source>Lea&amp;ve out repeats on copies</source>
        <translation>略去同文上的重复标注(&amp;V)</translation>
    </message>
    <message>
        <source>Annotations on another copy of an article with the same words and no tag, note, importance or link of their own. All others are exported.</source>
        <translation>同一文章另一份上标出相同文字、且没有自己的标签、批注、重要度或关联的标注。其余全部导出。</translation>
    </message>
    <message>
        <source>&amp;Whole library: {annotations}</source>
        <translation>整个资料库(&amp;W)：{annotations}</translation>
    </message>
    <message>
        <source>What is &amp;selected in the tree: {annotations}</source>
        <translation>目录中所选的内容(&amp;S)：{annotations}</translation>
    </message>
    <message>
        <source>For&amp;mat</source>
        <translation>格式(&amp;M)</translation>
    </message>
    <message>
        <source>Encod&amp;ing</source>
        <translation>编码(&amp;I)</translation>
    </message>
    <message>
        <source>What</source>
        <translation>导出内容</translation>
    </message>
    <message>
        <source>How</source>
        <translation>导出方式</translation>
    </message>
</context>
<context>
    <name>OrphansPanel</name>
    <message>
        <source>Accept place</source>
        <translation>采用此处</translation>
    </message>
    <message>
        <source>Anchor here</source>
        <translation>定位到所选文字</translation>
    </message>
    <message>
        <source>Show in article</source>
        <translation>在文章中查看</translation>
    </message>
    <message>
        <source>Keep on the older text</source>
        <translation>留在旧文本上</translation>
    </message>
    <message>
        <source>Older text</source>
        <translation>旧文本</translation>
    </message>
    <message>
        <source>Delete mark</source>
        <translation>删除标注</translation>
    </message>
    <message>
        <source>Mark anchored</source>
        <translation>标注已定位</translation>
    </message>
    <message>
        <source>Select the words in the article first, then anchor the mark there.</source>
        <translation>请先在文章中选中文字，再把标注定位到那里。</translation>
    </message>
    <message>
        <source>Mark kept on the older text</source>
        <translation>标注已留在旧文本上</translation>
    </message>
    <message>
        <source>Mark deleted</source>
        <translation>标注已删除</translation>
    </message>
    <message>
        <source>Marks to be settled</source>
        <translation>待处理的标注</translation>
    </message>
    <message>
        <source>No place like it</source>
        <translation>没有相近的位置</translation>
    </message>
    <message>
        <source>Select the words in the article and anchor the mark there, or keep it on the older text.</source>
        <translation>在文章中选中文字后把标注定位到那里，或将它留在旧文本上。</translation>
    </message>
    <message>
        <source>Every mark has its place</source>
        <translation>所有标注都有位置</translation>
    </message>
    <message>
        <source>When a newer text of a page is imported, marks that it has no place for come here.</source>
        <translation>导入版面的新文本后，在其中找不到位置的标注会列在这里。</translation>
    </message>
    <message>
        <source>To be settled</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>As it was marked</source>
        <translation>标注时的原文</translation>
    </message>
    <message>
        <source>Confirm place</source>
        <translation>确认此处</translation>
    </message>
    <message>
        <source>In the older text</source>
        <translation>在旧文本中</translation>
    </message>
    <message>
        <source>In the newer text</source>
        <translation>在新文本中</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Page</source>
        <translation>版面</translation>
    </message>
</context>
<context>
    <name>PlaceList</name>
    <message>
        <source>Places in the newer text</source>
        <translation>新文本中的位置</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>&amp;Font for reading</source>
        <translation>阅读字体(&amp;F)</translation>
    </message>
    <message>
        <source>Font for reading</source>
        <translation>阅读字体</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> 磅</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Text &amp;size</source>
        <translation>正文字号(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Name on new marks</source>
        <translation>新标注的署名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Citations</source>
        <translation>引文格式(&amp;C)</translation>
    </message>
    <message>
        <source>Theme and panes are in the View menu, keys under Help.</source>
        <translation>主题和窗格在“视图”菜单中设置，快捷键在“帮助”菜单中设置。</translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Open another…</source>
        <translation>打开其他资料库(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;New library…</source>
        <translation>新建资料库(&amp;N)…</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>%1 File</source>
        <translation>%1 文件</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>位置(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Left</source>
        <translation>←</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>→</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>↑</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>↓</translation>
    </message>
</context>
<context>
    <name>QuoteList</name>
    <message>
        <source>Quotes</source>
        <translation>引文</translation>
    </message>
</context>
<context>
    <name>ReadingPane</name>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Mark: {0}</source>
        <translation>标注：{0}</translation>
    </message>
</context>
<context>
    <name>ReencodeDialog</name>
    <message>
        <source>Retry with encoding</source>
        <translation>换编码重试</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>Repairing</name>
    <message>
        <source>Change the role of a line first</source>
        <translation>请先更改一行的角色</translation>
    </message>
    <message>
        <source>No other line of this page looks like the one that you changed</source>
        <translation>本版没有与所改的行相似的其他行</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>The section of this article. An empty field takes it out of every section.</source>
        <translation>本文所属的栏目。留空则不属于任何栏目。</translation>
    </message>
    <message>
        <source>Article details</source>
        <translation>文章信息</translation>
    </message>
    <message>
        <source>Correct characters</source>
        <translation>更正文字</translation>
    </message>
    <message>
        <source>How this line should read. The page stays as it was imported; marks stay where they are.</source>
        <translation>这一行的正确文字。导入的版面保持原样，标注位置不变。</translation>
    </message>
    <message>
        <source>There is nothing to change here</source>
        <translation>这里没有可更改的内容</translation>
    </message>
</context>
<context>
    <name>SavedGroup</name>
    <message>
        <source>Annotations</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Saved filters and searches</source>
        <translation>已保存的筛选和搜索</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>重命名(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Renamed “{name}”</source>
        <translation>已改名为“{name}”</translation>
    </message>
    <message>
        <source>Deleted “{name}”</source>
        <translation>已删除“{name}”</translation>
    </message>
</context>
<context>
    <name>SavedMenu</name>
    <message>
        <source>&amp;Save this filter…</source>
        <translation>保存此筛选(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>重命名(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Nothing saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation>保存此筛选</translation>
    </message>
    <message>
        <source>Rename the filter</source>
        <translation>重命名筛选</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Filter saved as “{name}”</source>
        <translation>筛选已存为“{name}”</translation>
    </message>
    <message>
        <source>Filter renamed “{name}”</source>
        <translation>筛选已改名为“{name}”</translation>
    </message>
    <message>
        <source>Saved filter “{name}” deleted</source>
        <translation>已删除筛选“{name}”</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search everything</source>
        <translation>搜索全部</translation>
    </message>
    <message>
        <source>Last and saved searches</source>
        <translation>最近和已保存的搜索</translation>
    </message>
    <message>
        <source>“exact words”  ·  this OR that  ·  -without  ·  title:  tag:  note:  date:2024-05</source>
        <translation>“原样词句”  ·  这个 或 那个  ·  -不含  ·  标题：  标签：  批注：  日期：2024-05</translation>
    </message>
</context>
<context>
    <name>SearchMemory</name>
    <message>
        <source>Saved searches</source>
        <translation>已保存的搜索</translation>
    </message>
    <message>
        <source>Last searches</source>
        <translation>最近的搜索</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>保存这次搜索…</translation>
    </message>
    <message>
        <source>Forget the last searches</source>
        <translation>清除最近的搜索</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>保存这次搜索</translation>
    </message>
    <message>
        <source>Name, under which the article tree shows it:</source>
        <translation>名称（目录中按此显示）：</translation>
    </message>
    <message>
        <source>{query} (by pinyin)</source>
        <translation>{query}（按拼音）</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
</context>
<context>
    <name>SearchResults</name>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>找到 %Ln 篇</numerusform>
        </translation>
    </message>
    <message>
        <source>The search failed</source>
        <translation>搜索失败</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Try fewer or shorter words, or “this OR that”. Esc shows all articles.</source>
        <translation>试试更少或更短的词，或用“这个 或 那个”。按 Esc 显示全部文章。</translation>
    </message>
    <message>
        <source>Indexing: {share} %</source>
        <translation>正在编制索引：{share}%</translation>
    </message>
    <message>
        <source>{number} of {found}</source>
        <translation>{found}，列 {number} 篇</translation>
    </message>
    <message>
        <source>{found}, {number} without copies</source>
        <translation>{found}，不计同文 {number} 篇</translation>
    </message>
    <message>
        <source>The search is narrowed: the buttons above widen it. Esc shows all articles.</source>
        <translation>搜索范围已缩小，可用上方按钮放宽。按 Esc 显示全部文章。</translation>
    </message>
    <message>
        <source>As pinyin, the letters may still be in headlines and tags. Esc shows all articles.</source>
        <translation>这些字母可能是标题或标签的拼音。按 Esc 显示全部文章。</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Search by pinyin too</source>
        <translation>也按拼音搜索</translation>
    </message>
    <message>
        <source>Order of results</source>
        <translation>结果顺序</translation>
    </message>
    <message>
        <source>Copies once</source>
        <translation>同文只列一次</translation>
    </message>
    <message>
        <source>Copies once: of articles that match and are copies of each other the first is shown</source>
        <translation>同文只列一次：互为同文的结果只列出第一篇</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>最早</translation>
    </message>
    <message>
        <source>Relevance</source>
        <translation>相关</translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message>
        <source>The search index is up to date</source>
        <translation>搜索索引已更新</translation>
    </message>
    <message>
        <source>Bringing the search index up to date: {share} %</source>
        <translation>正在更新搜索索引：{share}%</translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message>
        <source>Split “{name}”</source>
        <translation>拆分“{name}”</translation>
    </message>
    <message>
        <source>&amp;Set</source>
        <translation>设定(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;plit</source>
        <translation>拆分(&amp;P)</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Marks &amp;with</source>
        <translation>含有文字的标注(&amp;W)</translation>
    </message>
    <message>
        <source>get the &amp;tag</source>
        <translation>改用标签(&amp;T)</translation>
    </message>
</context>
<context>
    <name>SplitModel</name>
    <message>
        <source>Mark</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Gets</source>
        <translation>改用</translation>
    </message>
</context>
<context>
    <name>Splitting</name>
    <message>
        <source>The pages come out as they were</source>
        <translation>重新拆分后版面没有变化</translation>
    </message>
</context>
<context>
    <name>SwatchRow</name>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
</context>
<context>
    <name>TagInput</name>
    <message>
        <source>Add a tag</source>
        <translation>加标签</translation>
    </message>
</context>
<context>
    <name>TagMenu</name>
    <message>
        <source>&amp;0  None</source>
        <translation>&amp;0  无</translation>
    </message>
</context>
<context>
    <name>TagVerbs</name>
    <message>
        <source>Choose a tag first</source>
        <translation>请先选一个标签</translation>
    </message>
    <message>
        <source>Open an article first</source>
        <translation>请先打开一篇文章</translation>
    </message>
    <message>
        <source>Rename tag</source>
        <translation>标签改名</translation>
    </message>
    <message>
        <source>It goes no further</source>
        <translation>不能再移动</translation>
    </message>
    <message>
        <source>Move below</source>
        <translation>归入</translation>
    </message>
    <message>
        <source>{names} go below:</source>
        <translation>{names}归入：</translation>
    </message>
    <message>
        <source>Marks, memos and tags below {names} go to:</source>
        <translation>{names}的标注、备忘和下级标签归入：</translation>
    </message>
    <message>
        <source>Merge tags</source>
        <translation>合并标签</translation>
    </message>
    <message>
        <source>No mark has “{name}”</source>
        <translation>没有标注带“{name}”</translation>
    </message>
    <message>
        <source>Tag “{name}” split</source>
        <translation>已拆分标签“{name}”</translation>
    </message>
    <message>
        <source>The marks of “{name}” get:</source>
        <translation>“{name}”的标注改用：</translation>
    </message>
    <message>
        <source>They &amp;keep “{name}” too</source>
        <translation>同时保留“{name}”(&amp;K)</translation>
    </message>
    <message>
        <source>Change tag</source>
        <translation>换标签</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>新建标签</translation>
    </message>
    <message>
        <source>Merged into “{name}”</source>
        <translation>已合并到“{name}”</translation>
    </message>
    <message>
        <source>Marks tagged “{name}”</source>
        <translation>标注已用“{name}”</translation>
    </message>
</context>
<context>
    <name>TagView</name>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>TakingIn</name>
    <message>
        <source>Import annotations</source>
        <translation>导入标注</translation>
    </message>
    <message>
        <source>Annotations ({kinds})</source>
        <translation>标注 ({kinds})</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Tools</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Pinyin</source>
        <translation>拼音</translation>
    </message>
</context>
<context>
    <name>TreeHeader</name>
    <message>
        <source>Filter headlines</source>
        <translation>筛选标题</translation>
    </message>
    <message>
        <source>Group articles</source>
        <translation>文章分组方式</translation>
    </message>
    <message>
        <source>Show articles</source>
        <translation>显示哪些文章</translation>
    </message>
    <message>
        <source>Hide copies</source>
        <translation>隐藏同文</translation>
    </message>
    <message>
        <source>Hide copies: an article in several papers or on several days stands once, and wherever it is marked</source>
        <translation>隐藏同文：登在多份报纸或多日的同一篇文章只列一次，有标注的各处仍然列出</translation>
    </message>
    <message>
        <source>By newspaper</source>
        <translation>按报纸</translation>
    </message>
    <message>
        <source>By section</source>
        <translation>按栏目</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>按标签</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Annotated</source>
        <translation>有标注</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>With copies</source>
        <translation>有同文</translation>
    </message>
</context>
<context>
    <name>TreePane</name>
    <message>
        <source>No marks yet</source>
        <translation>还没有标注</translation>
    </message>
    <message>
        <source>Marked articles stand here by their tags</source>
        <translation>有标注的文章会按标签列在这里</translation>
    </message>
    <message>
        <source>Show by newspaper</source>
        <translation>按报纸显示</translation>
    </message>
    <message>
        <source>No articles match</source>
        <translation>没有符合的文章</translation>
    </message>
    <message>
        <source>None has this headline and this state</source>
        <translation>没有文章同时符合这个标题和状态</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>No articles yet</source>
        <translation>还没有文章</translation>
    </message>
    <message>
        <source>Drop page files or a folder here</source>
        <translation>将版面文件或文件夹拖到这里</translation>
    </message>
</context>
<context>
    <name>TreeWork</name>
    <message>
        <source>Tag the selected articles</source>
        <translation>给所选文章加标签</translation>
    </message>
    <message>
        <source>Move to a section</source>
        <translation>移到栏目</translation>
    </message>
    <message>
        <source>Section of the selected articles; an empty field takes them out of every section:</source>
        <translation>所选文章的栏目（留空则不属于任何栏目）：</translation>
    </message>
    <message>
        <source>Compacting the library</source>
        <translation>正在压缩资料库</translation>
    </message>
    <message>
        <source>{pages}, with {marks}</source>
        <translation>{pages}，连同{marks}</translation>
    </message>
    <message>
        <source>All of them have these tags already</source>
        <translation>所选文章都已有这些标签</translation>
    </message>
    <message>
        <source>All of them stand there already</source>
        <translation>所选文章已都在该栏目</translation>
    </message>
    <message>
        <source>The library takes {after} MB now; it took {before} MB</source>
        <translation>资料库现占 {after} MB，原占 {before} MB</translation>
    </message>
</context>
<context>
    <name>UnfitTable</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What does not fit, and why</source>
        <translation>无法导入的内容及原因</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>&amp;Sort by</source>
        <translation>排序(&amp;S)</translation>
    </message>
    <message>
        <source>Place in the tree</source>
        <translation>按目录次序</translation>
    </message>
    <message>
        <source>&amp;Descending</source>
        <translation>降序(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>列(&amp;C)</translation>
    </message>
</context>
<context>
    <name>Walking</name>
    <message>
        <source>There are only articles of other libraries: Enter in the list shows one</source>
        <translation>只剩其他资料库的文章：在列表中按回车键查看</translation>
    </message>
    <message numerus="yes">
        <source>Passed over: %Ln article(s) of other libraries</source>
        <translation>
            <numerusform>已跳过其他资料库的 %Ln 篇文章</numerusform>
        </translation>
    </message>
    <message>
        <source>In the library “{name}”: Enter shows it</source>
        <translation>在资料库“{name}”中：按回车键查看</translation>
    </message>
</context>
<context>
    <name>WorkbenchPane</name>
    <message>
        <source>Open an article to see its page here.</source>
        <translation>打开一篇文章，这里会显示它所在的版面。</translation>
    </message>
    <message>
        <source>PAGE</source>
        <translation>版面</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export annotations…</source>
        <translation>导出标注(&amp;E)…</translation>
    </message>
    <message>
        <source>Newspaper, date and &amp;page…</source>
        <translation>报纸、日期和版次(&amp;P)…</translation>
    </message>
    <message>
        <source>of all pages selected in the tree</source>
        <translation>目录中所选版面</translation>
    </message>
    <message>
        <source>Delete pa&amp;ges</source>
        <translation>删除版面(&amp;G)</translation>
    </message>
    <message>
        <source>all that are selected in the tree, with the marks on them</source>
        <translation>目录中所选的全部版面，连同其中的标注</translation>
    </message>
    <message>
        <source>Import &amp;codebook…</source>
        <translation>导入标签表(&amp;C)…</translation>
    </message>
    <message>
        <source>Export code&amp;book…</source>
        <translation>导出标签表(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;New library…</source>
        <translation>新建资料库(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Open library…</source>
        <translation>打开资料库(&amp;O)…</translation>
    </message>
    <message>
        <source>Compact the librar&amp;y</source>
        <translation>压缩资料库(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Find in article</source>
        <translation>在文章中查找(&amp;F)</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>查找下一处(&amp;N)</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>查找上一处(&amp;P)</translation>
    </message>
    <message>
        <source>Search e&amp;verything</source>
        <translation>搜索全部(&amp;V)</translation>
    </message>
    <message>
        <source>the text, notes and tags of the whole library</source>
        <translation>整个资料库的正文、批注和标签</translation>
    </message>
    <message>
        <source>Search &amp;by pinyin too</source>
        <translation>也按拼音搜索(&amp;B)</translation>
    </message>
    <message>
        <source>Next h&amp;it</source>
        <translation>下一处匹配(&amp;I)</translation>
    </message>
    <message>
        <source>Previous hi&amp;t</source>
        <translation>上一处匹配(&amp;T)</translation>
    </message>
    <message>
        <source>Filter &amp;headlines</source>
        <translation>筛选标题(&amp;H)</translation>
    </message>
    <message>
        <source>Select &amp;sentence</source>
        <translation>选择句子(&amp;S)</translation>
    </message>
    <message>
        <source>again: the next one too</source>
        <translation>再按一次，连同下一个</translation>
    </message>
    <message>
        <source>Select p&amp;aragraph</source>
        <translation>选择段落(&amp;A)</translation>
    </message>
    <message>
        <source>Select &amp;word</source>
        <translation>选择词语(&amp;W)</translation>
    </message>
    <message>
        <source>Pref&amp;erences…</source>
        <translation>首选项(&amp;E)…</translation>
    </message>
    <message>
        <source>Go to the &amp;articles</source>
        <translation>转到目录(&amp;A)</translation>
    </message>
    <message>
        <source>Go to the te&amp;xt</source>
        <translation>转到正文(&amp;X)</translation>
    </message>
    <message>
        <source>Go to the &amp;notes</source>
        <translation>转到批注(&amp;N)</translation>
    </message>
    <message>
        <source>Go to the wor&amp;kbench</source>
        <translation>转到校版(&amp;K)</translation>
    </message>
    <message>
        <source>Next &amp;pane</source>
        <translation>下一窗格(&amp;P)</translation>
    </message>
    <message>
        <source>Pre&amp;vious pane</source>
        <translation>上一窗格(&amp;V)</translation>
    </message>
    <message>
        <source>Add to the desk&amp;top&apos;s menu</source>
        <translation>添加到桌面菜单(&amp;T)</translation>
    </message>
    <message>
        <source>Also &amp;search another library…</source>
        <translation>一并搜索其他资料库(&amp;S)…</translation>
    </message>
    <message>
        <source>what is found there stands among what is found here</source>
        <translation>两处的结果列在一起</translation>
    </message>
    <message>
        <source>Search this library a&amp;lone</source>
        <translation>只搜索此资料库(&amp;L)</translation>
    </message>
    <message>
        <source>letters find headlines and tags that read so: zhongguo or zg finds 中国</source>
        <translation>字母也能找到读音相符的标题和标签：zhongguo 或 zg 找到“中国”</translation>
    </message>
    <message>
        <source>Show arti&amp;cles</source>
        <translation>显示文章(&amp;C)</translation>
    </message>
    <message>
        <source>Show the &amp;workbench</source>
        <translation>显示校版(&amp;W)</translation>
    </message>
    <message>
        <source>the raw page beside the article</source>
        <translation>在文章旁显示版面原文</translation>
    </message>
    <message>
        <source>Show n&amp;otes</source>
        <translation>显示批注(&amp;O)</translation>
    </message>
    <message>
        <source>Onl&amp;y the text</source>
        <translation>只看正文(&amp;Y)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;epia</source>
        <translation>米黄(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Next the&amp;me</source>
        <translation>下一主题(&amp;M)</translation>
    </message>
    <message>
        <source>Text lar&amp;ger</source>
        <translation>放大字号(&amp;G)</translation>
    </message>
    <message>
        <source>Text &amp;smaller</source>
        <translation>缩小字号(&amp;S)</translation>
    </message>
    <message>
        <source>Text as &amp;usual</source>
        <translation>默认字号(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Next article</source>
        <translation>下一篇文章(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous article</source>
        <translation>上一篇文章(&amp;P)</translation>
    </message>
    <message>
        <source>Next &amp;unread</source>
        <translation>下一篇未读(&amp;U)</translation>
    </message>
    <message>
        <source>Previous unrea&amp;d</source>
        <translation>上一篇未读(&amp;D)</translation>
    </message>
    <message>
        <source>Next doubt&amp;ful place</source>
        <translation>下一处存疑(&amp;F)</translation>
    </message>
    <message>
        <source>Pre&amp;vious doubtful place</source>
        <translation>上一处存疑(&amp;V)</translation>
    </message>
    <message>
        <source>Read or un&amp;read</source>
        <translation>标为已读或未读(&amp;R)</translation>
    </message>
    <message>
        <source>all that is selected in the tree</source>
        <translation>文章树中所选的全部</translation>
    </message>
    <message>
        <source>Read &amp;on</source>
        <translation>继续阅读(&amp;O)</translation>
    </message>
    <message>
        <source>page down, then the next article</source>
        <translation>翻页，到文末转下一篇</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>For&amp;ward</source>
        <translation>前进(&amp;W)</translation>
    </message>
    <message>
        <source>E&amp;xpand below</source>
        <translation>展开下级(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Collapse below</source>
        <translation>折叠下级(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Yellow</source>
        <translation>黄色(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Green</source>
        <translation>绿色(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Blue</source>
        <translation>蓝色(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Pink</source>
        <translation>粉色(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Orange</source>
        <translation>橙色(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Violet</source>
        <translation>紫色(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Highlight</source>
        <translation>标注(&amp;H)</translation>
    </message>
    <message>
        <source>the selection, or the sentence at the caret</source>
        <translation>所选文字，或光标所在的句子</translation>
    </message>
    <message>
        <source>Highlight in a &amp;colour…</source>
        <translation>选颜色标注(&amp;C)…</translation>
    </message>
    <message>
        <source>Write a &amp;note</source>
        <translation>写批注(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Tag…</source>
        <translation>加标签(&amp;T)…</translation>
    </message>
    <message>
        <source>Ne&amp;xt mark</source>
        <translation>下一处标注(&amp;X)</translation>
    </message>
    <message>
        <source>Pre&amp;vious mark</source>
        <translation>上一处标注(&amp;V)</translation>
    </message>
    <message>
        <source>Next of &amp;overlapping marks</source>
        <translation>切换重叠的标注(&amp;O)</translation>
    </message>
    <message>
        <source>End right by a character</source>
        <translation>终点右移一字</translation>
    </message>
    <message>
        <source>End left by a character</source>
        <translation>终点左移一字</translation>
    </message>
    <message>
        <source>End right by a clause</source>
        <translation>终点右移一个分句</translation>
    </message>
    <message>
        <source>End left by a clause</source>
        <translation>终点左移一个分句</translation>
    </message>
    <message>
        <source>End right by a sentence</source>
        <translation>结尾右移一句</translation>
    </message>
    <message>
        <source>End left by a sentence</source>
        <translation>结尾左移一句</translation>
    </message>
    <message>
        <source>Beginning left</source>
        <translation>起点左移一字</translation>
    </message>
    <message>
        <source>Beginning right</source>
        <translation>起点右移一字</translation>
    </message>
    <message>
        <source>Beginning left by a clause</source>
        <translation>开头左移一个分句</translation>
    </message>
    <message>
        <source>Beginning right by a clause</source>
        <translation>开头右移一个分句</translation>
    </message>
    <message>
        <source>Beginning left by a sentence</source>
        <translation>开头左移一句</translation>
    </message>
    <message>
        <source>Beginning right by a sentence</source>
        <translation>开头右移一句</translation>
    </message>
    <message>
        <source>Choose amon&amp;g overlapping marks…</source>
        <translation>在重叠的标注中选择(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;More important</source>
        <translation>更重要(&amp;M)</translation>
    </message>
    <message>
        <source>one star more; after three, none</source>
        <translation>多一颗星；三颗之后归零</translation>
    </message>
    <message>
        <source>&amp;Less important</source>
        <translation>次要些(&amp;L)</translation>
    </message>
    <message>
        <source>one star less; after none, three</source>
        <translation>少一颗星；没有之后为三颗</translation>
    </message>
    <message>
        <source>Link &amp;from here</source>
        <translation>从此处链接(&amp;F)</translation>
    </message>
    <message>
        <source>then go to another mark, in any article</source>
        <translation>再到另一处标注，任何文章里的都行</translation>
    </message>
    <message>
        <source>Link &amp;to here</source>
        <translation>链接到此处(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Go to the other end</source>
        <translation>到链接的另一端(&amp;G)</translation>
    </message>
    <message>
        <source>Alt+Left returns</source>
        <translation>Alt+← 返回</translation>
    </message>
    <message>
        <source>Name and &amp;remove links…</source>
        <translation>命名和移除链接(&amp;R)…</translation>
    </message>
    <message>
        <source>Memo on the &amp;article</source>
        <translation>文章备忘(&amp;A)</translation>
    </message>
    <message>
        <source>Memo on the &amp;page</source>
        <translation>版面备忘(&amp;P)</translation>
    </message>
    <message>
        <source>Memo on the li&amp;brary…</source>
        <translation>资料库备忘(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Delete mark</source>
        <translation>删除标注(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>命令(&amp;C)…</translation>
    </message>
    <message>
        <source>Show the &amp;log file</source>
        <translation>查看日志文件(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;About Jianbao</source>
        <translation>关于剪报(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Kicker</source>
        <translation>引题(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Headline</source>
        <translation>标题(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Subtitle</source>
        <translation>副题(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Byline</source>
        <translation>署名(&amp;B)</translation>
    </message>
    <message>
        <source>S&amp;ubhead</source>
        <translation>小标题(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>正文(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Caption</source>
        <translation>图片说明(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;redit</source>
        <translation>图片署名(&amp;R)</translation>
    </message>
    <message>
        <source>Ba&amp;nner</source>
        <translation>栏目名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Furniture</source>
        <translation>版面信息(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Article</source>
        <translation>文章(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Photo</source>
        <translation>图片(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Brief</source>
        <translation>简讯(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Split here</source>
        <translation>在此处拆分(&amp;S)</translation>
    </message>
    <message>
        <source>an article begins at this line</source>
        <translation>文章从这一行开始</translation>
    </message>
    <message>
        <source>S&amp;plit at the caret</source>
        <translation>在光标处拆分(&amp;P)</translation>
    </message>
    <message>
        <source>an article begins within this line</source>
        <translation>文章从这一行中间开始</translation>
    </message>
    <message>
        <source>&amp;Merge with the article before</source>
        <translation>与上一篇文章合并(&amp;M)</translation>
    </message>
    <message>
        <source>S&amp;ection…</source>
        <translation>栏目(&amp;E)…</translation>
    </message>
    <message>
        <source>The same e&amp;verywhere on this page</source>
        <translation>本版相似的行一并更改(&amp;V)</translation>
    </message>
    <message>
        <source>all lines that look like the one just changed</source>
        <translation>与刚更改的行相似的所有行</translation>
    </message>
    <message>
        <source>&amp;Join or part</source>
        <translation>合并或拆开段落(&amp;J)</translation>
    </message>
    <message>
        <source>with the paragraph above</source>
        <translation>与上一段</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>To the article &amp;above</source>
        <translation>移到上一篇文章(&amp;A)</translation>
    </message>
    <message>
        <source>To the article &amp;below</source>
        <translation>移到下一篇文章(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Correct characters…</source>
        <translation>更正文字(&amp;C)…</translation>
    </message>
    <message>
        <source>Article detai&amp;ls…</source>
        <translation>文章信息(&amp;L)…</translation>
    </message>
    <message>
        <source>genre, place, reporters, photo credit</source>
        <translation>体裁、地点、记者、图片署名</translation>
    </message>
    <message>
        <source>Accept as &amp;right</source>
        <translation>确认无误(&amp;R)</translation>
    </message>
    <message>
        <source>and go on to the next doubtful place</source>
        <translation>转到下一处存疑</translation>
    </message>
    <message>
        <source>Split page ane&amp;w</source>
        <translation>重新拆分版面(&amp;W)</translation>
    </message>
    <message>
        <source>Split selected pa&amp;ges anew</source>
        <translation>重新拆分所选版面(&amp;G)</translation>
    </message>
    <message>
        <source>all pages selected in the tree; what you decided stays</source>
        <translation>目录中所选的全部版面；您的决定保留</translation>
    </message>
    <message>
        <source>Learnt from &amp;you…</source>
        <translation>从您的更改中学到的(&amp;Y)…</translation>
    </message>
    <message>
        <source>&amp;Codebook</source>
        <translation>标签表(&amp;C)</translation>
    </message>
    <message>
        <source>Annotat&amp;ions</source>
        <translation>标注列表(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>历史记录(&amp;H)</translation>
    </message>
    <message>
        <source>O&amp;rphans</source>
        <translation>失位标注(&amp;R)</translation>
    </message>
    <message>
        <source>Anal&amp;ysis</source>
        <translation>分析(&amp;Y)</translation>
    </message>
    <message>
        <source>Co&amp;pies</source>
        <translation>同文(&amp;P)</translation>
    </message>
    <message>
        <source>Import &amp;annotations…</source>
        <translation>导入标注(&amp;A)…</translation>
    </message>
    <message>
        <source>from .csv, .json, .jsonld or .qdpx files</source>
        <translation>来自 .csv、.json、.jsonld 或 .qdpx 文件</translation>
    </message>
    <message>
        <source>Go on &amp;with the interrupted import</source>
        <translation>继续中断的导入(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Forget the interrupted import</source>
        <translation>不再继续中断的导入(&amp;F)</translation>
    </message>
    <message>
        <source>the pages that it brought stay</source>
        <translation>已导入的版面保留</translation>
    </message>
    <message>
        <source>&amp;GB/T 7714</source>
        <translation>&amp;GB/T 7714</translation>
    </message>
    <message>
        <source>&amp;Newspaper, date, page, headline</source>
        <translation>报名、日期、版次、标题(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Markdown</source>
        <translation>&amp;Markdown</translation>
    </message>
    <message>
        <source>&amp;CSL-JSON, for reference managers</source>
        <translation>&amp;CSL-JSON，供文献管理软件使用</translation>
    </message>
    <message>
        <source>&amp;Copy with source</source>
        <translation>复制并附出处(&amp;C)</translation>
    </message>
    <message>
        <source>the selection, or the mark in focus</source>
        <translation>选中的文字，或当前标注</translation>
    </message>
    <message>
        <source>Give tag to the &amp;mark</source>
        <translation>标签用于标注(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;New tag…</source>
        <translation>新建标签(&amp;N)…</translation>
    </message>
    <message>
        <source>New tag &amp;below…</source>
        <translation>新建下级标签(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Rename tag…</source>
        <translation>标签改名(&amp;R)…</translation>
    </message>
    <message>
        <source>M&amp;eaning of the tag…</source>
        <translation>标签含义(&amp;E)…</translation>
    </message>
    <message>
        <source>Memo on the &amp;tag</source>
        <translation>标签备忘(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Colour of the tag…</source>
        <translation>标签颜色(&amp;C)…</translation>
    </message>
    <message>
        <source>Tag &amp;up</source>
        <translation>标签上移(&amp;U)</translation>
    </message>
    <message>
        <source>Tag &amp;down</source>
        <translation>标签下移(&amp;D)</translation>
    </message>
    <message>
        <source>Tag &amp;below the one before</source>
        <translation>标签归入上一个(&amp;B)</translation>
    </message>
    <message>
        <source>Tag &amp;out, behind the one above</source>
        <translation>标签移出到上级之后(&amp;O)</translation>
    </message>
    <message>
        <source>Tag b&amp;elow another…</source>
        <translation>标签归入另一标签(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Sort tags of this level by name</source>
        <translation>本级标签按名称排序(&amp;S)</translation>
    </message>
    <message>
        <source>Mer&amp;ge tags into…</source>
        <translation>标签合并到(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Split tag…</source>
        <translation>拆分标签(&amp;S)…</translation>
    </message>
    <message>
        <source>Change the tag of mar&amp;ks…</source>
        <translation>给标注换标签(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Delete tags…</source>
        <translation>删除标签(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Filter tags</source>
        <translation>筛选标签(&amp;F)</translation>
    </message>
    <message>
        <source>all that are selected in the tree</source>
        <translation>文章树中所选的全部文章</translation>
    </message>
    <message>
        <source>&amp;Move articles to a section…</source>
        <translation>将文章移到栏目(&amp;M)…</translation>
    </message>
    <message>
        <source>Gi&amp;ve articles tags…</source>
        <translation>给文章加标签(&amp;V)…</translation>
    </message>
    <message>
        <source>all that are selected in the tree, each on its headline</source>
        <translation>文章树中所选的全部文章，标签加在标题上</translation>
    </message>
    <message>
        <source>&amp;Hide copies in the tree</source>
        <translation>在文章树中隐藏同文(&amp;H)</translation>
    </message>
    <message>
        <source>an article in several papers or on several days stands once</source>
        <translation>登在多份报纸或多日的同一篇文章只列一次</translation>
    </message>
</context>
<context>
    <name>analysis</name>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Save the analysis</source>
        <translation>保存分析结果</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已保存：{path}</translation>
    </message>
    <message>
        <source>How often each tag</source>
        <translation>各标签次数</translation>
    </message>
    <message>
        <source>Tags by newspaper</source>
        <translation>标签 × 报纸</translation>
    </message>
    <message>
        <source>Tags by section</source>
        <translation>标签 × 栏目</translation>
    </message>
    <message>
        <source>Tags by year</source>
        <translation>标签 × 年份</translation>
    </message>
    <message>
        <source>Tags by month</source>
        <translation>标签 × 月份</translation>
    </message>
    <message>
        <source>Tags in one article</source>
        <translation>同篇共现</translation>
    </message>
    <message>
        <source>Tags in one paragraph</source>
        <translation>同段共现</translation>
    </message>
    <message>
        <source>Tags in one sentence</source>
        <translation>同句共现</translation>
    </message>
    <message>
        <source>(no tag)</source>
        <translation>（无标签）</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>With subtags</source>
        <translation>含下级</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>(no newspaper)</source>
        <translation>（无报名）</translation>
    </message>
    <message>
        <source>(no section)</source>
        <translation>（无栏目）</translation>
    </message>
    <message>
        <source>(no date)</source>
        <translation>（无日期）</translation>
    </message>
    <message>
        <source>The {number} tags with the most annotations</source>
        <translation>标注最多的 {number} 个标签</translation>
    </message>
    <message>
        <source>without annotations of undated pages</source>
        <translation>不含无日期版面的标注</translation>
    </message>
</context>
<context>
    <name>annotations</name>
    <message>
        <source>Quote</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>重要程度</translation>
    </message>
    <message>
        <source>Newspaper</source>
        <translation>报纸</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>版面</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Coder</source>
        <translation>编码者</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>标注时间</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更改时间</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>定位</translation>
    </message>
    <message>
        <source>&amp;Not grouped</source>
        <translation>不分组(&amp;N)</translation>
    </message>
    <message>
        <source>By &amp;tag</source>
        <translation>按标签(&amp;T)</translation>
    </message>
    <message>
        <source>By &amp;article</source>
        <translation>按文章(&amp;A)</translation>
    </message>
    <message>
        <source>By &amp;newspaper</source>
        <translation>按报纸(&amp;N)</translation>
    </message>
    <message>
        <source>By &amp;date</source>
        <translation>按日期(&amp;D)</translation>
    </message>
    <message>
        <source>By &amp;coder</source>
        <translation>按编码者(&amp;C)</translation>
    </message>
    <message>
        <source>By c&amp;olour</source>
        <translation>按颜色(&amp;O)</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>准确</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>已移位</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Without a tag</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>In no article</source>
        <translation>不在文章中</translation>
    </message>
    <message>
        <source>Newspaper unknown</source>
        <translation>报纸未知</translation>
    </message>
    <message>
        <source>Date unknown</source>
        <translation>日期未知</translation>
    </message>
    <message>
        <source>Coder unknown</source>
        <translation>编码者未知</translation>
    </message>
    <message>
        <source>from {date}</source>
        <translation>{date} 起</translation>
    </message>
    <message>
        <source>up to {date}</source>
        <translation>至 {date}</translation>
    </message>
    <message>
        <source>No section</source>
        <translation>无栏目</translation>
    </message>
    <message>
        <source> and below</source>
        <translation>及下级</translation>
    </message>
    <message>
        <source>without {tags}</source>
        <translation>不含 {tags}</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>有批注</translation>
    </message>
    <message>
        <source>without a note</source>
        <translation>无批注</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
</context>
<context>
    <name>codebook</name>
    <message>
        <source>REFI-QDA codebook (*.qdc)</source>
        <translation>REFI-QDA 标签表 (*.qdc)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Export codebook</source>
        <translation>导出标签表</translation>
    </message>
    <message>
        <source>Import codebook</source>
        <translation>导入标签表</translation>
    </message>
    <message>
        <source>Codebooks (*.qdc *.csv)</source>
        <translation>标签表 (*.qdc *.csv)</translation>
    </message>
    <message>
        <source>Use when</source>
        <translation>何时用</translation>
    </message>
    <message>
        <source>Not when</source>
        <translation>何时不用</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>例子</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>“{name}”</translation>
    </message>
    <message>
        <source>{first} and {count} more</source>
        <translation>{first}等另外 {count} 个</translation>
    </message>
</context>
<context>
    <name>codes</name>
    <message>
        <source>A tag without a name was left out.</source>
        <translation>没有名称的标签未导入。</translation>
    </message>
    <message>
        <source>“{name}”: “{detail}” is no id; taken by its name.</source>
        <translation>“{name}”：“{detail}”不是有效标识，按名称导入。</translation>
    </message>
    <message>
        <source>“{name}” has the id of another tag of the file; taken by its name.</source>
        <translation>“{name}”的标识与文件中另一标签相同，按名称导入。</translation>
    </message>
    <message>
        <source>“{name}”: there is no “{detail}” that it could stand below.</source>
        <translation>“{name}”：没有可作上级的“{detail}”。</translation>
    </message>
    <message>
        <source>“{name}” would stand below itself; left where it is.</source>
        <translation>“{name}”会成为自己的下级，未移动。</translation>
    </message>
    <message>
        <source>“{name}”: “{detail}” is no colour; taken without.</source>
        <translation>“{name}”：“{detail}”不是颜色，导入时不带颜色。</translation>
    </message>
    <message>
        <source>“{name}” is the name of another tag; this one is called “{detail}”.</source>
        <translation>“{name}”已是另一标签的名称，此标签称为“{detail}”。</translation>
    </message>
    <message>
        <source>The set “{name}” was left out; there are no sets of tags here.</source>
        <translation>标签组“{name}”未导入，这里没有标签组。</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>“{path}” has no text in it. Check that the page was saved, then import it again.</source>
        <translation>“{path}”中没有文字。请确认版面已保存，然后重新导入。</translation>
    </message>
    <message>
        <source>“{path}” is not a text file. Save the page as plain text and import that.</source>
        <translation>“{path}”不是文本文件。请将版面另存为纯文本后再导入。</translation>
    </message>
    <message>
        <source>“{path}” cannot be read ({detail}). Check its permissions, then try again.</source>
        <translation>“{path}”无法读取（{detail}）。请检查其权限，然后重试。</translation>
    </message>
    <message>
        <source>“{path}” is not there any more. Put it back or choose it where it is now, then try again.</source>
        <translation>“{path}”已不在原处。请将其放回原处，或在新位置选择它，然后重试。</translation>
    </message>
    <message>
        <source>“{path}” is larger than {detail}. Split it into files of one page each and import those.</source>
        <translation>“{path}”超过 {detail}。请按每个文件一个版面拆分后再导入。</translation>
    </message>
    <message>
        <source>“{path}” has more than {detail} lines. Split it into files of one page each and import those.</source>
        <translation>“{path}”超过 {detail} 行。请按每个文件一个版面拆分后再导入。</translation>
    </message>
    <message>
        <source>“{path}” is not a file that can be imported. Choose text files, or folders of them.</source>
        <translation>“{path}”不是可以导入的文件。请选择文本文件，或存放文本文件的文件夹。</translation>
    </message>
    <message>
        <source>The characters of “{path}” cannot be read as {detail}. Choose another encoding for it, or save it as UTF-8, then import it again.</source>
        <translation>“{path}”的文字无法按 {detail} 读取。请为它选择其他编码，或另存为 UTF-8，然后重新导入。</translation>
    </message>
    <message>
        <source>There is no encoding called “{detail}”. Try utf-8, gb18030, big5 or utf-16.</source>
        <translation>没有名为“{detail}”的编码。可以试试 utf-8、gb18030、big5 或 utf-16。</translation>
    </message>
    <message>
        <source>“{path}” leads back to a folder that it lies in and was left out. Its pages were taken once.</source>
        <translation>“{path}”指回它所在的上级文件夹，已跳过。其中的版面只导入一次。</translation>
    </message>
    <message>
        <source>There are no pages in “{path}”. Pages are files ending in .txt, .text or .md.</source>
        <translation>“{path}”中没有版面文件。版面文件以 .txt、.text 或 .md 结尾。</translation>
    </message>
    <message>
        <source>The library “{path}” cannot be opened ({detail}). Check that its folder is there and is yours.</source>
        <translation>资料库“{path}”无法打开（{detail}）。请确认其文件夹存在，且您有权访问。</translation>
    </message>
    <message>
        <source>The library “{path}” cannot be written to. Allow writing to the file and its folder, or copy it to a place of your own.</source>
        <translation>资料库“{path}”无法写入。请允许写入该文件及其文件夹，或将其复制到您自己的位置。</translation>
    </message>
    <message>
        <source>The library “{path}” is being used by another program. Wait until that is done, then try again.</source>
        <translation>资料库“{path}”正被其他程序使用。请等待其完成后重试。</translation>
    </message>
    <message>
        <source>The library “{path}” was made by a newer Jianbao. Update Jianbao to open it.</source>
        <translation>资料库“{path}”由较新版本的剪报创建。请更新剪报后再打开。</translation>
    </message>
    <message>
        <source>The library “{path}” was made by an earlier Jianbao. Open it by itself once, which brings it up to date; then it can be searched beside others.</source>
        <translation>资料库“{path}”由较早版本的剪报创建。请先单独打开一次，使其更新，之后即可一并搜索。</translation>
    </message>
    <message>
        <source>The library “{path}” is being searched already. Choose another one.</source>
        <translation>资料库“{path}”已在搜索范围之内。请选择其他资料库。</translation>
    </message>
    <message>
        <source>The search index of “{path}” lacks articles ({detail}), and the library cannot be written to now. Copy it to a place of your own to find them too.</source>
        <translation>“{path}”的搜索索引缺少部分文章（{detail} 篇），而此资料库目前无法写入。请把它复制到您可以写入的位置，以便一并找到这些文章。</translation>
    </message>
    <message>
        <source>“{path}” is not a library of Jianbao. It was left as it is; choose another file.</source>
        <translation>“{path}”不是剪报的资料库，未作改动。请选择其他文件。</translation>
    </message>
    <message>
        <source>The library “{path}” is damaged ({detail}). Keep a copy of it, then bring back the last backup with “jianbao restore”.</source>
        <translation>资料库“{path}”已损坏（{detail}）。请先保留一份副本，再用“jianbao restore”恢复最近的备份。</translation>
    </message>
    <message>
        <source>There is no space left for “{path}”. Free some, then try again; what was saved is still there.</source>
        <translation>磁盘空间不足，无法写入“{path}”。请腾出空间后重试；已保存的内容仍在。</translation>
    </message>
    <message>
        <source>The disk reported an error at “{path}” ({detail}). Check the disk, and copy the library to another one.</source>
        <translation>磁盘在“{path}”处报告错误（{detail}）。请检查磁盘，并将资料库复制到另一块磁盘。</translation>
    </message>
    <message>
        <source>“{path}” cannot be written ({detail}). Close it in other programs, or save under another name.</source>
        <translation>“{path}”无法写入（{detail}）。请在其他程序中关闭它，或换个名称保存。</translation>
    </message>
    <message>
        <source>Annotations cannot be read from “{path}”. Choose a file ending in .csv, .json, .jsonld or .qdpx.</source>
        <translation>无法从“{path}”读取标注。请选择扩展名为 .csv、.json、.jsonld 或 .qdpx 的文件。</translation>
    </message>
    <message>
        <source>“{path}” cannot be read as annotations ({detail}). The library was left as it is; export the file again where it came from.</source>
        <translation>“{path}”无法作为标注读取（{detail}）。资料库未作改动；请在来源处重新导出该文件。</translation>
    </message>
    <message>
        <source>“{path}” lacks columns: {detail}. The library was left as it is; add them under these names, as an export of Jianbao has them.</source>
        <translation>“{path}”缺少列：{detail}。资料库未作改动；请按剪报导出文件中的列名补上。</translation>
    </message>
    <message>
        <source>“{path}” holds more than can be read at once ({detail}). The library was left as it is; export the annotations in parts.</source>
        <translation>“{path}”的内容超出一次可读取的上限（{detail}）。资料库未作改动；请分批导出标注。</translation>
    </message>
    <message>
        <source>There is no text in the selection. Select some words of the article first.</source>
        <translation>选区中没有文字。请先在文章中选择文字。</translation>
    </message>
    <message>
        <source>A tag needs a name. Write at least one character.</source>
        <translation>标签需要名称，请至少输入一个字。</translation>
    </message>
    <message>
        <source>There is a tag “{detail}” already. Choose another name, or merge the two.</source>
        <translation>已有标签“{detail}”。请换个名称，或把两个标签合并。</translation>
    </message>
    <message>
        <source>“{detail}” cannot stand below itself. Move it to a tag that does not stand below it.</source>
        <translation>“{detail}”不能放到自己下面。请移到不属于它下级的标签。</translation>
    </message>
    <message>
        <source>“{detail}” is deleted too, so it cannot take over marks. Choose a tag that stays.</source>
        <translation>“{detail}”也会被删除，不能接收标注。请选择会保留的标签。</translation>
    </message>
    <message>
        <source>The library has no tags yet, so there is no codebook to write. Give a mark a tag first.</source>
        <translation>资料库还没有标签，没有标签表可以写出。请先给标注加标签。</translation>
    </message>
    <message>
        <source>“{path}” cannot be read as a codebook ({detail}). The library is as it was; choose a .qdc file, or a CSV table in UTF-8 with a column “name”.</source>
        <translation>“{path}”不能作为标签表读取（{detail}）。资料库没有改动；请选择 .qdc 文件，或者有“name”一列的 UTF-8 编码 CSV 表格。</translation>
    </message>
    <message>
        <source>A mark cannot be linked to itself. Choose another mark as the end of the link.</source>
        <translation>标注不能链接到自身。请另选一处标注作为链接的终点。</translation>
    </message>
    <message>
        <source>A correction stays within one line of the page. Correct each line by itself.</source>
        <translation>更正不能跨行。请逐行更正。</translation>
    </message>
    <message>
        <source>Nothing of the line “{detail}” would be left to read. If it does not belong to the article, make it page furniture instead.</source>
        <translation>这样“{detail}”一行将没有文字可读。如果它不属于文章，请改为版面信息。</translation>
    </message>
    <message>
        <source>The import is still running. Cancel it or wait until it is done, then undo.</source>
        <translation>导入仍在进行。请取消导入或等待其完成，然后再撤销。</translation>
    </message>
    <message>
        <source>The library was changed elsewhere in the meantime, so nothing was undone or redone. Look at the history, then try again.</source>
        <translation>其间资料库已在别处更改，因此未撤销或重做。请查看历史记录后再试。</translation>
    </message>
    <message>
        <source>This step is no longer in the history, which keeps the last thousand. Choose another one.</source>
        <translation>历史记录只保留最近一千步，此步骤已不在其中。请另选一步。</translation>
    </message>
    <message>
        <source>What this step changed was changed by another program since, so it cannot be undone or redone ({detail}). The library is as it was.</source>
        <translation>此步骤所涉内容后来被其他程序更改，无法撤销或重做（{detail}）。资料库保持原样。</translation>
    </message>
    <message>
        <source>A saved filter needs a name. Write at least one character.</source>
        <translation>保存的筛选需要名称，请至少输入一个字。</translation>
    </message>
    <message>
        <source>“{detail}” is saved already. Choose another name, or delete the other one first.</source>
        <translation>“{detail}”已存在。请换一个名称，或先删除原有的。</translation>
    </message>
    <message>
        <source>“{detail}” cannot be read; a newer Jianbao may have saved it. Update Jianbao, or save it anew.</source>
        <translation>无法读取“{detail}”，它可能由更新版本的剪报保存。请更新剪报，或重新保存。</translation>
    </message>
    <message>
        <source>The import stopped unexpectedly. The pages imported so far are in the library; import the rest again. {detail}</source>
        <translation>导入意外中断。已导入的版面在资料库中，其余请重新导入。{detail}</translation>
    </message>
    <message>
        <source>The launcher could not be installed at “{path}” ({detail}). Check that you may write there.</source>
        <translation>启动器无法安装到“{path}”（{detail}）。请确认您有权写入该位置。</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>One row for each &amp;annotation</source>
        <translation>每条标注一行(&amp;A)</translation>
    </message>
    <message>
        <source>One row for each annotation and ta&amp;g</source>
        <translation>每条标注的每个标签一行(&amp;G)</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV 表格</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Word 文档</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Web page (HTML)</source>
        <translation>网页 (HTML)</translation>
    </message>
    <message>
        <source>Jianbao JSON</source>
        <translation>剪报 JSON</translation>
    </message>
    <message>
        <source>Web Annotations (JSON-LD)</source>
        <translation>Web 标注 (JSON-LD)</translation>
    </message>
    <message>
        <source>REFI-QDA project</source>
        <translation>REFI-QDA 项目</translation>
    </message>
    <message>
        <source>Every annotation with all of its details, for spreadsheets and statistics. Can be read back in.</source>
        <translation>每条标注及其全部信息，供表格和统计软件使用。可再次导入。</translation>
    </message>
    <message>
        <source>Quotes, notes and tags under headings, with citations. For printing.</source>
        <translation>引文、批注和标签按标题编排，附出处。供打印。</translation>
    </message>
    <message>
        <source>Everything: annotations, codebook, memos and links. Can be read into another library.</source>
        <translation>全部内容：标注、标签表、备忘和关联。可导入另一个资料库。</translation>
    </message>
    <message>
        <source>Annotations and links in the W3C standard, for other annotation tools. Can be read back in.</source>
        <translation>按 W3C 标准的标注和关联，供其他标注工具使用。可再次导入。</translation>
    </message>
    <message>
        <source>Pages, codes, codings, notes and links for MAXQDA, NVivo, ATLAS.ti and others, without colours. Can be read back in.</source>
        <translation>版面、编码、批注和关联，供 MAXQDA、NVivo、ATLAS.ti 等使用，不含颜色。可再次导入。</translation>
    </message>
    <message>
        <source>&amp;By tag, in the order of the codebook</source>
        <translation>按标签，依标签表的顺序(&amp;B)</translation>
    </message>
    <message>
        <source>GB/T 7714, as in a list of references</source>
        <translation>GB/T 7714（参考文献著录格式）</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Annotations, codebook and articles on three sheets, with filters. For reading and sorting.</source>
        <translation>标注、标签表、文章各一张工作表，带筛选。供查看和排序。</translation>
    </message>
    <message>
        <source>Quotes, notes and tags under headings, with citations. For writing on.</source>
        <translation>引文、批注和标签按标题编排，附出处。供继续写作。</translation>
    </message>
    <message>
        <source>Quotes, notes and tags under headings, with citations. For notes and plain text.</source>
        <translation>引文、批注和标签按标题编排，附出处。供笔记软件和纯文本使用。</translation>
    </message>
    <message>
        <source>By a&amp;rticle, in the order of the tree</source>
        <translation>按文章，依目录的顺序(&amp;R)</translation>
    </message>
    <message>
        <source>Plain: 《报名》日期第N版《标题》</source>
        <translation>一般：《报名》日期第N版《标题》</translation>
    </message>
    <message>
        <source>Markdown quote</source>
        <translation>Markdown 引用</translation>
    </message>
    <message>
        <source>CSL-JSON, for reference managers</source>
        <translation>CSL-JSON，供文献管理软件使用</translation>
    </message>
    <message>
        <source>UTF-8, for Excel, WPS and LibreOffice</source>
        <translation>UTF-8，适用于 Excel、WPS 和 LibreOffice</translation>
    </message>
    <message>
        <source>UTF-8 without byte order mark, for programs</source>
        <translation>UTF-8（无 BOM），供程序读取</translation>
    </message>
    <message>
        <source>GB18030, for older Chinese software</source>
        <translation>GB18030，适用于较旧的中文软件</translation>
    </message>
</context>
<context>
    <name>hints</name>
    <message>
        <source>the words “{words}”</source>
        <translation>文字“{words}”</translation>
    </message>
    <message>
        <source>begins with “{mark}”</source>
        <translation>以“{mark}”开头</translation>
    </message>
    <message>
        <source>short</source>
        <translation>短行</translation>
    </message>
    <message>
        <source>long</source>
        <translation>长行</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>“{headline}”</source>
        <translation>《{headline}》</translation>
    </message>
</context>
<context>
    <name>import</name>
    <message>
        <source>{done} of {total}</source>
        <translation>{done}/{total}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>{rate} pages/s</source>
        <translation>每秒 {rate} 版</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Stopped early: {result}</source>
        <translation>提前停止：{result}</translation>
    </message>
    <message>
        <source>Cancelled: {result}</source>
        <translation>已取消：{result}</translation>
    </message>
    <message>
        <source>{name} and others</source>
        <translation>{name} 等</translation>
    </message>
    <message>
        <source>Interrupted: import of “{name}” · {left} of {total} files left</source>
        <translation>导入“{name}”曾中断 · {total} 个文件中还有 {left} 个未导入</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>No new pages</source>
        <translation>没有新版面</translation>
    </message>
    <message>
        <source>{pages}, {articles}</source>
        <translation>{pages}，{articles}</translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation>剩余 {seconds} 秒</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>剩余 {minutes} 分钟</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min left</source>
        <translation>还需 {hours} 小时 {minutes} 分钟</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>anywhere</source>
        <translation>任意处</translation>
    </message>
    <message>
        <source>workbench</source>
        <translation>校版</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>articles, text</source>
        <translation>目录、正文</translation>
    </message>
    <message>
        <source>text, notes</source>
        <translation>正文、批注</translation>
    </message>
    <message>
        <source>codebook</source>
        <translation>标签表</translation>
    </message>
    <message>
        <source>every pane</source>
        <translation>各窗格</translation>
    </message>
    <message>
        <source>Move by character, word, line</source>
        <translation>按字、词、行移动</translation>
    </message>
    <message>
        <source>Select by character, word, line</source>
        <translation>按字、词、行选择</translation>
    </message>
    <message>
        <source>Recent tags</source>
        <translation>最近的标签</translation>
    </message>
    <message>
        <source>Open in the text</source>
        <translation>在正文中打开</translation>
    </message>
    <message>
        <source>Save the note and go on to the next mark</source>
        <translation>保存批注，转到下一处标注</translation>
    </message>
    <message>
        <source>Save the note and go back to the text</source>
        <translation>保存批注，回到正文</translation>
    </message>
</context>
<context>
    <name>library_file</name>
    <message>
        <source>Open library</source>
        <translation>打开资料库</translation>
    </message>
    <message>
        <source>Library to search too</source>
        <translation>一并搜索的资料库</translation>
    </message>
    <message>
        <source>New library</source>
        <translation>新建资料库</translation>
    </message>
    <message>
        <source>Jianbao libraries (*{suffix})</source>
        <translation>剪报资料库 (*{suffix})</translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Mark</source>
        <translation>标注(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>标签(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>版面(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Highlight &amp;in</source>
        <translation>标注颜色(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Recent tags</source>
        <translation>最近的标签(&amp;R)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开的资料库(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;These lines are</source>
        <translation>这些行是(&amp;T)</translation>
    </message>
    <message>
        <source>This &amp;is a</source>
        <translation>这一篇是(&amp;I)</translation>
    </message>
    <message>
        <source>Move its &amp;ends</source>
        <translation>调整标注范围(&amp;E)</translation>
    </message>
    <message>
        <source>Lin&amp;ks</source>
        <translation>链接(&amp;K)</translation>
    </message>
    <message>
        <source>Cop&amp;y as</source>
        <translation>复制为(&amp;Y)</translation>
    </message>
    <message>
        <source>Pan&amp;els</source>
        <translation>面板(&amp;E)</translation>
    </message>
    <message>
        <source>M&amp;ove</source>
        <translation>移动(&amp;O)</translation>
    </message>
</context>
<context>
    <name>metadata</name>
    <message>
        <source>News</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Commentary</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Brief</source>
        <translation>简讯</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>特写</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>公告</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>体裁</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Reporters</source>
        <translation>记者</translation>
    </message>
    <message>
        <source>Correspondents</source>
        <translation>通讯员</translation>
    </message>
    <message>
        <source>Photo credit</source>
        <translation>图片署名</translation>
    </message>
    <message>
        <source>Newspaper</source>
        <translation>报纸</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>版次</translation>
    </message>
    <message>
        <source>Page name</source>
        <translation>版名</translation>
    </message>
</context>
<context>
    <name>notes</name>
    <message>
        <source>“{quote}”</source>
        <translation>“{quote}”</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>粉色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>Marked {created}</source>
        <translation>标注于 {created}</translation>
    </message>
    <message>
        <source>changed {changed}</source>
        <translation>更改于 {changed}</translation>
    </message>
    <message>
        <source>{color} mark</source>
        <translation>{color}标注</translation>
    </message>
    <message>
        <source>note: {note}</source>
        <translation>批注：{note}</translation>
    </message>
    <message>
        <source>tags: {tags}</source>
        <translation>标签：{tags}</translation>
    </message>
    <message>
        <source>linked to {quote}</source>
        <translation>链接到{quote}</translation>
    </message>
    <message>
        <source>linked from {quote}</source>
        <translation>链接自{quote}</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>展开全部</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>收起</translation>
    </message>
</context>
<context>
    <name>orphans</name>
    <message>
        <source>fits {score}, {headline}: {quote}</source>
        <translation>吻合度 {score}，{headline}：{quote}</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>names its author in brackets</source>
        <translation>括号内注明作者</translation>
    </message>
    <message>
        <source>is set like the banners of this page</source>
        <translation>与本版栏目名的装饰相同</translation>
    </message>
    <message>
        <source>begins with a headline in brackets</source>
        <translation>以括号内的标题开头</translation>
    </message>
    <message>
        <source>stands in brackets</source>
        <translation>整行在括号内</translation>
    </message>
    <message>
        <source>the name of a column of short news</source>
        <translation>是简讯栏目名</translation>
    </message>
    <message>
        <source>begins with a bullet</source>
        <translation>以项目符号开头</translation>
    </message>
    <message>
        <source>names who wrote it</source>
        <translation>注明作者</translation>
    </message>
    <message>
        <source>a byline such as “By Ann Harrow”</source>
        <translation>形如“By Ann Harrow”的署名</translation>
    </message>
    <message>
        <source>points at a picture: “图为…”</source>
        <translation>指向图片：“图为…”</translation>
    </message>
    <message>
        <source>points at a picture in its middle</source>
        <translation>行中指向图片</translation>
    </message>
    <message>
        <source>ends as names of columns do</source>
        <translation>结尾像栏目名</translation>
    </message>
    <message>
        <source>the name of a column</source>
        <translation>是栏目名</translation>
    </message>
    <message>
        <source>has a comma</source>
        <translation>含有逗号</translation>
    </message>
    <message>
        <source>has several commas</source>
        <translation>含有多个逗号</translation>
    </message>
    <message>
        <source>names who took the picture</source>
        <translation>注明摄影者</translation>
    </message>
    <message>
        <source>ends by naming the photographer</source>
        <translation>结尾注明摄影者</translation>
    </message>
    <message>
        <source>begins with a dash</source>
        <translation>以破折号开头</translation>
    </message>
    <message>
        <source>begins with a place in capitals and a dash</source>
        <translation>以大写地名加破折号开头</translation>
    </message>
    <message>
        <source>begins as a text that goes on</source>
        <translation>开头像是承接上文</translation>
    </message>
    <message>
        <source>describes what kind of report it is</source>
        <translation>说明报道的类型</translation>
    </message>
    <message>
        <source>names who drew it</source>
        <translation>注明绘图者</translation>
    </message>
    <message>
        <source>a short word behind an ornament</source>
        <translation>饰符后的短词</translation>
    </message>
    <message>
        <source>ends with a question or an exclamation mark</source>
        <translation>以问号或感叹号结尾</translation>
    </message>
    <message>
        <source>ends with a closing bracket or quotation mark</source>
        <translation>以右括号或右引号结尾</translation>
    </message>
    <message>
        <source>ends with a colon</source>
        <translation>以冒号结尾</translation>
    </message>
    <message>
        <source>ends with a comma</source>
        <translation>以逗号结尾</translation>
    </message>
    <message>
        <source>ends with a dash</source>
        <translation>以破折号结尾</translation>
    </message>
    <message>
        <source>ends without a stop</source>
        <translation>结尾没有句号</translation>
    </message>
    <message>
        <source>ends with a full stop</source>
        <translation>以句号结尾</translation>
    </message>
    <message>
        <source>is a figure</source>
        <translation>是数字</translation>
    </message>
    <message>
        <source>has the shape of a date, page number or staff box</source>
        <translation>形如日期、版次或责编栏</translation>
    </message>
    <message>
        <source>has two halves with a space between</source>
        <translation>分为两段，中间空格</translation>
    </message>
    <message>
        <source>is indented as paragraphs are</source>
        <translation>像段落一样缩进</translation>
    </message>
    <message>
        <source>has whole sentences in it</source>
        <translation>含有完整的句子</translation>
    </message>
    <message>
        <source>refers to another page</source>
        <translation>指向其他版面</translation>
    </message>
    <message>
        <source>is in Latin letters</source>
        <translation>为拉丁字母</translation>
    </message>
    <message>
        <source>is a label such as “阅读提示”</source>
        <translation>是“阅读提示”一类的标签</translation>
    </message>
    <message>
        <source>is a single character</source>
        <translation>只有一个字</translation>
    </message>
    <message>
        <source>has 2 to 4 characters</source>
        <translation>有 2 至 4 字</translation>
    </message>
    <message>
        <source>has 5 to 8 characters</source>
        <translation>有 5 至 8 字</translation>
    </message>
    <message>
        <source>has 9 to 14 characters</source>
        <translation>有 9 至 14 字</translation>
    </message>
    <message>
        <source>has 15 to 22 characters</source>
        <translation>有 15 至 22 字</translation>
    </message>
    <message>
        <source>has 23 to 28 characters</source>
        <translation>有 23 至 28 字</translation>
    </message>
    <message>
        <source>has 29 to 40 characters</source>
        <translation>有 29 至 40 字</translation>
    </message>
    <message>
        <source>has 41 to 80 characters</source>
        <translation>有 41 至 80 字</translation>
    </message>
    <message>
        <source>has more than 80 characters</source>
        <translation>超过 80 字</translation>
    </message>
    <message>
        <source>has a heading mark of the first level</source>
        <translation>有一级标题标记</translation>
    </message>
    <message>
        <source>has a heading mark of the second level</source>
        <translation>有二级标题标记</translation>
    </message>
    <message>
        <source>has a heading mark of a lower level</source>
        <translation>有更低级的标题标记</translation>
    </message>
    <message>
        <source>the line above may run on into it</source>
        <translation>上一行可能接到这一行</translation>
    </message>
    <message>
        <source>may run on into the line below</source>
        <translation>可能接到下一行</translation>
    </message>
    <message>
        <source>looks like names of people</source>
        <translation>像是人名</translation>
    </message>
    <message>
        <source>names behind an ornament</source>
        <translation>饰符后的人名</translation>
    </message>
    <message>
        <source>begins with a number</source>
        <translation>以数字开头</translation>
    </message>
    <message>
        <source>is nothing but a number</source>
        <translation>只有数字</translation>
    </message>
    <message>
        <source>begins as news does: “本报讯”</source>
        <translation>以消息头开头：“本报讯”</translation>
    </message>
    <message>
        <source>stands at the top or bottom of the page</source>
        <translation>在版面的顶部或底部</translation>
    </message>
    <message>
        <source>is the first line of the page</source>
        <translation>是版面的第一行</translation>
    </message>
    <message>
        <source>is the last line of the page</source>
        <translation>是版面的最后一行</translation>
    </message>
    <message>
        <source>is a name in brackets</source>
        <translation>是括号内的人名</translation>
    </message>
    <message>
        <source>says “摄影报道”</source>
        <translation>写有“摄影报道”</translation>
    </message>
    <message>
        <source>is a place or an office</source>
        <translation>是地名或机构</translation>
    </message>
    <message>
        <source>is a place with a colon</source>
        <translation>是地名加冒号</translation>
    </message>
    <message>
        <source>begins as a question or an answer</source>
        <translation>以问或答开头</translation>
    </message>
    <message>
        <source>begins with a quotation mark</source>
        <translation>以引号开头</translation>
    </message>
    <message>
        <source>begins with “近日” or a day</source>
        <translation>以“近日”或日期开头</translation>
    </message>
    <message>
        <source>the line above runs on into it</source>
        <translation>上一行接到这一行</translation>
    </message>
    <message>
        <source>runs on into the line below</source>
        <translation>接到下一行</translation>
    </message>
    <message>
        <source>is short and has no stop</source>
        <translation>较短且没有句号</translation>
    </message>
    <message>
        <source>is one of many short lines</source>
        <translation>是许多短行之一</translation>
    </message>
    <message>
        <source>ends with a name in brackets</source>
        <translation>以括号内的人名结尾</translation>
    </message>
    <message>
        <source>names where it is from</source>
        <translation>注明来源</translation>
    </message>
    <message>
        <source>ends with somebody saying it</source>
        <translation>结尾说明是谁说的</translation>
    </message>
    <message>
        <source>looks like a row of a table</source>
        <translation>像表格中的一行</translation>
    </message>
    <message>
        <source>begins with a time</source>
        <translation>以时间开头</translation>
    </message>
    <message>
        <source>has words with capitals</source>
        <translation>含有大写单词</translation>
    </message>
    <message>
        <source>ends in the middle of a phrase</source>
        <translation>结尾断在短语中间</translation>
    </message>
    <message>
        <source>begins with an agency’s dateline: “新华社…电”</source>
        <translation>以通讯社电头开头：“新华社…电”</translation>
    </message>
    <message>
        <source>has more space above it than usual</source>
        <translation>上方空白比通常多</translation>
    </message>
    <message>
        <source>says what its author does</source>
        <translation>写明作者的身份</translation>
    </message>
    <message>
        <source>is a page number</source>
        <translation>是版次</translation>
    </message>
    <message>
        <source>has the ornament of this page’s bylines</source>
        <translation>带有本版署名的标记</translation>
    </message>
    <message>
        <source>asks for contributions to a column</source>
        <translation>为栏目征稿</translation>
    </message>
    <message>
        <source>is an address or a telephone number</source>
        <translation>是地址或电话号码</translation>
    </message>
    <message>
        <source>is nothing but a date</source>
        <translation>只有一个日期</translation>
    </message>
    <message>
        <source>is a date</source>
        <translation>是日期</translation>
    </message>
    <message>
        <source>a date stands alone below it</source>
        <translation>下一行只有日期</translation>
    </message>
    <message>
        <source>ends with dots</source>
        <translation>以省略号结尾</translation>
    </message>
    <message>
        <source>names who laid out the page</source>
        <translation>写明版式设计者</translation>
    </message>
    <message>
        <source>names somebody and where they are from</source>
        <translation>写明姓名和来处</translation>
    </message>
    <message>
        <source>a question with its answer</source>
        <translation>一问一答</translation>
    </message>
    <message>
        <source>is not set like the banners of this page</source>
        <translation>没有本版栏目名的装饰</translation>
    </message>
    <message>
        <source>has no heading mark, as others on this page have</source>
        <translation>没有标题标记，而本版其他标题有</translation>
    </message>
    <message>
        <source>the line above ends with a question or an exclamation mark</source>
        <translation>上一行以问号或感叹号结尾</translation>
    </message>
    <message>
        <source>it begins with a bullet</source>
        <translation>这一行以项目符号开头</translation>
    </message>
    <message>
        <source>the line above ends with a closing mark</source>
        <translation>上一行以右括号或右引号结尾</translation>
    </message>
    <message>
        <source>it begins with a closing mark</source>
        <translation>这一行以右括号或右引号开头</translation>
    </message>
    <message>
        <source>the line above ends with a colon</source>
        <translation>上一行以冒号结尾</translation>
    </message>
    <message>
        <source>the line above ends with a comma</source>
        <translation>上一行以逗号结尾</translation>
    </message>
    <message>
        <source>the line above ends with a dash</source>
        <translation>上一行以破折号结尾</translation>
    </message>
    <message>
        <source>the line above ends with a full stop</source>
        <translation>上一行以句号结尾</translation>
    </message>
    <message>
        <source>it begins with a time</source>
        <translation>这一行以时间开头</translation>
    </message>
    <message>
        <source>it begins with a comma or a stop</source>
        <translation>这一行以逗号或句号开头</translation>
    </message>
    <message>
        <source>it is indented as paragraphs are</source>
        <translation>这一行像段落一样缩进</translation>
    </message>
    <message>
        <source>the line above is a label</source>
        <translation>上一行是标签</translation>
    </message>
    <message>
        <source>it begins with a small letter</source>
        <translation>这一行以小写字母开头</translation>
    </message>
    <message>
        <source>the line above is a summary</source>
        <translation>上一行是提要</translation>
    </message>
    <message>
        <source>one of them is a note or a table</source>
        <translation>其中一行是注释或表格</translation>
    </message>
    <message>
        <source>a number is cut in two</source>
        <translation>数字被断开</translation>
    </message>
    <message>
        <source>it begins with a number</source>
        <translation>这一行以数字开头</translation>
    </message>
    <message>
        <source>it begins as news does</source>
        <translation>这一行以消息头开头</translation>
    </message>
    <message>
        <source>its first character follows that one elsewhere</source>
        <translation>这两个字在别处相连</translation>
    </message>
    <message>
        <source>it begins with a quotation mark</source>
        <translation>这一行以引号开头</translation>
    </message>
    <message>
        <source>the line above is short</source>
        <translation>上一行较短</translation>
    </message>
    <message>
        <source>a quotation mark or bracket is still open</source>
        <translation>引号或括号尚未闭合</translation>
    </message>
    <message>
        <source>the line above looks like verse</source>
        <translation>上一行像诗句</translation>
    </message>
    <message>
        <source>the line above is very short</source>
        <translation>上一行很短</translation>
    </message>
    <message>
        <source>it begins in the middle of a phrase</source>
        <translation>这一行从短语中间开始</translation>
    </message>
    <message>
        <source>the line above ends in the middle of a phrase</source>
        <translation>上一行断在短语中间</translation>
    </message>
    <message>
        <source>a word is cut in two</source>
        <translation>词语被断开</translation>
    </message>
    <message>
        <source>begins here with: {role}</source>
        <translation>首行为{role}</translation>
    </message>
    <message>
        <source>no headline above “{detail}”</source>
        <translation>“{detail}”上方没有标题</translation>
    </message>
    <message>
        <source>could also be: {role}</source>
        <translation>也可能是{role}</translation>
    </message>
    <message>
        <source>an article could begin here</source>
        <translation>这里可能另起一篇</translation>
    </message>
    <message>
        <source>continues the line above ({clues})</source>
        <translation>接上一行（{clues}）</translation>
    </message>
    <message>
        <source>does not continue the line above ({clues})</source>
        <translation>不接上一行（{clues}）</translation>
    </message>
    <message>
        <source>you decided this</source>
        <translation>由您决定</translation>
    </message>
    <message>
        <source>the page engine had {detail}</source>
        <translation>版面识别原为{detail}</translation>
    </message>
    <message>
        <source>its beginning seems to stand elsewhere: “{detail}”</source>
        <translation>开头似乎在别处：“{detail}”</translation>
    </message>
    <message>
        <source>you found this right</source>
        <translation>您已确认无误</translation>
    </message>
    <message>
        <source>nothing speaks against it</source>
        <translation>没有相反的迹象</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>you decided so about such lines in this newspaper</source>
        <translation>您对该报此类行作过同样的更改</translation>
    </message>
</context>
<context>
    <name>refusals</name>
    <message>
        <source>It has no id.</source>
        <translation>没有编号。</translation>
    </message>
    <message>
        <source>Its id stands in the file before; the first one was taken.</source>
        <translation>编号在文件中重复，已采用第一条。</translation>
    </message>
    <message>
        <source>It has no quote to look for.</source>
        <translation>没有可供查找的引文。</translation>
    </message>
    <message>
        <source>It has a value that cannot be read: {detail}</source>
        <translation>有一项内容无法读取：{detail}</translation>
    </message>
    <message>
        <source>Its place is beyond the page.</source>
        <translation>位置超出版面。</translation>
    </message>
    <message>
        <source>Its page is not in the library. Import the page first.</source>
        <translation>资料库中没有这个版面。请先导入该版面。</translation>
    </message>
    <message>
        <source>Several pages of the library could be meant.</source>
        <translation>资料库中有多个版面符合。</translation>
    </message>
    <message>
        <source>Its page does not say the quote.</source>
        <translation>版面上没有这段引文。</translation>
    </message>
    <message>
        <source>Its page says the quote several times, and what stands around does not tell which is meant.</source>
        <translation>这段引文在版面上出现多次，根据上下文无法判断是哪一处。</translation>
    </message>
    <message>
        <source>The library has it on another page.</source>
        <translation>资料库中它在另一个版面上。</translation>
    </message>
    <message>
        <source>What it belongs to is not there.</source>
        <translation>它所属的内容不存在。</translation>
    </message>
    <message>
        <source>There is another memo in its place.</source>
        <translation>该处已有另一条备忘。</translation>
    </message>
    <message>
        <source>It is not on a text that can be read. {detail}</source>
        <translation>它所在的不是可以读取的文本。{detail}</translation>
    </message>
</context>
<context>
    <name>search</name>
    <message>
        <source>{library} › {place}</source>
        <translation>{library} › {place}</translation>
    </message>
    <message>
        <source>Tag: </source>
        <translation>标签：</translation>
    </message>
    <message>
        <source>Memo: </source>
        <translation>备忘：</translation>
    </message>
    <message>
        <source>Note: </source>
        <translation>批注：</translation>
    </message>
    <message>
        <source>Newspaper</source>
        <translation>报纸</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>(no newspaper)</source>
        <translation>（无报名）</translation>
    </message>
    <message>
        <source>(no date)</source>
        <translation>（无日期）</translation>
    </message>
    <message>
        <source>(no section)</source>
        <translation>（无栏目）</translation>
    </message>
    <message>
        <source>(no tag)</source>
        <translation>（无标签）</translation>
    </message>
</context>
<context>
    <name>steps</name>
    <message>
        <source>Import of pages ({detail})</source>
        <translation>导入版面（{detail} 个）</translation>
    </message>
    <message>
        <source>Import of annotations from “{detail}”</source>
        <translation>从“{detail}”导入标注</translation>
    </message>
    <message>
        <source>Mark “{detail}”</source>
        <translation>标注“{detail}”</translation>
    </message>
    <message>
        <source>Remove mark “{detail}”</source>
        <translation>删除标注“{detail}”</translation>
    </message>
    <message>
        <source>Change colour of “{detail}”</source>
        <translation>更改“{detail}”的颜色</translation>
    </message>
    <message>
        <source>Change extent of “{detail}”</source>
        <translation>调整“{detail}”的范围</translation>
    </message>
    <message>
        <source>Note on “{detail}”</source>
        <translation>批注“{detail}”</translation>
    </message>
    <message>
        <source>Add tag “{detail}”</source>
        <translation>加标签“{detail}”</translation>
    </message>
    <message>
        <source>Remove tag “{detail}”</source>
        <translation>移除标签“{detail}”</translation>
    </message>
    <message>
        <source>Edit page details ({detail})</source>
        <translation>更改版面信息（{detail} 个）</translation>
    </message>
    <message>
        <source>Delete pages ({detail})</source>
        <translation>删除版面（{detail}）</translation>
    </message>
    <message>
        <source>Split at “{detail}”</source>
        <translation>在“{detail}”处拆分</translation>
    </message>
    <message>
        <source>Merge “{detail}”</source>
        <translation>合并“{detail}”</translation>
    </message>
    <message>
        <source>Move “{detail}”</source>
        <translation>移动“{detail}”</translation>
    </message>
    <message>
        <source>Change role of “{detail}”</source>
        <translation>更改“{detail}”的成分</translation>
    </message>
    <message>
        <source>Change kind of “{detail}”</source>
        <translation>更改“{detail}”的类型</translation>
    </message>
    <message>
        <source>Change section of “{detail}”</source>
        <translation>更改“{detail}”的栏目</translation>
    </message>
    <message>
        <source>Move articles to a section ({detail})</source>
        <translation>将文章移到栏目（{detail}）</translation>
    </message>
    <message>
        <source>Tag articles ({detail})</source>
        <translation>给文章加标签（{detail}）</translation>
    </message>
    <message>
        <source>Edit details of “{detail}”</source>
        <translation>编辑“{detail}”的信息</translation>
    </message>
    <message>
        <source>Join “{detail}” to the paragraph above</source>
        <translation>将“{detail}”并入上一段</translation>
    </message>
    <message>
        <source>Begin a paragraph at “{detail}”</source>
        <translation>从“{detail}”处另起一段</translation>
    </message>
    <message>
        <source>Correct to “{detail}”</source>
        <translation>更正为“{detail}”</translation>
    </message>
    <message>
        <source>Accept “{detail}”</source>
        <translation>确认“{detail}”</translation>
    </message>
    <message>
        <source>Split pages anew ({detail})</source>
        <translation>重新拆分版面（{detail} 个）</translation>
    </message>
    <message>
        <source>Forget hint for “{detail}”</source>
        <translation>移除“{detail}”的提示</translation>
    </message>
    <message>
        <source>Tag marks ({detail})</source>
        <translation>批量添加标签（{detail}）</translation>
    </message>
    <message>
        <source>Take tag from marks ({detail})</source>
        <translation>批量去掉标签（{detail}）</translation>
    </message>
    <message>
        <source>Replace tag of marks ({detail})</source>
        <translation>批量替换标签（{detail}）</translation>
    </message>
    <message>
        <source>Change colour of marks ({detail})</source>
        <translation>批量更改颜色（{detail}）</translation>
    </message>
    <message>
        <source>Change importance of marks ({detail})</source>
        <translation>批量更改重要程度（{detail}）</translation>
    </message>
    <message>
        <source>Remove marks ({detail})</source>
        <translation>批量删除标注（{detail}）</translation>
    </message>
    <message>
        <source>Save “{detail}”</source>
        <translation>保存“{detail}”</translation>
    </message>
    <message>
        <source>Change saved “{detail}”</source>
        <translation>更改已存“{detail}”</translation>
    </message>
    <message>
        <source>Rename saved “{detail}”</source>
        <translation>重命名已存“{detail}”</translation>
    </message>
    <message>
        <source>Delete saved “{detail}”</source>
        <translation>删除已存“{detail}”</translation>
    </message>
    <message>
        <source>New tag “{detail}”</source>
        <translation>新建标签“{detail}”</translation>
    </message>
    <message>
        <source>Rename tag {detail}</source>
        <translation>标签改名 {detail}</translation>
    </message>
    <message>
        <source>Define tag “{detail}”</source>
        <translation>写标签“{detail}”的含义</translation>
    </message>
    <message>
        <source>Change colour of tag “{detail}”</source>
        <translation>改标签“{detail}”的颜色</translation>
    </message>
    <message>
        <source>Move tag “{detail}”</source>
        <translation>移动标签“{detail}”</translation>
    </message>
    <message>
        <source>Merge tags {detail}</source>
        <translation>合并标签 {detail}</translation>
    </message>
    <message>
        <source>Split tag “{detail}”</source>
        <translation>拆分标签“{detail}”</translation>
    </message>
    <message>
        <source>Delete tag “{detail}”</source>
        <translation>删除标签“{detail}”</translation>
    </message>
    <message>
        <source>Change tag of marks {detail}</source>
        <translation>给标注换标签 {detail}</translation>
    </message>
    <message>
        <source>Import of codebook “{detail}”</source>
        <translation>导入标签表“{detail}”</translation>
    </message>
    <message>
        <source>Importance of “{detail}”</source>
        <translation>改“{detail}”的重要程度</translation>
    </message>
    <message>
        <source>Memo on “{detail}”</source>
        <translation>“{detail}”的备忘</translation>
    </message>
    <message>
        <source>Memo on the library</source>
        <translation>资料库备忘</translation>
    </message>
    <message>
        <source>Link from “{detail}”</source>
        <translation>从“{detail}”链接</translation>
    </message>
    <message>
        <source>Name of link “{detail}”</source>
        <translation>链接名称“{detail}”</translation>
    </message>
    <message>
        <source>Remove link from “{detail}”</source>
        <translation>移除“{detail}”的链接</translation>
    </message>
    <message>
        <source>Anchor “{detail}” in the newer text</source>
        <translation>在新文本中定位“{detail}”</translation>
    </message>
    <message>
        <source>Keep “{detail}” on the older text</source>
        <translation>将“{detail}”留在旧文本上</translation>
    </message>
</context>
<context>
    <name>tree</name>
    <message>
        <source>(no headline)</source>
        <translation>（无标题）</translation>
    </message>
    <message>
        <source>Doubtful: see where it begins and ends</source>
        <translation>存疑：请核对起止位置</translation>
    </message>
    <message>
        <source>{unread} unread of {count}</source>
        <translation>{count} 篇，{unread} 篇未读</translation>
    </message>
    <message>
        <source>{count}, all read</source>
        <translation>{count} 篇，均已读</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>read</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>第 {number} 版</translation>
    </message>
    <message>
        <source>(no section)</source>
        <translation>（无栏目）</translation>
    </message>
    <message>
        <source>(no tag)</source>
        <translation>（无标签）</translation>
    </message>
    <message>
        <source>(no newspaper)</source>
        <translation>（报纸不详）</translation>
    </message>
    <message>
        <source>(no date)</source>
        <translation>（日期不详）</translation>
    </message>
    <message>
        <source>(no page number)</source>
        <translation>（版次不详）</translation>
    </message>
    <message>
        <source>section</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>newspaper</source>
        <translation>报纸</translation>
    </message>
    <message>
        <source>year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>page</source>
        <translation>版面</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>brief</source>
        <translation>简讯</translation>
    </message>
    <message>
        <source>article</source>
        <translation>文章</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>page {number}</source>
        <translation>第 {number} 版</translation>
    </message>
</context>
<context>
    <name>workbench</name>
    <message>
        <source>Banner</source>
        <translation>栏目名</translation>
    </message>
    <message>
        <source>Kicker</source>
        <translation>引题</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>副题</translation>
    </message>
    <message>
        <source>Byline</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Subhead</source>
        <translation>小标题</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>图片说明</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>图片署名</translation>
    </message>
    <message>
        <source>Furniture</source>
        <translation>版面信息</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Brief</source>
        <translation>简讯</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}%</translation>
    </message>
    <message>
        <source>{kind} {place} begins here</source>
        <translation>{kind} {place} 由此开始</translation>
    </message>
    <message>
        <source>Continues a paragraph</source>
        <translation>接上一行，同属一段</translation>
    </message>
    <message>
        <source>A paragraph of its own</source>
        <translation>另起一段</translation>
    </message>
</context>
</TS>
