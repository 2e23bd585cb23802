"""Verifying the site as a person, or cron, runs it: what is said, and the exit code."""

import os
import shutil
from functools import partial

import pytest

from publishing.targets.contract import MANIFEST
from tests.commune import Commune, publish, run, tree
from tests.publishing.tampering import add, change_a_byte, remove, serving


@pytest.fixture
def commune(tmp_path) -> Commune:
    made = Commune(tmp_path / "content", **{"publish.kho": {"kind": "folder", "path": "kho"}})
    made.news("bai-mot")
    (tmp_path / "kho").mkdir()
    outcome = publish(made.content, tmp_path / "public")
    assert outcome.code == 0, outcome.said
    return made


def verify(commune: Commune, *more: str, **environ: str):
    home = commune.content.parent
    return run("verify-site", "--content", commune.content, "--public", home / "public", *more, cache=home / "cache", **environ)


def test_cron_hears_nothing_on_its_output_and_exit_0_while_all_is_well(commune, tmp_path):
    with serving(tmp_path / "kho" / "current") as address:
        for way in ((), ("--target", "kho"), ("--url", address)):
            outcome = verify(commune, *way)
            assert outcome.code == 0, outcome.said
            assert "Đúng như đã đăng" in outcome.said


def test_cron_hears_what_is_wrong_with_exit_1(commune, tmp_path):
    live = tmp_path / "kho" / "current"
    add("index.php")(live)
    remove("robots.txt")(live)
    with serving(live) as address:
        for way in (("--target", "kho"), ("--url", address)):
            outcome = verify(commune, *way)
            assert outcome.code == 1, outcome.said
            assert "mất: robots.txt\nlạ: index.php\n" in outcome.said
            assert "KHÔNG đúng như đã đăng: 0 tệp bị sửa, 1 tệp mất, 1 tệp lạ" in outcome.said


def test_an_old_release_of_ours_put_back_by_somebody_else_is_found(commune, tmp_path):
    kho = tmp_path / "kho"
    old = os.readlink(kho / "current")
    commune.news("bai-hai")
    publish(commune.content, tmp_path / "public")
    assert verify(commune, "--target", "kho").code == 0
    (kho / "current").unlink()
    (kho / "current").symlink_to(old)
    outcome = verify(commune, "--target", "kho")
    assert outcome.code == 1
    assert f"đã sửa: {MANIFEST}" in outcome.said


def test_the_public_folder_of_this_machine_is_looked_at_when_nothing_else_is_named(commune, tmp_path):
    add("tin-tuc/up.php")(tmp_path / "public")
    outcome = verify(commune)
    assert (outcome.code, "lạ: tin-tuc/up.php" in outcome.said) == (1, True)


def test_what_cannot_be_told_is_exit_2(commune, tmp_path):
    for way, said in (
        (("--url", "http://127.0.0.1:9"), "Không kết nối được"),
        (("--target", "khong-co"), "Không có nơi đăng 'khong-co'"),
        (("--url", "lamkhe"), "không phải địa chỉ trang"),
        (("--target", "kho", "--public", str(tmp_path / "x")), "Máy này chưa từng đăng trang"),
    ):
        outcome = verify(commune, *way)
        assert outcome.code == 2, outcome.said
        assert said in outcome.said


def test_another_machine_with_the_key_can_watch_the_site(commune, tmp_path):
    key = (tmp_path / ".public.cchc" / "signing-key").read_text(encoding="ascii")
    live = tmp_path / "kho" / "current"
    with serving(live) as address:
        watching = partial(verify, commune, "--public", str(tmp_path / "none"), "--url", address, CCHC_SIGNING_KEY=key)
        outcome = watching()
        assert outcome.code == 0, outcome.said
        assert "nếu bản cũ bị dựng lại thì không thấy được" in outcome.said
        change_a_byte("index.html", 0.5)(live)
        assert watching().code == 1
        (live / MANIFEST).write_bytes(b"{}")
        assert "không đọc được nên không so được" in watching().said
    assert not any(".none" in path for path in tree(tmp_path))


@pytest.mark.parametrize(("name", "ours"), [(".htaccess", "htaccess.txt"), ("web.config", "web.config")])
def test_our_server_rules_at_the_root_are_no_stranger_until_somebody_changes_them(commune, tmp_path, name, ours):
    live = tmp_path / "kho" / "current"
    shutil.copy(tmp_path / ".public.cchc" / "may-chu" / ours, live / name)
    outcome = verify(commune, "--target", "kho")
    assert outcome.code == 0, outcome.said
    (live / name).write_bytes((live / name).read_bytes() + b"\n# x\n")
    assert f"lạ: {name}" in verify(commune, "--target", "kho").said
