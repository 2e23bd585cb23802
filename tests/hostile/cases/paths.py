"""Addresses: only a-z, 0-9 and hyphens, one item an address, never a path that an editor typed."""

from ..case import BODY, ITEM, error, item, ok

OTHER = "tin-tuc/2026/bai-khac.md"
PAGE = "trang/bai-thu.md"
_SLUGS = {
    "slug-traversal": "../../evil",
    "slug-inside-traversal": "a/../../evil",
    "slug-absolute": "/etc/passwd",
    "slug-dots": "'..'",
    "slug-dot": "a.html",
    "slug-index": "index",
    "slug-long": "x" * 300,
    "slug-101": "x" * 101,
    "slug-backslash": r"..\..\x",
    "slug-drive": "'c:evil'",
    "slug-query": "'a?b#c%2e'",
    "slug-space": "bai viet moi",
    "slug-newline": "a%0d%0ab",
    "slug-htaccess": ".htaccess",
    "slug-con": "con",
    "slug-com1": "com1",
    "slug-case": "Ban-Tin-Hoa",
    "slug-marks": "bản-tin",
    "slug-full-width": "ｂａｎ",
    "slug-double-hyphen": "ban--tin",
    "slug-hyphen-first": "'-ban'",
    "slug-script": "'<script>'",
}
_SAVE_AS = {
    "saveas-outside": "../../../x",
    "saveas-sibling": "../output-evil/x.html",
    "saveas-home": "index.html",
    "saveas-feed": "feeds/all.rss.xml",
    "saveas-php": "x.php",
}

CASES = (
    *(error(name, item(slug=value), "slug-form@5") for name, value in _SLUGS.items()),
    *(error(name, item(Save_as=value), "key-forbidden@5") for name, value in _SAVE_AS.items()),
    error("saveas-php-code", item("<?php system($_GET['c']); ?>\n", save_as="x.php"), "key-forbidden@5"),
    error("save-as-spelled", item(**{"Save-As": "x.html"}), "key-forbidden@5"),
    error("slug-nul", item(slug="a\x00b"), "control-character@5"),
    error(
        "slug-dup",
        {ITEM: item(slug="trung"), OTHER: item(title="Bài khác", slug="trung")},
        "address-twice@5",
        f"address-twice@5 {OTHER}",
    ),
    error(
        "slug-dup-by-name",
        {"tin-tuc/2026/2026-11-10-trung.md": item(), "tin-tuc/2025/trung.md": item(title="Bài khác")},
        "address-twice@0 tin-tuc/2025/trung.md",
        "address-twice@0 tin-tuc/2026/2026-11-10-trung.md",
    ),
    error(
        "slug-dup-case-of-name",
        {ITEM: item(), "tin-tuc/2026/Bai-Thu.md": item(title="Bài khác")},
        "address-twice@0",
        "address-twice@0 tin-tuc/2026/Bai-Thu.md",
    ),
    error("slug-dup-draft", {ITEM: item(), OTHER: item(title="Bài khác", slug="bai-thu", status="draft")}, "address-twice@0", f"address-twice@5 {OTHER}"),
    error("title-dup", {ITEM: item(), OTHER: item()}, "title-twice@2", f"title-twice@2 {OTHER}"),
    error("title-dup-case", {ITEM: item(), OTHER: item(title="BÀI THỬ")}, "title-twice@2", f"title-twice@2 {OTHER}"),
    error(
        "id-dup",
        {ITEM: item(id="tag:x.example,2026:a"), OTHER: item(title="Bài khác", id="tag:x.example,2026:a")},
        "id-twice@5",
        f"id-twice@5 {OTHER}",
    ),
    ok("title-dup-other-day", {ITEM: item(), OTHER: item(date="2026-11-09")}),
    ok("slug-same-in-two-folders", {ITEM: item(), PAGE: f"---\ntitle: Trang thử\n---\n{BODY}"}, writes=("tin-tuc/bai-thu.html", "trang/bai-thu.html")),
    error("slug-empty", item(title="'!!!'"), "title-letters@2"),
    error("title-emoji-only", item(title="🎉🎉"), "title-letters@2"),
    error("name-symbols", {"tin-tuc/2026/!!!.md": item()}, "slug-from-name@0 tin-tuc/2026/!!!.md"),
    error("name-index", {"tin-tuc/index.md": item()}, "slug-from-name@0 tin-tuc/index.md"),
    error("name-con", {"tin-tuc/con.md": item()}, "slug-from-name@0 tin-tuc/con.md"),
    error("name-dot-md", {"tin-tuc/.md": item()}, "slug-from-name@0 tin-tuc/.md"),
    error("name-newline", {"tin-tuc/a\nb.md": item()}, r"file-name@0 tin-tuc/a\nb.md"),
    error("name-escape", {"tin-tuc/a\x1b[31m.md": item()}, r"file-name@0 tin-tuc/a\x1b[31m.md"),
    error("name-backslash", {"tin-tuc/a\\..\\b.md": item()}, r"file-name@0 tin-tuc/a\\..\\b.md"),
    error("name-bidi", {"tin-tuc/a\u202edm.md": item()}, r"file-name@0 tin-tuc/a\u202edm.md"),
    error("name-not-utf8", {"tin-tuc/a\udcff.md": item()}, r"file-name@0 tin-tuc/a\udcff.md"),
    error("place-root", {"bai.md": item()}, "file-place@0 bai.md"),
    error("place-pictures", {"hinh-anh/bai.md": item()}, "file-place@0 hinh-anh/bai.md"),
    # honest names
    ok("slug-dd", {"tin-tuc/2026/Đường Đê đỏ.md": item(title="Đường Đê đỏ")}, writes="tin-tuc/duong-de-do.html"),
    ok("name-spaces", {"tin-tuc/2026/Kế hoạch số 12 (bản cuối).md": item()}, writes="tin-tuc/ke-hoach-so-12-ban-cuoi.html"),
    ok("name-nfd", {"tin-tuc/2026/Ke\u0302\u0301 hoa\u0323ch.md": item()}, writes="tin-tuc/ke-hoach.html"),
    ok("name-upper-ending", {"tin-tuc/2026/ke-hoach.MD": item()}, writes="tin-tuc/ke-hoach.html"),
    ok("name-200", {f"tin-tuc/2026/{'dai-' * 45}.md": item()}),
    ok("slug-typed", item(slug="ban-tin-hoa-2026"), writes="tin-tuc/ban-tin-hoa-2026.html"),
)
