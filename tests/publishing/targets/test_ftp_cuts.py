"""FTP cannot switch a site at once; at every cut each file is whole, no link is dead, and the next run puts all right."""

import shutil
from contextlib import suppress

import pytest

from publishing.targets.contract import Release, TargetRefused
from publishing.targets.ftplock import FOLDER
from tests.publishing.disk import Publisher
from tests.publishing.targets.ftp_server import Faults, Server, certificate, pyftpdlib, vsftpd
from tests.publishing.targets.linked_site import faults, files_in, is_exactly, site
from tests.publishing.targets.publisher import publish, release_of
from tests.publishing.targets.sender import senders

WAYS = ("before", "after", "within")  # before a command is done; before it is answered; in the middle of its data


@pytest.fixture
def releases(tmp_path) -> tuple[Release, Release, Release]:
    first, second, third = (release_of(tmp_path / "dựng", n, site(n)) for n in (1, 2, 3))
    return first, second, third


def put_back(server: Server, release: Release) -> None:
    """What a whole publishing of the release leaves behind."""
    shutil.rmtree(server.site)
    shutil.copytree(release.folder, server.site)
    (server.site / "cchc-manifest.json").write_bytes(release.signed)


def commands(server: Server, told: Faults, old: Release, new: Release) -> list[str]:
    """What an undisturbed publishing says to the server, without its goodbye."""
    put_back(server, old)
    told.reset()
    publish(server.target(), new)
    assert is_exactly(server.site, new)
    return told.heard[:-1]


def cut(server: Server, told: Faults, release: Release, **where: int) -> dict[str, bytes]:
    """What is there after a publishing that was cut. It is refused, unless only the lock was left to give back."""
    told.reset(**where)
    with suppress(TargetRefused):
        publish(server.target(), release)
        assert not faults(files_in(server.site), release)
    told.reset()
    return files_in(server.site)


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_a_cut_at_each_command_leaves_whole_files_and_live_links_and_the_next_run_completes(way, tmp_path, releases):
    old, new, _ = releases
    told = Faults()
    with pyftpdlib(tmp_path / "máy chủ", faults=told) as server:
        said = commands(server, told, old, new)
        assert len(said) >= 100
        sending = [number for number, command in enumerate(said, 1) if command.startswith("STOR")]
        for number in {"before": range(1, len(said) + 1), "after": range(1, len(said) + 1, 2), "within": sending}[way]:
            put_back(server, old)
            there = cut(server, told, new, **{way: number})
            assert not faults(there, old, new), (number, said[number - 1])
            publish(server.target(), new)
            assert is_exactly(server.site, new), (number, said[number - 1], sorted(files_in(server.site)))


@pytest.mark.slow
def test_where_files_must_be_deleted_before_a_rename_one_may_be_missing_until_the_next_run(tmp_path, releases):
    old, new, _ = releases
    told = Faults(refuses_to_replace=True)
    with pyftpdlib(tmp_path / "máy chủ", faults=told) as server:
        said = commands(server, told, old, new)
        for number in range(1, len(said), 5):
            put_back(server, old)
            assert len(faults(cut(server, told, new, before=number), old, new)) <= 1, (number, said[number - 1])
            publish(server.target(), new)
            assert is_exactly(server.site, new), (number, said[number - 1])


def test_a_webmaster_is_told_of_a_server_where_files_must_be_deleted_first(tmp_path):
    ours = Publisher(tmp_path / "nhà")
    with pyftpdlib(tmp_path / "máy chủ", faults=Faults(refuses_to_replace=True)) as server:
        ours.bring(ours.build({"index.html": "cũ"}), server.target())
        (notice,) = ours.bring(ours.build({"index.html": "mới"}), server.target()).notices
    with pyftpdlib(tmp_path / "máy chủ khác") as other:
        assert ours.bring(ours.build({"index.html": "mới"}), other.target(), takeover=True).notices == ("Không tin những gì đang có ở đó; gửi lại mọi tệp.",)
    assert notice == "Máy chủ FTP 127.0.0.1 không cho đổi tên đè lên tệp cũ: mỗi tệp cũ được xóa ngay trước khi đổi tên."


@pytest.mark.slow
def test_two_cuts_with_another_release_after_each_leave_nothing_behind(tmp_path, releases):
    old, new, newest = releases
    told = Faults()
    with pyftpdlib(tmp_path / "máy chủ", faults=told) as server:
        last = len(commands(server, told, old, new))
        for number in range(20, last, 9):
            put_back(server, old)
            cut(server, told, new, before=number)
            there = cut(server, told, newest, before=(number * 5) % last + 10)
            assert not faults(there, old, new, newest), number
            publish(server.target(), old)  # everything is taken back
            assert is_exactly(server.site, old), number


def unlock_unsigned(server: Server) -> None:
    """A lock that is nobody's is waited for, which the cuts above show; here the next would only be killed while waiting."""
    lock = server.site / FOLDER
    if lock.exists() and not any(file.stat().st_size for file in lock.iterdir()):
        shutil.rmtree(lock)


@pytest.mark.slow
@pytest.mark.parametrize(("secure", "kills"), [(False, 200), (True, 40)], ids=["ftp", "ftps"])
def test_a_sender_killed_at_any_moment_leaves_whole_files_and_live_links_and_the_next_run_completes(secure, kills, tmp_path):
    """Up to four are killed, one after the other, over what the one before left behind."""
    old, new = (release_of(tmp_path / "dựng", n, site(n, pages=40)) for n in (1, 2))
    tls = certificate(tmp_path / "tls") if secure else None
    with vsftpd(tmp_path / "may-chu", tls) as server, senders(4, "publishing.targets.ftp") as killers:
        for _ in range(2):  # the second tells how long it takes
            put_back(server, old)
            killers.run(server.target(), new)
        killed = 0
        for _ in range(kills):
            put_back(server, old)
            for _ in range(4):
                at_work = killers.kill(server.target(), new)
                killed += at_work
                assert not faults(files_in(server.site), old, new), killed
                unlock_unsigned(server)
                if not at_work:
                    break
            publish(server.target(), new)
            assert is_exactly(server.site, new), killed
            if killed >= kills:
                break
        assert killed >= kills
