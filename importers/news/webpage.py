"""A saved page of an old portal, or of Word, as elements: scripts gone, what it says of itself kept."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Comment, Tag
from bs4.element import CData, Declaration, Doctype, NavigableString, ProcessingInstruction

from importers.container import SourceRefused, megabytes
from importers.news.decoding import decoded
from importers.news.notes import Notes, some
from importers.news.oldfonts import OldFont, font_of, to_unicode
from importers.news.savedfile import absolute, opened
from importers.news.source import PICTURE, Source
from importers.values import bare

PAGE_LIMIT = 10_000_000
TEXT_LIMIT = 3_000_000  # letters, the frame of the page counted in
SINGLE_FILES = frozenset({".mht", ".mhtml"})
DEPTH_LIMIT = 200  # what follows takes time by the square of it
_NEVER = ("script", "style", "noscript", "template", "iframe", "object", "embed", "applet", "svg", "math", "audio", "video", "canvas", "frameset", "title", "select", "textarea", "button", "input")
_FRAME = ("nav", "header", "footer", "aside")
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_FAMILY = re.compile(r"font-family\s*:\s*([^;}]+)", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden", re.IGNORECASE)
_STYLED = {
    "strong": re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE),
    "em": re.compile(r"font-style\s*:\s*italic", re.IGNORECASE),
    "s": re.compile(r"text-decoration[^;]*line-through", re.IGNORECASE),
}
_WAITING = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-url", "data-srcset", "srcset")
_EMBEDDED = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|mp[34]|webm|m4a|wav)\b|youtube|youtu\.be|vimeo", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"blank|lazy|loading|placeholder|spacer|grey\.|transparent|1x1", re.IGNORECASE)
# Where the portals of offices keep the text of an article: classes and ids.
_PLACES = frozenset(
    ["journal-content-article", "news-detail", "newsdetail", "detail-content", "content-detail", "article-content", "article-body", "post-content", "entry-content", "bai-viet", "noi-dung", "noidung", "chitiet", "chi-tiet", "divcontent"]
)
# What a page says of itself, by the attribute that says it, in the order of trust.
_TELLS = {
    "og:title": "titles", "headline": "titles", "title": "titles", "article:published_time": "dates", "datepublished": "dates",
    "og:description": "leads", "description": "leads", "author": "authors", "tac-gia": "authors", "tacgia": "authors",
}  # fmt: skip


def read_page(path: Path, notes: Notes) -> Source:
    """Raises :class:`SourceRefused`."""
    if path.suffix.lower() not in SINGLE_FILES:
        return _page(path.read_bytes(), path.parent, "", {}, notes)
    data, pictures, address = opened(path)
    return _page(data, None, address, pictures, notes)


def _page(data: bytes, folder: Path | None, address: str, inside: dict[str, bytes], notes: Notes) -> Source:
    """A page; ``address`` is where it was saved from, ``inside`` the pictures that came in its file."""
    if len(data) > PAGE_LIMIT:
        raise SourceRefused("import-large", size=megabytes(len(data)), limit=megabytes(PAGE_LIMIT))
    text = decoded(data, notes)
    saved = _SAVED_FROM.search(text[:2000])
    soup = BeautifulSoup(re.sub(r"<!\[(?:if|endif)[^>]{0,100}>|</?o:p>|<\?xml[^>]*>", "", text, flags=re.IGNORECASE), "lxml")
    if _depth(soup) > DEPTH_LIMIT:
        raise SourceRefused("import-corrupt", reason=f"thẻ HTML lồng nhau quá {DEPTH_LIMIT} cấp")
    if len(soup.get_text()) > TEXT_LIMIT:
        raise SourceRefused("import-long", size=megabytes(len(soup.get_text())))
    fonts = _fonts_of_classes(soup)
    facts = {name: tuple(dict.fromkeys(found)) for name, found in _facts(soup).items()}
    base = next((url for url in (saved[1] if saved else "", address, *_links(soup)) if urlsplit(url).scheme in {"http", "https"}), "")
    whole = any(str(meta.get("name", "")).lower() in {"generator", "progid"} and "Word" in str(meta.get("content", "")) for meta in soup.find_all("meta"))
    _tell_embedded(soup, notes)
    _leave_out(soup)
    _wake(soup)
    _join_lines(soup)
    turn_named_fonts(soup, fonts, notes)
    _mark_up(soup)
    if whole:  # what Word says of title and author are properties of the document
        facts = {}
    return Source(soup.body or soup, _pictures(soup, inside, address), folder, base, whole=whole, **facts)


def _pictures(soup: BeautifulSoup, inside: dict[str, bytes], address: str) -> dict[str, bytes]:
    """Pictures of a page in one file, under names of their own; the page is told them."""
    found: dict[str, bytes] = {}
    for image in soup.find_all("img") if inside else ():
        data = inside.get(absolute(str(image.get("src", "")), address))
        if data is not None:
            name = f"{PICTURE}{len(found)}"
            found[name], image["src"] = data, name
    return found


def _depth(soup: BeautifulSoup) -> int:
    """The deepest nesting of elements."""
    deepest, stack = 0, [iter(soup.children)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif isinstance(child, Tag):
            stack.append(iter(child.children))
            deepest = max(deepest, len(stack))
    return deepest


def _join_lines(soup: BeautifulSoup) -> None:
    """Where a program cut the lines of its file, a page shows a blank."""
    for string in soup.find_all(string=re.compile(r"[\r\n]")):
        if type(string) is NavigableString and string.find_parent("pre") is None:
            string.replace_with(NavigableString(re.sub(r"[ \t]*[\r\n]\s*", " ", string)))


def _wake(soup: BeautifulSoup) -> None:
    """Pictures that a script would load when they come into sight: their address is in another attribute until then."""
    for image in soup.find_all("img"):
        shown = str(image.get("src", ""))
        waiting = next((str(image[name]) for name in _WAITING if str(image.get(name, "")).strip()), "")
        if waiting and (not shown or shown.startswith("data:") or _PLACEHOLDER.search(shown)):
            image["src"] = waiting.split(",")[0].split()[0]


def main_part(body: Tag, titles: tuple[str, ...] = ()) -> Tag:
    """The part of a page that a portal is known to keep an article in, with the title above it; else the whole page.

    A part is taken when it holds most of the page's sentences, and grown until the title of the page stands in it too: the
    one that the page says of itself, else its first heading.
    """
    places = [tag for tag in body.find_all(True) if tag.name == "article" or tag.get("itemprop") == "articleBody" or _PLACES & _names(tag)]
    if not places:
        return body
    most = max(_sentences(place) for place in places)
    place: Tag = min((p for p in places if _sentences(p) >= 0.6 * most), key=lambda p: len(p.get_text()))
    if _sentences(place) < 0.4 * _sentences(body) or most < 200:
        return body
    wanted = next((told for told in map(bare, titles) if len(told) > 8 and told in bare(body.get_text(" "))), "")
    while not _has_title(place, wanted) and isinstance(place.parent, Tag) and place is not body:
        place = place.parent
    return place


def _has_title(place: Tag, wanted: str) -> bool:
    return wanted in bare(place.get_text(" ")) if wanted else place.find(["h1", "h2"]) is not None


def _sentences(tag: Tag) -> int:
    """Letters of the long lines of a part that are no links."""
    return sum(len(text) for string in tag.find_all(string=True) if len(text := string.strip()) > 60 and string.find_parent("a") is None)


def _names(tag: Tag) -> set[str]:
    return {str(name).lower() for name in (*tag.get_attribute_list("class"), tag.get("id")) if name}


def _links(soup: BeautifulSoup) -> Iterator[str]:
    for tag in soup.find_all(["base", "link", "meta"]):
        if tag.name == "base" or "canonical" in tag.get_attribute_list("rel") or tag.get("property") == "og:url":
            yield str(tag.get("href") or tag.get("content") or "")


def _facts(soup: BeautifulSoup) -> dict[str, list[str]]:
    """What the head of a page, and its marked parts, say of title, date, lead and author."""
    found: dict[str, list[tuple[int, str]]] = {"titles": [], "dates": [], "leads": [], "authors": []}
    ranks = list(_TELLS)
    for tag in soup.find_all(True):
        said = {str(tag.get(name, "")).lower() for name in ("property", "name", "itemprop")} if tag.name != "input" else set()
        said |= {"title"} if tag.name == "title" else {"datepublished"} if tag.name == "time" and tag.get("datetime") else set()
        said |= _names(tag) & {"author", "tac-gia", "tacgia"}
        for word in said & _TELLS.keys():
            if told := _told(tag):
                found[_TELLS[word]].append((ranks.index(word), told))
    return {name: [told for _, told in sorted(pairs, key=lambda pair: pair[0])] for name, pairs in found.items()}


def _told(found: Tag) -> str:
    return " ".join(str(found.get("content") or found.get("datetime") or found.get_text(" ")).split())


def _tell_embedded(soup: BeautifulSoup, notes: Notes) -> None:
    """A document or a film that a page shows in a window of its own: the window goes, what was in it is told."""
    shown = [str(tag.get("src") or tag.get("data") or next((str(one.get("src", "")) for one in tag.find_all("source")), "")) for tag in soup.find_all(["iframe", "object", "embed", "video", "audio"])]
    files = [address for address in shown if _EMBEDDED.search(address)]
    if files:
        notes.ask(f"Trang cũ nhúng {len(files)} tệp hoặc video, không chép được: {some(files)}. Tải tệp về đặt vào tai-lieu/ rồi thêm liên kết vào bài")


def _leave_out(soup: BeautifulSoup) -> None:
    for text in soup.find_all(string=lambda s: isinstance(s, Comment | Declaration | Doctype | CData | ProcessingInstruction)):
        text.extract()
    for tag in soup.find_all(_NEVER):
        tag.decompose()
    for tag in soup.find_all(_FRAME):
        if not tag.decomposed and not tag.find_parent("article") and not (tag.name == "header" and tag.find("h1")):
            tag.decompose()
    for tag in soup.find_all(style=_HIDDEN):
        if not tag.decomposed:
            tag.decompose()
    for tag in soup.find_all(hidden=True):
        if not tag.decomposed:
            tag.decompose()


def _mark_up(soup: BeautifulSoup) -> None:
    """Bold, slanted and struck text that is so by its style alone."""
    for tag in soup.find_all(["span", "font"], style=True):
        name = next((name for name, style in _STYLED.items() if style.search(str(tag["style"]))), "")
        tag.name = name or tag.name


def _fonts_of_classes(soup: BeautifulSoup) -> dict[str, OldFont]:
    """Class → old font, from the style sheets that Word writes into its pages."""
    found = {}
    for sheet in soup.find_all("style"):
        for selectors, rules in _RULE.findall(re.sub(r"<!--|-->|/\*.*?\*/", "", sheet.get_text(), flags=re.DOTALL)):
            family = _FAMILY.search(rules)
            font = font_of(family[1].split(",")[0]) if family else None
            if font:
                found.update(dict.fromkeys(re.findall(r"\.([\w-]+)", selectors), font))
    return found


def turn_named_fonts(soup: Tag, classes: dict[str, OldFont], notes: Notes) -> None:
    """Text below an element that names an old font, in today's letters; the innermost name counts."""
    for string in list(soup.find_all(string=True)):
        if type(string) is not NavigableString or string.isascii():
            continue
        font = next((font for parent in string.parents if (font := _named(parent, classes))), "")
        if isinstance(font, OldFont) and not re.search("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]", string):
            string.replace_with(to_unicode(str(string), font))
            notes.change(f"Chữ phông {font.value} đã chuyển sang Unicode")


def _named(tag: Tag, classes: dict[str, OldFont]) -> OldFont | str:
    """The old font that an element names, "today" when it names another, empty when it names none."""
    family = _FAMILY.search(str(tag.get("style", "")))
    name = family[1].split(",")[0] if family else str(tag.get("face", "")).split(",")[0]
    if name:
        return font_of(name) or "today"
    return next((classes[c] for c in tag.get_attribute_list("class") if c in classes), "")
