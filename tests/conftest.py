"""What several rooms of tests share."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("house", deadline=None, derandomize=True, max_examples=100)
settings.load_profile("house")

ROOT = Path(__file__).resolve().parent.parent
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
