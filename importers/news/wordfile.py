"""A .docx as elements: mammoth reads what :mod:`importers.news.wordxml` has made plain."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import mammoth  # type: ignore[import-untyped]
from bs4 import BeautifulSoup

from importers.container import SourceRefused
from importers.news.notes import Notes
from importers.news.source import PICTURE, Source
from importers.news.wordxml import HEADING, PICTURES_LIMIT, plain_word

_STYLES = "\n".join(
    (
        "p[style-name='Title'] => h1.ten-bai:fresh",
        "p[style-name='Subtitle'] => p.sa-po:fresh",
        "p[style-name='caption'] => p.chu-thich:fresh",
        "p[style-name='Caption'] => p.chu-thich:fresh",
        "p[style-name='Quote'] => blockquote > p:fresh",
        "strike => s",
        *(f"p.{HEADING}{rank} => h{rank}:fresh" for rank in range(1, 7)),
    )
)
# What Word writes as the description of a picture when nobody did.
_NO_ALT = re.compile(r"automatically generated|tự động tạo|được tạo tự động|^(?:image|picture|hình ảnh|ảnh)?[ _-]*\d*\.?(?:png|jpe?g)?$|\.(?:png|jpe?g|gif|bmp)$|^[A-Z]:\\", re.IGNORECASE)


def read_word(path: Path, notes: Notes) -> Source:
    """Raises :class:`SourceRefused`."""
    data = plain_word(path, notes)
    pictures: dict[str, bytes] = {}
    missing: list[str] = []

    def keep(image: Any) -> Mapping[str, str]:
        name = f"{PICTURE}{len(pictures)}"
        try:
            with image.open() as file:
                pictures[name] = file.read()
        except Exception:  # noqa: BLE001 - a linked picture, or one that is not in the box: mammoth raises what it likes
            missing.append(name)
            return {"src": ""}
        if len(pictures) > PICTURES_LIMIT:
            raise _TooMany
        return {"src": name}

    try:
        options = {"style_map": _STYLES, "convert_image": mammoth.images.img_element(keep), "external_file_access": False}
        html = mammoth.convert_to_html(data, **options).value
    except _TooMany as error:
        raise SourceRefused("import-pictures", limit=PICTURES_LIMIT) from error
    except Exception as error:  # mammoth raises what its parts raise: KeyError, ExpatError, ValueError …
        raise SourceRefused("import-corrupt", reason="không đọc được văn bản Word") from error
    if missing:
        notes.ask(f"{len(missing)} ảnh trong Word chỉ là liên kết, không có ảnh thật: thêm ảnh vào bài")
    soup = BeautifulSoup(html, "lxml")
    for image in soup.find_all("img"):
        if not image.get("src"):
            image.decompose()
        elif _NO_ALT.search(str(image.get("alt", ""))):
            del image["alt"]
    return Source(soup.body or soup, pictures)


class _TooMany(Exception):
    """More pictures than an item may have."""
