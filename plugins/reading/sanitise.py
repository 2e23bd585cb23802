"""Raw HTML passes nh3 with a short list of tags; ids that the theme uses are taken away."""

import re

import nh3

from plugins.model.problems import Problem, problem

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
}
_ACTIVE = re.compile(
    r"<\s*/?\s*(script|iframe|object|embed|form|input|button|textarea|select|style|link|meta|base|svg|math|video|audio|frame|frameset|applet|plaintext|xmp|template|noscript|marquee|html|head|body|main|title)\b|<[^>\n]{0,300}?[\s/\"'](on[a-z]{3,20})\s*=|\b((?:java|vb)script)\s*:",
    re.IGNORECASE,
)


def _attribute(tag: str, name: str, value: str) -> str | None:
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
    return _CLEANER.clean(html)


def removed(body: str, first_line: int) -> list[Problem]:
    """What the sanitiser will take out of a body, told by line; at most five."""
    found = []
    for number, line in enumerate(body.split("\n"), first_line):
        kinds = {(m[1] and f"<{m[1].lower()}>") or m[2] or f"{m[3]}:" for m in _ACTIVE.finditer(line)}
        if kinds:
            found.append(problem("html-removed", "", number, what=", ".join(sorted(kinds))))
        if len(found) == 5:
            break
    return found
