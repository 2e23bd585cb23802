"""What a publish leaves beside the site: the guard's ledger, the log, rules for web servers."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from commands.judge import Case, ledger_live
from plugins.model.now import build_now
from plugins.redirects.servers import server_files
from publishing.guard.fault import Fault
from publishing.guard.ledger import write_ledger
from publishing.identity import files_id
from publishing.log import SHOWN, Event, begin, changed_files, settle, who

_SERVER_FOLDER = "may-chu"


def before_switch(case: Case, let: Sequence[Fault], asked: Mapping[str, object]) -> None:
    """Written first, so that a kill after the switch loses neither the ledger nor the line of the log.

    ``let`` are the faults let through; ``asked`` what a person asked for and what was done about it, for the log.
    """
    write_ledger(case.target.state, files_id(case.release.files), case.ledger)
    more = {"built_for": case.now.isoformat(), **{key: value for key, value in asked.items() if value}}
    if let:
        more["passed"] = [f"{fault.path}: {fault.what}" for fault in let[:SHOWN]]
    old, new = ({path: w.sha256 for path, w in r.files.items()} for r in (case.last, case.release))
    # The clock of the wall, never what NOW says: this is when a person did it.
    begin(case.target.state, Event("publish", build_now({}), who(os.environ), files_id(case.release.files), **changed_files(old, new), more=more))


def after_switch(case: Case) -> None:
    """It can fail, and is then done by the next run; the site is out either way."""
    try:
        settle(case.target.state, lambda: files_id(case.release.files))
        _write_server_files(case)
    except OSError as error:
        click.echo(f"Chú ý: trang đã đăng, nhưng chưa ghi xong nhật ký ({error.strerror}: {error.filename}); lượt đăng sau ghi bù.", err=True)


def refresh(case: Case) -> None:
    """Nothing public changed; what the guard remembers may have, such as an announced expiry or a source's name."""
    live, now = ledger_live(case.target, case.last), case.ledger
    if (live.rows, live.sections) != (now.rows, now.sections):
        write_ledger(case.target.state, files_id(case.last.files), now)
    _write_server_files(case)


def server_rules(state: Path) -> dict[str, bytes]:
    """What the guide tells to copy to the root of a site, by the name that it has there."""
    files = ((".htaccess", "htaccess.txt"), ("web.config", "web.config"))
    return {name: (state / _SERVER_FOLDER / source).read_bytes() for name, source in files if (state / _SERVER_FOLDER / source).is_file()}


def _write_server_files(case: Case) -> None:
    """Beside the site: what is served holds no rules (docs/quan-tri.md)."""
    folder = case.target.state / _SERVER_FOLDER
    files = server_files(case.site.redirects, case.site.profile.base_path)
    if files:
        folder.mkdir(exist_ok=True)
    for name, text in files.items():
        file = folder / name
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            beside = file.with_name(f"{name}.tmp")
            beside.write_text(text, encoding="utf-8", newline="\n")
            beside.replace(file)
