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

import xlsxwriter

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from commands.import_ import read_head  # noqa: E402
from importers.labels import FACTS  # noqa: E402
from importers.plan import _OF_A_DECISION as OF_A_DECISION  # noqa: E402
from importers.shelf import Shelved, read_shelf  # noqa: E402
from plugins.model import words  # noqa: E402
from plugins.model.criteria_matter import (  # noqa: E402
    CRITERION_KEYS,
    SHEET_KEYS,
    VALUE_KEYS,
    CriterionMatter,
    SheetMatter,
    ValueMatter,
)
from plugins.model.examples import EXAMPLES  # noqa: E402
from plugins.model.keys import Key  # noqa: E402
from plugins.model.matter import KINDS  # noqa: E402
from plugins.model.plan_keys import DONE_KEYS, PLAN_KEYS, TASK_KEYS  # noqa: E402
from plugins.model.plan_matter import DoneMatter, PlanMatter, TaskMatter  # noqa: E402
from plugins.model.vocab import CATEGORIES  # noqa: E402
from plugins.opendata.words import FILES as DATA_FILES  # noqa: E402

_REGION = re.compile(r"(<!-- sinh: ([\w-]+) -->\n).*?(<!-- hết -->)", re.DOTALL)
_GROUP = re.compile(r"^    # — (.+) —$|^    \"([\w-]+)\": Rule", re.MULTILINE)
EXAMPLE = "tin-tuc/2026/2026-05-24-hop-giao-ban.md"

# Group in the source of the rules → its heading, and what an officer should know before the table; others stand as they are.
HEADINGS = {
    "thủ tục hành chính, quyết định công bố": ("Thủ tục hành chính và quyết định công bố", "Cách viết hai loại tệp này ở [thu-tuc.md](thu-tuc.md)."),
    "hỏi – đáp, phản ánh, kiến nghị": ("Hỏi – đáp, phản ánh, kiến nghị", "Cách viết hai loại tệp này ở [hoi-dap.md](hoi-dap.md)."),
    "chỉ số": ("Chỉ số", "Cách viết các bảng này ở [phat-thanh-chia-se-chi-so.md](phat-thanh-chia-se-chi-so.md#số-liệu-các-chỉ-số)."),
    "dữ liệu cá nhân": ("Dữ liệu cá nhân", "Vì sao phải dừng lại, và làm gì tiếp: [bien-tap.md](bien-tap.md#dữ-liệu-cá-nhân)."),
    "văn bản": ("Văn bản", "Cách viết tệp văn bản ở [van-ban.md](van-ban.md)."),
    "kế hoạch tuyên truyền, tiêu chí chấm điểm": ("Kế hoạch tuyên truyền và tiêu chí chấm điểm", "Cách viết hai loại tệp này ở [ke-hoach-bao-cao.md](ke-hoach-bao-cao.md)."),
    "đối chiếu danh mục": (
        "Đối chiếu với danh-muc.xlsx",
        "Chỉ có khi thư mục nội dung có tệp này, xem [thu-tuc.md](thu-tuc.md#đối-chiếu-với-danh-mục-danh-mucxlsx). Tất cả đều là cảnh báo, vì danh mục có thể cũ hơn trang.",
    ),
    "nhập tệp": (
        "Nhập thủ tục bằng make import",
        "Ở đây **lỗi** nghĩa là tệp, dòng hoặc thủ tục ấy không được nhập như nguồn ghi; các thủ tục khác vẫn được nhập. Trang đang đăng không bị ảnh hưởng.",
    ),
    "nhập tin, bài, văn bản": (
        "Nhập tin, bài, văn bản bằng make import",
        "Ở đây **lỗi** nghĩa là tệp ấy không được nhập; các tệp khác vẫn được nhập. Cách nhập ở [bien-tap.md](bien-tap.md#nhập-từ-word-từ-trang-cũ).",
    ),
}

RULES_HEAD = """# Các quy tắc kiểm tra

Trang này liệt kê mọi điều chương trình kiểm tra trước khi đăng. Mỗi thông báo khi chạy `make check`, `make publish` hay
`make import` đều kết thúc bằng một mã trong ngoặc vuông, ví dụ `[date-form]`; tìm mã đó ở đây.

- **Lỗi** chặn việc đăng: chưa đăng gì cả, trang đang có giữ nguyên cho đến khi sửa xong.
- **Cảnh báo** chỉ nhắc: trang vẫn được đăng.
- **Bài nháp** chưa bị xét lỗi; lỗi của bài chỉ hiện ra khi chuyển sang `status: published`.

Chữ trong ngoặc nhọn như `{value}` sẽ được thay bằng điều có thật trong tệp của anh, chị.

Trang này do chương trình tự viết ra, đừng sửa tay.
"""


def groups() -> dict[str, list[str]]:
    """Codes of the rules under the headings that stand in the sources of :mod:`plugins.model.words`."""
    found: dict[str, list[str]] = {}
    heading = ""
    sources = (file.read_text(encoding="utf-8") for file in sorted(Path(words.__file__).parent.glob("*words*.py")))
    for match in _GROUP.finditer("\n".join(sources)):
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
        title, note = HEADINGS.get(heading, (f"{heading[:1].upper()}{heading[1:]}", ""))
        parts += [f"## {title}\n", *([f"{note}\n"] if note else [])]
        rows = [f"| `{code}` | {'lỗi' if (rule := words.RULES[code]).stops else 'cảnh báo'} | {cell(rule.what)} | {cell(EXAMPLES[code])} | {cell(rule.remedy)} |" for code in codes]
        parts.append("\n".join(["| Mã | Mức | Điều sai | Ví dụ | Cách sửa |", "|---|---|---|---|---|", *rows]) + "\n")
    return "\n".join(parts)


def keys_table(kind: str) -> str:
    """The keys of one kind of item: name, aliases, meaning, example."""
    record, keys = KINDS[kind]
    must = {f.name for f in fields(record) if f.default is MISSING}
    return "\n".join(
        ["| Khóa | Cũng viết được là | Ý nghĩa | Ví dụ |", "|---|---|---|---|", *(_key_row(key, entry, key in must) for key, entry in keys.items())]
    )


def toml_table(*pairs: tuple[type, dict[str, Key]]) -> str:
    """The keys of tables of a TOML file, one after the other."""
    rows = []
    for record, keys in pairs:
        must = {f.name for f in fields(record) if f.default is MISSING}
        rows += [_toml_row(key, entry, key in must) for key, entry in keys.items()]
    return "\n".join(["| Khóa | Cũng viết được là | Ý nghĩa | Ví dụ |", "|---|---|---|---|", *rows])


def _toml_row(key: str, entry: Key, must: bool) -> str:
    aliases = ", ".join(f"`{alias}`" for alias in entry.aliases)
    example = entry.example if entry.example.startswith("[[") else f"{key} = {entry.example}"
    return f"| `{key}`{' (bắt buộc)' if must else ''} | {aliases} | {cell(entry.meaning)} | `{example}` |"


def _key_row(key: str, entry: Key, must: bool) -> str:
    aliases = ", ".join(f"`{alias}`" for alias in entry.aliases)
    return f"| `{key}`{' (bắt buộc)' if must else ''} | {aliases} | {cell(entry.meaning)} | `{key}: {entry.example}` |"


def procedure_keys_table() -> str:
    """The keys of a procedure, and what an import does with each."""
    head, line, *rows = keys_table("thu-tuc").split("\n")
    return "\n".join([f"{head} Khi nhập lại |", f"{line}---|", *(f"{row} {_import_word(row)} |" for row in rows)])


def _import_word(row: str) -> str:
    key = row.split("`")[1]
    if key in FACTS:
        return "theo nguồn"
    return "giữ; có quyết định mới thì nằm ở bản trước" if key in OF_A_DECISION else "giữ nguyên"


def data_table() -> str:
    """The files of the open data."""
    rows = (f"| `{name}` | {said.kind} | {cell(said.what)} |" for name, said in DATA_FILES.items())
    return "\n".join(["| Tệp | Loại | Chứa gì |", "|---|---|---|", *rows])


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


def import_output() -> str:
    """What ``import`` prints for a list that knows one procedure more, one less, and one name otherwise than the sample."""
    with tempfile.TemporaryDirectory() as folder:
        content, source = Path(folder) / "content", Path(folder) / "danh-sach-ho-tich.xlsx"
        shutil.copytree(ROOT / "content" / "thu-tuc" / "ho-tich", content / "thu-tuc" / "ho-tich")
        _save_list(source, [file for file in read_shelf(content, read_head) if not file.is_version])
        command = [sys.executable, "-m", "commands", "import", "--content", str(content), "--src", str(source), "--now", "2026-06-01"]
        env = {**os.environ, "CCHC_NO_VENV": "1", "PYTHONIOENCODING": "utf-8"}
        made = subprocess.run(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False)
    said = "\n".join(line.rstrip() for line in made.stdout.strip().split("\n"))
    return f"```text\n{said}\n```"


def _save_list(path: Path, files: list[Shelved]) -> None:
    facts = [file.facts for file in files if file.facts and file.base != "1.000656"]
    renamed = {"1.000894": "Thủ tục đăng ký kết hôn"}
    keys = ("code", "title", "decision_issuer", "executing_authority", "sector")
    rows = [[{**one, "title": renamed.get(one["code"], one["title"])}.get(key, "") for key in keys] for one in facts]
    rows.append(["1.004884", "Thủ tục đăng ký lại khai sinh", "Bộ Tư pháp", "Ủy ban nhân dân cấp xã", "Hộ tịch"])
    rows.append([1.00477, "Đăng ký khai sinh cho người đã có hồ sơ, giấy tờ cá nhân", "Bộ Tư pháp", "Ủy ban nhân dân cấp xã", "Hộ tịch"])
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Danh sách")
        for number, row in enumerate([["Mã số", "Tên", "Cơ quan ban hành", "Cơ quan thực hiện", "Lĩnh vực"], *rows]):
            sheet.write_row(number, 0, row)


def refreshed(text: str) -> str:
    """A page with its regions written anew."""
    makers = {
        "khoa-tin-tuc": lambda: keys_table("tin-tuc"),
        "khoa-trang": lambda: keys_table("trang"),
        "khoa-thu-tuc": procedure_keys_table,
        "khoa-quyet-dinh": lambda: keys_table("quyet-dinh"),
        "khoa-phan-anh": lambda: keys_table("phan-anh"),
        "khoa-van-ban": lambda: keys_table("van-ban"),
        "khoa-ke-hoach": lambda: toml_table((PlanMatter, PLAN_KEYS)),
        "khoa-nhiem-vu": lambda: toml_table((TaskMatter, TASK_KEYS)),
        "khoa-viec-da-lam": lambda: toml_table((DoneMatter, DONE_KEYS)),
        "khoa-tieu-chi": lambda: toml_table((SheetMatter, SHEET_KEYS), (CriterionMatter, CRITERION_KEYS), (ValueMatter, VALUE_KEYS)),
        "du-lieu": data_table,
        "chuyen-muc": categories_table,
        "make-import": import_output,
        "make-check": lambda: check_output(text),
    }
    return _REGION.sub(lambda m: f"{m[1]}\n{makers[m[2]]()}\n\n{m[3]}", text)


def pages() -> dict[Path, str]:
    """Every page that holds something generated, as it should read."""
    told = tuple(DOCS / f"{name}.md" for name in ("bien-tap", "hoi-dap", "ke-hoach-bao-cao", "thu-tuc", "van-ban"))
    return {DOCS / "quy-tac.md": rules_page(), **{page: refreshed(page.read_text(encoding="utf-8")) for page in told}}


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8", newline="\n")
