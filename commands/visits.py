"""``visits``: counts the web server's log with GoAccess and keeps numbers alone, in one small file of the content.

What the log says of people stays in the log: GoAccess makes no list of hosts or browsers, and blurs the addresses in all
that it writes (``--anonymize-ip``: the last 8 bits of IPv4, the last 64 of IPv6).
"""

import gzip
import json
import os
import re
import shutil
import subprocess
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from zlib import error as ZlibError

import click

from commands.session import DONE, fail
from plugins.model.dates import short_date
from plugins.model.profile import PROFILE, Profile, read_profile
from plugins.model.visits import FILE, DayCount, PageCount, Visits, joined, read_visits, written

LINE_LIMIT = 8192
# A page of the site: every address that the program gives is made of these letters alone.
_PAGE = re.compile(rb"\bGET (/[A-Za-z0-9._~/-]*?)(?:\?[^\s\"]*)?[\s\"]")
# What is no plain text could mislead whoever reads the log after us.
_PLAIN = bytes(code if 32 <= code < 127 else ord("?") for code in range(256))
_NOT_READ = (301, 302, 303, 307, 308, 400, 401, 403, 404, 405, 408, 410, 429, 499, 500, 502, 503, 504)
_PANELS = (
    *("HOSTS", "OS", "BROWSERS", "REFERRERS", "REFERRING_SITES", "KEYPHRASES", "STATUS_CODES", "REMOTE_USER", "GEO_LOCATION"),
    *("VISIT_TIMES", "VIRTUAL_HOSTS", "NOT_FOUND", "REQUESTS_STATIC", "MIME_TYPE", "TLS_TYPE", "CACHE_STATUS"),
)


class CountRefused(Exception):
    """A log cannot be counted; carries what to do, in Vietnamese."""


def run(content: Path, logs: Sequence[Path], form: str) -> int:
    """Count the logs and add them to what was counted before."""
    try:
        profile = _profile(content)
        new = _counted(logs, form, profile.base_path)
        known, damaged = _known(content / FILE)
        visits = joined(known, new)
        _save(content / FILE, visits)
    except CountRefused as refused:
        return fail(str(refused))
    except OSError as error:
        return fail(f"Không đọc hoặc không ghi được ({error.strerror}: {error.filename}).")
    if damaged:
        click.echo(f"Tệp {FILE} cũ bị hỏng, đã ghi lại từ đầu.", err=True)
    first, last = (short_date(day) for day in (new.days[0].day, new.days[-1].day))
    told = f"{sum(one.visits for one in new.days)} lượt truy cập, {sum(one.views for one in new.days)} lượt đọc trang"
    click.echo(f"Nhật ký từ {first} đến {last}: {told}.", err=True)
    click.echo(f"Tổng cộng {visits.total} lượt truy cập, ghi ở {content / FILE}. Chạy make publish để đưa lên trang.", err=True)
    return DONE


def _profile(content: Path) -> Profile:
    try:
        profile, _ = read_profile(tomllib.loads((content / PROFILE).read_text(encoding="utf-8-sig")))
    except (OSError, ValueError, RecursionError):
        profile = None
    if profile is None:
        raise CountRefused(f"Không đọc được {content / PROFILE}; chạy make check để biết sai ở đâu.")
    if not profile.site.visits:
        raise CountRefused(f"Trang này chưa hiện số lượt truy cập. Muốn hiện, thêm dòng visits = true dưới [site] trong {PROFILE}.")
    return profile


def _counted(logs: Sequence[Path], form: str, base_path: str) -> Visits:
    program = shutil.which("goaccess")
    if program is None:
        raise CountRefused("Máy này chưa có GoAccess. Trên Debian, Ubuntu: sudo apt-get install goaccess")
    missing = next((log for log in logs if not log.is_file()), None)
    if missing is not None:
        raise CountRefused(f"Không có tệp nhật ký {missing}.")
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "visits.json"
        _feed(_command(program, form, out), _lines(logs, base_path), folder)
        try:
            return _visits(json.loads(out.read_text(encoding="utf-8")), base_path)
        except (OSError, ValueError, KeyError, IndexError, TypeError):
            raise CountRefused(f"Không thấy lượt đọc nào của trang ở {base_path}. Đúng tệp nhật ký chưa? Nhật ký không theo dạng {form} thì ghi FORMAT=….") from None


def _command(program: str, form: str, out: Path) -> list[str]:
    """Crawlers are left out and addresses blurred; two panels: days and pages."""
    options = ["--no-global-config", "--ignore-crawlers", "--anonymize-ip", "--no-query-string", "--no-progress", "--max-items=2000"]
    options += [f"--ignore-status={status}" for status in _NOT_READ] + [f"--ignore-panel={panel}" for panel in _PANELS]
    return [program, "-", f"--log-format={form}", *options, "-o", str(out)]


def _feed(command: list[str], lines: Iterator[bytes], folder: str) -> None:
    environ = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "HOME": folder}  # names of months in a log are English
    running = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environ, cwd=folder)
    if running.stdin is None:
        raise TypeError("no way into goaccess")
    try:
        with running.stdin as way_in:
            for line in lines:
                way_in.write(line)
    except BrokenPipeError:
        pass  # it has stopped; what it wrote, if anything, tells why
    finally:
        running.wait()


def _lines(logs: Sequence[Path], base_path: str) -> Iterator[bytes]:
    """The lines about pages of the site, in plain letters. Everything else is never counted."""
    base = base_path.encode()
    for log in logs:
        with gzip.open(log) if log.suffix == ".gz" else log.open("rb") as file:
            try:
                yield from (line.rstrip().translate(_PLAIN) + b"\n" for line in file if _is_page(line, base))
            except (EOFError, ZlibError, gzip.BadGzipFile):
                raise CountRefused(f"Tệp {log} không phải tệp nén .gz lành lặn.") from None


def _is_page(line: bytes, base: bytes) -> bool:
    if line.startswith(b"#"):
        return True  # IIS names its columns there
    match = _PAGE.search(line) if len(line) <= LINE_LIMIT else None
    return match is not None and match[1].startswith(base) and match[1].endswith((b"/", b".html")) and b"/." not in match[1]


def _visits(told: Any, base_path: str) -> Visits:
    """GoAccess's JSON as a record. Raises KeyError, TypeError, ValueError or IndexError for anything else."""
    days = [DayCount(_day(one["data"]), int(one["visitors"]["count"]), int(one["hits"]["count"])) for one in told["visitors"]["data"]]
    days.sort(key=lambda one: one.day)
    views: dict[str, int] = {}
    for one in told["requests"]["data"]:
        path = str(one["data"]).removeprefix(base_path)
        path = f"{path}index.html" if path.endswith("/") or not path else path
        views[path] = views.get(path, 0) + int(one["hits"]["count"])
    pages = sorted((PageCount(path, count) for path, count in views.items()), key=lambda one: (-one.views, one.path))
    return Visits(tuple(days), tuple(pages), days[0].day, days[-1].day)


def _day(typed: str) -> date:
    return date(int(typed[:4]), int(typed[4:6]), int(typed[6:8]))


def _known(file: Path) -> tuple[Visits, bool]:
    """What was counted before, and whether it was there but could not be read."""
    if not file.exists():
        return Visits(()), False
    try:
        return read_visits(json.loads(file.read_text(encoding="utf-8"))), False
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        return Visits(()), True


def _save(file: Path, visits: Visits) -> None:
    """Whole or not at all; one day a line, so that a change can be read."""
    text = json.dumps(written(visits), ensure_ascii=False, indent=1) + "\n"
    text = re.sub(r"\[\s+(\d+),\s+(\d+)\s+\]", r"[\1, \2]", text)
    beside = file.with_name(f".{file.name}.tmp")
    beside.write_text(text, encoding="utf-8", newline="\n")
    beside.replace(file)
