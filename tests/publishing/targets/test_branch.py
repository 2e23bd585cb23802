"""A branch of a real repository: one commit a release, sent by one push, and nobody else's work replaced."""

import os
import subprocess
import time
from dataclasses import replace
from pathlib import Path

import pytest

from publishing.targets.branch import BranchTarget
from publishing.targets.contract import MANIFEST, Promise, TargetRefused
from tests.publishing.targets.branch_host import AUTHOR, BOTH, edit, git, refused, site, target_of, tip, tree
from tests.publishing.targets.publisher import SIGNER, bytes_of_release, commune_site, publish, release_of, served_by
from tests.publishing.targets.sender import senders

KILLS = 200


@pytest.fixture
def target(bare, tmp_path) -> BranchTarget:
    return target_of(bare, tmp_path / "state")


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


def test_what_the_signature_covers_comes_back_bit_by_bit(target, tmp_path):
    release = release_of(tmp_path, 1, {"index.html": "1"})
    publish(target, release)
    with target.open() as session:
        assert session.manifest() == release.signed
    assert SIGNER.key.encode() in release.signed


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


# --- kills -----------------------------------------------------------------------------------------------------------


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
