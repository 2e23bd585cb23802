"""A plan carried out: every file whole or not at all."""

import os
import tempfile
from pathlib import Path

from importers.plan import Change, Plan
from plugins.model.problems import Problem, problem


def write_plan(plan: Plan, content: Path) -> list[Problem]:
    """Write what changed; a procedure whose files cannot be written is told, the others go on."""
    return [told for change in plan.changes if change.writes for told in _write(change, content)]


def _write(change: Change, content: Path) -> list[Problem]:
    try:
        for path, text in change.writes:
            _replace(content, path, text)
        for path in change.removes:
            (content / path).unlink(missing_ok=True)
    except OSError as error:
        return [problem("import-place", change.writes[-1][0], code=change.code, reason=error.strerror or str(error))]
    return []


def _replace(content: Path, path: str, text: str) -> None:
    """Write beside the target, then put it in place in one step."""
    target = content / path
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.parent.resolve().is_relative_to(content.resolve()) or target.is_symlink():
        raise OSError(0, "liên kết tượng trưng dẫn ra ngoài thư mục nội dung")
    handle, name = tempfile.mkstemp(prefix=f".{target.stem}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        Path(name).chmod(mode)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
