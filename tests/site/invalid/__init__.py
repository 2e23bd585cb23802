"""Communes with everything wrong: a folder of content each, and the complete report that the checker gives.

``python -m tests.site.invalid`` writes the reports anew, to be read before they are kept.
"""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from shutil import copytree

from PIL import Image

from plugins.gate.report import as_text
from tests.hostile.line import judged

HERE = Path(__file__).resolve().parent
NAMES = ("tin-tuc", "thu-tuc", "van-ban", "ho-so")
REPORT = "bao-cao.txt"


def _word(text: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", f"<w:document><w:p><w:t>{text}</w:t></w:p></w:document>")
    return out.getvalue()


def _picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8), "#0b5394").save(out, "PNG")
    return out.getvalue()


_SCAN = b"%PDF-1.4\n1 0 obj\n<</Type/XObject/Subtype/Image>>\nstream\nendstream\nendobj\n%%EOF\n"
# Files that are no text.
FILES: Mapping[str, Mapping[str, bytes]] = {
    "tin-tuc": {
        "hinh-anh/hop.png": _picture(),
        "tai-lieu/danh-sach.docx": _word("Nguyễn Văn A, CCCD 001085012345, ĐT 0987654321"),
        "tai-lieu/quyet-dinh.pdf": b"%PDF-1.4\n<</Type/Font>>\n%%EOF\n",
        "tai-lieu/ban-quet.pdf": _SCAN,
        "tai-lieu/ban-nang.pdf": b"%PDF-1.4\n<</Type/Font>>\n" + b" " * 1_200_000 + b"%%EOF\n",
    },
    "van-ban": {"tai-lieu/quet.pdf": _SCAN},
}


def report_of(name: str, folder: Path) -> str:
    """What the checker says of one of them, laid into an empty folder."""
    content = copytree(HERE / name, folder / name)
    (content / REPORT).unlink(missing_ok=True)
    for path, data in FILES.get(name, {}).items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_bytes(data)
    verdict, problems = judged(content)
    return as_text(verdict, problems) + "\n"
