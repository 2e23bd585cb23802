"""What a phone loads to show a page for the first time, from a real nginx with gzip."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from publishing.guard.budgets import FIRST_VIEW, REQUESTS
from tests.audit import kinds
from tests.audit.firstview import View, first_view
from tests.audit.nginx import served
from tests.audit.tools import NotHere

KINDS = [kind for kind in kinds.KINDS if kind.name not in kinds.SOMETIMES]


@pytest.fixture(scope="module")
def hosted(published: Path) -> Iterator[str]:
    """Address of the sample site on nginx."""
    try:
        with served(published, f"/{published.name}/") as address:
            yield address
    except NotHere as missing:
        pytest.skip(str(missing))


@pytest.fixture(params=KINDS, ids=[kind.name for kind in KINDS])
def view(browser: Any, hosted: str, request: pytest.FixtureRequest) -> View:
    return first_view(browser, hosted, request.param.example)


def test_a_page_keeps_within_its_budget_and_stands_still(view: View) -> None:
    assert view.code <= FIRST_VIEW, view
    assert view.requests <= REQUESTS, view
    assert (view.foreign, view.fonts) == ((), 0)
    assert view.shift == 0
    assert min(view.html, view.css, view.js) > 500, "something was measured"
