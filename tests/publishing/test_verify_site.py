"""Is what is served what was published? Fifty tamperings found of fifty, from inside and from outside, and none on an honest site."""

import os
import random
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from publishing.audit import Findings, audit, folder_place
from publishing.auditweb import audit_web, links
from publishing.targets.contract import MANIFEST, Release, TargetRefused
from publishing.web import Web, web
from tests.commune import Commune, publish, run, tree
from tests.publishing.disk import Publisher

Tamper = Callable[[Path], None]
PAGE = '<!doctype html><html lang="vi"><title>{0}</title><body><h1>{0}</h1><a href="{1}">xem</a></body></html>'
FOLDERS = ("", "tin-tuc/", "thu-tuc/", "chuyen-muc/")


def site(edition: str) -> dict[str, str]:
    """A small site: pages, lists, feeds, assets; each edition differs everywhere but in its style."""
    pages = {f"{folder}bai-{n}.html": PAGE.format(f"Bài {n} bản {edition}", f"bai-{(n + 1) % 6}.html") for folder in FOLDERS[1:] for n in range(6)}
    lists = {f"{folder}index.html": PAGE.format(f"Danh sách {folder} bản {edition}", "bai-1.html" if folder else "tin-tuc/") for folder in FOLDERS}
    return {**pages, **lists, "feeds/tin.xml": f"<rss>{edition}</rss>", "theme/a.css": "body{}", "đăng-ký.html": "có dấu"}


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body in one packet
    disable_nagle_algorithm = True

    def log_message(self, *_: object) -> None: ...


class _Server(ThreadingHTTPServer):
    request_queue_size = 64  # of the usual five, some connections wait a second


@contextmanager
def serving(folder: Path, handler: type[SimpleHTTPRequestHandler] = _Handler) -> Iterator[str]:
    """A real web server on this machine; its address."""
    server = _Server(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


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


def change_a_byte(path: str, at: float) -> Tamper:
    def do(root: Path) -> None:
        data = bytearray((root / path).read_bytes())
        data[min(int(len(data) * at), len(data) - 1)] ^= 1
        (root / path).write_bytes(data)

    return do


def remove(path: str) -> Tamper:
    return lambda root: (root / path).unlink()


def add(path: str, text: str = "<?php system($_GET['c']);") -> Tamper:
    def do(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")

    return do


def add_linked(path: str, from_page: str) -> Tamper:
    """A foreign page, and a link to it in one of ours: without a link nobody is led there."""

    def do(root: Path) -> None:
        add(path, PAGE.format("Nhà cái", "/"))(root)
        page = root / from_page
        page.write_text(page.read_text(encoding="utf-8").replace("</body>", f'<a href="/{path}">.</a></body>'), encoding="utf-8")

    return do


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
    return fetched(release, folder, _Handler)


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


class _Php(_Handler):
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


class _Soft(_Handler):
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


class _Away(_Handler):
    """Every page sends its readers elsewhere."""

    def do_GET(self) -> None:
        self.send_response(302)
        self.send_header("Location", "https://nha-cai.example/")
        self.send_header("Content-Length", "0")
        self.end_headers()


def test_a_site_that_sends_its_readers_elsewhere_is_told(editions, served):
    with pytest.raises(TargetRefused, match=r"chuyển hướng đến 'https://nha-cai\.example/'"):
        fetched(editions[1], served, _Away)


class _Silent(_Handler):
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
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
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


# — as a person, or cron, runs it —


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
