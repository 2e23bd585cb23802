"""``audit``: every kind of page measured as a reader meets it, on a real server in a real browser. Nothing is published or sent."""

import json
import tempfile
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import click

from bench.machine import machine
from commands.environment import ROOT
from commands.packing import with_copies
from commands.publish import build
from commands.session import DONE, REFUSED, WRONG_USE, fail, start, tell
from plugins.model.problems import ContentRefused
from plugins.press.press import AddressTwice, Release
from tests.audit import access, nginx, tools
from tests.audit.chrome import version as chromium
from tests.audit.kinds import SAMPLE_NOW
from tests.audit.measure import Row, Wanted, measure, strange
from tests.audit.report import as_markdown, as_values

SAMPLE = ROOT / "content"
NAME = "kiem-dinh"


@dataclass(frozen=True, slots=True)
class Asked:
    """``out`` is the folder of the results; ``kinds`` are names of kinds, all when empty; ``rounds`` of Lighthouse."""

    content: Path
    now: str
    out: Path | None
    kinds: Sequence[str]
    rounds: int


def run(asked: Asked) -> int:
    """Build, serve, measure, write; exit 1 when something is not as it should be."""
    sample = asked.content.resolve() == SAMPLE
    out = asked.out or (ROOT / "docs" if sample and not asked.kinds else None)
    if out is None:
        return fail("Chọn thư mục ghi kết quả bằng OUT=…")
    if unknown := strange(asked.kinds):
        return fail(f"Không có loại trang '{', '.join(unknown)}'.")
    facts = machine()
    try:
        tools.install()
        with tempfile.TemporaryDirectory(prefix="cchc-audit-") as room:
            wanted = _built(asked, Path(room), SAMPLE_NOW if sample else "")
            if isinstance(wanted, int):
                return wanted
            rows = measure(wanted, lambda line: click.echo(line, err=True))
            facts = {**facts, **_versions()}
    except tools.NotHere as missing:
        return fail(str(missing))
    return _written(rows, facts, out, sample and not asked.out)


def _versions() -> dict[str, str]:
    wanted = tools.versions()
    return {
        "nginx": nginx.version(),
        "Chromium": chromium(),
        "axe": access.version(),
        "Lighthouse": wanted[tools.LIGHTHOUSE],
        "Máy đọc màn hình": f"Guidepup Virtual Screen Reader {wanted[tools.READER]}",
    }


def _built(asked: Asked, room: Path, usual_now: str) -> Wanted | int:
    """The site as it would be published, in a room of its own; the exit code when there is none."""
    circumstances = start(asked.content, asked.now or usual_now)
    if circumstances is None:
        return WRONG_USE
    domain = tomllib.loads((asked.content / "site.toml").read_text(encoding="utf-8"))["site"]["domain"]
    base = f"{urlsplit(domain).path.rstrip('/')}/"
    public = nginx.place(room, base)
    try:
        built = build(asked.content, public, circumstances)
    except ContentRefused as refused:
        tell(refused.verdict, refused.problems)
        return REFUSED
    except AddressTwice as twice:
        return fail(f"Hai trang cùng một địa chỉ '{twice}'. Đổi slug của một trong hai.")
    with_copies(built.release, Release(room / "none", {}), public, built.site.profile.server)
    return Wanted(public, base, asked.kinds, asked.rounds)


def _written(rows: Sequence[Row], facts: dict[str, str], out: Path, golden: bool) -> int:
    """The page, the figures, and the transcripts where the sample's own are not meant."""
    out.mkdir(parents=True, exist_ok=True)
    transcripts = "../tests/browser/transcripts/" if golden else "loi-doc/"
    (out / f"{NAME}.md").write_text(as_markdown(rows, facts, transcripts), encoding="utf-8")
    (out / f"{NAME}.json").write_text(json.dumps(as_values(rows, facts), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    for row in rows if not golden else ():
        (out / "loi-doc").mkdir(exist_ok=True)
        (out / "loi-doc" / f"{row.kind.name}.txt").write_text("\n".join([*row.transcript, ""]), encoding="utf-8")
    click.echo(f"Đã ghi {out / NAME}.md và {NAME}.json: {len(rows)} loại trang, {sum(row.axe for row in rows)} lỗi axe.", err=True)
    return REFUSED if any(row.axe for row in rows) else DONE
