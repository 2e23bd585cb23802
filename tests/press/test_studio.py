"""Published pictures are made once: again only when the picture or the encoder changed, whatever else did."""

import io
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

import pytest
from PIL import Image

from plugins.model.page import Asset
from plugins.model.problems import ContentChanged
from plugins.press import press as press_module
from plugins.press.press import Release, press
from plugins.press.studio import Studio
from plugins.reading import pictures
from tests.commune import tree
from tests.factory import site

FORMS = (("hinh-anh/a.jpg", "picture"), ("hinh-anh/a.jpg.320.webp", "webp-320"), ("hinh-anh/a.jpg.640.webp", "webp-640"))


def jpeg(colour: tuple[int, int, int] = (11, 83, 148)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (640, 400), colour).save(out, "JPEG")
    return out.getvalue()


def assets(data: bytes) -> tuple[Asset, ...]:
    digest = blake2b(data, digest_size=16).hexdigest()
    return (*(Asset(path, "hinh-anh/a.jpg", digest, made) for path, made in FORMS), Asset("tai-lieu/a.pdf", "tai-lieu/a.pdf", blake2b(b"%PDF-", digest_size=16).hexdigest()))


@pytest.fixture
def content(tmp_path) -> Path:
    for name, data in (("hinh-anh/a.jpg", jpeg()), ("tai-lieu/a.pdf", b"%PDF-")):
        file = tmp_path / "content" / name
        file.parent.mkdir(parents=True)
        file.write_bytes(data)
    return tmp_path / "content"


@pytest.fixture
def made(monkeypatch) -> list[str]:
    """What is encoded, in order."""
    seen: list[str] = []
    whole = pictures.make
    monkeypatch.setattr(pictures, "make", lambda data, how, base=None: (seen.append(how), whole(data, how, base))[1])
    return seen


def test_a_copy_is_made_from_the_picture_that_is_held_and_equals_one_made_alone(content, monkeypatch):
    decoded: list[int] = []
    whole = pictures.base_of
    monkeypatch.setattr(pictures, "base_of", lambda data: (decoded.append(len(data)), whole(data))[1])
    held = Studio(content)
    together = [held.make(asset) for asset in assets(jpeg())]
    assert len(decoded) == 1
    assert together == [Studio(content).make(asset) for asset in assets(jpeg())]


@pytest.mark.parametrize("which", range(4))
def test_a_file_that_was_swapped_after_the_gate_saw_it_goes_out_in_no_form(which, content):
    asset = assets(jpeg())[which]
    (content / asset.source).write_bytes(b"khac")
    with pytest.raises(ContentChanged, match=asset.source):
        Studio(content).make(asset)


def test_no_change_of_profile_theme_or_program_makes_a_picture_anew(content, theme, tmp_path, made, monkeypatch):
    first = press(replace(site(), assets=assets(jpeg())), [], theme, content, tmp_path / "a", None, 1)
    assert sorted(made) == sorted(how for _, how in FORMS)
    made.clear()
    monkeypatch.setattr(press_module, "version", lambda: "another program")
    other = replace(site(site={"domain": "https://moi.example"}, colours={"primary": "#7a1f1f"}), assets=assets(jpeg()))
    second = press(other, [], theme, content, tmp_path / "b", first, 1)
    assert second.folder != first.folder
    assert made == []
    for path, _ in FORMS:
        assert (second.folder / path).samefile(first.folder / path)


def test_another_picture_and_another_encoder_make_all_its_forms_anew(content, theme, tmp_path, made, monkeypatch):
    def pressed(name: str, data: bytes, last: Release | None) -> Release:
        (content / "hinh-anh/a.jpg").write_bytes(data)
        made.clear()
        return press(replace(site(), assets=assets(data)), [], theme, content, tmp_path / name, last, 1)

    first = pressed("a", jpeg(), None)
    second = pressed("b", jpeg((148, 11, 83)), first)
    assert len(made) == len(FORMS)
    assert all(first.files[path].sha256 != second.files[path].sha256 for path, _ in FORMS)
    monkeypatch.setattr(pictures, "encoder", lambda: "another library")
    pressed("c", jpeg((148, 11, 83)), second)
    assert len(made) == len(FORMS)


def test_several_processes_make_the_same_pictures(content, theme, tmp_path):
    of = replace(site(), assets=assets(jpeg()))
    one, two = (press(of, [], theme, content, tmp_path / str(workers), None, workers) for workers in (1, 2))
    assert tree(one.folder) == tree(two.folder)


def test_the_encoder_is_told_by_its_libraries_and_its_code():
    assert pictures.encoder() == pictures.encoder()
    assert len(pictures.encoder()) == 32
