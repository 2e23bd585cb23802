"""Is what is served what was published? Fifty tamperings found of fifty, from inside and from outside, and none on an honest site."""

import os
import random
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import pytest

from publishing.audit import Findings, audit, folder_place
from publishing.auditweb import audit_web, links
from publishing.targets.contract import MANIFEST, Release, TargetRefused
from publishing.web import Web, web
from tests.ports import free_port
from tests.publishing.disk import Publisher
from tests.publishing.tampering import FOLDERS, PAGE, Handler, Tamper, add, add_linked, change_a_byte, remove, serving


def site(edition: str) -> dict[str, str]:
    """A small site: pages, lists, feeds, assets; each edition differs everywhere but in its style."""
    pages = {f"{folder}bai-{n}.html": PAGE.format(f"Bài {n} bản {edition}", f"bai-{(n + 1) % 6}.html") for folder in FOLDERS[1:] for n in range(6)}
    lists = {f"{folder}index.html": PAGE.format(f"Danh sách {folder} bản {edition}", "bai-1.html" if folder else "tin-tuc/") for folder in FOLDERS}
    return {**pages, **lists, "feeds/tin.xml": f"<rss>{edition}</rss>", "theme/a.css": "body{}", "đăng-ký.html": "có dấu"}


@pytest.fixture(scope="module")
def editions(tmp_path_factory) -> tuple[Release, Release]:
    """An old release and the one that was published last."""
    ours = Publisher(tmp_path_factory.mktemp("ours"))
    return ours.build(site("cũ")), ours.build(site("mới"))


@pytest.fixture
def served(editions, tmp_path) -> Path:
    """What a server serves: the last release with its manifest."""
    return lay(editions[1], tmp_path / "served")


def lay(release: Release, folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(release.folder, folder)
    (folder / MANIFEST).write_bytes(release.signed)
    return folder


def replayed(old: Release) -> Tamper:
    return lambda root: (lay(old, root), None)[1]


def tamperings(old: Release) -> dict[str, Tamper]:
    """Fifty, drawn with a fixed seed."""
    draw = random.Random(2026)
    paths = sorted(site("mới"))
    found: dict[str, Tamper] = {f"byte changed in {path}": change_a_byte(path, draw.random()) for path in draw.sample(paths, 16)}
    found |= {f"removed {path}": remove(path) for path in draw.sample(paths, 10)}
    found |= {f"cut short {path}": lambda root, path=path: (root / path).write_bytes((root / path).read_bytes()[:-1]) for path in draw.sample(paths, 3)}
    found |= {f"emptied {path}": lambda root, path=path: (root / path).write_bytes(b"") for path in draw.sample(paths, 2)}
    found |= {f"linked page {n}": add_linked(f"{draw.choice(FOLDERS)}khuyen-mai-{n}.html", draw.choice(paths[:7])) for n in range(6)}
    found |= {f"script {path}": add(path) for path in ("index.php", "tin-tuc/index.php", "shell.php", "thu-tuc/index.php", "wp-login.php")}
    found |= {f"server file {path}": add(path, "Redirect 302 / https://x.example/") for path in (".htaccess", "tin-tuc/.htaccess", "web.config", ".user.ini", "thu-tuc/.htaccess")}
    found["old site replayed, with its own manifest"] = replayed(old)
    found["old manifest put back"] = lambda root: (root / MANIFEST).write_bytes(old.signed)
    found["a page of the old site put back"] = lambda root: shutil.copy(old.folder / "index.html", root / "index.html")
    return found


def look_inside(release: Release, folder: Path) -> Findings:
    place = folder_place(folder)
    return audit(release.manifest, release.signed, type(place)(place.listing, place.read, lambda: (folder / MANIFEST).read_bytes()), {})


def look_outside(release: Release, folder: Path) -> Findings:
    return fetched(release, folder, Handler)


def fetched(release: Release, folder: Path, handler: type[SimpleHTTPRequestHandler]) -> Findings:
    with serving(folder, handler) as address, web(address, timeout=5) as found:
        return audit_web(release.manifest, release.signed, found)


@pytest.mark.parametrize("look", [look_inside, look_outside])
def test_an_honest_site_is_found_honest(look, editions, served):
    for edition in editions:
        lay(edition, served)
        found = look(edition, served)
        assert found.honest, found
        assert found.looked >= len(edition.manifest.files)


@pytest.mark.parametrize("look", [look_inside, pytest.param(look_outside, marks=pytest.mark.slow)])
def test_fifty_of_fifty_tamperings_are_found(look, editions, tmp_path):
    tampers = tamperings(editions[0])
    assert len(tampers) == 50
    unseen = []
    for name, tamper in tampers.items():
        folder = lay(editions[1], tmp_path / "served")
        tamper(folder)
        if look(editions[1], folder).honest:
            unseen.append(name)
    assert unseen == []


@pytest.mark.parametrize("look", [look_inside, look_outside])
def test_each_tampering_is_told_under_its_own_word(look, editions, served):
    change_a_byte("theme/a.css", 0.5)(served)
    remove("feeds/tin.xml")(served)
    add_linked("tin-tuc/ca-do.html", "index.html")(served)
    found = look(editions[1], served)
    assert set(found.changed) >= {"theme/a.css", "index.html"}
    assert found.missing == ("feeds/tin.xml",)
    assert found.injected == ("tin-tuc/ca-do.html",)


def test_from_inside_every_foreign_file_is_seen_links_and_hidden_folders_too(editions, served, tmp_path):
    for path in (".an/x.html", "tin-tuc/zz-q9.html", "tin-tuc/BAI-1.HTML"):
        add(path)(served)
    (tmp_path / "ngoai").mkdir()
    (served / "lien-ket").symlink_to(tmp_path / "ngoai")
    assert look_inside(editions[1], served).injected == (".an/x.html", "lien-ket", "tin-tuc/BAI-1.HTML", "tin-tuc/zz-q9.html")


def test_a_link_in_the_place_of_a_file_is_no_file_of_ours(editions, served, tmp_path):
    shutil.copy(served / "index.html", tmp_path / "index.html")
    (served / "index.html").unlink()
    (served / "index.html").symlink_to(tmp_path / "index.html")
    assert look_inside(editions[1], served).missing == ("index.html",)


def test_pages_that_only_injected_pages_lead_to_are_found_too(editions, served):
    add("a1.html", PAGE.format("1", "a2.html"))(served)
    add("a2.html", PAGE.format("2", "sub/a3.html"))(served)
    add("sub/a3.html", PAGE.format("3", "https://elsewhere.example/a4.html"))(served)
    add("index.html", PAGE.format("chủ", "a1.html"))(served)
    found = look_outside(editions[1], served)
    assert found.injected == ("a1.html", "a2.html", "sub/a3.html")
    assert "TARGET=" in found.notices[0]


class _Php(Handler):
    """As Apache with PHP: a script answers for its folder before the page does, and shows search engines something else."""

    def do_GET(self) -> None:
        if self.path == "/" and "Googlebot" in self.headers["User-Agent"]:
            self.send_response(200)
            self.send_header("Content-Length", "19")
            self.end_headers()
            self.wfile.write(b"<h1>slot gacor</h1>")
        elif self.path.rpartition("/")[2].startswith(".ht"):
            self.send_error(403)
        else:
            super().do_GET()


def test_a_page_that_only_search_engines_see_is_found(editions, served):
    found = fetched(editions[1], served, _Php)
    assert found.changed == ("/ (index.html, với máy tìm kiếm)",)


class _Soft(Handler):
    """A server that never says 404."""

    def send_error(self, *_: object, **__: object) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "14")
        self.end_headers()
        self.wfile.write(b"Khong tim thay")


def test_a_server_that_never_says_404_raises_no_false_alarm_and_hides_no_removed_file(editions, served):
    assert fetched(editions[1], served, _Soft).honest
    remove("theme/a.css")(served)
    assert fetched(editions[1], served, _Soft).changed == ("theme/a.css",)


class _Away(Handler):
    """Every page sends its readers elsewhere."""

    def do_GET(self) -> None:
        self.send_response(302)
        self.send_header("Location", "https://nha-cai.example/")
        self.send_header("Content-Length", "0")
        self.end_headers()


def test_a_site_that_sends_its_readers_elsewhere_is_told(editions, served):
    with pytest.raises(TargetRefused, match=r"chuyển hướng đến 'https://nha-cai\.example/'"):
        fetched(editions[1], served, _Away)


class _Silent(Handler):
    def do_GET(self) -> None:
        if self.path == "/theme/a.css":
            self.close_connection = True
            return
        super().do_GET()


def test_a_file_whose_answer_never_comes_is_no_honest_file(editions, served):
    found = fetched(editions[1], served, _Silent)
    assert found.unseen == ("theme/a.css",)
    assert not found.honest


@pytest.mark.parametrize("address", ["lamkhe.example", "ftp://lamkhe.example", "https://x.example/?a=1", "https://", "http://[", "https://u:p@x.example", "http://x.example/a b", "http://x.example:0"])
def test_an_address_that_is_none_is_told(address):
    with pytest.raises(TargetRefused, match="không phải địa chỉ trang"), web(address):
        pass


NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def nginx(folder: Path, room: Path) -> Iterator[str]:
    """nginx in front of a folder, as the webmaster's guide sets it up; its address, below a path."""
    room.mkdir()
    for above in (folder, *folder.parents[:3]):
        above.chmod(0o755)
    port = free_port()
    user = "user root;" if os.geteuid() == 0 else ""
    temporary = "".join(f"{kind}_temp_path {room}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    place = f"location /cchc/ {{ alias {folder}/; index index.html; error_page 404 /cchc/404.html; gzip on; gzip_types *; }}"
    (room / "conf").write_text(
        f"{user} daemon off; pid {room}/pid; error_log {room}/error; events {{}}\n"
        f"http {{ access_log off; {temporary} server {{ listen 127.0.0.1:{port}; {place} }} }}\n",
        encoding="utf-8",
    )
    with subprocess.Popen([str(NGINX), "-c", str(room / "conf")], stderr=subprocess.DEVNULL) as server:
        try:
            while not _listens(port):
                assert server.poll() is None, (room / "error").read_text()
                time.sleep(0.02)
            yield f"http://127.0.0.1:{port}/cchc"
        finally:
            server.terminate()


@pytest.mark.skipif(NGINX is None, reason="needs nginx")
def test_behind_nginx_an_honest_site_is_honest_and_tampering_is_seen(editions, served, tmp_path):
    with nginx(served, tmp_path / "nginx") as address, web(address) as found:
        assert audit_web(editions[1].manifest, editions[1].signed, found).honest
        change_a_byte("đăng-ký.html", 0.5)(served)
        remove("theme/a.css")(served)
        add("tin-tuc/.htaccess")(served)
        told = audit_web(editions[1].manifest, editions[1].signed, found)
    assert (told.changed, told.missing, told.injected) == (("đăng-ký.html",), ("theme/a.css",), ("tin-tuc/.htaccess",))


def test_links_are_those_of_this_site_alone():
    page = b'<a href="/cchc/a.html#x">1</a><a href="b.html?q=1">2</a><img src="https://x.example/cchc/c.png"><a href="/khac/d.html">4</a><a href="mailto:x@y.vn">5</a><a href="http://[">6</a><loc>https://x.example/cchc/e.html</loc>'
    assert links(Web("https://x.example/cchc/"), "tin/", page) == {"a.html", "tin/b.html", "c.png", "e.html"}
    assert links(Web("https://x.example/"), "", b"\x00\x01") == set()
