"""Categories are a closed list; what an editor types can be near one, or is refused; names are always escaped."""

from ..case import ITEM, error, item, ok

_SCRIPT = "<script>alert(1)</script>"
_IMAGE = "<img src=x onerror=alert(1)>"
_SVG = "<svg onload=alert(1)>"
OTHER = "tin-tuc/2026/bai-khac.md"

CASES = (
    error("category-missing", item(category=None), "key-missing@0"),
    error("category-empty", item(category=""), "value-empty@4"),
    error("category-commas", item(category="', ;'"), "category-unknown@4"),
    error("category-unknown", item(category="Thể thao"), "category-unknown@4"),
    error("category-misc", item(category="misc"), "category-unknown@4"),
    error("category-near", item(category="Cải cách thủ tục"), "category-unknown@4"),
    error("category-one-of-two", item(category="chi-so; the-thao"), "category-unknown@4"),
    error(
        "category-clash",
        {ITEM: item(category="Tin tức"), OTHER: item(title="Bài khác", category="Tin Tuc")},
        "category-unknown@4",
        f"category-unknown@4 {OTHER}",
    ),
    error("category-same-twice", item(category="chi-so; Chỉ số CCHC"), "category-twice@4"),
    error("category-dots", item(category="'..'"), "category-unknown@4"),
    error("category-path", item(category="../../chi-so/x"), "category-unknown@4"),
    error("category-symbols", item(category="???"), "category-unknown@4"),
    error("category-hyphens", item(category="'---'"), "category-unknown@4"),
    error("category-con", item(category="con"), "category-unknown@4"),
    error("category-nul", item(category="NUL"), "category-unknown@4"),
    error("category-script", item(category=f"'{_SCRIPT}'"), "category-unknown@4"),
    error("category-img", item(category=f"'{_IMAGE}'"), "category-unknown@4"),
    error("category-svg", item(category=f"'chi-so; {_SVG}'"), "category-unknown@4"),
    error("category-100-kb", item(category="x" * 100_000), "category-unknown@4"),
    # escaped where they are shown
    ok("author-script", item(author=f"'{_SCRIPT}'"), shows="&lt;script&gt;alert(1)", hides=_SCRIPT),
    ok("author-img", item(author=f"'{_IMAGE}'"), shows="&lt;img src=x", hides=_IMAGE),
    ok("author-svg", item(author=f"'{_SVG}'"), shows="&lt;svg onload", hides=_SVG),
    ok("author-quotes", item(author="""'"><b onmouseover=alert(1)>'"""), hides="<b onmouseover"),
    ok("tag-script", item(tags=f"'{_SCRIPT}'"), shows="&lt;script&gt;alert(1)", hides=_SCRIPT, writes="the/script-alert-1-script.html"),
    ok("tag-img", item(tags=f"'{_IMAGE}'"), hides=_IMAGE),
    ok("tag-svg", item(tags=f"'{_SVG}'"), hides=_SVG),
    error("tag-dots", item(tags="'..'"), "tag-form@5"),
    error("tag-con", item(tags="con"), "tag-form@5"),
    ok("source-script", item(source=f"'Báo {_SCRIPT} https://a.example/\"onx=1'"), hides=_SCRIPT),
    ok("correction-script", item(correction=f"'{_SCRIPT}'"), shows="&lt;script&gt;alert(1)", hides=_SCRIPT),
    ok("caption-script", item(image="hinh-anh/anh-nho.png", image_alt=f"'\" onload=\"x {_SCRIPT}'", image_caption=f"'{_IMAGE}'"), hides=_SCRIPT),
    # spellings that mean one of the list
    ok("category-nfd", item(category="Chi\u0309 so\u0302\u0301 CCHC"), shows="Chỉ số CCHC"),
    ok("category-nfd-bare", item(category="chi\u0309 so\u0302\u0301 cchc")),
    ok("category-capitals", item(category="CHỈ SỐ CCHC")),
    ok("category-comma-in-name", item(category="Chỉ đạo, điều hành"), shows="Chỉ đạo, điều hành"),
    ok("category-two", item(category="chi-so; Chỉ đạo, điều hành")),
)
