"""The script as files. ``.txt`` holds what is said and nothing else; ``.docx`` begins with the sheet that is not read."""

import io
import zipfile
from collections.abc import Iterable
from xml.sax.saxutils import escape

from plugins.radio.script import Script
from plugins.radio.table import HEAD, remarks, rows

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/header.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header.xml"/></Relationships>',
    # The number of the page and of all: sheets get mixed up on the announcer's desk.
    "word/header.xml": f'<w:hdr {_W}><w:p><w:pPr><w:pStyle w:val="Normal"/><w:jc w:val="center"/></w:pPr><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t>/</w:t></w:r><w:fldSimple w:instr="NUMPAGES"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:hdr>',
}
_WIDTHS = (5000, 1900, 2171)  # columns of the sheet that is not read, in twentieths of a point: all the room between the margins
# Name and look of each style: font size in half points, what stands around the paragraph in twentieths of a point.
_STYLES = (
    ("Normal", "Thường", 26, "", '<w:spacing w:after="80"/>'),
    ("LoiDoc", "Lời đọc", 32, "", '<w:keepLines/><w:spacing w:after="200" w:line="400" w:lineRule="auto"/><w:jc w:val="both"/>'),
    ("TenBai", "Tên bài", 32, "<w:b/>", '<w:keepNext/><w:spacing w:before="360" w:after="120" w:line="360" w:lineRule="auto"/><w:outlineLvl w:val="1"/>'),
    ("O", "Ô bảng", 24, "", '<w:spacing w:before="40" w:after="40"/>'),
    ("DauBang", "Đầu bảng", 24, "<w:b/>", '<w:spacing w:before="40" w:after="40"/><w:jc w:val="center"/>'),
    ("Tieude", "Tiêu đề", 34, "<w:b/>", '<w:keepNext/><w:spacing w:after="160"/><w:outlineLvl w:val="0"/>'),
)
TITLE = "{programme} – {period}"
NOT_READ = "Tờ theo dõi (không đọc)"


def text(script: Script) -> bytes:
    """One paragraph a line, a blank line between pieces."""
    pieces = ("\n\n".join(piece.paragraphs) for piece in (script.opening, *script.pieces, script.closing))
    return ("\n\n\n".join(pieces) + "\n").encode()


def document(script: Script) -> bytes:
    """A Word file; equal scripts give equal bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, xml in {**_PARTS, "word/styles.xml": _styles(), "word/document.xml": _document(script)}.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{xml}')
    return out.getvalue()


def _styles() -> str:
    fonts = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="Times New Roman"/>'
    made = [
        f'<w:style w:type="paragraph" w:styleId="{name}"{" w:default=" + chr(34) + "1" + chr(34) if name == "Normal" else ""}><w:name w:val="{label}"/>'
        f'{"" if name == "Normal" else "<w:basedOn w:val=" + chr(34) + "Normal" + chr(34) + "/>"}<w:pPr>{around}</w:pPr><w:rPr>{fonts}{bold}<w:sz w:val="{size}"/><w:lang w:val="vi-VN"/></w:rPr></w:style>'
        for name, label, size, bold, around in _STYLES
    ]
    return f"<w:styles {_W}>{''.join(made)}</w:styles>"


def _document(script: Script) -> str:
    title = TITLE.format(programme=script.programme, period=script.period.name)
    parts = [_paragraph(title, "Tieude"), _paragraph(NOT_READ, "TenBai"), _table(rows(script)), _paragraph("")]
    parts += [_paragraph(remark) for remark in remarks(script)]
    parts.append('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
    for number, piece in enumerate((script.opening, *script.pieces, script.closing)):
        head, rest = ((piece.paragraphs[:1], piece.paragraphs[1:]) if 0 < number <= len(script.pieces) else ((), piece.paragraphs))
        parts += [_paragraph(said, "TenBai") for said in head] + [_paragraph(said, "LoiDoc") for said in rest]
    page = '<w:sectPr><w:headerReference xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" w:type="default" r:id="r2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
    return f"<w:document {_W}><w:body>{''.join(parts)}{page}</w:body></w:document>"


def _paragraph(said: str, style: str = "Normal") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">{escape(said)}</w:t></w:r></w:p>'


def _table(lines: Iterable[tuple[str, str, str]]) -> str:
    edge = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    cells = "".join(_row(row, head=number == 0) for number, row in enumerate((HEAD, *lines)))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    return f'<w:tbl><w:tblPr><w:tblW w:w="{sum(_WIDTHS)}" w:type="dxa"/><w:tblBorders>{edge}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{cells}</w:tbl>'


def _row(cells: tuple[str, ...], head: bool) -> str:
    look, style = ("<w:cantSplit/><w:tblHeader/>", "DauBang") if head else ("<w:cantSplit/>", "O")
    told = "".join(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{_paragraph(cell, style)}</w:tc>' for cell, width in zip(cells, _WIDTHS, strict=True))
    return f"<w:tr><w:trPr>{look}</w:trPr>{told}</w:tr>"
