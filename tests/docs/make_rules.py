"""Writes what the docs repeat from the program: ``python -m tests.docs.make_rules``.

``docs/quy-tac.md`` is written whole; in other pages, what stands between ``<!-- sinh: NAME -->`` and ``<!-- hết -->``.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import MISSING, fields
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from plugins.model import words  # noqa: E402
from plugins.model.keys import Key  # noqa: E402
from plugins.model.matter import KINDS  # noqa: E402
from plugins.model.vocab import CATEGORIES  # noqa: E402

_REGION = re.compile(r"(<!-- sinh: ([\w-]+) -->\n).*?(<!-- hết -->)", re.DOTALL)
_GROUP = re.compile(r"^    # — (.+) —$|^    \"([\w-]+)\": Rule", re.MULTILINE)
EXAMPLE = "tin-tuc/2026/2026-05-24-hop-giao-ban.md"

RULES_HEAD = """# Các quy tắc kiểm tra

Trang này liệt kê mọi điều chương trình kiểm tra trước khi đăng. Mỗi thông báo khi chạy `make check` hay `make publish`
đều kết thúc bằng một mã trong ngoặc vuông, ví dụ `[date-form]`; tìm mã đó ở đây.

- **Lỗi** chặn việc đăng: chưa đăng gì cả, trang đang có giữ nguyên cho đến khi sửa xong.
- **Cảnh báo** chỉ nhắc: trang vẫn được đăng.
- **Bài nháp** chưa bị xét lỗi; lỗi của bài chỉ hiện ra khi chuyển sang `status: published`.

Chữ trong ngoặc nhọn như `{value}` sẽ được thay bằng điều có thật trong tệp của anh, chị.

Trang này do chương trình tự viết ra, đừng sửa tay.
"""


def groups() -> dict[str, list[str]]:
    """Codes of the rules under the headings that stand in the source of :mod:`plugins.model.words`."""
    found: dict[str, list[str]] = {}
    heading = ""
    for match in _GROUP.finditer(Path(words.__file__).read_text(encoding="utf-8")):
        heading = match[1] or heading
        if match[2]:
            found.setdefault(heading, []).append(match[2])
    return found


def cell(text: str) -> str:
    """A text as a cell of a Markdown table shows it."""
    return re.sub(r"([|<*\[\]\\#])", r"\\\1", text)


def rules_page() -> str:
    """``docs/quy-tac.md``: every rule with its exact words."""
    parts = [RULES_HEAD]
    for heading, codes in groups().items():
        parts.append(f"## {heading[:1].upper()}{heading[1:]}\n")
        rows = [f"| `{code}` | {'lỗi' if (rule := words.RULES[code]).stops else 'cảnh báo'} | {cell(rule.what)} | {cell(rule.remedy)} |" for code in codes]
        parts.append("\n".join(["| Mã | Mức | Điều sai | Cách sửa |", "|---|---|---|---|", *rows]) + "\n")
    return "\n".join(parts)


def keys_table(kind: str) -> str:
    """The keys of one kind of item: name, aliases, meaning, example."""
    record, keys = KINDS[kind]
    must = {f.name for f in fields(record) if f.default is MISSING}
    return "\n".join(
        ["| Khóa | Cũng viết được là | Ý nghĩa | Ví dụ |", "|---|---|---|---|", *(_key_row(key, entry, key in must) for key, entry in keys.items())]
    )


def _key_row(key: str, entry: Key, must: bool) -> str:
    aliases = ", ".join(f"`{alias}`" for alias in entry.aliases)
    return f"| `{key}`{' (bắt buộc)' if must else ''} | {aliases} | {cell(entry.meaning)} | `{key}: {entry.example}` |"


def categories_table() -> str:
    """Slug, name and what belongs into each category."""
    rows = (f"| `{c.slug}` | {c.name} | {c.description} |" for c in CATEGORIES)
    return "\n".join(["| Viết tắt (slug) | Tên chuyên mục | Dành cho |", "|---|---|---|", *rows])


def check_output(page: str) -> str:
    """What ``check`` prints for the wrong example that stands in the page, the sample's pages beside it."""
    wrong = re.search(r"```markdown\n(---\n.*?)```", page, re.DOTALL)
    if wrong is None:
        raise ValueError("docs/bien-tap.md holds no ```markdown example for check")
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        for part in ("trang", "hinh-anh"):
            shutil.copytree(ROOT / "content" / part, content / part)
        shutil.copy(ROOT / "content" / "site.toml", content)
        (content / EXAMPLE).parent.mkdir(parents=True)
        (content / EXAMPLE).write_text(wrong[1], encoding="utf-8")
        command = [sys.executable, "-m", "commands", "check", "--content", str(content), "--now", "2026-06-01"]
        env = {**os.environ, "CCHC_NO_VENV": "1", "CCHC_CACHE": folder, "PYTHONIOENCODING": "utf-8"}
        made = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, encoding="utf-8", check=False)
    return f"```text\n{made.stdout.strip()}\n```"


def refreshed(text: str) -> str:
    """A page with its regions written anew."""
    makers = {
        "khoa-tin-tuc": lambda: keys_table("tin-tuc"),
        "khoa-trang": lambda: keys_table("trang"),
        "chuyen-muc": categories_table,
        "make-check": lambda: check_output(text),
    }
    return _REGION.sub(lambda m: f"{m[1]}\n{makers[m[2]]()}\n\n{m[3]}", text)


def pages() -> dict[Path, str]:
    """Every page that holds something generated, as it should read."""
    editor = DOCS / "bien-tap.md"
    return {DOCS / "quy-tac.md": rules_page(), editor: refreshed(editor.read_text(encoding="utf-8"))}


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8", newline="\n")
