"""Clean HTML as a tree; nodes of it as text and as HTML again. What is shown as text has line ends for line breaks from then on."""

from collections.abc import Iterable
from typing import cast

from lxml import etree

Node = etree._Element
_ASCII_SPACES = " \n\t\f\r"
_EMPTY = frozenset(("br", "hr", "img"))


def blocks_of(html: str) -> list[Node]:
    """What stands at the top of clean HTML. White space alone between two tags is one sign."""
    if not html.strip():
        return []
    parser = etree.HTMLParser()
    parser.feed(html)
    body = parser.close().find("body")
    for node in body.iter() if body is not None else ():
        if node.text and not node.text.strip(_ASCII_SPACES) and not _keeps_space(node):
            node.text = "\n" if "\n" in node.text else " "
        if node.tail and not node.tail.strip(_ASCII_SPACES) and not _keeps_space(node.getparent()):
            node.tail = "\n" if "\n" in node.tail else " "
    return list(body) if body is not None else []


def _keeps_space(node: Node | None) -> bool:
    return node is not None and (node.tag == "pre" or next(node.iterancestors("pre"), None) is not None)


def plain(node: Node) -> str:
    """All text of a node as it stands."""
    return "".join(cast("Iterable[str]", node.itertext()))


def text_of(node: Node) -> str:
    """Text with line breaks where the page breaks lines."""
    for br in list(node.iterdescendants("br")):
        _replace(br, "\n" + (br.tail or "").removeprefix("\n"))
    if node.tag == "ul":
        return "\n".join(item_text(item) for item in node.findall("li"))
    return "\n".join(line.strip() for line in plain(node).strip().split("\n"))


def item_text(item: Node) -> str:
    """An item of a list, each item of the lists inside it on a line of its own."""
    for br in item.findall("br"):
        _replace(br, "\n" + (br.tail or ""))
    own = (item.text or "") + "".join(f"{'' if inner.tag == 'ul' else plain(inner)}{inner.tail or ''}" for inner in item)
    return "\n".join(line for line in [own.strip(), *(text_of(inner) for inner in item.findall("ul"))] if line)


def remove(node: Node) -> None:
    """Take a node away; what follows it stays."""
    _replace(node, node.tail or "")


def _replace(node: Node, text: str) -> None:
    """Put a text in the place of a node and its tail."""
    before, parent = node.getprevious(), node.getparent()
    if before is not None:
        before.tail = (before.tail or "") + text
    elif parent is not None:
        parent.text = (parent.text or "") + text
    if parent is not None:
        parent.remove(node)


def html_of(nodes: Iterable[Node]) -> str:
    """Nodes as HTML, each from a line of its own."""
    return "\n".join("".join(_written(node, [])) for node in nodes)


def _written(node: Node, parts: list[str]) -> list[str]:
    marks = "".join([f" {name}={_quoted(_escaped(value))}" for name, value in sorted(cast("Iterable[tuple[str, str]]", node.attrib.items()))])
    if node.tag in _EMPTY:
        parts.append(f"<{node.tag}{marks}/>")
        return parts
    parts.append(f"<{node.tag}{marks}>{_escaped(node.text or '')}")
    for inner in node:
        _written(inner, parts).append(_escaped(inner.tail or ""))
    parts.append(f"</{node.tag}>")
    return parts


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _quoted(value: str) -> str:
    if '"' in value and "'" not in value:
        return f"'{value}'"
    return f'"{value.replace(chr(34), "&quot;")}"'
