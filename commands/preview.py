"""``preview``: one item, published or not, as one file to send to who approves it."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from commands.session import DONE, REFUSED, WRONG_USE, fail, settings_for, start
from plugins.gate.examine import Verdict
from plugins.generator import glance
from plugins.model.dates import long_date, short_date
from plugins.model.problems import ContentChanged, ContentRefused, Problem
from plugins.model.profile import Profile
from plugins.model.text import nearest, nfc
from plugins.model.vocab import Standing
from plugins.press.onefile import Notice, one_file
from plugins.reading.item import Reading
from plugins.reading.walk import walk

# More than that is slow to open from Zalo on a telephone.
HEAVY = 5_000_000


def run(content: Path, public: Path, out: Path, typed: str, now: str) -> int:
    """Write ``<name>.html``; never into what is published, nor among the content."""
    circumstances = start(content, now)
    if circumstances is None:
        return WRONG_USE
    items = walk(content).items
    path = found(items, typed, content)
    if not path:
        near = nearest(typed, items)
        return fail(f"Không có bài nào là '{typed}'. {f'Có phải ITEM={near}?' if near else 'Ghi ITEM=đường dẫn tệp của bài.'}")
    file = out if out.suffix.lower() == ".html" else out / f"{path.rpartition('/')[2].rpartition('.')[0]}.html"
    if any(file.resolve().is_relative_to(folder.resolve()) for folder in (public, content)):
        return fail(f"Bản xem trước không được nằm trong '{public}' hay '{content}': bài chưa duyệt sẽ bị đăng. Chọn nơi khác bằng OUT=…")
    settings = settings_for(content, circumstances)
    try:
        verdict, page = glance(settings, circumstances, path)
        site = verdict.site
        if site is None:
            return REFUSED
        made = one_file(site, page, Path(settings["THEME"]), content, _notice(verdict, site.profile, circumstances.now))
        _write(file, made.data)
    except ContentRefused as refused:
        _tell(refused.problems)
        click.echo("Chưa làm được bản xem trước: sửa các lỗi trên rồi chạy lại.", err=True)
        return REFUSED
    except (OSError, ContentChanged) as error:
        return fail(f"Không làm được bản xem trước ({error}). Kiểm tra chỗ trống và quyền ghi của '{file.parent}'.")
    _tell(verdict.problems)
    _told(file, len(made.data), made.attached)
    _tell_code(verdict.previewed)
    return DONE


def found(items: tuple[str, ...], typed: str, content: Path) -> str:
    """The item of a path, with or without the content folder before it, or of a file name that stands once; "" for none."""
    wanted = nfc(typed).replace("\\", "/").strip().removeprefix("./")
    names = {wanted, wanted.removeprefix(f"{content.as_posix().rstrip('/')}/"), wanted.removeprefix("content/")}
    whole = [path for path in items if nfc(path) in names]
    short = [path for path in items if wanted in {nfc(path.rpartition("/")[2]), nfc(path.rpartition("/")[2].rpartition(".")[0])}]
    return next(iter(whole), short[0] if len(short) == 1 else "")


def _notice(verdict: Verdict, profile: Profile, now: datetime) -> Notice:
    """Who is to look at it, and what it is: the head of the editorial board answers for what is published."""
    matter: Any = verdict.previewed.matter if verdict.previewed else None
    public = matter.standing(now) is Standing.PUBLIC
    facts = [("Lập lúc", f"{now:%H:%M}, {long_date(now)}"), ("Tình trạng", _standing(matter, now))]
    code, old = verdict.previewed.wording if verdict.previewed else "", matter.approved_text
    facts.append(("Mã bản này", code))
    if matter.approved_by and old and old != code:
        facts.append(("Đã duyệt", f"{matter.approved_by} duyệt bản {old}; bài đã sửa từ đó"))
    elif matter.approved_by:
        facts.append(("Đã duyệt", f"{matter.approved_by}{f', {short_date(matter.approved_on)}' if matter.approved_on else ''}"))
    else:
        facts.append(("Người duyệt", f"{profile.editorial.head}, {profile.editorial.head_title}"))
    heading = "Bản xem trước – bài đang đăng, bản này có thể khác" if public else "Bản xem trước – chưa đăng"
    ask = "" if matter.approved_by and old in {"", code} else f"Đồng ý hoặc cần sửa gì, đề nghị nhắn lại cho người gửi, kèm mã {code}."
    return Notice(heading, tuple(facts), ask, f"Hết bản xem trước. Chỉ để duyệt trong {profile.unit.name}; không chia sẻ, không đăng lại.")


def _standing(matter: Any, now: datetime) -> str:
    standing = matter.standing(now)
    if standing is Standing.DRAFT:
        return "bản nháp"
    if standing is Standing.SCHEDULED:
        day = getattr(matter, "date", None) or getattr(matter, "posted_on", None)
        return f"hẹn đăng {short_date(day)}" if day else "hẹn đăng"
    return "hết hạn đăng" if standing is Standing.EXPIRED else "đang đăng"


def _tell(problems: tuple[Problem, ...]) -> None:
    for one in problems:
        click.echo(f"{one.where}: {one.severity.value}: {one.what} [{one.code}]\n    → {one.remedy}", err=True)


def _tell_code(item: Reading | None) -> None:
    """What to write down once it is approved, unless these very words are."""
    matter: Any = item.matter if item else None
    if item and not (matter.approved_by and matter.approved_text == item.wording):
        click.echo(f"Được duyệt thì ghi vào phần đầu bài: approved_by, approved_on và approved_text: {item.wording}")


def _write(file: Path, data: bytes) -> None:
    """Whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f"{file.name}.part")
    part.write_bytes(data)
    part.replace(file)


def _told(file: Path, size: int, attached: tuple[str, ...]) -> None:
    shown = f"{size / 1e6:.1f} MB".replace(".", ",") if size > 500_000 else f"{max(1, size // 1000)} kB"
    click.echo(f"Bản xem trước: {file} ({shown}). Gửi tệp này qua Zalo cho người duyệt.")
    if size > HEAVY:
        click.echo(f"Tệp nặng {shown}, quá 5 MB: mở trên điện thoại sẽ chậm. Bớt ảnh trong bài, hoặc gửi khi có Wi-Fi.", err=True)
    if attached:
        click.echo(f"Bài có tệp đính kèm, không nằm trong bản xem trước; gửi kèm nếu người duyệt cần: {', '.join(attached)}", err=True)
