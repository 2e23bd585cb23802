"""What a run sets up for Pelican, and takes back."""

import logging

import pytest

from commands.publish import build
from commands.session import settings_for, start, strict
from plugins.model.problems import ContentRefused
from tests.commune import NOW, Commune


def test_warnings_of_pelican_end_a_build():
    with pytest.raises(RuntimeError, match="Warning or error"), strict():
        logging.getLogger("pelican.thu-nghiem").warning("Một cảnh báo chưa ai nghe.")


def test_after_a_build_good_or_not_whoever_sends_may_remark_something(tmp_path):
    """A server that cannot replace files is told of while the site is sent: by a logger of Pelican's class."""
    commune = Commune(tmp_path / "content")
    run = start(commune.content, NOW)
    assert run is not None
    build(commune.content, tmp_path / "một", run)
    commune.news("hong", date="31/2/2026")
    with pytest.raises(ContentRefused):
        build(commune.content, tmp_path / "hai", run)
    settings_for(commune.content, run)
    logging.getLogger("publishing.targets.thu-nghiem").warning("Máy chủ không cho đổi tên đè lên tệp cũ.")
    assert (tmp_path / "một" / "index.html").is_file()
