"""What is not public: a draft, an item whose hour has not come, one whose time is over. Nothing of it goes out.

Every one holds the mark :data:`TOKEN` in title, body, tag, summary and the name of its picture.
"""

from ..case import ITEM, item, withheld
from ..commune import picture

TOKEN = "bimatxyz"
_PICTURE = f"hinh-anh/{TOKEN}.png"
_PAGE = f"trang/{TOKEN}.md"


def _secret(case_id: str, path: str = f"tin-tuc/2026/{TOKEN}.md", **keys: str) -> object:
    head = {"title": f"Tin {TOKEN}", "tags": f"thẻ {TOKEN}", "summary": f"Tóm tắt {TOKEN}", "author": TOKEN, **keys}
    text = item(f"Nội dung {TOKEN}.\n\n## Mục {TOKEN}\n\n![Ảnh {TOKEN}](/{_PICTURE})\n", image=_PICTURE, image_alt=TOKEN, **head)
    return withheld(case_id, {path: text, _PICTURE: picture("PNG", 9)})


CASES = (
    _secret("secret-draft", status="draft"),
    _secret("secret-draft-vietnamese", status="bản nháp"),
    _secret("secret-future", date="2027-12-21 08:00"),
    _secret("date-future-400-days", date="21/12/2027"),
    _secret("date-future-1h", date="2026-11-16 09:00"),
    _secret("date-future-1-minute", date="16/11/2026 08:01"),
    _secret("date-future-zone", date="2026-11-16T01:30:00Z"),
    _secret("date-future-midnight", date="17/11/2026"),
    _secret("expired", expires="2026-11-15"),
    _secret("expired-this-moment", expires="2026-11-16 08:00"),
    _secret("draft-with-slug", status="draft", slug=TOKEN),
    withheld("draft-page", {_PAGE: f"---\ntitle: Trang {TOKEN}\nstatus: nháp\n---\n{TOKEN}\n"}),
    # a draft may be unfinished: what stops a public item does not stop it, and nothing of it goes out either
    withheld("draft-unfinished", {f"tin-tuc/{TOKEN}.md": f"---\ntitle: {TOKEN}\nstatus: draft\n---\n{TOKEN}"}),
    withheld("draft-broken-body", {f"tin-tuc/{TOKEN}.md": item("[" * 30_000, title=TOKEN, status="nháp")}),
    withheld("draft-broken-date", {ITEM: item(TOKEN, title=TOKEN, date="chưa rõ", status="nháp")}),
)
