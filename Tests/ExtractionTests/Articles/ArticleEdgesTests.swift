import Markup
import Testing

@testable import Extraction

@Suite("The edges of an article")
struct ArticleEdgesTests {
    private static let title = "关于做好冬季取暖补贴发放工作的通知"
    private static let text =
        "<p>各区县人民政府：</p><p>请于2026年11月底前将补贴足额发放到每个有需要的家庭，不得截留。</p><p>2026年11月5日</p>"

    private func cut(_ html: String) -> String {
        HTMLText.plain(from: ArticleEdges.cut(html, titles: [Self.title])).trimmed
    }

    @Test(
        "are cut away: title, line under it, buttons, neighbours, other articles, codes, the page's owner",
        arguments: [
            "<h1>TITLE</h1><div><span>发布时间：2026-11-05</span><span>来源：市民政局</span></div>TEXT",
            "<p>当前位置：<a href=/>首页</a> &gt; 通知</p><p>TITLE</p><p>2026-11-05 10:21　来源：市民政局</p><p>【字号：大 中 小】</p>TEXT",
            "<h2>页面没有别处写的标题</h2><p>2026-11-05 10:21　来源：市民政局</p>TEXT",
            "<h1>TITLE</h1><p>作者：何某　2026-11-05 10:21　阅读 55</p>TEXT",
            "<h2>TITLE</h2>TEXT<p><a href=# onclick=print()>【打印】</a> <a href=#>【关闭】</a></p>",
            "<p>TITLE</p><p>（2026年11月5日 10:21　市民政局）</p>TEXT",
            "<h2>TITLE</h2><p>来源 市民政局</p><p>发布于 2026-11-05 10:21</p>TEXT",
            "TEXT<p>上一篇：<a href=a.html>另一条</a></p><p>下一篇：没有了</p>",
            "TEXT<table><tr><td>上一篇：</td><td><a href=a.html>另一条</a></td></tr><tr><td>下一篇：</td><td><a href=b.html>又一条</a></td></tr></table>",
            "TEXT<div><h3>相关文章</h3><ul><li><a href=a.html>另一条新闻的标题</a></li><li><a href=b.html>又一条</a></li></ul></div>",
            "TEXT<div><h3>相关文章</h3><ul><li><a href=a.html>相关解读：补贴怎么领</a></li></ul></div>",
            "TEXT<div><img src=qr.png><p>扫一扫在手机打开当前页</p></div>", "TEXT<p>微信扫一扫，分享到朋友圈</p><img src=qr.png>",
            "TEXT<div>分享到： <a href=#>微信</a><a href=#>新浪微博</a></div><div>浏览次数：35次</div>",
            "TEXT<p>发布时间：2026-11-05 10:21</p>",
            "TEXT<div>关键词：<a href=/t/1>取暖</a><a href=/t/2>补贴</a> <a href=/t/3>民生</a></div>",
            "TEXT<div>同栏目文章</div><ul><li><a href=a.html>另一条新闻的标题</a><span>2026-11-04</span></li></ul>",
            "TEXT<div>本科室近来还发布过</div><ul><li><a href=a.html>另一条新闻的标题</a><span>2026-11-04</span></li><li><a href=b.html>又一条新闻</a><span>2026-11-03</span></li></ul>",
            "<p>2026-11-05</p>TEXT", "<h1>TITLE</h1><p>发布部门：市民政局 | 发布时间：2026-11-05 10:21 | 浏览：5</p>TEXT",
            "TEXT<div><h3>推荐信息</h3><ul><li><a href=a.html>另一条新闻的标题</a><span>2026-11-04</span></li><li><a href=b.html>又一条新闻</a><span>2026-11-03</span></li></ul></div>",
            "<p>TITLE</p><p>市民政局　2026-11-05 10:21　阅读次数：5</p>TEXT",
            "TEXT<p><a href='javascript:more()'>展开全文</a></p>", "TEXT<p>【点击查看全文】</p>",
            "TEXT<p>【我要打印】【我要收藏】</p>",
            "TEXT<p>免责声明：本文仅供参考，版权归原作者所有，如有侵权请联系删除。</p>",
            "TEXT<p>（责任编辑：何某）</p>", "TEXT<p>编辑：何某　校对：吕某</p><p>审核：施某</p><p>终审：孔某</p>",
            "TEXT<div><a href=a.html>上一页</a> <span>1</span> <a href=a_1.html>2</a> <a href=a_1.html>下一页</a> 共2页</div>",
            "TEXT<p><a href=a.html>1</a> <a href=a_1.html>2</a></p>",
            // A document's head, over the title and under it, in cells, lines and pairs.
            "<table><tr><td>索 引 号：</td><td>15/7</td><td>主题分类：</td><td>民政</td></tr><tr><td>发文机关：</td><td>市民政局</td><td>公开方式：</td><td>主动公开</td></tr></table><h1>TITLE</h1>TEXT",
            "<h1>TITLE</h1><p>发布时间：2026-11-05　来源：市民政局</p><ul><li>【索引号】15/7</li><li>【文号】宁民发〔2026〕7号</li><li>【体裁分类】通知</li></ul>TEXT",
            "<p>索引号：15/7　发布机构：市民政局</p><p>名称：TITLE</p><p>有效性：有效</p><h2>TITLE</h2>TEXT",
            "<table><tr><td>索引号</td><td></td><td>发文机关</td><td>市民政局</td></tr><tr><td>成文日期</td><td>2026-11-04</td></tr></table><h1>TITLE</h1><p>时间：2026-11-05 10:21</p>TEXT",
            "<h1>TITLE</h1><p>发布时间：　来源：</p>TEXT",
            "TEXT<p>政策解读：<a href=a.html>一图读懂取暖补贴</a></p><p>【相关文件】：<a href=b.html>取暖补贴办法（试行）</a></p>",
            "TEXT<div>版权所有：宁澜市民政局　宁ICP备26000001号</div>",
            // A column of links beside the text, with the title over the text and without.
            "<div><h2>栏目导航</h2><ul><li><a href=/tz/>通知公告</a></li><li><a href=/xw/>民政新闻</a></li></ul></div><div><h1>TITLE</h1>TEXT</div>",
            "<ul><li><a href=/tz/>通知公告</a></li><li><a href=/xw/>民政新闻</a></li></ul><p>时间：2026-11-05　来源：市民政局</p>TEXT",
            "<div><a href=?l=zh>中文</a><a href=?l=en>English</a></div>TEXT",
            "<h1>TITLE</h1><div><a href=?l=zh>中文</a><a href=?l=en>English</a></div>TEXT",
            "TEXT<div><p>您对本页面内容是否满意？</p><label>满意</label><label>不满意</label></div>",
            "TEXT<div><p>您对本页面内容是否满意？</p><label>满意</label><label>不满意</label><button>提交评价</button></div>",
            // Groups of links, each under a heading of its own, of any rank.
            "TEXT<h3>相关文件</h3><ul><li><a href=a.html>取暖补贴办法（试行）</a></li></ul><h3>相关解读</h3><ul><li><a href=b.html>一图读懂取暖补贴</a></li></ul>",
            "TEXT<div>政策原文</div><div><a href=a.html>取暖补贴办法（试行）</a></div><div>政策解读</div><div><a href=b.html>一图读懂取暖补贴</a></div>",
            "TEXT<h4>阅读排行</h4><ol><li><a href=a.html>另一条新闻的标题</a></li><li><a href=b.html>又一条新闻</a></li></ol>",
            "TEXT<p>相关阅读：<a href=a.html>取暖补贴办法（试行）</a></p><p>政策图解：<a href=b.html>一图看懂</a></p>",
            "TEXT<div>相关文档</div><ul><li><a href=a.html>取暖补贴办法（试行）</a> 2026-10-01</li></ul>",
            "TEXT<p>【推荐】【打印】【关闭】</p>",
            // What a page has to press, and how often that was done.
            "TEXT<p>点赞(12)　收藏</p>", "TEXT<div><em>赞</em><b>0</b></div>", "TEXT<p>本文已被阅读 88 次</p>",
            "TEXT<p><a href=./>返回列表</a> | <a href=#top>回到顶部</a></p>", "TEXT<p>另存为　推荐给好友　打印</p>",
            "TEXT<p><a href=/zx>政策咨询</a> <a href=/wd>智能问答</a></p>",
            "<h1>TITLE</h1><p>A+ A- 默认</p>TEXT", "<h1>TITLE</h1><p>复制</p><p>微信扫码分享</p>TEXT",
            "<h1>TITLE</h1><p>收听本文 00:00/03:21</p>TEXT", "<h1>TITLE</h1><p>关键词：取暖；补贴</p>TEXT",
            "<p>今天是2026年11月5日 星期四</p><h1>TITLE</h1>TEXT",
            "TEXT<p>« <a href=a.html>另一条新闻的标题</a></p><p><a href=b.html>又一条新闻</a> »</p>",
            "TEXT<img src=qr.png><p>关注“宁澜民政”微信公众号</p>",
            "TEXT<p>本页网址：https://mzj.ninglan.example/tz/1.html</p>",
            "TEXT<p>来源：市民政局　发布时间：2026-11-05 10:21　编辑：何某</p>",
        ])
    func edges(_ html: String) {
        let body = html.replacing("TITLE", with: Self.title).replacing("TEXT", with: Self.text)
        #expect(cut(body) == HTMLText.plain(from: Self.text).trimmed)
    }

    @Test("leave nothing of a page's foot, where a page has no text")
    func foot() {
        let foot = "<div><p><a href=/a>网站地图</a>|<a href=/b>联系我们</a></p><p>主办：宁澜市民政局　版权所有　宁ICP备26000001号</p></div>"
        #expect(ArticleEdges.cut(foot, titles: [Self.title]).isEmpty)
        let page = ArticlePage(
            "<html><body><div class=article-content><video src=1.mp4></video></div>\(foot)</body></html>", address: nil)
        #expect(page.body?.contains("1.mp4") == true)
    }

    @Test("leave nothing of lines about the page, where a page has no text")
    func aboutAlone() {
        let html = "<h1>\(Self.title)</h1><p>时间：2026-11-05　来源：市民政局　浏览次数：88</p>"
        #expect(ArticleEdges.cut(html, titles: [Self.title]).isEmpty)
    }

    @Test(
        "keep what is of the text",
        arguments: [
            // A text that begins with its own title, ends with a file, a picture, a heading over files, or names a button.
            "<p>TITLE</p>TEXT", "<p>事项名称：居住证办理</p><p>发布机构：市公安局</p>TEXT", "TEXT<p>附件：<a href=a.docx>下载</a></p>",
            "TEXT<p><img src=a.jpg></p>", "TEXT<p>政策解读：<a href=a.pdf>一图读懂取暖补贴.pdf</a></p>",
            // A table of documents is what the text is about.
            "<table><tr><th>文件名称</th><th>文号</th><th>发文机关</th><th>有效性</th></tr><tr><td>补贴办法</td><td>宁民发〔2026〕7号</td><td>市民政局</td><td>有效</td></tr></table>TEXT",
            "TEXT<h3>相关文件</h3><p><a href=a.pdf>实施方案</a></p>", "TEXT<p><img src=qr.png></p><p>扫码报名</p>",
            // Who reads a paper may be what the text tells.
            "TEXT<p>终审：分管领导</p>", "TEXT<p>1</p>", "TEXT<p>编辑：文字要精炼。</p>", "TEXT<p>声明：原证书自即日起作废。</p>",
            "TEXT<p>（来源：《宁澜日报》）</p>",
            "TEXT<p>请打印后盖章。</p>", "<table><tr><td>办理时限</td><td>5日</td></tr></table>\n<p>份数</p>\nTEXT",
            "<p>会议时间 2026年11月6日 9:30</p>TEXT",
            "<p><a href=a.pdf>实施方案</a></p><p><a href=b.pdf>申请表格</a></p>TEXT",
            "<p><a href=/a/>办事大厅</a></p><p><a href=/b/>在线预约</a></p>",
            "<p><img src=a.jpg></p>",
            "<p>分享</p>", "TEXT<p>满意度达到98%</p>", "TEXT<p>关注公众号的方法见附件。</p>",
        ])
    func kept(_ html: String) {
        let body = html.replacing("TITLE", with: Self.title).replacing("TEXT", with: Self.text)
        #expect(ArticleEdges.cut(body, titles: [Self.title]) == body)
    }
}
