"""``new``: a file of a kind in its folder, a draft with every key explained."""

import sys
import tomllib
from pathlib import Path

import click

from commands.forms import FORMS, Form, path_of, text_of
from commands.session import DONE, REFUSED, WRONG_USE, fail, start
from plugins.gate.places import slugify_path
from plugins.model.profile import PROFILE, Profile, read_profile
from plugins.model.text import is_slug, nearest, nfc, slugify
from plugins.model.vocab import CATEGORIES, category_by_name


def run(content: Path, title: str, category: str, now: str, kind: str = "") -> int:
    """Write one file; never overwrites. On a terminal, what was not said is asked for."""
    circumstances = start(content, now)
    if circumstances is None:
        return WRONG_USE
    name = _kind(kind)
    if name not in FORMS:
        near = nearest(name, FORMS)
        return fail(f"Không có loại '{kind}'.{f' Có phải {near}?' if near else ''} Các loại: {', '.join(FORMS)}.")
    if not title.strip() and on_terminal():
        title = click.prompt("Tiêu đề")
    title, slug = " ".join(nfc(title).split()), slugify(nfc(title), 60)
    if not is_slug(slug):
        return fail(f"Tiêu đề '{title}' không có chữ để đặt tên tệp. Viết TITLE=\"…\" bằng chữ.")
    chosen = category_by_name(category) if category else CATEGORIES[1]
    if chosen is None:
        near = nearest(category, [c.name for c in CATEGORIES])
        return fail(f"Không có chuyên mục '{category}'.{f' Có phải {near}?' if near else ''}")
    profile = _profile(content)
    if profile is None:
        return REFUSED
    form, moment = FORMS[name], circumstances.now
    source = path_of(form, slug, moment)
    known = {"title": _quoted(title)}
    if name == "tin":
        known |= {"date": f"{moment:%d/%m/%Y %H:%M}", "category": chosen.slug}
        known["id"] = f"tag:{profile.site.tag_authority}:{slugify_path(source)}"
    return _written(content / source, text_of(form, known, moment), form)


def on_terminal() -> bool:
    """Whether somebody is there to be asked."""
    return sys.stdin is not None and sys.stdin.isatty()


def _kind(typed: str) -> str:
    """A name of :data:`FORMS`, or what was typed instead."""
    if not typed.strip() and on_terminal():
        click.echo("\n".join(f"  {name:<9} {form.name}" for name, form in FORMS.items()))
        typed = click.prompt("Loại bài", default="tin")
    slug = slugify(nfc(typed)) if typed.strip() else "tin"
    return "tin" if slug == "tin-tuc" else slug


def _profile(content: Path) -> Profile | None:
    try:
        raw = tomllib.loads((content / PROFILE).read_text(encoding="utf-8-sig"))
    except (OSError, ValueError):
        fail(f"Không đọc được {content / PROFILE}. Chạy make check để xem lỗi.")
        return None
    profile, problems = read_profile(raw)
    if profile is None:
        click.echo("\n".join(f"{p.where}: {p.what} → {p.remedy}" for p in problems), err=True)
    return profile


def _written(path: Path, text: str, form: Form) -> int:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        return fail(f"Đã có tệp {path}. Đặt tiêu đề khác, hoặc mở tệp đó để sửa.")
    except OSError as error:
        return fail(f"Không ghi được {path}: {error.strerror}. Kiểm tra chỗ trống và quyền ghi của thư mục.")
    click.echo(f"Đã tạo {path}\nBài đang là nháp: viết xong, đổi 'status: draft' thành 'status: {form.published}'.")
    return DONE


def _quoted(value: str) -> str:
    plain = not any(c in value for c in ":#{}[]&*!|>'\"%@`") and not value.startswith(("-", "?"))
    return value if plain else '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
