"""The corpus written down for each contestant: the same words and numbers, another front matter and another place."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench import words
from bench.corpus import PICTURES, Corpus, News, Procedure, code, picture
from bench.writer import slugify

HOTLINE, NEW_HOTLINE = "0200 3850 222", "0200 3850 333"
CATEGORY_NAMES = {slug: name for slug, name, _ in words.CATEGORIES}
PAGES = {"gioi-thieu": "Giới thiệu", "lien-he": "Liên hệ"}
PAGE_BODY = "Chuyên trang cải cách hành chính của phường. Trang này dùng để đo tốc độ dựng trang.\n"
SITE_TOML = f"""[unit]
name = "Phường Bến Sỏi"
level = "phường"
parent = "Tỉnh Sơn Giang"
code = "99021"
address = "Số 2 đường Bến Sỏi, phường Bến Sỏi, tỉnh Sơn Giang"
phone = "0200 3850 221"
hotline = "{HOTLINE}"
email = "cchc@bensoi.songiang.example"
working_hours = "Thứ Hai đến thứ Sáu: 7 giờ 30 – 17 giờ 00"

[site]
domain = "https://bensoi.songiang.example"
title = "Cải cách hành chính phường Bến Sỏi"
description = "Chuyên trang cải cách hành chính và thủ tục hành chính của phường Bến Sỏi."
tag_authority = "bensoi.songiang.example,2016"

[editorial]
managing_agency = "Ủy ban nhân dân phường Bến Sỏi"
head = "Ông Lữ Gia Bách"
head_title = "Phó Chủ tịch Ủy ban nhân dân phường"
reuse_notice = "Ghi rõ nguồn khi phát hành lại thông tin từ chuyên trang này."
"""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where one contestant wants an item, and how it wants it written. Paths are relative to its site."""

    news_path: Callable[[News], str]
    news_text: Callable[[News, int], str]  # with the number of procedures
    procedure_path: Callable[[Procedure], str]
    procedure_text: Callable[[Procedure], str]
    page_text: Callable[[str], str]
    content: str
    pictures: str
    more: Callable[[], Iterator[tuple[str, str]]]


def write(corpus: Corpus, layouts: dict[Path, Layout]) -> None:
    """Write the corpus once for each site; every item is drawn only once."""
    for item in corpus.items():
        for site, layout in layouts.items():
            put(site / layout.news_path(item), layout.news_text(item, corpus.procedures))
    for procedure in corpus.announced():
        for site, layout in layouts.items():
            put(site / layout.procedure_path(procedure), layout.procedure_text(procedure))
    pictures = {f"anh-{number:02d}.png": picture(number) for number in range(1, PICTURES + 1)}
    for site, layout in layouts.items():
        for name, text in (*((f"{layout.content}/trang/{slug}.md", layout.page_text(title)) for slug, title in PAGES.items()), *layout.more()):
            put(site / name, text)
        for name, data in pictures.items():
            put(site / layout.pictures / name, data)


def put(path: Path, data: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)


def linked(body: str, picture_link: str, procedure_link: Callable[[int], str], procedures: int) -> str:
    """The body with its two kinds of marks replaced."""
    for number in range(1, PICTURES + 1):
        body = body.replace(f"@ANH:{number:02d}@", picture_link.format(f"anh-{number:02d}.png"))
    before, *marked = body.split("@THUTUC:")
    parts = [part.partition("@") for part in marked]
    return before + "".join(procedure_link((int(number) - 1) % procedures + 1) + rest for number, _, rest in parts)


def _yaml(values: dict[str, str | list[str]], body: str) -> str:
    # A JSON string or list is a YAML one.
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    return "\n".join(["---", *lines, "---", body])


def _sector_folder(procedure: Procedure) -> str:
    return slugify(procedure.facts["sector"])


# — this program —


def _own_news(item: News, procedures: int) -> str:
    values: dict[str, str | list[str]] = {"title": item.title, "date": f"{item.moment:%d/%m/%Y %H:%M}", "category": item.category}
    values |= {"tags": ", ".join(item.tags), "summary": item.summary, "author": item.author}
    return _yaml(values, linked(item.body, "hinh-anh/{}", lambda number: f"/thu-tuc/{code(number)}.html", procedures))


def _own_extra() -> Iterator[tuple[str, str]]:
    yield "content/site.toml", SITE_TOML
    yield "content/chuyen-huong.txt", "# địa chỉ cũ -> địa chỉ mới\n"


OWN = Layout(
    lambda item: f"content/tin-tuc/{item.moment:%Y}/{item.moment:%Y-%m-%d}-{item.slug}.md",
    _own_news,
    lambda one: f"content/thu-tuc/{_sector_folder(one)}/{one.code}.md",
    lambda one: _yaml({"code": one.code, "title": one.title, **one.facts}, one.body),
    lambda title: _yaml({"title": title}, PAGE_BODY),
    "content",
    "content/hinh-anh",
    _own_extra,
)


# — stock Pelican —


def _meta(values: dict[str, str], body: str) -> str:
    return "".join(f"{key}: {value}\n" for key, value in values.items()) + "\n" + body


def _pelican_news(item: News, procedures: int) -> str:
    values = {"Title": item.title, "Date": f"{item.moment:%Y-%m-%d %H:%M}", "Slug": item.slug, "Category": CATEGORY_NAMES[item.category]}
    values |= {"Tags": ", ".join(item.tags), "Summary": item.summary, "Author": item.author}
    return _meta(values, linked(item.body, "{{static}}/hinh-anh/{}", lambda number: f"/thu-tuc/{code(number)}.html", procedures))


PELICAN = Layout(
    lambda item: f"content/tin-tuc/{item.moment:%Y}/{item.slug}.md",
    _pelican_news,
    lambda one: f"content/thu-tuc/{_sector_folder(one)}/{one.code}.md",
    lambda one: _meta({"Title": one.title, "Slug": one.code, "Template": "procedure", "code": one.code, **one.facts}, one.body),
    lambda title: _meta({"Title": title, "Slug": slugify(title), "save_as": f"trang/{slugify(title)}.html"}, PAGE_BODY),
    "content",
    "content/hinh-anh",
    lambda: iter(()),
)


# — Hugo —


def _hugo_news(item: News, procedures: int) -> str:
    values: dict[str, str | list[str]] = {"title": item.title, "date": f"{item.moment:%Y-%m-%dT%H:%M:00+07:00}", "slug": item.slug}
    values |= {"tags": list(item.tags), "summary": item.summary, "author": item.author, "category": CATEGORY_NAMES[item.category]}
    values |= {"nam": [f"{item.moment:%Y}"], "thang": [f"{item.moment:%Y-%m}"], "ngay": [f"{item.moment:%Y-%m-%d}"]}
    return _yaml(values, linked(item.body, "/hinh-anh/{}", lambda number: f"/thu-tuc/{code(number)}.html", procedures))


def _hugo_extra() -> Iterator[tuple[str, str]]:
    yield "content/tin-tuc/_index.md", "---\ntitle: Tin tức\nbuild:\n  render: never\n---\n"
    yield "content/thu-tuc/_index.md", "---\ntitle: Thủ tục hành chính\noutputs: [html]\n---\n"
    yield "content/trang/_index.md", "---\ntitle: Trang\nbuild:\n  render: never\n---\n"
    for slug, name in CATEGORY_NAMES.items():
        yield f"content/tin-tuc/{slug}/_index.md", _yaml({"title": name}, "")


HUGO = Layout(
    lambda item: f"content/tin-tuc/{item.category}/{item.slug}.md",
    _hugo_news,
    lambda one: f"content/thu-tuc/{one.code}.md",
    lambda one: _yaml({"title": one.title, "slug": one.code, "code": one.code, **one.facts}, one.body),
    lambda title: _yaml({"title": title}, PAGE_BODY),
    "content",
    "static/hinh-anh",
    _hugo_extra,
)
