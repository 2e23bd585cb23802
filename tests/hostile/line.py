"""The line as a test walks it, in this process: judge a folder, press it, verify it, without cache and without Pelican's run."""

from pathlib import Path
from typing import Any

from pelican.settings import read_settings

from plugins.gate.examine import Verdict
from plugins.generator import Run, judge
from plugins.model.page import File, Page
from plugins.model.problems import ContentRefused, Problem
from plugins.press.memory import Known
from plugins.press.press import press
from publishing.verify import Built, Fault, verify

from .commune import NOW

ROOT = Path(__file__).resolve().parents[2]
_SETTINGS: dict[str, Any] = dict(read_settings(str(ROOT / "publishconf.py")))


def judge_folder(content: Path) -> tuple[Verdict, list[Page | File]]:
    """Raises ``ContentRefused`` on an error, like the commands."""
    verdict, planned = judge({**_SETTINGS, "PATH": str(content)}, Run(NOW, None))
    return verdict, [made for one in planned for made in one.made if not isinstance(made, Known)]


def judged(content: Path) -> tuple[Verdict, tuple[Problem, ...]]:
    """What the gate says of a folder, refused or not."""
    try:
        verdict, _ = judge_folder(content)
        problems = verdict.problems
    except ContentRefused as refused:
        verdict, problems = refused.verdict, refused.problems  # type: ignore[assignment]
    return verdict, problems


def press_folder(content: Path, out: Path) -> tuple[dict[str, str], list[Fault]]:
    """Write the whole site of a folder without errors. Content path → path of its page; and what ``verify`` finds."""
    verdict, planned = judge_folder(content)
    assert verdict.site is not None
    release = press(verdict.site, planned, ROOT / "theme", content, out, None, 1)
    built = Built(out, frozenset(release.files), frozenset(release.files), verdict.site.profile.base_path)
    faults = verify(built, lambda check, work: [check(path) for path in work])
    return {item.source_path: item.path for item in (*verdict.site.news, *verdict.site.pages)}, faults
