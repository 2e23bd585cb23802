"""Less than before: a tenth of the items gone, a section without any, a clock set back."""

from dataclasses import replace
from datetime import timedelta

from plugins.model.vocab import Standing
from publishing.guard.fault import Kind
from publishing.guard.shrunk import shrunk
from tests.publishing.guard.making import LATER, MADE, change, keep, ledger, row, told


def test_more_than_a_tenth_of_the_items_gone_is_told_with_their_names():
    old = [row(f"{number:02d}") for number in range(20)]
    assert shrunk(change(old, old[:18]), {}) == []
    (fault,) = shrunk(change(old, old[:17]), {})
    assert (fault.path, fault.kind) == ("index.html", Kind.LOSS)
    assert fault.what == "số bài giảm từ 20 xuống 17, quá một phần mười: tin-tuc/17.html, tin-tuc/18.html, tin-tuc/19.html"


def test_one_item_less_is_no_shrinking_however_small_the_site():
    assert shrunk(change([row("a"), row("b")], [row("a")]), {}) == []


def test_items_that_expired_since_the_last_release_are_not_missed():
    old = [row(f"{number}") for number in range(6)]
    due = [keep(f"{number}", Standing.EXPIRED, MADE + timedelta(minutes=5)) for number in range(6)]
    assert shrunk(change(old, [], kept=due), {}) == []


def test_an_expiry_typed_into_the_past_counts_as_a_loss():
    old = [row(f"{number}") for number in range(6)]
    typed = [keep(f"{number}", Standing.EXPIRED, MADE - timedelta(days=300)) for number in range(5)]
    (fault,) = shrunk(change(old, old[5:], kept=typed), {})
    assert fault.what.startswith("số bài giảm từ 6 xuống 1")


def test_a_section_without_items_is_told_by_its_name():
    elsewhere = row("b", sections=("chuyen-muc/tuyen-truyen.html",))
    (fault,) = shrunk(change([row("a"), row("b")], [elsewhere, row("c", sections=())]), {})
    assert told([fault]) == [("chuyen-muc/chi-so.html", "mục “Chỉ số CCHC” đang có 2 bài, bản mới không còn bài nào")]
    assert "tin-tuc/a.md" in fault.remedy


def test_a_section_whose_items_all_are_accounted_for_may_be_empty():
    assert shrunk(change([row("a")], [row("b", sections=())], dropped=["tin-tuc/a.html"]), {}) == []
    assert shrunk(change([row("a")], [], kept=[keep("a", Standing.EXPIRED, LATER)]), {}) == []


def test_a_clock_set_back_is_told_with_both_moments():
    back = replace(change([row("a")], [row("a")]), new=ledger(row("a"), made=MADE - timedelta(days=1)))
    (fault,) = shrunk(back, {})
    assert fault.what == "thời điểm dựng (31/05/2026 08:00) sớm hơn bản đang đăng (01/06/2026 08:00): bài đã đăng có thể bị gỡ"
    assert "đồng hồ" in fault.remedy
