"""Publishing with the guard, as a person does it: what is refused, what is done by itself, what may be passed and is logged."""

import json
import random
import re
from pathlib import Path

import pytest

from tests.commune import Commune, Outcome, run, tree
from tests.conftest import ROOT

NOW, LATER = "2026-06-01T08:00", "2026-06-02T08:00"
DOCUMENT = """---
number: 5/KH-UBND
date: 4/1/2026
title: Tuyên truyền cải cách hành chính năm 2026
---
Mọi ý kiến gửi về ban-soan-thao@xa.example.
"""
PLAN = """number = "6/KH-UBND"
date = "5/1/2026"
title = "Thông tin, tuyên truyền cải cách hành chính năm 2026"
closing = "Vướng mắc báo về van-thu@xa.example."
[[task]]
code = "01"
content = "Đăng tin, bài về cải cách hành chính"
category = "Thông tin, tuyên truyền"
forms = ["trang thông tin điện tử"]
frequency = "Thường xuyên trong năm"
lead = "Phòng Văn hóa - Xã hội"
"""


class Office:
    """One commune with twelve items that publishes to one folder."""

    def __init__(self, room: Path) -> None:
        self.room, self.public = room, room / "public"
        self.commune = Commune(room / "content")
        for number in range(12):
            self.commune.news(f"bai-{number:02d}", f"Nội dung của bài {number}.", date=f"{number + 1}/3/2026", title=f"Tin số {number} của xã")
        self.commune.page("gioi-thieu")

    def publish(self, *more: str, now: str = NOW) -> Outcome:
        return run("publish", "--content", self.commune.content, "--public", self.public, "--now", now, *more, cache=self.room / "cache", CCHC_WHO="hanh@xa")

    def file(self, name: str) -> Path:
        return self.commune.content / "tin-tuc" / f"{name}.md"

    def log(self) -> list[dict]:
        return [json.loads(line) for line in (self.room / ".public.cchc/log.jsonl").read_text(encoding="utf-8").splitlines()]

    def refused(self, *more: str, now: str = NOW) -> str:
        """What a publish says that is refused; what is public stays to the byte."""
        before = tree(self.public)
        outcome = self.publish(*more, now=now)
        assert outcome.code == 1, outcome.said
        assert tree(self.public) == before
        assert "Chưa đăng gì; trang đang có giữ nguyên." in outcome.said
        return outcome.said

    def passes(self, *more: str, now: str = NOW) -> str:
        outcome = self.publish(*more, now=now)
        assert outcome.code == 0, outcome.said
        return outcome.said


@pytest.fixture
def office(tmp_path) -> Office:
    made = Office(tmp_path)
    made.passes()
    return made


# — addresses —


def test_a_renamed_file_leads_on_by_a_line_that_the_publisher_writes_into_the_content(office):
    office.file("bai-03").rename(office.file("ten-moi"))
    said = office.passes()
    line = "tin-tuc/bai-03.html -> tin-tuc/ten-moi.html"
    assert f"đã tự thêm vào content/chuyen-huong.txt: {line}" in said
    assert "'id: tag:thunghiem.example,2023:tin-tuc/bai-03'" in said
    assert line in (office.commune.content / "chuyen-huong.txt").read_text(encoding="utf-8").splitlines()
    assert b"url=../tin-tuc/ten-moi.html" in (office.public / "tin-tuc/bai-03.html").read_bytes()
    assert office.log()[-1]["moved"] == {"tin-tuc/bai-03.html": "tin-tuc/ten-moi.html"}
    assert "301 /tin-tuc/ten-moi.html" in (office.room / ".public.cchc/may-chu/nginx.conf").read_text(encoding="utf-8")
    assert "Không có gì thay đổi" in office.passes()
    fresh = run("publish", "--content", office.commune.content, "--public", office.room / "khac", "--now", NOW, cache=office.room / "c2")
    assert fresh.code == 0
    assert tree(office.room / "khac") == tree(office.public)


def test_a_file_may_be_given_its_old_name_back(office):
    lines = office.commune.content / "chuyen-huong.txt"
    office.file("bai-03").rename(office.file("ten-moi"))
    office.passes()
    office.file("ten-moi").rename(office.file("bai-03"))
    refused = office.publish()
    assert refused.code == 1
    assert "'tin-tuc/bai-03.html' đang là một trang, không thể chuyển hướng" in refused.said
    kept = [line for line in lines.read_text(encoding="utf-8").splitlines() if "->" not in line]
    lines.write_text("\n".join(kept), encoding="utf-8")
    assert "tin-tuc/ten-moi.html -> tin-tuc/bai-03.html" in office.passes()
    assert b"Tin s\xe1\xbb\x91 3" in (office.public / "tin-tuc/bai-03.html").read_bytes()
    assert b"url=../tin-tuc/bai-03.html" in (office.public / "tin-tuc/ten-moi.html").read_bytes()


def test_a_changed_slug_is_a_rename_and_the_file_keeps_its_line_ends(office):
    office.commune.write("chuyen-huong.txt", "thu/cu.html -> tin-tuc/bai-01.html\r\n# hết")
    office.commune.news("bai-03", "Sửa cả nội dung.", date="4/3/2026", title="Sửa cả tên", slug="dia-chi-khac")
    office.passes()
    written = (office.commune.content / "chuyen-huong.txt").read_bytes()
    assert written.startswith(b"thu/cu.html -> tin-tuc/bai-01.html\r\n# h\xe1\xba\xbft\r\n# t")
    assert written.endswith(b"\r\ntin-tuc/bai-03.html -> tin-tuc/dia-chi-khac.html\r\n")


def test_where_the_line_cannot_be_written_it_is_told_and_nothing_is_published(office):
    (office.commune.content / "chuyen-huong.txt").mkdir()
    office.file("bai-03").rename(office.file("ten-moi"))
    said = office.refused()
    assert "tin-tuc/bai-03.html: lỗi: bài đã đổi địa chỉ thành tin-tuc/ten-moi.html, nhưng không tự ghi được vào chuyen-huong.txt" in said
    assert "→ thêm dòng 'tin-tuc/bai-03.html -> tin-tuc/ten-moi.html' vào content/chuyen-huong.txt" in said


def test_a_deleted_file_is_refused_until_a_line_says_that_its_page_is_gone(office):
    office.file("bai-03").unlink()
    said = office.refused()
    assert "tin-tuc/bai-03.html: lỗi: trang đang có “Tin số 3 của xã” sẽ mất: không còn tệp tin-tuc/bai-03.md" in said
    assert "Bản dựng có 1 lỗi." in said
    office.commune.write("chuyen-huong.txt", "tin-tuc/bai-03.html -\n")
    office.passes()
    assert not (office.public / "tin-tuc/bai-03.html").exists()
    assert "location = /tin-tuc/bai-03.html { return 410; }" in (office.room / ".public.cchc/may-chu/nginx.conf").read_text(encoding="utf-8")


def test_an_answer_to_a_citizen_is_kept_like_any_other_item(office):
    head = "---\ntitle: Hỏi gì?\nasked: 9/4/2026\nanswered: 14/4/2026\nunit: Trung tâm\nsector: Hộ tịch\n"
    body = "---\n## Câu hỏi\n\nHỏi?\n\n## Trả lời\n\nĐáp bằng lời chưa ai được đọc.\n"
    file = office.commune.write("hoi-dap/hoi-gi.md", head + body)
    office.passes()
    file.unlink()
    assert "hoi-dap/hoi-gi.html: lỗi: trang đang có “Hỏi gì?” sẽ mất" in office.refused()
    office.commune.write("hoi-dap/hoi-gi.md", f"{head}status: nháp\n{body}")
    office.passes()
    assert not [path for path, data in tree(office.public).items() if "hoi-dap/" in path or "chưa ai được đọc".encode() in data]


def test_a_draft_is_withdrawn_on_purpose_and_its_day_goes_with_it(office):
    office.commune.news("bai-03", date="4/3/2026", status="draft")
    office.passes()
    assert not (office.public / "tin-tuc/bai-03.html").exists()
    assert not (office.public / "ngay/2026/03/04.html").exists()


# — time —


def test_what_expires_at_its_time_passes_though_it_empties_the_site(tmp_path):
    office = Office(tmp_path)
    for number in range(12):
        office.commune.news(f"bai-{number:02d}", date=f"{number + 1}/3/2026", title=f"Tin số {number} của xã", expires="1/6/2026 20:00")
    office.passes()
    office.passes(now=LATER)
    assert not [path for path in tree(office.public) if path.startswith(("tin-tuc/", "ngay/2"))]


def test_an_expiry_that_was_announced_after_the_release_is_remembered_too(office):
    for number in range(3):
        office.commune.news(f"bai-{number:02d}", f"Nội dung của bài {number}.", date=f"{number + 1}/3/2026", title=f"Tin số {number} của xã", expires="1/6/2026 20:00")
    office.passes(now="2026-06-01T09:00")
    office.passes(now=LATER)
    assert not (office.public / "tin-tuc/bai-00.html").exists()


def test_a_clock_set_back_is_refused(office):
    office.commune.news("bai-99", date="30/4/2026")
    office.passes(now=LATER)
    office.commune.news("bai-98", date="30/4/2026", title="Tin thứ hai")
    said = office.refused()
    assert "thời điểm dựng (01/06/2026 08:00) sớm hơn bản đang đăng (02/06/2026 08:00)" in said
    assert "chỉnh lại đồng hồ của máy" in said
    office.passes("--gone")


# — less than before —


def test_a_mass_of_drafts_is_refused_until_it_is_said_to_be_wanted_and_the_log_keeps_it(office):
    for number in range(12):
        office.commune.news(f"bai-{number:02d}", date=f"{number + 1}/3/2026", status="draft" if number < 3 else "published", title=f"Tin số {number} của xã")
    said = office.refused()
    assert "index.html: lỗi: số bài giảm từ 13 xuống 10, quá một phần mười: tin-tuc/bai-00.html, tin-tuc/bai-01.html, tin-tuc/bai-02.html" in said
    assert "bỏ qua vì GONE=1" in office.passes("--gone")
    last = office.log()[-1]
    assert last["gone"] is True
    assert last["passed"][0].startswith("index.html: số bài giảm từ 13 xuống 10")


def test_a_section_that_would_be_empty_is_refused(office):
    office.commune.news("rieng", category="guong-dien-hinh")
    office.passes()
    office.commune.news("rieng", category="chi-so")
    said = office.refused()
    assert "chuyen-muc/guong-dien-hinh.html: lỗi: mục “Gương điển hình, sáng kiến” đang có 1 bài, bản mới không còn bài nào" in said


def test_other_ids_in_the_feeds_are_refused(office):
    office.commune.profile(site={"tag_authority": "thunghiem.example,2024"})
    said = office.refused("--urgent", "tin khẩn của xã")
    assert "đổi mã (id) từ 'tag:thunghiem.example,2023:tin-tuc/bai-00' thành 'tag:thunghiem.example,2024:tin-tuc/bai-00'" in said


# — urgency —


def heavy(office: Office, **keys) -> None:
    """An item that no telephone should have to fetch: 200 kB that do not pack."""
    words = random.Random(1)
    body = "\n\n".join(" ".join(f"{words.getrandbits(60):x}" for _ in range(40)) for _ in range(400))
    office.commune.news("nang", body, title="Thông báo dài của xã", **keys)


def test_an_urgent_reason_passes_what_cannot_hurt_a_citizen_and_is_logged(office):
    heavy(office)
    said = office.refused()
    assert re.search(r"tin-tuc/nang\.html: lỗi: trang nặng \d+ kB khi nén, cùng kiểu chữ và script, quá 30 kB", said)
    assert "tách bài" in said
    short = office.publish("--urgent", "gấp")
    assert (short.code, "quá ngắn" in short.said) == (2, True)
    assert "bỏ qua vì URGENT: trang nặng" in office.passes("--urgent", "Thông báo sơ tán tránh bão số 5")
    assert office.log()[-1]["urgent"] == "Thông báo sơ tán tránh bão số 5"
    assert office.log()[-1]["passed"][0].startswith("tin-tuc/nang.html: trang nặng")
    # What was passed in a hurry is not forgotten: the next release is looked at whole.
    office.commune.news("sau", title="Bài viết sau đó")
    assert "tin-tuc/nang.html: lỗi: trang nặng" in office.refused()


def test_neither_urgency_nor_a_wanted_loss_passes_a_leak(office):
    # No editor wrote these words, the day's page did: what is told is as good as told by a fault of the program.
    title = "ngày 04 tháng 3 năm 2026"
    office.commune.news("kin", title=title, status="draft")
    office.commune.news("moi", date="4/3/2026 10:00", title="Thêm một tin trong ngày")
    said = office.refused("--urgent", "Thông báo sơ tán tránh bão số 5", "--gone")
    assert f"ngay/2026/03/04.html: lỗi: lộ tiêu đề của bài nháp '{title}' (tin-tuc/kin.md)" in said


def test_a_draft_may_bear_the_name_of_what_a_public_item_speaks_of(office):
    office.commune.news("kin", title="Hội nghị tổng kết cải cách hành chính", status="draft")
    office.commune.news("moi", "Xã chuẩn bị Hội nghị tổng kết cải cách hành chính, hỏi 0912 345 678 hoặc ban-to-chuc@xa.example.", personal_data_checked="Trần Văn Kiểm")
    assert "lộ" not in office.passes()


def test_whom_a_document_a_plan_or_a_source_of_values_names_may_be_named(office):
    """Words of every kind of public content, not only of news."""
    commune = office.commune
    commune.write("van-ban/moi.md", DOCUMENT)
    commune.write("ke-hoach/2026.toml", PLAN)
    commune.write("chi-so/sipas.csv", "index;series;year;value;scale;status;source\nSIPAS;Cả nước;2023;82,66;%;công bố;Vụ CCHC, hỏi so-lieu@bo.example\n")
    assert "lộ" not in office.passes()


def test_words_may_be_mended_that_put_a_document_into_the_register(office):
    """Pages of the register are made of the words of items: an issuer named by mistake has a list until somebody mends it."""
    words = "Thực hiện Kế hoạch số {number} ngày 3/2/2026 của {issuer}, phường làm thêm sáng thứ Bảy."
    for number, issuer in (("7/KH-SNV", "Sở Nội vụ"), ("8/KH-SYT", "Sở Y tế")):
        office.commune.news(number[0], words.format(number=number, issuer=issuer), date="4/3/2026", title=f"Làm thêm giờ số {number[0]}")
    office.passes()
    lists = [office.public / "van-ban" / "co-quan" / f"{name}.html" for name in ("so-y-te", "so-noi-vu")]
    assert [path.exists() for path in lists] == [True, True]
    office.commune.news("8", words.format(number="7/KH-SNV", issuer="Sở Nội vụ"), date="4/3/2026", title="Làm thêm giờ số 8")
    office.passes()
    assert [path.exists() for path in lists] == [False, True]


def test_who_is_no_example_any_more_takes_the_year_of_examples_along(office):
    facts = {"date": "4/3/2024", "title": "Chị Vy làm hồ sơ tại nhà cho người già", "category": "guong-dien-hinh"}
    office.commune.news("vy", **facts, exemplar="Chị Ninh Hạ Vy")
    office.passes()
    year = office.public / "guong-dien-hinh" / "nam-2024.html"
    assert year.exists()
    office.commune.news("vy", **facts)
    office.passes()
    assert not year.exists()


# — the log, seen —


def test_the_log_shows_who_published_what_and_notices_tampering(office):
    office.commune.news("moi", title="Tin thật mới")
    office.passes()
    seen = run("log", "--public", office.public, cache=office.room / "cache")
    assert seen.code == 0
    assert re.search(r"#2  .* hanh@xa  đăng bản [0-9a-f]{20}: \d+ mới, \d+ thay đổi", seen.said)
    assert "mới: tin-tuc/moi.html" in seen.said
    file = office.room / ".public.cchc/log.jsonl"
    file.write_text(file.read_text(encoding="utf-8").replace("hanh@xa", "ai-do@xa", 1), encoding="utf-8")
    tampered = run("log", "--public", office.public, cache=office.room / "cache")
    assert tampered.code == 1
    assert "KHÔNG nguyên vẹn từ dòng 1" in tampered.said


def test_a_dry_run_tells_the_rename_and_leaves_content_site_and_log_alone(office):
    office.file("bai-03").rename(office.file("ten-moi"))
    before, lines = tree(office.public), len(office.log())
    said = office.passes("--dry-run")
    assert "Sẽ thêm vào chuyen-huong.txt: tin-tuc/bai-03.html -> tin-tuc/ten-moi.html" in said
    assert tree(office.public) == before
    assert len(office.log()) == lines
    assert not (office.commune.content / "chuyen-huong.txt").exists()


def test_the_sample_is_published_without_a_false_alarm_and_again_when_time_has_passed(tmp_path):
    for now in ("2024-06-01", "2025-04-20", "2025-06-01", "2026-11-22"):
        outcome = run("publish", "--content", ROOT / "content", "--public", tmp_path / "public", "--now", now, cache=tmp_path / "cache")
        assert outcome.code == 0, outcome.said
