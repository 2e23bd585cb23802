"""The audit from outside: every published file fetched, likely places of foreign files tried, links of changed pages followed.

Over HTTP nobody can list what is served: a foreign file that no page links to, under a name that is not tried, stays unseen.
"""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit

import lxml.etree
import lxml.html

from publishing.audit import Findings, entry_of
from publishing.targets.contract import MANIFEST, Entry, Manifest
from publishing.web import AGENT, SEARCH_ENGINE, Answer, Web

# A server answers these for a folder before index.html, or lets them change what it does.
_IN_EACH_FOLDER = ("index.php", "index.htm", "default.html", "default.aspx", ".htaccess", ".user.ini", "web.config")
_AT_THE_ROOT = ("admin.php", "wp-login.php", "wp-config.php", "shell.php", "upload.php", "up.php", "info.php", "x.php", "1.php", "404.php", ".env", ".git/HEAD", "backup.zip")
_LINKING = frozenset({"href", "src", "action", "data"})
_MOST_FOLLOWED = 2000
LIMITS = "Xem từ ngoài, tệp lạ mà không trang nào dẫn tới thì không thấy được; muốn thấy hết, dùng TARGET=…"


@dataclass(frozen=True, slots=True)
class _Seen:
    """What an address gave: the file it should be, and what came."""

    path: str
    shown: str
    answer: Answer
    entry: Entry

    @property
    def good(self) -> bool:
        return self.answer.status == 200 and entry_of(self.answer.body) == self.entry


def audit_web(manifest: Manifest, signed: bytes, web: Web) -> Findings:
    """Compare a served site with its manifest."""
    asked = _addresses(manifest.files)
    seen = web.all(lambda one: _fetch(web, manifest.files, *one), asked)
    wrong = [one for one in seen if not one.good]
    missing = {one.shown for one in wrong if one.answer.status in (404, 410)}
    unseen = {one.shown for one in wrong if one.answer.status == 0}
    changed = {one.shown for one in wrong} - missing - unseen
    held = web.get(MANIFEST)
    if held.status == 200 and held.body != signed:
        changed.add(MANIFEST)
    never = _never(web)
    injected: set[str] = set()
    notices: tuple[str, ...] = (LIMITS,)
    if never is None:
        notices = (LIMITS, "Máy chủ trả lời 200 cho cả địa chỉ không có, nên không dò được tệp lạ.")
    else:
        bodies = [(one.path, one.answer.body) for one in wrong if one.answer.status == 200]
        injected = _tried(web, manifest.files, never) | _followed(web, manifest.files, bodies, never)
    return Findings(len(seen), _sorted(changed), _sorted(missing), _sorted(injected), _sorted(unseen), notices)


def _sorted(found: set[str]) -> tuple[str, ...]:
    return tuple(sorted(found))


def _addresses(files: Mapping[str, Entry]) -> list[tuple[str, str, str]]:
    """(file, address, browser): each file, and each folder under its own address, where a script may stand before the page."""
    plain = [(path, path, AGENT) for path in files if not _hidden(path)]
    folders = [(path, path.removesuffix("index.html"), agent) for path in files if _is_index(path) for agent in (AGENT, SEARCH_ENGINE)]
    return plain + folders


def _fetch(web: Web, files: Mapping[str, Entry], path: str, address: str, agent: str) -> _Seen:
    answer = web.get(address, agent)
    if path != address and address and answer.status in (403, 404):
        return _Seen(path, path, web.get(path), files[path])  # a server that gives no page for a folder's address
    shown = path if path == address else f"{address or '/'} ({path}{', với máy tìm kiếm' if agent == SEARCH_ENGINE else ''})"
    return _Seen(path, shown, answer, files[path])


def _hidden(path: str) -> bool:
    """Files for the server itself, which it keeps to itself."""
    name = path.rpartition("/")[2]
    return name.startswith((".", "_")) or name == "web.config"


def _is_index(path: str) -> bool:
    return path == "index.html" or path.endswith("/index.html")


def _never(web: Web) -> bytes | None:
    """What the server says where nothing is: empty for an honest 404; None when it tells nothing, being another each time."""
    names = [f"{secrets.token_hex(8)}{end}" for end in (".html", ".php", ".html")]
    answers = [web.get(name) for name in names]
    if all(answer.status != 200 for answer in answers):
        return b""
    bodies = {answer.body for answer in answers}
    return bodies.pop() if len(bodies) == 1 else None


def _tried(web: Web, files: Mapping[str, Entry], never: bytes) -> set[str]:
    folders = {"", *(path[: i + 1] for path in files for i, letter in enumerate(path) if letter == "/")}
    names = {folder + name for folder in folders for name in _IN_EACH_FOLDER} | set(_AT_THE_ROOT)
    tried = sorted(names - files.keys())
    return {path for path, answer in zip(tried, web.all(web.get, tried), strict=True) if _is_there(answer, never)}


def _is_there(answer: Answer, never: bytes) -> bool:
    return answer.status == 200 and not (never and answer.body == never)


def _followed(web: Web, files: Mapping[str, Entry], pages: Iterable[tuple[str, bytes]], never: bytes) -> set[str]:
    """Pages of this site that changed pages lead to, and those lead to, which were never published."""
    injected: set[str] = set()
    asked: set[str] = set()
    pages = list(pages)
    while pages and len(asked) < _MOST_FOLLOWED:
        new = sorted({path for page, body in pages for path in links(web, page, body)} - asked - files.keys())
        new = [path for path in new if f"{path.rstrip('/')}/index.html".lstrip("/") not in files][: _MOST_FOLLOWED - len(asked)]
        asked.update(new)
        answers = zip(new, web.all(web.get, new), strict=True)
        pages = [(path, answer.body) for path, answer in answers if _is_there(answer, never)]
        injected.update(path for path, _ in pages)
    return injected


def links(web: Web, page: str, body: bytes) -> set[str]:
    """Paths of this site that a page or a site map names."""
    try:
        tree = lxml.html.fromstring(body)
    except (lxml.etree.LxmlError, ValueError):
        return set()
    found = [str(value) for one in tree.iter() for name, value in one.attrib.items() if name in _LINKING]
    found += [str(one.text or "") for one in tree.iter("loc")]
    return {path for link in found if (path := _path(web, page, link))}


def _path(web: Web, page: str, link: str) -> str:
    """The path below the site's address that a link leads to; empty when it leads elsewhere."""
    try:
        aim, site = urlsplit(urljoin(web.address + page, link.strip())), urlsplit(web.address)
        here = (aim.scheme, aim.netloc) == (site.scheme, site.netloc) and aim.path.startswith(site.path)
    except ValueError:
        return ""
    return unquote(aim.path.removeprefix(site.path)) if here else ""
