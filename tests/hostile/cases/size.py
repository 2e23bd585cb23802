"""Size: what would hang the engine is refused on the raw text; what is merely long goes through."""

from ..case import BODY, error, item, ok, warning

_ROW = "| a | b |\n"
_TABLE = "| Nội dung | Số |\n|---|---|\n"
_LIST = "\n".join(f"{'    ' * depth}- mục {depth}" for depth in range(400))

CASES = (
    error("brackets", item("[" * 50_000), "body-brackets@6"),
    error("brackets-5000", item("[" * 5_000), "body-brackets@6"),
    error("brackets-many-lines", item(("[" * 150 + "\n") * 300), "body-brackets@7"),
    error("brackets-many-paragraphs", item(("[" * 199 + "\n\n") * 2_000), "body-brackets@106"),
    error("links-nested", item("![" * 5_000 + "](x)" * 5_000), "body-brackets@6"),
    error("backticks", item("`" * 20_000), "body-brackets@6"),
    error("angle-brackets", item("<" * 50_000), "body-brackets@6"),
    error("emphasis", item("*a " * 20_000), "body-brackets@6"),
    error("emphasis-underscore", item("_a " * 20_000), "body-brackets@6"),
    error("deep-list", item(_LIST), "body-nesting@27"),
    error("deep-list-tabs", item("\n".join("\t" * depth + "- x" for depth in range(400))), "body-nesting@27"),
    error("deep-quote", item(">" * 5_000 + " x"), "body-nesting@6"),
    error("deep-quote-spaced", item("> " * 1_000 + "x"), "body-nesting@6"),
    error("deep-div", item("<div>" * 20_000), "body-brackets@6"),
    ok("deep-div-lines", item("<div>\n" * 15_000, summary="Một câu.")),
    error("long-line", item("x " * 400_000), "body-line-long@6"),
    error("long-word", item("x" * 900_000), "body-line-long@6"),
    error("long-line-2mb", item("x" * 2_000_000), "file-too-large@0"),
    error("table-1e5", item(_TABLE + _ROW * 80_000), "table-long@2006", "body-long@20006"),
    error("table-3000", item(_TABLE + _ROW * 3_000), "table-long@2006"),
    error("md-50mb", item("Chữ.\n\n" * 5_000_000), "file-too-large@0"),
    error("md-1mb", item("Chữ của bài.\n\n" * 70_000), "file-too-large@0"),
    error("comments-unclosed", item("<!--\n" * 150_000), "comment-unclosed@6", "body-brackets@206", "body-long@20006"),
    error("comments-half", item("<!\n" * 100_000 + "<!-- x"), "body-brackets@206", "body-long@20006", "comment-unclosed@100006"),
    error("keys-100000", "---\n" + "khóa lạ: x\n" * 60_000 + "---\n" + BODY, "matter-long@47"),
    error("keys-100000-pelican", "Title: Bài thử\n" + "Khoa la: x\n" * 60_000 + "\n" + BODY, "matter-long@46"),
    error("head-100-kb", item(summary="x" * 200_000), "text-long@5"),
    error("tags-open", item('<a b="\n' * 15_000), "body-brackets@206"),
    error("links-open", item("[a](<b\n" * 15_000), "body-brackets@206"),
    error("references-open", item("[a][b\n" * 15_000), "body-brackets@206"),
    error("headings-many", item("# a\n" * 15_000), "body-brackets@1006"),
    error("rules-many", item("---\n" * 15_000), "body-brackets@1006"),
    error("abbreviations-many", item("*[a]: x\n" * 15_000), "body-brackets@1006"),
    error("lines-many", item("a[^1]\n\n" * 100_000), "body-long@20006"),
    ok("references-many", item("\n".join(f"[{n}]: https://x.example/{n}" for n in range(15_000)) + "\n\n" + " ".join(f"[{n}]" for n in range(90)), summary="Một câu.")),
    # long but honest
    ok("long-item", item("Một đoạn văn bình thường của bài viết, có số 131/KH-UBND.\n\n" * 3_000, summary="Một câu.")),
    ok("long-paragraph", item("Một câu văn bình thường. " * 2_000, summary="Một câu.")),
    ok("long-table", item(_TABLE + "| Hồ sơ | 10 |\n" * 1_500, summary="Một câu.")),
    ok("long-list", item("- Ý của danh sách;\n" * 2_000, summary="Một câu.")),
    ok("long-numbered", item("".join(f"{n}. Ý số {n}.\n\n" for n in range(1, 800)), summary="Một câu.")),
    warning("long-without-lead", item("Một đoạn văn bình thường của bài viết.\n\n" * 40), "lead-missing@2"),
    ok("long-lines-links", item("\n\n".join(f"[a{n}](https://x.example/{n})" for n in range(2_000)), summary="Một câu.")),
    ok("list-20-levels", item("\n".join(f"{'  ' * depth}- mục {depth}" for depth in range(20)))),
    ok("quote-5-levels", item("> > > > > trích dẫn\n")),
    ok("dotted-leader", item(f"Họ và tên: {'.' * 300}\n\n{'_' * 120}\n")),
)
