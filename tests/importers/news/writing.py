"""Word documents written part by part, as Word writes them, for tests of their import."""

import io
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from PIL import Image

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def run(text: str, *, bold: bool = False, italic: bool = False, font: str = "", hidden: bool = False, up: bool = False, style: str = "") -> str:
    marks = [f"<w:rStyle w:val={quoteattr(style)}/>" if style else "", f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else ""]
    marks += ["<w:b/>" if bold else "", "<w:i/>" if italic else "", "<w:vanish/>" if hidden else "", '<w:vertAlign w:val="superscript"/>' if up else ""]
    body = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in text.split("\n"))
    return f"<w:r><w:rPr>{''.join(marks)}</w:rPr>{body}</w:r>"


def p(*runs: str, style: str = "", numbered: tuple[int, int] | None = None, **marks: bool | str) -> str:
    """A paragraph; plain strings become runs. ``numbered`` is (list, depth)."""
    inner = "".join(r if r.startswith("<w:") else run(r, **marks) for r in runs)
    number = f'<w:numPr><w:ilvl w:val="{numbered[1]}"/><w:numId w:val="{numbered[0]}"/></w:numPr>' if numbered else ""
    return f"<w:p><w:pPr>{f'<w:pStyle w:val={quoteattr(style)}/>' if style else ''}{number}</w:pPr>{inner}</w:p>"


def cell(*paragraphs: str, wide: int = 1, down: str = "") -> str:
    """``down``: ``restart`` begins a cell merged downwards, ``continue`` goes on with it."""
    merge = {"restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}.get(down, "")
    inner = "".join(one if one.startswith("<w:") else p(one) for one in paragraphs) or "<w:p/>"
    span = f'<w:gridSpan w:val="{wide}"/>' if wide > 1 else ""
    return f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{inner}</w:tc>"


def table(*rows: tuple[str, ...]) -> str:
    return "<w:tbl>" + "".join("<w:tr>" + "".join(one if one.startswith("<w:tc") else cell(one) for one in row) + "</w:tr>" for row in rows) + "</w:tbl>"


def level(depth: int, form: str, text: str, start: int = 1, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def photo(width: int = 640, height: int = 480, *, gps: bool = False, form: str = "JPEG") -> bytes:
    """A picture; with ``gps`` as a phone stores one: place, camera, turned."""
    image = Image.effect_noise((width, height), 40).convert("RGB")
    out = io.BytesIO()
    exif = Image.Exif()
    if gps:
        exif[0x010F], exif[0x0112] = "Máy ảnh của cán bộ", 6
        exif.get_ifd(0x8825).update({1: "N", 2: (20.0, 51.0, 12.0), 3: "E", 4: (106.0, 41.0, 3.0)})
    image.save(out, form, exif=exif) if gps else image.save(out, form)
    return out.getvalue()


@dataclass
class Word:
    """One .docx. ``lists``: number of a list → its levels."""

    body: list[str] = field(default_factory=list)
    lists: dict[int, list[str]] = field(default_factory=dict)
    styles: str = ""
    footnotes: list[str] = field(default_factory=list)
    parts: dict[str, str | bytes] = field(default_factory=dict)
    relations: list[str] = field(default_factory=list)

    def add(self, *blocks: str) -> "Word":
        self.body += [one if one.startswith("<w:") else p(one) for one in blocks]
        return self

    def picture(self, data: bytes, alt: str = "", ending: str = "jpeg") -> str:
        """A run that shows a picture."""
        name = f"image{len(self.relations) + 1}.{ending}"
        self.parts[f"word/media/{name}"] = data
        key = self._relate("image", f"media/{name}")
        return (
            f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name={quoteattr(name)} descr={quoteattr(alt)}/><a:graphic><a:graphicData uri="x"><pic:pic><pic:blipFill>'
            f'<a:blip r:embed="{key}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
        )

    def link(self, text: str, address: str) -> str:
        key = self._relate("hyperlink", address, outside=True)
        return f'<w:hyperlink r:id="{key}">{run(text)}</w:hyperlink>'

    def note(self, text: str) -> str:
        """The mark of a footnote."""
        self.footnotes.append(text)
        return f'<w:r><w:footnoteReference w:id="{len(self.footnotes)}"/></w:r>'

    def _relate(self, kind: str, target: str, outside: bool = False) -> str:
        key = f"rId{len(self.relations) + 10}"
        mode = ' TargetMode="External"' if outside else ""
        self.relations.append(f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target={quoteattr(target)}{mode}/>')
        return key

    def save(self, path: Path) -> Path:
        for name in ("styles", "numbering", "footnotes"):
            self._relate(name, f"{name}.xml")
        abstract = "".join(f'<w:abstractNum w:abstractNumId="{n}">{"".join(levels)}</w:abstractNum>' for n, levels in self.lists.items())
        numbers = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in self.lists)
        notes = "".join(f'<w:footnote w:id="{i}">{p(text)}</w:footnote>' for i, text in enumerate(self.footnotes, 1))
        parts: dict[str, str | bytes] = {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/><Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="png" ContentType="image/png"/>'
            '<Default Extension="emf" ContentType="image/x-emf"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(self.relations)}</Relationships>',
            "word/document.xml": f"<w:document {NAMES}><w:body>{''.join(self.body)}</w:body></w:document>",
            "word/styles.xml": f"<w:styles {NAMES}>{self.styles}</w:styles>",
            "word/numbering.xml": f"<w:numbering {NAMES}>{abstract}{numbers}</w:numbering>",
            "word/footnotes.xml": f"<w:footnotes {NAMES}>{notes}</w:footnotes>",
            "docProps/core.xml": '<cp:coreProperties xmlns:cp="x" xmlns:dc="y"><dc:creator>Trần Thị Người Soạn</dc:creator></cp:coreProperties>',
            "docProps/app.xml": "<Properties><Company>Công ty Bí Mật</Company></Properties>",
            **self.parts,
        }
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as box:
            for name, data in parts.items():
                box.writestr(name, data)
        return path


def style(key: str, name: str, *, based: str = "", font: str = "", numbered: int | None = None, depth: int = 0) -> str:
    number = f'<w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{numbered}"/></w:numPr></w:pPr>' if numbered is not None else ""
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>' if font else ""
    parent = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>{parent}{number}{fonts}</w:style>'
