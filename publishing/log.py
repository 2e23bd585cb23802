"""The publishing log: one JSON line an event, each holding the hash of the line before it.

``log.jsonl`` lies in the state folder beside ``public/``. A line that was changed, taken out or put in breaks the chain;
lines cut off at the end are noticed because the live release is then in no line. An event is written to ``log.next``
before the switch and moved to the log after it, so that a publisher killed in between loses no line: :func:`settle`
at the next run finds out whether the switch happened. A line cut by a kill is written again, and says so.
"""

import getpass
import json
import os
import socket
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

LOG, NEXT = "log.jsonl", "log.next"
SHOWN = 50  # addresses of each kind that a line names


@dataclass(frozen=True, slots=True)
class Event:
    """What happened: ``what`` is one word (``publish``, ``rollback``); ``release`` the id of the release that became
    public; ``more`` anything else that JSON can hold."""

    what: str
    when: datetime
    who: str
    release: str
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    more: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Read:
    """The log as it lies there. ``broken`` names the first line that does not follow from the one before it (0: none);
    ``cut`` is what stands after the last whole line."""

    lines: tuple[dict[str, Any], ...]
    broken: int
    cut: bytes


def who(environ: Mapping[str, str] = os.environ) -> str:
    """``CCHC_WHO``, or the user and the machine."""
    if environ.get("CCHC_WHO", "").strip():
        return environ["CCHC_WHO"].strip()
    try:
        user = getpass.getuser()
    except (KeyError, OSError, ImportError):  # an account without a name, as in a container
        user = str(os.getuid()) if hasattr(os, "getuid") else "?"
    return f"{user}@{socket.gethostname()}"


def changed_files(old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Addresses added, changed and removed between two releases given as path → SHA-256, sorted."""
    return {
        "added": tuple(sorted(new.keys() - old.keys())),
        "changed": tuple(sorted(path for path in new.keys() & old.keys() if new[path] != old[path])),
        "removed": tuple(sorted(old.keys() - new.keys())),
    }


def read(state: Path) -> Read:
    """The whole log and whether its chain holds. Raises OSError when it is there and cannot be read."""
    try:
        data = (state / LOG).read_bytes()
    except FileNotFoundError:
        data = b""
    whole, _, cut = data.rpartition(b"\n")
    lines: list[dict[str, Any]] = []
    last, broken = "", 0
    for number, raw in enumerate(whole.split(b"\n") if whole else [], 1):
        line = _parsed(raw)
        if not broken and (line.get("n") != number or line.get("prev") != last or line.get("hash") != _hash(line)):
            broken = number
        lines.append(line)
        last = str(line.get("hash", ""))
    return Read(tuple(lines), broken, cut)


def last_line(state: Path) -> dict[str, Any]:
    """The newest whole line; empty when there is none. A log of years is not read for it."""
    return _tail(state)[0]


def _tail(state: Path) -> tuple[dict[str, Any], int, int]:
    """The newest whole line, the byte behind it, and how many bytes of a cut line stand there."""
    try:
        with (state / LOG).open("rb") as log:
            size = log.seek(0, os.SEEK_END)
            length, data = 0, b""
            while length < size and data.count(b"\n") < 2:
                length = min(size, max(2 * length, 64 * 1024))
                log.seek(size - length)
                data = log.read(length)
    except FileNotFoundError:
        return {}, 0, 0
    whole, _, cut = data.rpartition(b"\n")
    return _parsed(whole.rpartition(b"\n")[2]), size - len(cut), len(cut)


def _parsed(raw: bytes) -> dict[str, Any]:
    try:
        line = json.loads(raw)
    except (ValueError, RecursionError):
        return {}
    return line if isinstance(line, dict) else {}


def begin(state: Path, event: Event) -> None:
    """Say what is about to happen; to be called before the switch."""
    beside = state / f"{NEXT}.tmp"
    _write(beside, json.dumps(_body(event), ensure_ascii=False).encode(), os.O_TRUNC)
    beside.replace(state / NEXT)


def settle(state: Path, live: Callable[[], str]) -> bool:
    """After the switch, or at the next run: the event begun goes into the log when its release is the live one.

    ``live`` gives the id of the live release. Whether there was one. Raises OSError; then it stays where it is, for the next run.
    """
    try:
        body = _parsed((state / NEXT).read_bytes())
    except FileNotFoundError:
        return False
    done = last_line(state).get("begun") == body.get("begun")
    if body and not done and body.get("release") == live():
        _append(state, body)
    (state / NEXT).unlink()
    return True


def append(state: Path, event: Event) -> None:
    """One event that has happened."""
    _append(state, _body(event))


def _body(event: Event) -> dict[str, Any]:
    files = {"added": event.added, "changed": event.changed, "removed": event.removed}
    return {
        "what": event.what,
        "when": event.when.isoformat(),
        "who": event.who,
        "release": event.release,
        "counts": {kind: len(paths) for kind, paths in files.items()},
        "files": {kind: _capped(paths) for kind, paths in files.items() if paths},
        **event.more,
        # Tells two events apart that are alike in everything: a line is not written twice after a kill.
        "begun": os.urandom(8).hex(),
    }


def _capped(paths: Iterable[str]) -> list[str]:
    return list(paths)[:SHOWN]


def _append(state: Path, body: Mapping[str, Any]) -> None:
    last, end, cut = _tail(state)
    number = last.get("n")
    line: dict[str, Any] = {"n": number + 1 if isinstance(number, int) else 1, **body, "prev": str(last.get("hash", ""))}
    if cut:
        line["cut"] = cut  # bytes of a line that a killed publisher left half written
        os.truncate(state / LOG, end)
    line["hash"] = _hash(line)
    _write(state / LOG, json.dumps(line, ensure_ascii=False).encode() + b"\n", os.O_APPEND)


def _hash(line: Mapping[str, Any]) -> str:
    told = {key: value for key, value in line.items() if key != "hash"}
    return sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _write(path: Path, data: bytes, how: int) -> None:
    """All of it, on the disk before it returns."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | how, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
