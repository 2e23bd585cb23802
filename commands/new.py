"""``new``: a dated file with a slug, an id, and every key explained."""

from pathlib import Path

import click

from commands.session import DONE, REFUSED, WRONG_USE, fail, start
from plugins.gate.bind import slugify_path
from plugins.gate.examine import PROFILE
from plugins.model.keys import NEWS_KEYS
from plugins.model.profile import read_profile
from plugins.model.text import is_slug, nearest, nfc, slugify
from plugins.model.vocab import CATEGORIES, category_by_name
from plugins.reading.limits import PLACEHOLDER

BODY = f"""
{PLACEHOLDER}

- Ý thứ nhất;
- Ý thứ hai.

Câu kết thúc bài./.
"""


def run(content: Path, title: str, category: str, now: str) -> int:
    """Write ``tin-tuc/<năm>/<ngày>-<slug>.md`` as a draft; never overwrites."""
    import tomllib

    circumstances = start(content, now)
    if circumstances is None:
        return WRONG_USE
    title, slug = " ".join(nfc(title).split()), slugify(nfc(title), 60)
    if not is_slug(slug):
        return fail(f"Tiêu đề '{title}' không có chữ để đặt tên tệp. Viết TITLE=\"…\" bằng chữ.")
    chosen = category_by_name(category) if category else CATEGORIES[1]
    if chosen is None:
        near = nearest(category, [c.name for c in CATEGORIES])
        return fail(f"Không có chuyên mục '{category}'.{f' Có phải {near}?' if near else ''}")
    try:
        raw = tomllib.loads((content / PROFILE).read_text(encoding="utf-8-sig"))
    except (OSError, ValueError):
        return fail(f"Không đọc được {content / PROFILE}. Chạy make check để xem lỗi.")
    profile, problems = read_profile(raw)
    if profile is None:
        click.echo("\n".join(f"{p.where}: {p.what} → {p.remedy}" for p in problems), err=True)
        return REFUSED
    moment = circumstances.now
    path = content / "tin-tuc" / f"{moment.year}" / f"{moment:%Y-%m-%d}-{slug}.md"
    source = path.relative_to(content).as_posix()
    values = {"title": _quoted(title), "date": f"{moment:%d/%m/%Y %H:%M}", "category": chosen.slug, "status": "draft"}
    values["id"] = f"tag:{profile.site.tag_authority}:{slugify_path(source)}"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(_text(values))
    except FileExistsError:
        return fail(f"Đã có tệp {path}. Đặt tiêu đề khác, hoặc mở tệp đó để sửa.")
    click.echo(f"Đã tạo {path}\nBài đang là nháp: viết xong, đổi 'status: draft' thành 'status: published'.")
    return DONE


def _quoted(value: str) -> str:
    plain = not any(c in value for c in ":#{}[]&*!|>'\"%@`") and not value.startswith(("-", "?"))
    return value if plain else '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _text(values: dict[str, str]) -> str:
    lines = ["---"]
    for key, entry in NEWS_KEYS.items():
        lines.append(f"# {entry.label}: {entry.meaning}")
        lines.append(f"{key}: {values[key]}" if key in values else f"# {key}: {entry.example}")
        if key == "category":
            lines += [f"#   {c.slug} = {c.name}" for c in CATEGORIES]
    return "\n".join([*lines, "---"]) + "\n" + BODY
