"""Detail exports of Word: .docx, pages saved as .doc, and true .doc files through LibreOffice."""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import mammoth  # type: ignore[import-untyped]
from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from importers.container import SourceRefused
from importers.layout import Block, Grid, Paragraph

_OFFICES = ("soffice", "libreoffice")
_PATIENCE = 120  # seconds for one file
_BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "div"}


def word_blocks(path: Path) -> list[Block]:
    """Paragraphs and tables of a .docx in their order. Raises :class:`SourceRefused`."""
    try:
        with path.open("rb") as file:
            html = mammoth.convert_to_html(file, convert_image=mammoth.images.img_element(lambda _: {"src": ""})).value
    except Exception as error:  # mammoth raises what its parts raise: KeyError, ExpatError, ValueError …
        raise SourceRefused("import-corrupt", reason="không đọc được văn bản Word") from error
    return page_blocks(html)


def page_blocks(html: str) -> list[Block]:
    """Paragraphs and tables of a page."""
    soup = BeautifulSoup(html, "lxml")
    for hidden in soup.find_all(["script", "style", "head", "img"]):
        hidden.decompose()
    return list(_blocks(soup.body or soup))


def old_word_blocks(path: Path) -> list[Block]:
    """A .doc converted by LibreOffice where it is installed."""
    with as_docx(path) as made:
        return word_blocks(made)


@contextmanager
def as_docx(path: Path) -> Iterator[Path]:
    """The .docx that LibreOffice makes of a .doc, as long as it is looked at. Raises :class:`SourceRefused`."""
    office = next(filter(None, map(shutil.which, _OFFICES)), None)
    if office is None:
        raise SourceRefused("import-old-word")
    with tempfile.TemporaryDirectory(prefix="cchc-doc-") as folder:
        copy = Path(folder) / "tep.doc"
        shutil.copyfile(path, copy)
        command = [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "docx", "--outdir", folder, str(copy)]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE)
        except (subprocess.SubprocessError, OSError) as error:
            raise SourceRefused("import-old-word-failed") from error
        made = copy.with_suffix(".docx")
        if not made.is_file():
            raise SourceRefused("import-old-word-failed")
        yield made


def _blocks(node: Tag) -> Iterator[Block]:
    for child in node.children:
        if isinstance(child, NavigableString):
            if type(child) is NavigableString and child.strip():
                yield Paragraph(child.strip())
        elif not isinstance(child, Tag):
            continue
        elif child.name == "table":
            yield _grid(child)
        elif child.name in {"ul", "ol"}:
            yield from _items(child)
        elif child.find(["p", "table", "ul", "ol", "div"]) is not None:
            yield from _blocks(child)
        elif text := _text(child):
            yield Paragraph(text, _lead(child, text))


def _items(listing: Tag) -> Iterator[Block]:
    """Items with the mark that Word shows and the text does not hold."""
    for number, item in enumerate(listing.find_all("li", recursive=False), 1):
        inner = [inner.extract() for inner in item.find_all(["ul", "ol"], recursive=False)]
        text = _text(item)
        marked = bool(re.match(r"[-+*•–]|\d+[.)]|[a-zđ]\)", text))
        if text:
            yield Paragraph(text if marked else f"{number}. {text}" if listing.name == "ol" else f"- {text}", _lead(item, text))
        for nested in inner:
            yield from _items(nested)


def _grid(table: Tag) -> Grid:
    own = [row for row in table.find_all("tr") if row.find_parent("table") is table]
    rows = []
    for row in own:
        cells = [_text(cell) for cell in row.find_all(["td", "th"], recursive=False)]
        rows.append(tuple(cells))
    return Grid(tuple(rows))


def _text(node: Tag) -> str:
    """Text with a line for every paragraph, list item and break."""
    parts: list[str] = []
    for child in node.descendants:
        if isinstance(child, Tag):
            if child.name == "br" or (child.name in {*_BLOCKS, "tr"} and parts):
                parts.append("\n")
        elif type(child) is NavigableString:
            parts.append(str(child))
    lines = [" ".join(line.split()) for line in "".join(parts).split("\n")]
    return "\n".join(line for line in lines if line)


def _lead(node: Tag, text: str) -> str:
    """The bold text at the beginning."""
    lead = ""
    for child in node.children:
        if isinstance(child, Tag) and child.name in {"strong", "b"}:
            lead += _text(child)
        elif str(child).strip():
            break
    return lead if lead and text.startswith(lead) else (lead if lead and text.replace("\n", " ").startswith(lead) else "")
