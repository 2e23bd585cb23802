"""One published commune for all the rules of feeds."""

from pathlib import Path

import pytest

from tests.commune import published
from tests.rooms.feeds.built import Built, write


@pytest.fixture(scope="package")
def content(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("feeds") / "content"
    write(folder)
    return folder


@pytest.fixture(scope="package")
def built(content) -> Built:
    return Built(published(content, content.parent / "public"))
