"""What the guard remembers of a release."""

import pytest

from publishing.guard.ledger import KEPT, guessed, ledger_of, read_ledger, write_ledger
from tests import factory
from tests.posting import posting_site, procedure
from tests.publishing.guard.making import MADE


def test_a_ledger_is_read_back_as_it_was_written_and_old_ones_go(tmp_path):
    site = factory.site(factory.many(5), [factory.page()])
    made = ledger_of(site, MADE)
    assert len(made.rows) == 6
    assert made.rows["tin-tuc/bai-000.html"].sections
    for number in range(KEPT + 3):
        write_ledger(tmp_path, f"{number:020d}", made)
    assert read_ledger(tmp_path, f"{KEPT + 2:020d}", ()) == made
    assert read_ledger(tmp_path, f"{0:020d}", ["tin-tuc/a.html"]) == guessed(["tin-tuc/a.html"])


def test_current_procedures_stand_in_their_sector():
    made = ledger_of(posting_site([procedure("1.000001", "Hộ tịch"), procedure("1.000002", "Đất đai")]), MADE)
    assert made.sections == {"thu-tuc/linh-vuc/ho-tich.html": "Hộ tịch", "thu-tuc/linh-vuc/dat-dai.html": "Đất đai"}


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 1}', '{"format": 2}', '{"format": 1, "made": "x", "sections": {}, "rows": [[1]]}'])
def test_a_ledger_that_cannot_be_read_is_as_good_as_none(text, tmp_path):
    (tmp_path / "items").mkdir()
    (tmp_path / "items/abc.json").write_text(text, encoding="utf-8")
    assert read_ledger(tmp_path, "abc", ["trang/a.html"]) == guessed(["trang/a.html"])
