"""A branch of a real repository: one commit a release, sent by one push, over a folder, ssh and https."""

import getpass
import io
import os
import socket
import subprocess
import tarfile
import time
from dataclasses import replace
from pathlib import Path

import pytest

from publishing.targets import git as git_module
from publishing.targets.branch import BranchTarget
from publishing.targets.config import BranchConfig, Secrets
from publishing.targets.contract import MANIFEST, Promise, TargetRefused
from publishing.targets.git_words import reason
from tests.ports import free_port
from tests.publishing.targets.git_server import https_in
from tests.publishing.targets.publisher import SIGNER, bytes_of_release, commune_site, publish, release_of, served_by
from tests.publishing.targets.sender import senders
from tests.publishing.targets.ssh_server import line_to

TOKEN = "ghp_bimat123456"
KILLS = 200
AUTHOR = "UBND phường Lam Khê <cchc@lamkhe.example>"


@pytest.fixture(autouse=True)
def _quiet_home(monkeypatch, tmp_path):
    """Nothing of the settings of whoever runs the tests."""
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


BOTH = pytest.mark.parametrize("bare", ["names first", "all"], indirect=True)


@pytest.fixture
def bare(request, tmp_path) -> Path:
    """A repository as hosts have them: with the ability to leave files out of a fetch, or without."""
    place = tmp_path / "kho" / "trang.git"
    git("init", "--quiet", "--bare", str(place))
    git("-C", str(place), "config", "uploadpack.allowFilter", "false" if getattr(request, "param", "") == "all" else "true")
    git("-C", str(place), "config", "receive.unpackLimit", "1")  # each push stays a pack of its own
    return place


@pytest.fixture
def target(bare, tmp_path) -> BranchTarget:
    return BranchTarget(BranchConfig(name="pages", secrets=Secrets("pages", {}), state=tmp_path / "state", remote=str(bare)), AUTHOR)


def git(*arguments: str, given: bytes = b"") -> str:
    who = {f"GIT_{role}_{part}": text for role in ("AUTHOR", "COMMITTER") for part, text in (("NAME", "Kẻ Lạ"), ("EMAIL", "la@example"))}
    done = subprocess.run(["git", *arguments], input=given, capture_output=True, env={**os.environ, **who}, check=True)
    return done.stdout.decode("utf-8", "surrogateescape").strip()


def tip(bare: Path) -> str:
    return git("-C", str(bare), "rev-parse", "refs/heads/gh-pages")


def tree(bare: Path) -> dict[str, bytes]:
    """Files of one commit, even while another is being pushed."""
    commit = tip(bare)
    archive = subprocess.run(["git", "-C", str(bare), "archive", "--format=tar", commit], capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
        return {entry.name: file.read() for entry in packed if (file := packed.extractfile(entry))}


def site(bare: Path) -> dict[str, bytes]:
    """What the host serves, our own marks aside."""
    return {path: data for path, data in tree(bare).items() if path not in (MANIFEST, ".nojekyll")}


def edit(bare: Path, files: dict[str, str | None], message: str = "sửa tay") -> None:
    """Somebody else's commit on top of the branch."""
    stream = f"commit refs/heads/gh-pages\ncommitter Kẻ Lạ <la@example> 1790000000 +0000\ndata {len(message.encode())}\n{message}\n"
    stream += "from refs/heads/gh-pages^0\n"
    for path, text in files.items():
        stream += f"D {path}\n" if text is None else f"M 100644 inline {path}\ndata {len(text.encode())}\n{text}\n"
    git("-C", str(bare), "fast-import", "--quiet", given=stream.encode())


def refused(target: BranchTarget) -> str:
    with pytest.raises(TargetRefused) as caught, target.open() as session:
        session.manifest()
    assert TOKEN not in str(caught.value)
    return str(caught.value)


# --- what is sent ------------------------------------------------------------------------------------------------------


@BOTH
def test_a_first_release_is_one_commit_with_the_whole_site_and_its_manifest(target, bare, tmp_path):
    release = release_of(tmp_path, 1, commune_site("1"))
    told = publish(target, release)
    assert tree(bare) == {**bytes_of_release(release), MANIFEST: release.signed, ".nojekyll": b""}
    assert git("-C", str(bare), "log", "--format=%an <%ae>|%s|%aI|%P", "gh-pages") == f"{AUTHOR}|Bản 1 · {release.manifest.id}|2026-11-02T08:00:00+00:00|"
    assert told == {path: entry.size for path, entry in release.manifest.files.items()}
    assert target.promise is Promise.WHOLE
    git("-C", str(bare), "fsck", "--strict")


@BOTH
def test_the_target_reads_back_what_it_serves(target, tmp_path):
    release = release_of(tmp_path, 1, commune_site("1"))
    publish(target, release)
    assert served_by(target) == bytes_of_release(release)
    with target.open() as session:
        assert session.manifest() == release.signed
        assert session.read("khong-co.html") is None


def test_a_repository_without_the_branch_holds_no_release(target):
    with target.open() as session:
        assert (session.manifest(), list(session.listing()), session.read("index.html")) == (None, [], None)


@BOTH
def test_only_what_changed_travels_and_what_is_gone_is_gone(target, bare, tmp_path):
    publish(target, release_of(tmp_path, 1, {"index.html": "1", "a.html": "a", "b/b.html": "b", "gone.html": "g"}))
    before = packs(bare)
    release = release_of(tmp_path, 2, {"index.html": "2", "a.html": "a", "b/b.html": "b", "new.html": "n"})
    told = publish(target, release)
    assert site(bare) == bytes_of_release(release)
    [came] = packs(bare) - before
    rows = git("-C", str(bare), "verify-pack", "-v", str(came)).split("\n")
    kinds = sorted(row.split()[1] for row in rows if len(row.split()) > 3 and len(row.split()[0]) == 40)
    assert [kind for kind in kinds if kind != "tree"] == ["blob"] * 3 + ["commit"]  # the home page, the new page, the manifest
    assert told == {"index.html": 1, "a.html": 0, "b/b.html": 0, "new.html": 1}


def packs(bare: Path) -> set[Path]:
    return set((bare / "objects" / "pack").glob("*.idx"))


def test_sending_what_lies_there_makes_no_commit(target, bare, tmp_path):
    release = release_of(tmp_path, 1, commune_site("1"))
    publish(target, release)
    before = tip(bare)
    publish(target, release)
    assert tip(bare) == before


def test_an_older_release_is_put_back_as_a_new_commit(target, bare, tmp_path):
    first, second = (release_of(tmp_path, number, commune_site(str(number))) for number in (1, 2))
    for release in (first, second, first):
        publish(target, release)
    assert site(bare) == bytes_of_release(first)
    assert git("-C", str(bare), "log", "-1", "--format=%s", "gh-pages") == f"Bản 1 · {first.manifest.id}"


def test_what_was_withdrawn_is_in_no_commit_that_anybody_can_clone(target, bare, tmp_path):
    publish(target, release_of(tmp_path, 1, {"index.html": "1", "rut.html": "phải rút"}))
    publish(target, release_of(tmp_path, 2, {"index.html": "1"}))
    git("clone", "--quiet", "--branch", "gh-pages", bare.as_uri(), str(tmp_path / "clone"))
    assert git("-C", str(tmp_path / "clone"), "rev-list", "--all", "--count") == "1"
    assert "rut.html" not in git("-C", str(tmp_path / "clone"), "rev-list", "--all", "--objects")


def test_a_name_that_git_would_quote_travels_as_it_is(target, bare, tmp_path):
    release = release_of(tmp_path, 1, {"tài liệu/mẫu số 1.pdf": "x", 'có "nháy".txt': "y", "index.html": "1"})
    publish(target, release)
    publish(target, release_of(tmp_path, 2, {"index.html": "1", "tài liệu/mẫu số 1.pdf": "x"}))
    assert set(site(bare)) == {"index.html", "tài liệu/mẫu số 1.pdf"}


def test_a_file_that_took_the_place_of_a_folder_is_sent(target, bare, tmp_path):
    publish(target, release_of(tmp_path, 1, {"a": "tệp", "b/c.html": "trong thư mục"}))
    second = release_of(tmp_path, 2, {"a/d.html": "trong thư mục", "b": "tệp"})
    publish(target, second)
    assert site(bare) == bytes_of_release(second)


def test_a_file_that_changed_after_the_build_is_not_sent(target, bare, tmp_path):
    publish(target, release_of(tmp_path, 1, {"index.html": "1"}))
    before, release = tip(bare), release_of(tmp_path, 2, {"a.html": "a", "index.html": "2"})
    (release.folder / "index.html").write_text("bị sửa")
    with pytest.raises(TargetRefused, match=r"index\.html của bản dựng đã bị đổi"):
        publish(target, release)
    assert tip(bare) == before


def test_nothing_is_left_on_this_machine_but_the_lock(target, tmp_path):
    (target.config.state / "git-left" / "objects").mkdir(parents=True)
    publish(target, release_of(tmp_path, 1, {"index.html": "1"}))
    assert {path.name for path in target.config.state.iterdir()} <= {"lock"}


# --- marks of the hosts ----------------------------------------------------------------------------------------------------


def test_the_domain_of_the_settings_is_written_for_github(target, bare, tmp_path):
    target = replace(target, config=replace(target.config, domain="cchc.lamkhe.example"))
    publish(target, release_of(tmp_path, 1, {"index.html": "1"}))
    assert tree(bare)["CNAME"] == b"cchc.lamkhe.example\n"
    assert served_by(target) == {"index.html": b"1"}


def test_a_domain_that_github_wrote_itself_stays(target, bare, tmp_path):
    publish(target, release_of(tmp_path, 1, {"index.html": "1"}))
    edit(bare, {"CNAME": "cchc.lamkhe.example"}, "Create CNAME")
    publish(target, release_of(tmp_path, 2, {"index.html": "2"}))
    assert tree(bare)["CNAME"] == b"cchc.lamkhe.example"
    assert served_by(target) == {"index.html": b"2"}


def test_gitlab_gets_the_job_that_hands_the_site_over(target, bare, tmp_path):
    """The host is told by its name; the job is run here as GitLab's runner would."""
    (tmp_path / "home" / ".gitconfig").write_text(f'[url "{bare.parent.as_uri()}/"]\n insteadOf = https://gitlab.example/\n')
    target = replace(target, config=replace(target.config, remote="https://gitlab.example/trang.git"))
    release = release_of(tmp_path, 1, commune_site("1"))
    publish(target, release)
    git("clone", "--quiet", "--branch", "gh-pages", str(bare), str(tmp_path / "clone"))
    job = (tmp_path / "clone" / ".gitlab-ci.yml").read_text()
    assert '$CI_COMMIT_BRANCH == "gh-pages"' in job
    script = job.split("- ", 1)[1].split("\n")[0]
    subprocess.run(["sh", "-c", script], cwd=tmp_path / "clone", check=True)
    public = tmp_path / "clone" / "public"
    found = {path.relative_to(public).as_posix(): path.read_bytes() for path in public.rglob("*") if path.is_file()}
    assert found == {**bytes_of_release(release), MANIFEST: release.signed}
    assert served_by(target) == bytes_of_release(release)


# --- others in the branch ------------------------------------------------------------------------------------------------


def test_a_branch_that_somebody_else_changed_is_refused_naming_the_change(target, bare, tmp_path):
    publish(target, release_of(tmp_path, 1, {"index.html": "1"}))
    edit(bare, {"index.html": "sửa trên web"}, "Sửa cho nhanh")
    before = tip(bare)
    with pytest.raises(TargetRefused, match=r"không do chương trình này gửi .*Kẻ Lạ.*Sửa cho nhanh.*hoàn tác"):
        publish(target, release_of(tmp_path, 2, {"index.html": "2"}))
    assert tip(bare) == before


def test_after_the_change_is_reverted_publishing_goes_on(target, bare, tmp_path):
    publish(target, release_of(tmp_path, 1, {"index.html": "1"}))
    edit(bare, {"index.html": "sửa trên web"})
    edit(bare, {"index.html": "1"}, "Revert")
    second = release_of(tmp_path, 2, {"index.html": "2"})
    publish(target, second)
    assert site(bare) == bytes_of_release(second)


def test_a_branch_with_work_of_others_is_never_replaced(target, bare, tmp_path):
    git("-C", str(bare), "fast-import", "--quiet", given=b"commit refs/heads/gh-pages\ncommitter A <a> 1 +0000\ndata 0\nM 100644 inline a\ndata 1\na\n")
    with pytest.raises(TargetRefused, match="không do chương trình này gửi"):
        publish(target, release_of(tmp_path, 1, {"index.html": "1"}))
    assert tree(bare) == {"a": b"a"}


@BOTH
def test_reading_back_shows_what_somebody_changed_removed_or_injected(target, bare, tmp_path):
    publish(target, release_of(tmp_path, 1, {"index.html": "1", "a.html": "a", "b.html": "b"}))
    edit(bare, {"a.html": "defaced", "b.html": None, "shell.php": "evil", ".nojekyll": "not empty"})
    assert served_by(target) == {"index.html": b"1", "a.html": b"defaced", "shell.php": b"evil", ".nojekyll": b"not empty"}


def test_of_two_publishers_from_two_machines_the_later_is_refused_and_the_earlier_stands(target, bare, tmp_path):
    first, second, third = (release_of(tmp_path, number, commune_site(str(number))) for number in (1, 2, 3))
    publish(target, first)
    other = replace(target, config=replace(target.config, state=tmp_path / "other machine"))
    with target.open() as session, session.locked("cán bộ A"):
        publish(other, second)
        with pytest.raises(TargetRefused, match=r"nhánh vừa bị người khác đổi.*'make publish'"):
            session.send(third, first.manifest, None, lambda *_: None)
    assert site(bare) == bytes_of_release(second)


def test_of_two_first_publishers_the_later_is_refused_too(target, bare, tmp_path):
    first, second = (release_of(tmp_path, number, commune_site(str(number))) for number in (1, 2))
    other = replace(target, config=replace(target.config, state=tmp_path / "other machine"))
    with target.open() as session:
        publish(other, first)
        with pytest.raises(TargetRefused, match="nhánh vừa bị người khác đổi"):
            session.send(second, None, None, lambda *_: None)
    assert site(bare) == bytes_of_release(first)


def test_two_publishers_on_one_machine_do_not_work_at_once(target):
    with target.open():
        assert "Đang có lượt khác dùng nơi đăng 'pages'" in refused(target)


# --- kills and cuts ----------------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals are those of POSIX")
def test_a_publisher_killed_at_any_moment_leaves_the_old_or_the_new_site_and_the_next_run_needs_no_help(target, bare, tmp_path):
    editions = [release_of(tmp_path, number, commune_site(str(number))) for number in (1, 2)]
    publish(target, editions[0])
    killed = 0
    with senders(seed=7, imports="publishing.targets.branch") as running:
        running.run(target, editions[1])
        for turn in range(2, KILLS):
            old, new = editions[(turn - 1) % 2], editions[turn % 2]
            for _ in range(4):
                at_work = running.kill(target, new)
                killed += at_work
                assert site(bare) in (bytes_of_release(old), bytes_of_release(new)), killed
                if not at_work:
                    break
            again(target, new)
            assert site(bare) == bytes_of_release(new), killed
            if killed >= KILLS:
                break
    git("-C", str(bare), "fsck", "--strict")
    assert killed >= KILLS


def again(target: BranchTarget, release) -> None:
    """The git that a killed publisher had started may still be at work on the push: then this run is told so, once."""
    try:
        publish(target, release)
    except TargetRefused:
        time.sleep(1)
        publish(target, release)


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


def test_what_the_signature_covers_comes_back_bit_by_bit(target, tmp_path):
    release = release_of(tmp_path, 1, {"index.html": "1"})
    publish(target, release)
    with target.open() as session:
        assert session.manifest() == release.signed
    assert SIGNER.key.encode() in release.signed
