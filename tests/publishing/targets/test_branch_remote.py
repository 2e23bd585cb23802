"""A branch on a host: over ssh and https, over lines that break, and what is refused with which words."""

import getpass
import os
import socket
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from publishing.targets import git as git_module
from publishing.targets.branch import BranchTarget
from publishing.targets.config import Secrets
from publishing.targets.contract import TargetRefused
from publishing.targets.git_words import reason
from tests.ports import free_port
from tests.publishing.targets.branch_host import BOTH, TOKEN, git, refused, site, target_of
from tests.publishing.targets.git_server import https_in
from tests.publishing.targets.publisher import bytes_of_release, commune_site, publish, release_of
from tests.publishing.targets.ssh_server import line_to


@pytest.fixture
def target(bare, tmp_path) -> BranchTarget:
    return target_of(bare, tmp_path / "state")


# --- ssh -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def by_ssh(target, bare, sshd, monkeypatch) -> BranchTarget:
    options = f"-F none -i '{sshd.folder / 'account key'}' -o UserKnownHostsFile='\"{sshd.known_hosts}\"' -o IdentitiesOnly=yes"
    monkeypatch.setenv("GIT_SSH_COMMAND", f"ssh {options}")
    return at_port(target, bare, sshd.port)


def at_port(target: BranchTarget, bare: Path, port: int) -> BranchTarget:
    return replace(target, config=replace(target.config, remote=f"ssh://{getpass.getuser()}@127.0.0.1:{port}{bare}"))


@BOTH
def test_over_ssh_releases_follow_each_other(by_ssh, bare, tmp_path):
    for number in (1, 2):
        release = release_of(tmp_path, number, commune_site(str(number)))
        publish(by_ssh, release)
        assert site(bare) == bytes_of_release(release)


@pytest.mark.slow
def test_a_line_that_is_cut_anywhere_leaves_the_old_or_the_new_site(by_ssh, bare, sshd, tmp_path):
    editions = [release_of(tmp_path, number, {**commune_site(str(number)), "anh.jpg": os.urandom(60_000)}) for number in (1, 2)]
    publish(by_ssh, editions[0])
    told: list[str] = []
    with line_to(sshd.port) as line:
        sshd.known_at(line.port)
        cut = at_port(by_ssh, bare, line.port)
        for turn, limit in enumerate((0, 2_000, 30_000, 60_000), 1):
            old, new = editions[turn % 2 - 1], editions[turn % 2]
            line.until(limit)
            told.append(outcome(cut, new))
            assert site(bare) in (bytes_of_release(old), bytes_of_release(new))
            line.until(None)
            publish(cut, new)
            assert site(bare) == bytes_of_release(new)
            editions[(turn + 1) % 2] = release_of(tmp_path / str(turn), turn + 2, {**commune_site(str(turn)), "anh.jpg": os.urandom(60_000)})
        assert line.cuts == len(told)
    cut_off = [what for what in told if "không nối được tới máy chủ hoặc đường truyền bị cắt" in what]
    assert len(cut_off) >= len(told) - 1  # a connection may have served its purpose when it is cut
    assert set(told) - set(cut_off) <= {""}


def outcome(target: BranchTarget, release) -> str:
    """Why a sending was refused; empty when it was not."""
    try:
        publish(target, release)
    except TargetRefused as refusal:
        return str(refusal)
    return ""


def test_a_line_that_falls_silent_is_given_up(by_ssh, bare, sshd, monkeypatch):
    monkeypatch.setattr(git_module, "SILENCE", 1.0)
    with line_to(sshd.port) as line:
        sshd.known_at(line.port)
        line.until(2_000, silent=True)
        assert "không nối được tới máy chủ hoặc đường truyền bị cắt" in refused(at_port(by_ssh, bare, line.port))


# --- https -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def https(bare, tmp_path, monkeypatch):
    (tmp_path / "tls").mkdir()
    with https_in(tmp_path / "tls", bare.parent, TOKEN) as server:
        monkeypatch.setenv("GIT_SSL_CAINFO", str(server.certificate))
        yield server


def with_token(target: BranchTarget, address: str, token: str | None) -> BranchTarget:
    secrets = Secrets("pages", {"CCHC_PAGES_TOKEN": token} if token else {})
    return replace(target, config=replace(target.config, remote=f"{address}/trang.git", secrets=secrets))


@BOTH
def test_over_https_the_token_opens_the_repository(target, bare, https, tmp_path):
    target = with_token(target, https.address, TOKEN)
    for number in (1, 2):
        release = release_of(tmp_path, number, commune_site(str(number)))
        publish(target, release)
        assert site(bare) == bytes_of_release(release)
    assert set(https.asked) == {"", f"x-access-token:{TOKEN}"}
    assert TOKEN not in repr(target)


@pytest.mark.parametrize("token", ["ghp_sai", None], ids=["wrong", "none"])
def test_a_wrong_or_missing_token_is_told_apart_without_asking(token, target, https):
    assert "không được phép ghi vào kho" in refused(with_token(target, https.address, token))
    assert "CCHC_PAGES_TOKEN" in refused(with_token(target, https.address, token))


def test_a_certificate_that_nobody_signed_is_refused(target, https, monkeypatch):
    monkeypatch.delenv("GIT_SSL_CAINFO")
    assert "chứng thư của máy chủ không được công nhận" in refused(with_token(target, https.address, TOKEN))


# --- refusals ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "remote", [f"https://x:{TOKEN}@github.com/a/b.git", f"https://{TOKEN}@github.com/a/b.git", f"ssh://git:{TOKEN}@github.com/a/b.git"]
)
def test_a_credential_inside_the_address_is_refused_and_not_repeated(remote, target):
    assert "có tên hoặc mật khẩu bên trong" in refused(replace(target, config=replace(target.config, remote=remote)))


@pytest.mark.parametrize("remote", ["http://github.com/a/b.git", "git://h/a", "ext::sh -c id", "--upload-pack=id", "-oProxyCommand=id:x", "kho", ""])
def test_an_address_of_another_kind_is_refused(remote, target):
    assert "Địa chỉ kho (dòng remote) phải có dạng" in refused(replace(target, config=replace(target.config, remote=remote)))


def test_a_repository_that_is_not_there_is_told(target, bare):
    assert "không có kho này" in refused(replace(target, config=replace(target.config, remote=f"{bare}-khong-co")))


def test_a_server_that_cannot_be_reached_is_told(by_ssh, bare):
    assert "không nối được tới máy chủ" in refused(at_port(by_ssh, bare, free_port()))


def test_a_wrong_key_is_told(by_ssh, tmp_path, sshd, monkeypatch):
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / "other")], check=True)
    monkeypatch.setenv("GIT_SSH_COMMAND", f"ssh -F none -i {tmp_path}/other -o IdentitiesOnly=yes -o UserKnownHostsFile='\"{sshd.known_hosts}\"'")
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    assert "Thêm khóa SSH của máy này vào kho" in refused(by_ssh)


def test_a_host_key_that_nobody_knows_is_refused(by_ssh, tmp_path, sshd, monkeypatch):
    monkeypatch.setenv("GIT_SSH_COMMAND", f"ssh -F none -i '{sshd.folder / 'account key'}' -o UserKnownHostsFile={tmp_path}/none")
    assert "khóa của máy chủ lạ hoặc đã đổi" in refused(by_ssh)


def test_a_protected_branch_is_told(target, bare, tmp_path):
    git("-C", str(bare), "config", "receive.denyNonFastForwards", "true")
    publish(target, release_of(tmp_path, 1, {"index.html": "1"}))
    with pytest.raises(TargetRefused, match="nhánh được bảo vệ"):
        publish(target, release_of(tmp_path, 2, {"index.html": "2"}))
    assert site(bare) == {"index.html": b"1"}


def test_what_a_server_says_of_itself_is_told_in_one_printable_line():
    assert "git báo 'remote: GH013: \\x' " not in reason("remote: GH013: lạ\x07\r\nđuôi\x1b[31m", "T")
    assert reason("remote: một\nđuôi\x1b[31m", "T").startswith("git báo 'đuôi[31m'")


def test_neither_hooks_nor_a_git_around_us_get_in_the_way(target, bare, tmp_path, monkeypatch):
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    (hooks / "pre-push").write_text("#!/bin/sh\nexit 1\n")
    (hooks / "pre-push").chmod(0o755)
    (tmp_path / "home" / ".gitconfig").write_text(f"[core]\n hooksPath = {hooks}\n[commit]\n gpgSign = true\n[push]\n followTags = true\n")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "nowhere"))
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Người Khác")
    publish(target, release_of(tmp_path, 1, {"index.html": "1"}))
    monkeypatch.delenv("GIT_DIR")
    assert site(bare) == {"index.html": b"1"}


def test_without_git_it_says_what_to_install(target, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "Cài git rồi chạy lại" in refused(target)


def test_a_state_folder_that_cannot_be_made_is_named(target, tmp_path):
    (tmp_path / "tệp").write_text("")
    assert "Không ghi được vào" in refused(replace(target, config=replace(target.config, state=tmp_path / "tệp" / "state")))


def test_a_server_that_accepts_and_never_answers_is_given_up(by_ssh, bare, monkeypatch):
    monkeypatch.setattr(git_module, "SILENCE", 1.0)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        assert "không nối được tới máy chủ" in refused(at_port(by_ssh, bare, silent.getsockname()[1]))
