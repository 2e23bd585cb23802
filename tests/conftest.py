"""What several rooms of tests share."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("house", deadline=None, derandomize=True, max_examples=100)
settings.load_profile("house")

ROOT = Path(__file__).resolve().parent.parent
# Real servers, kernels' faults and a real browser on a busy machine: what fails once is tried again, and told as a rerun.
REAL = ("browser", "faults", "publishing/targets")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.relative_to(ROOT / "tests").as_posix().startswith(REAL):
            item.add_marker(pytest.mark.flaky(reruns=2, reruns_delay=1))


SEEDS = ROOT.parent / "shared" / "seeds"


@pytest.fixture(scope="session")
def render() -> Callable[[str], str]:
    """The Markdown engine of the site: one body in, clean HTML out."""
    from pelican.settings import read_settings

    from plugins.reading.markdown import ProseReader

    before = os.environ.get("LC_ALL")
    settings = read_settings(str(ROOT / "pelicanconf.py"))
    assert os.environ.get("LC_ALL") == before
    return ProseReader(settings).render


@pytest.fixture(scope="session")
def theme() -> Path:
    return ROOT / "theme"
