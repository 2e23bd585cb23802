"""Raw HTML passes nh3 with a short list of tags; ids that the theme uses are taken away."""

import re
import unicodedata

import nh3

from plugins.model.problems import Problem, problem
from plugins.reading.rawtext import ORDINARY

THEME_IDS = "trang-"
TAGS = {
    *("p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "strong", "em", "b", "i", "u", "s", "del", "ins", "sub", "sup"),
    *("blockquote", "q", "cite", "ul", "ol", "li", "dl", "dt", "dd", "a", "img", "figure", "figcaption", "abbr"),
    *("table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "span", "div", "code", "pre", "mark", "small", "time"),
}
_CELL = {"colspan", "rowspan"}
ATTRIBUTES = {
    "*": {"id", "lang"},
    "a": {"href", "title"},
    "img": {"src", "alt", "title", "width", "height", "loading"},
    "abbr": {"title"},
    "th": {"scope", *_CELL},
    "td": _CELL,
    "ol": {"start", "type", "reversed"},
    "time": {"datetime"},
    "div": {"role", "tabindex", "aria-label"},
}
CLASSES = {
    "ul": {"liet-ke"},
    "li": {"phan"},
    "span": {"dau"},
    "div": {"bang", "footnote"},
    "a": {"footnote-ref", "footnote-backref"},
    "p": {"canh-giua", "canh-phai"},
    "th": {"canh-giua", "canh-phai"},
    "td": {"canh-giua", "canh-phai"},
}
_ACTIVE = re.compile(
    r"<\s*/?\s*(script|iframe|object|embed|form|input|button|textarea|select|style|link|meta|base|svg|math|video|audio|frame|frameset|applet|plaintext|xmp|template|noscript|marquee|html|head|body|main|title)\b|<[^>\n]{0,300}?[\s/\"'](on[a-z]{3,20})\s*=|\b((?:java|vb)script)\s*:",
    re.IGNORECASE,
)


# A picture that carries a handler is a payload; without the handler it would be a picture that is not there.
_ARMED = re.compile(r"<(?:img|image)\b[^<>]{0,500}?[\s/\"']on[a-z]{3,20}\s*=[^>]*>", re.IGNORECASE)
# What plugins.reading.rawtext refuses or takes away when it is typed, and references such as &#8; bring in.
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff]")
# What is none of the above, and neither needs composing nor a name to be written.
_UNUSUAL = re.compile(rf"[^{ORDINARY}]")
_ID = re.compile(r' id="([^"]*)"')  # the cleaner writes one space before each attribute
_CODE_QUOTE = re.compile(r'>[^<]*="[^<]*')
_MARKS = re.compile(r"([\u0300-\u036f]{3})[\u0300-\u036f]+")
_FLOOD = re.compile(r"[\u0300-\u036f]" * 4)  # the same, found four times as fast


def _attribute(tag: str, name: str, value: str) -> str | None:
    if name in {"href", "src"} and re.match(r"//[^/]", value):
        return f"https:{value}"
    if name == "id" and value.startswith(THEME_IDS):
        return None
    if tag == "div" and name in {"role", "tabindex"} and value not in {"region", "0"}:
        return None
    return value


_CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    allowed_classes=CLASSES,
    url_schemes={"http", "https", "mailto", "tel"},
    clean_content_tags={"script", "style", "textarea", "title", "noscript", "xmp", "plaintext", "template", "iframe", "object", "svg", "math", "select"},
    attribute_filter=_attribute,
    link_rel=None,
    strip_comments=True,
)


def sanitise(html: str) -> str:
    """HTML that may stand in a page: no script, no handler, no form, no foreign frame, balanced."""
    clean = _own_ids(_UNSEEN.sub("", _CLEANER.clean(_ARMED.sub("", html))))
    if unicodedata.is_normalized("NFC", clean) and not _FLOOD.search(clean):
        return clean
    # Text by text: a mark at the start of one would melt into the ">" before it.
    return re.sub(r"[^<>]+", lambda m: unicodedata.normalize("NFC", _MARKS.sub(r"\1", m.group())), clean)


def stays(html: str) -> bool:
    """Whether HTML of :func:`plugins.reading.plainprose.plain_html`, whose tags and addresses are the program's own, would pass as it is."""
    return not _UNUSUAL.search(html) and f' id="{THEME_IDS}' not in html


def _own_ids(html: str) -> str:
    """Each id once, as with Word's bookmark ``_GoBack``; and text that shows code looks like no attribute."""
    seen: set[str] = set()

    def once(tag: re.Match[str]) -> str:
        return _ID.sub(lambda m: "" if m[1] in seen or seen.add(m[1]) else m.group(), tag.group())  # type: ignore[func-returns-value]

    html = _CODE_QUOTE.sub(lambda m: m.group().replace('="', "=&quot;"), html)
    ids = _ID.findall(html)
    return html if len(ids) == len(set(ids)) else re.sub(r"<[a-z][^>]*>", once, html)


def removed(body: str, first_line: int) -> list[Problem]:
    """What the sanitiser will take out of a body, told by line; at most five."""
    found: list[Problem] = []
    if "<" not in body and "script" not in body.lower():
        return found
    for number, line in enumerate(body.split("\n"), first_line):
        kinds = {(m[1] and f"<{m[1].lower()}>") or m[2] or f"{m[3]}:" for m in _ACTIVE.finditer(line)}
        if kinds:
            found.append(problem("html-removed", "", number, what=", ".join(sorted(kinds))))
        if len(found) == 5:
            break
    return found
