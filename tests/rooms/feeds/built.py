"""A published commune in which every rule of feeds has something to bite on, and its feeds read back."""

import json
import unicodedata
from functools import cached_property
from pathlib import Path

import pytest
from lxml import etree
from lxml import html as lxml_html

from plugins.model.vocab import CATEGORIES
from tests.commune import Commune

BASE = "https://thunghiem.example/cchc/"
ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
NAMES = ["tat-ca", *(c.slug for c in CATEGORIES)]
MARKUP_TITLE = "Hồ sơ < 5 ngày & <b>đậm</b> \"trong ngoặc\""
SECRETS = ("Bản nháp mật", "Bài hẹn giờ mật", "Bài hết hạn mật")


def write(content: Path, **site: str) -> Commune:
    """A commune in which every rule has something to bite on."""
    commune = Commune(content, site={"domain": BASE, **site}, categories={"hoi-dap": "Hỏi & đáp"})
    commune.picture("hinh-anh/mot-cua.jpg", 640, 480)
    commune.picture("hinh-anh/lon.png", 800, 600)
    commune.page("gioi-thieu")
    commune.news("anh", "Xem ![Một cửa](hinh-anh/mot-cua.jpg) và [trang](/trang/gioi-thieu.html), [bài khác](nhan-de.md).\n\n- + Một;\n\n<script>alert(1)</script>", image="hinh-anh/lon.png", image_alt="Ảnh lớn", date="20/5/2026", tags="một cửa, dịch vụ công", summary="Tóm tắt.")
    commune.news("nhan-de", title="'" + MARKUP_TITLE + "'", date="21/5/2026", summary="'Thời hạn < 5 ngày & đúng hạn.'", author="Bút danh Mai & Lan")
    commune.news("cap-nhat", date="10/5/2026", updated="25/5/2026 10:00", source="Cổng TTĐT tỉnh https://tinh.example/tin?a=1&b=2")
    commune.news("khong-tom-tat", date="22/5/2026", category="hoi-dap; chi-so")
    commune.news("nfd", title=unicodedata.normalize("NFD", "Đoàn phường Đức Xuân"), date="23/5/2026", summary=None)
    for hour in (8, 9, 9, 9):
        commune.news(f"cung-gio-{hour}-{len(list(content.glob('tin-tuc/cung-gio-*')))}", date=f"24/5/2026 {hour:02d}:00", category="chinh-quyen-so")
    for day in range(1, 26):
        commune.news(f"nhieu-{day:02d}", date=f"{day}/4/2026", category="tuyen-truyen")
    commune.news("nhap", title=SECRETS[0], status="draft")
    commune.news("hen-gio", title=SECRETS[1], date="1/7/2026")
    commune.news("het-han", title=SECRETS[2], expires="1/5/2026")
    return commune


class Built:
    """The files of one publish."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files

    @cached_property
    def rss(self) -> dict[str, etree._Element]:
        return {name: etree.fromstring(self.files[f"feeds/{name}.rss.xml"]) for name in NAMES}

    @cached_property
    def atom(self) -> dict[str, etree._Element]:
        return {name: etree.fromstring(self.files[f"feeds/{name}.atom.xml"]) for name in NAMES}

    @cached_property
    def json(self) -> dict[str, dict]:
        return {name: json.loads(self.files[f"feeds/{name}.json"]) for name in NAMES}

    def page(self, path: str) -> lxml_html.HtmlElement:
        return lxml_html.fromstring(self.files[path])

    def ids(self) -> dict[str, dict[str, str]]:
        """Form → title → id, over the whole site's feed."""
        return {
            "rss": {item.findtext("title"): item.findtext("guid") for item in self.rss["tat-ca"].iter("item")},
            "atom": {entry.findtext(f"{ATOM}title"): entry.findtext(f"{ATOM}id") for entry in self.atom["tat-ca"].iter(f"{ATOM}entry")},
            "json": {item["title"]: item["id"] for item in self.json["tat-ca"]["items"]},
        }


def items(channel: etree._Element) -> list[etree._Element]:
    return list(channel.iter("item"))


def entries(feed: etree._Element) -> list[etree._Element]:
    return list(feed.iter(f"{ATOM}entry"))


each = pytest.mark.parametrize("name", NAMES)
