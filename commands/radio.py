"""``radio``: the script of the loudspeakers for a period, as text and as a Word file."""

import shutil
import subprocess
import tempfile
import wave
from pathlib import Path

import click

from commands.session import DONE, REFUSED, fail, settings_for, start, tell
from plugins.generator import judge
from plugins.model.problems import ContentRefused
from plugins.radio.files import document, text
from plugins.radio.period import Period, read_period
from plugins.radio.script import LONGEST, SHORTEST, Script, script_of
from plugins.radio.table import clock, remarks, rows

VOICE = "espeak-ng"


def run(content: Path, out: Path, typed: str, minutes: int, now: str, speak: bool) -> int:
    """Write both files; nothing is written when the period has nothing to read."""
    period = read_period(typed)
    if period is None:
        return fail(f"Không đọc được kỳ '{typed}'. Viết PERIOD=2026-03 (tháng), 2026-Q1 (quý), 2026-H1 (sáu tháng) hoặc 2026 (năm), tính theo lịch.")
    if not SHORTEST <= minutes <= LONGEST:
        return fail(f"Thời lượng {minutes} phút không dùng được. Viết MINUTES từ {SHORTEST} đến {LONGEST}.")
    circumstances = start(content, now)
    if circumstances is None:
        return fail("Chưa ghi tệp nào.")
    try:
        site = judge(settings_for(content, circumstances), circumstances)[0].site
    except ContentRefused as refused:
        tell(refused.verdict, refused.problems)
        return REFUSED
    script = script_of(site, period, minutes) if site else None
    if script is None or not script.pieces:
        return fail(_nothing(period, script))
    try:
        written = _write(script, out, typed)
    except OSError as error:
        return fail(f"Không ghi được ({error.strerror}: {error.filename}). Kiểm tra chỗ trống và quyền ghi của thư mục '{out}'.")
    _report(script, written)
    return _spoken(script) if speak else DONE


def _nothing(period: Period, script: Script | None) -> str:
    days = f"từ {period.first:%d/%m/%Y} đến {period.last:%d/%m/%Y}"
    if script is None:
        return f"Không có tin, bài hay câu trả lời nào đăng trong {period.name} ({days}) để đọc. Chưa ghi tệp nào."
    return f"Không bài nào của {period.name} ({days}) vừa thời lượng. Chưa ghi tệp nào. Viết lời ngắn ở khóa radio của bài, hoặc tăng MINUTES."


def _write(script: Script, out: Path, typed: str) -> list[Path]:
    out.mkdir(parents=True, exist_ok=True)
    stem = f"phat-thanh-{typed.strip().lower()}"
    files = {out / f"{stem}.txt": text(script), out / f"{stem}.docx": document(script)}
    for path, data in files.items():
        path.write_bytes(data)
    return list(files)


def _report(script: Script, written: list[Path]) -> None:
    first, last = script.period.first, script.period.last
    click.echo(f"Kịch bản phát thanh {script.period.name} (theo lịch, {first:%d/%m/%Y} – {last:%d/%m/%Y}): {clock(script.seconds)} trên {script.asked // 60} phút", err=True)
    for what, time, how in rows(script):
        click.echo(f"  {time:>17}  {what}{f' ({how})' if how else ''}", err=True)
    for remark in remarks(script):
        click.echo(remark, err=True)
    click.echo("\n".join(f"Đã ghi {path}" for path in written), err=True)


def _spoken(script: Script) -> int:
    """A check that a machine can say it; nobody should broadcast that voice."""
    program = shutil.which(VOICE)
    if program is None:
        click.echo(f"Bỏ qua việc đọc thử: máy này không có {VOICE} (Debian: gói {VOICE}).", err=True)
        return DONE
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "doc-thu.wav"
        done = subprocess.run([program, "-v", "vi", "-w", str(file), "--stdin"], input=text(script), capture_output=True, check=False)
        if done.returncode or not file.is_file():
            return fail(f"{VOICE} không đọc được kịch bản: {done.stderr.decode(errors='replace').strip()}")
        with wave.open(str(file)) as sound:
            seconds = round(sound.getnframes() / sound.getframerate())
    click.echo(f"{VOICE} đọc thử được cả kịch bản trong {clock(seconds)}.", err=True)
    return DONE
