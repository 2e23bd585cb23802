"""An item comes with all its pictures or not at all, and the site takes it as it is."""

from pathlib import Path

import pytest

from importers.news.item import Wishes
from importers.news.places import look
from importers.news.plan import State, make_plan, sources_in
from importers.news.write import write_plan
from tests.commune import Commune, published, tree
from tests.importers.news.writing import Word, p, photo

KINDS = ("tin-tuc", "trang")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    word = Word()
    word.add("Phường trồng cây đầu xuân", "24/5/2026", "Sáng nay, cán bộ phường trồng 200 cây xanh.", "Ảnh chụp tại công viên:", p(word.picture(photo(300, 200), "Người dân trồng cây")))
    word.add(p(word.picture(photo(320, 200), "Hàng cây mới")))
    return word.save(tmp_path / "tin.docx")


def import_into(content: Path, source: Path, **wishes: str):
    plan = make_plan(sources_in(source), look(content, KINDS), Wishes(**{"category": "tuyen-truyen", **wishes}))
    return plan, write_plan(plan, content)


def test_pictures_and_item_are_written_together(tmp_path, source):
    content = Commune(tmp_path / "content").content
    plan, problems = import_into(content, source)
    assert problems == []
    assert plan.count(State.NEW) == 1
    assert sorted(tree(content)) == [
        "hinh-anh/2026/phuong-trong-cay-dau-xuan-1.jpg",
        "hinh-anh/2026/phuong-trong-cay-dau-xuan-2.jpg",
        "site.toml",
        "tin-tuc/2026/2026-05-24-phuong-trong-cay-dau-xuan.md",
    ]


def test_nothing_is_half_written_when_the_item_cannot_be(tmp_path, source):
    content = Commune(tmp_path / "content").content
    (content / "tin-tuc").write_text("không phải thư mục")
    before = tree(content)
    _, problems = import_into(content, source)
    assert [found.code for found in problems] == ["import-write"]
    assert tree(content) == before


def test_a_picture_of_somebody_else_keeps_its_name(tmp_path, source):
    commune = Commune(tmp_path / "content")
    other = commune.write("hinh-anh/2026/phuong-trong-cay-dau-xuan-1.jpg", photo(50, 50))
    before = other.read_bytes()
    _, problems = import_into(commune.content, source)
    assert problems == []
    assert other.read_bytes() == before
    text = (commune.content / "tin-tuc/2026/2026-05-24-phuong-trong-cay-dau-xuan.md").read_text(encoding="utf-8")
    assert "(hinh-anh/2026/phuong-trong-cay-dau-xuan-1-ban-2.jpg)" in text
    assert "(hinh-anh/2026/phuong-trong-cay-dau-xuan-2.jpg)" in text


def test_a_link_out_of_the_content_folder_is_not_written_through(tmp_path, source):
    content = Commune(tmp_path / "content").content
    (tmp_path / "ngoai").mkdir()
    (content / "hinh-anh").symlink_to(tmp_path / "ngoai")
    _, problems = import_into(content, source)
    assert [found.code for found in problems] == ["import-write"]
    assert list((tmp_path / "ngoai").rglob("*.jpg")) == []


def test_an_import_without_a_question_left_is_published_with_its_pictures(tmp_path, source):
    content = Commune(tmp_path / "content").content
    import_into(content, source)
    built = published(content, tmp_path / "public")
    page = built["tin-tuc/phuong-trong-cay-dau-xuan.html"].decode()
    assert "Sáng nay, cán bộ phường trồng 200 cây xanh." in page
    assert "Người dân trồng cây" in page
    assert any(path.startswith("hinh-anh/2026/phuong-trong-cay-dau-xuan-1") and path.endswith(".jpg") for path in built)


def test_a_page_of_the_site_can_be_imported_too(tmp_path):
    content = Commune(tmp_path / "content").content
    (tmp_path / "gt.txt").write_text("Giới thiệu chung\n\nPhường có 12 khu phố.", encoding="utf-8")
    plan, problems = import_into(content, tmp_path / "gt.txt", kind="trang", category="")
    assert (problems, plan.changes[0].path) == ([], "trang/gioi-thieu-chung.md")
    assert "category" not in plan.changes[0].item.text
