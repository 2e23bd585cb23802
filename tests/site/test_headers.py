"""What the shipped rules make nginx and Apache send, judged as Mozilla's HTTP Observatory judges; and what every page says itself."""

import gzip
import http.client
import os
import re
import shutil
import ssl
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree, html

from plugins.redirects.servers import HEADERS, POLICY, server_files
from tests.commune import Commune, published
from tests.conftest import ROOT
from tests.ports import free_port
from tests.publishing.targets.ftp_server import Certificate, certificate
from tests.site.golden import EXPECTED
from tests.site.observatory import Answer, parsed, score

GUIDE = (ROOT / "docs" / "dang-len-may-chu.md").read_text(encoding="utf-8")
WEBMASTER = (ROOT / "docs" / "quan-tri.md").read_text(encoding="utf-8")
_PATH = f"{os.environ.get('PATH', '')}:/usr/sbin"
NGINX, APACHE = shutil.which("nginx", path=_PATH), shutil.which("apache2", path=_PATH)
MIME = Path("/etc/nginx/mime.types")
MODULES = Path("/usr/lib/apache2/modules")
HSTS = ("Strict-Transport-Security", "max-age=31536000")
PAGES = [path for path in sorted(EXPECTED.rglob("*.html")) if b"<html" in path.read_bytes()[:200]]
needs_nginx = pytest.mark.skipif(NGINX is None or not MIME.exists(), reason="needs nginx (apt-get install nginx-light)")
needs_apache = pytest.mark.skipif(APACHE is None or not MODULES.is_dir(), reason="needs Apache (apt-get install apache2)")


# — the pages —


def test_every_page_holds_the_policy_before_anything_that_it_loads():
    assert len(PAGES) > 50
    for page in PAGES:
        head = html.document_fromstring(page.read_bytes()).find("head")
        said = [one for one in head if one.get("http-equiv") == "Content-Security-Policy"]
        assert [one.get("content") for one in said] == [POLICY], page
        assert not [one for one in head[: head.index(said[0])] if one.tag in ("link", "script", "style", "base")], page


def test_no_page_holds_a_script_a_style_or_a_handler_of_its_own_nor_loads_from_elsewhere():
    for page in PAGES:
        for one in html.document_fromstring(page.read_bytes()).iter(etree.Element):
            kind = one.get("type", "")
            assert one.tag != "style", page
            assert one.tag != "script" or one.get("src") or kind == "application/ld+json", page
            assert not [name for name in one.attrib if name == "style" or name.startswith("on")], (page, one.tag)
            loaded = one.get("src") or (one.get("href") if one.tag == "link" and one.get("rel") in ("stylesheet", "icon") else None)
            assert loaded is None or not re.match(r"[a-z]+:|//", loaded), (page, loaded)


def test_the_policy_names_no_other_host_and_nothing_unsafe():
    policy = parsed([HEADERS["Content-Security-Policy"]])
    assert {source for sources in policy.values() for source in sources} == {"'none'", "'self'"}
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == {"'none'"}
    assert HEADERS["Content-Security-Policy"] == f"{POLICY}; frame-ancestors 'none'"


def test_the_rules_of_iis_send_the_same():
    rules = etree.fromstring(server_files((), "/")["web.config"].encode())
    assert {one.get("name"): one.get("value") for one in rules.find(".//customHeaders").iter("add")} == HEADERS


def test_the_guide_tells_every_header_with_its_value():
    section = GUIDE.partition("### Tiêu đề bảo mật\n")[2].partition("\n### ")[0]
    assert dict(re.findall(r"^\| `([\w-]+)` \| `([^`]+)` \|", section, re.MULTILINE)) == {**HEADERS, HSTS[0]: HSTS[1]}


# — the judge —

_META = f'<!DOCTYPE html><html><head><meta http-equiv="Content-Security-Policy" content="{POLICY}"></head><body>x</body></html>'.encode()
_PLAIN = b'<!DOCTYPE html><html><body><script src="a.js"></script></body></html>'


def but(name: str, value: str = "") -> list[tuple[str, str]]:
    """All headers, one of them changed or left out."""
    kept = {**HEADERS, HSTS[0]: HSTS[1], name: value}
    return [(one, said) for one, said in kept.items() if said]


@pytest.mark.parametrize(
    ("answer", "points", "grade"),
    [
        (Answer(but("X"), _META), 130, "A+"),
        (Answer(but("X"), _META, leads_to_https=None), 130, "A+"),
        (Answer(but("X"), _META, leads_to_https=False), 80, "B+"),
        (Answer(but(HSTS[0]), _META, False, False), 60, "C+"),
        (Answer(but(HSTS[0]), _META), 80, "B+"),
        (Answer(but(HSTS[0], "max-age=3600"), _META), 120, "A+"),
        (Answer(but(HSTS[0], "max-age=31536000, max-age=31536000"), _META), 80, "B+"),
        (Answer(but("X-Content-Type-Options"), _META), 125, "A+"),
        (Answer(but("Referrer-Policy", "unsafe-url"), _META), 120, "A+"),
        (Answer(but("Cross-Origin-Resource-Policy", "cross-origin"), _META), 120, "A+"),
        (Answer([("X-Frame-Options", "DENY"), HSTS], _META), 105, "A+"),
        (Answer([], _META), 55, "C"),
        (Answer([], _PLAIN), 30, "D"),
        (Answer([], _PLAIN, False, False), 10, "F"),
    ],
)
def test_the_judge_gives_what_mozillas_own_program_gave(answer, points, grade):
    assert score(answer)[:2] == (points, grade)


@pytest.mark.parametrize(
    ("policy", "points"),
    [
        ("default-src 'none'; script-src 'self' 'unsafe-inline'", 80),
        ("default-src 'none'; style-src 'self' 'unsafe-inline'", 115),
        ("default-src 'none'; script-src 'self' 'unsafe-eval'", 105),
        ("default-src 'none'; img-src http:", 105),
        ("default-src *", 80),
        ("default-src 'none'; default-src 'self'", 75),
    ],
)
def test_the_judge_takes_what_mozillas_own_program_took_for_a_weak_policy(policy, points):
    assert score(Answer(but("Content-Security-Policy", policy), _PLAIN))[0] == points


# — real servers —


@dataclass(frozen=True)
class Host:
    """A published site: its files, and its addresses over HTTP and, where there is one, HTTPS."""

    public: Path
    http: int
    https: int
    known: Certificate

    def get(self, path: str, secure: bool = True, **headers: str) -> tuple[int, list[tuple[str, str]], bytes]:
        if secure:
            context = ssl.create_default_context(cafile=str(self.known.certificate))
            line: http.client.HTTPConnection = http.client.HTTPSConnection("localhost", self.https, timeout=10, context=context)
        else:
            line = http.client.HTTPConnection("localhost", self.http, timeout=10)
        try:
            line.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
            got = line.getresponse()
            return got.status, got.getheaders(), got.read()
        finally:
            line.close()

    def answer(self) -> Answer:
        """What the home page says to a browser that types the name alone."""
        status, headers, _ = self.get("/", secure=False)
        leads = status == 301 and dict(headers)["Location"] == f"https://localhost:{self.https}/"
        if not self.https:
            return Answer(headers, self.get("/", secure=False)[2], False, False)
        return Answer(self.get("/")[1], self.get("/")[2], True, leads)


@pytest.fixture(scope="module")
def room() -> Iterator[Path]:
    """A folder that another user may enter: a server that root started reads as somebody else."""
    folder = Path(tempfile.mkdtemp(prefix="cchc-headers-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def public(room: Path) -> Path:
    """``/srv/cchc/lam-khe`` of the guide."""
    commune = Commune(room / "content", server={"precompressed": True})
    for number in range(5):
        commune.news(f"bai-{number}", date=f"{1 + number}/3/2026")
    commune.write("chuyen-huong.txt", "tin-tuc/cu.html -> tin-tuc/bai-1.html\ntin-tuc/bo.html -\n")
    published(commune.content, room / "lam-khe")
    return room / "lam-khe"


def example(kind: str, page: str = GUIDE.partition("## Máy chủ phát trang\n")[2]) -> str:
    return re.findall(rf"```{kind}\n(.*?)```", page, re.DOTALL)[0]


@contextmanager
def nginx(room: Path, public: Path, conf: str, known: Certificate) -> Iterator[Host]:
    plain, secure = free_port(), free_port() if "ssl" in conf else 0
    for old, new in (
        ("listen 80;", f"listen 127.0.0.1:{plain};"),
        ("listen 443 ssl;", f"listen 127.0.0.1:{secure} ssl;"),
        ("https://$host", f"https://$host:{secure}"),
        ("/etc/ssl/cchc/fullchain.pem", str(known.certificate)),
        ("/etc/ssl/cchc/privkey.pem", str(known.key)),
        ("/srv/cchc/", f"{public.parent}/"),
    ):
        conf = conf.replace(old, new)
    own = Path(tempfile.mkdtemp(dir=room))
    temporary = "".join(f"{kind}_temp_path {own}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    user = "user root;\n" if os.geteuid() == 0 else ""
    (own / "nginx.conf").write_text(
        f"{user}daemon off;\npid {own}/pid;\nerror_log {own}/error;\nevents {{}}\nhttp {{\ninclude {MIME};\naccess_log off;\n{temporary}{conf}\n}}\n", encoding="utf-8"
    )
    with running([str(NGINX), "-c", str(own / "nginx.conf")], plain, own / "error"):
        yield Host(public, plain, secure, known)


_APACHE = """ServerRoot "{own}"
ServerName localhost
PidFile "{own}/pid"
DefaultRuntimeDir "{own}"
ErrorLog "{own}/error"
{modules}
{user}
Listen 127.0.0.1:{plain}
Listen 127.0.0.1:{secure}
TypesConfig /etc/mime.types
DocumentRoot "{public}"
DirectoryIndex index.html
<Directory "/">
    AllowOverride None
</Directory>
<Directory "{parent}">
    AllowOverride {allowed}
    Options FollowSymLinks
    Require all granted
</Directory>
<VirtualHost 127.0.0.1:{plain}>
</VirtualHost>
<VirtualHost 127.0.0.1:{secure}>
    SSLEngine on
    SSLCertificateFile "{certificate}"
    SSLCertificateKeyFile "{key}"
</VirtualHost>
"""
_LOADED = ("mpm_event", "authz_core", "mime", "dir", "alias", "headers", "filter", "deflate", "rewrite", "ssl", "socache_shmcb")


@contextmanager
def apache(room: Path, public: Path, rules: str, known: Certificate, allowed: str = "All") -> Iterator[Host]:
    """``rules`` lie as ``.htaccess`` above the published folder, where the guide says that they should."""
    plain, secure = free_port(), free_port()
    own = Path(tempfile.mkdtemp(dir=room))
    own.chmod(0o755)
    htaccess = public.parent / ".htaccess"
    htaccess.write_text(rules.replace("https://%{HTTP_HOST}", f"https://localhost:{secure}"), encoding="utf-8")
    htaccess.chmod(0o644)
    modules = "\n".join(f'LoadModule {name}_module "{MODULES}/mod_{name}.so"' for name in _LOADED)
    user = "User nobody\nGroup nogroup" if os.geteuid() == 0 else ""
    given = {"own": own, "modules": modules, "user": user, "plain": plain, "secure": secure, "public": public, "parent": public.parent}
    (own / "apache.conf").write_text(_APACHE.format(**given, allowed=allowed, certificate=known.certificate, key=known.key), encoding="utf-8")
    try:
        with running([str(APACHE), "-f", str(own / "apache.conf"), "-DFOREGROUND"], plain, own / "error"):
            yield Host(public, plain, secure, known)
    finally:
        htaccess.unlink()


@contextmanager
def running(command: list[str], port: int, errors: Path) -> Iterator[None]:
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        try:
            for _ in range(200):
                line = http.client.HTTPConnection("localhost", port, timeout=10)
                try:
                    line.request("GET", "/")
                    line.getresponse().read()
                    break
                except ConnectionRefusedError:
                    time.sleep(0.05)
                finally:
                    line.close()
            else:
                raise AssertionError(errors.read_text() if errors.exists() else "no server")
            yield
        finally:
            process.terminate()
            process.communicate(timeout=20)


@pytest.fixture(scope="module")
def known(room: Path) -> Certificate:
    return certificate(room / "tls", "localhost")


@pytest.fixture(scope="module", params=[pytest.param("nginx", marks=needs_nginx), pytest.param("apache", marks=needs_apache)])
def host(request: pytest.FixtureRequest, room: Path, public: Path, known: Certificate) -> Iterator[Host]:
    """The site behind TLS, set up as the guide says."""
    if request.param == "nginx":
        with nginx(room, public, example("nginx"), known) as started:
            yield started
    else:
        rules = (public.parent / ".lam-khe.cchc/may-chu/htaccess.txt").read_text(encoding="utf-8")
        with apache(room, public, example("apache") + rules, known) as started:
            yield started


def test_the_observatory_gives_the_highest_grade(host):
    points, grade, parts = score(host.answer())
    assert (points >= 125, grade) == (True, "A+"), (points, parts)


@pytest.mark.parametrize(
    ("path", "status"),
    [("/", 200), ("/tin-tuc/bai-1.html", 200), ("/khong-co.html", 404), ("/tin-tuc/cu.html", 301), ("/tin-tuc/bo.html", 410), ("/feeds/tat-ca.atom.xml", 200)],
)
def test_every_answer_bears_every_header_once(host, path, status):
    code, headers, _ = host.get(path)
    assert code == status
    told = [(name, value) for name, value in headers if name in {*HEADERS, HSTS[0]}]
    assert sorted(told) == sorted([*HEADERS.items(), HSTS])


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html"),
        ("/khong-co", "text/html"),
        ("/feeds/tat-ca.rss.xml", "text/xml"),
        ("/feeds/tat-ca.json", "application/feed+json"),
    ],
)
def test_pages_and_feeds_have_their_content_type_in_utf8(host, path, kind):
    assert dict(host.get(path)[1])["Content-Type"] == f"{kind}; charset=utf-8"


def test_a_lost_address_gives_the_sites_own_page(host):
    assert host.get("/khong-co")[2] == (host.public / "404.html").read_bytes()


def test_files_that_are_named_by_their_content_may_be_kept(host):
    style = next(host.public.glob("theme/site.*.css")).name
    code, headers, _ = host.get(f"/theme/{style}")
    assert (code, dict(headers)["Cache-Control"]) == (200, "max-age=31536000")
    assert "Cache-Control" not in dict(host.get("/")[1])


def test_a_page_travels_packed_to_who_can_unpack_it(host):
    _, headers, body = host.get("/", Accept_Encoding="gzip")
    assert dict(headers)["Content-Encoding"] == "gzip"
    assert gzip.decompress(body) == (host.public / "index.html").read_bytes()
    assert host.get("/")[2] == (host.public / "index.html").read_bytes()


@needs_nginx
def test_nginx_sends_the_packed_copy_as_it_lies(room, public, known):
    with nginx(room, public, example("nginx"), known) as started:
        for path in ("index.html", "tin-tuc/bai-1.html", "feeds/tat-ca.atom.xml"):
            assert started.get(f"/{path}", Accept_Encoding="gzip")[2] == (public / f"{path}.gz").read_bytes()
        assert dict(started.get("/")[1])["Server"] == "nginx"


@needs_nginx
def test_without_tls_the_grade_is_what_the_guide_says(room, public, known):
    with nginx(room, public, example("nginx", WEBMASTER), known) as started:
        assert score(started.answer())[:2] == (60, "C+")
        assert HSTS[0] not in dict(started.get("/", secure=False)[1])


@needs_apache
def test_apache_needs_no_more_rights_than_the_guide_says(room, public, known):
    """A shared host that allows ``FileInfo`` alone; where it allows nothing, nothing breaks and only the page has the policy."""
    rules = (public.parent / ".lam-khe.cchc/may-chu/htaccess.txt").read_text(encoding="utf-8")
    public = shutil.copytree(public, room / "cho-thue" / "lam-khe")
    with apache(room, public, rules, known, allowed="FileInfo") as started:
        code, headers, _ = started.get("/")
        assert (code, {name: dict(headers).get(name) for name in HEADERS}) == (200, HEADERS)
    with apache(room, public, rules, known, allowed="None") as started:
        code, headers, body = started.get("/")
        assert (code, HEADERS.keys() & dict(headers).keys(), POLICY.encode() in body) == (200, set(), True)
