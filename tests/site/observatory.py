"""Mozilla's HTTP Observatory, as far as a site of plain files can meet it: what headers are worth.

Source: npm ``@mdn/mdn-http-observatory`` 1.4.8 (``src/analyzer/tests``, ``src/grader/charts.js``, algorithm 4). The package
itself weighs 131 MB and fetches two lists from the net when it is installed, so its rules stand here; ``test_headers.py``
holds what the package said of a dozen answers. Cookies and answers to other origins are not asked: plain files have none.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lxml import html

_BROAD = {"ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*"}
_UNSAFE = {"'unsafe-inline'", "data:"}
_ONLY_BY_HEADER = {"frame-ancestors", "report-uri", "sandbox"}
_PRIVATE = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}
_TELLING = {"origin", "origin-when-cross-origin", "unsafe-url", "no-referrer-when-downgrade"}
_SIX_MONTHS = 15_552_000
_GRADES = ("F", "F", "F", "F", "F", "D-", "D", "D", "D+", "C-", "C", "C", "C+", "B-", "B", "B", "B+", "A-", "A", "A", "A+")
_FOR_EXTRA_CREDIT = 90

Policy = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Answer:
    """What a browser got for the home page over HTTPS (``secure``) or, where there is none, over HTTP.

    ``leads_to_https``: the same host asked over HTTP leads there at once; None when nothing answers over HTTP.
    """

    headers: Sequence[tuple[str, str]]
    body: bytes
    secure: bool = True
    leads_to_https: bool | None = True

    def all(self, name: str) -> list[str]:
        return [value for one, value in self.headers if one.lower() == name]

    def meta_policies(self) -> list[str]:
        found = html.document_fromstring(self.body or b"<p>").xpath("//meta[@http-equiv and @content]")
        return [one.get("content") for one in found if one.get("http-equiv").strip().lower() == "content-security-policy"]


def score(answer: Answer) -> tuple[int, str, dict[str, int]]:
    """Points, grade, and what each test gave or took."""
    parts = {
        "content-security-policy": _policy(answer),
        "x-frame-options": _framing(answer),
        "strict-transport-security": _transport(answer),
        "redirection": 0 if answer.leads_to_https is None or answer.leads_to_https else -20,
        "x-content-type-options": 0 if [v.strip().lower() for v in answer.all("x-content-type-options")[:1]] == ["nosniff"] else -5,
        "referrer-policy": _referrer(answer),
        "cross-origin-resource-policy": _resource(answer),
        "subresource-integrity": _scripts(answer),
    }
    plain = 100 + sum(part for part in parts.values() if part < 0)
    points = max(0, 100 + sum(parts.values()) if plain >= _FOR_EXTRA_CREDIT else plain)
    return points, _GRADES[min(points, 100) // 5], parts


def parsed(policies: Iterable[str]) -> Policy:
    """All policies together: a source counts that each policy with the directive names. Raises ValueError."""
    whole: dict[str, frozenset[str]] = {}
    for policy in policies:
        if len(policy.strip()) < len("img-src") - 1:
            raise ValueError(policy)
        own: dict[str, frozenset[str]] = {}
        for words in filter(None, (part.split() for part in policy.split(";"))):
            name, sources = words[0].lower(), frozenset(word.lower() for word in words[1:])
            if name in own:
                raise ValueError(name)
            own[name] = sources or frozenset({"'none'"})
        for name, sources in own.items():
            whole[name] = (whole[name] & sources or frozenset({"'none'"})) if name in whole else sources
    return whole


def _policy(answer: Answer) -> int:
    by_header, by_meta = answer.all("content-security-policy"), answer.meta_policies()
    try:
        policy = parsed([*by_header, *by_meta])
    except ValueError:
        return -25
    if not by_header and not policy.keys() - _ONLY_BY_HEADER:
        return -25
    default = policy.get("default-src", frozenset({"*"}))
    script, style, objects = (policy.get(name, default) for name in ("script-src", "style-src", "object-src"))
    passive = {source for name in ("img-src", "media-src") for source in policy.get(name, policy.get("default-src", ()))}
    active = script.union(*(sources for name, sources in policy.items() if name not in ("img-src", "media-src", "script-src")))
    if script & (_BROAD | _UNSAFE) or objects & _BROAD:
        return -20
    if answer.secure and any(source.startswith(("http:", "ftp:")) for source in active):
        return -20
    if "'unsafe-eval'" in script | style or (answer.secure and any(source.startswith(("http:", "ftp:")) for source in passive)):
        return -10
    if style & (_BROAD | _UNSAFE):
        return 0
    return 10 if policy.get("default-src") == {"'none'"} else 5


def _framing(answer: Answer) -> int:
    by_header = answer.all("content-security-policy")
    try:
        if "frame-ancestors" in parsed([*by_header, *answer.meta_policies()]):
            return 5
    except ValueError:
        pass
    said = [value.strip().lower() for value in answer.all("x-frame-options")[:1]]
    return 0 if said and (said[0] in ("deny", "sameorigin") or said[0].startswith("allow-from")) else -20


def _transport(answer: Answer) -> int:
    said = answer.all("strict-transport-security")
    if not answer.secure or not said or "," in said[0]:
        return -20
    ages = [part.strip()[8:] for part in said[0].lower().split(";") if part.strip().startswith("max-age=")]
    if not ages or not ages[0].isdigit():
        return -20
    return 0 if int(ages[0]) >= _SIX_MONTHS else -10


def _referrer(answer: Answer) -> int:
    said = answer.all("referrer-policy")
    known = [word for value in said for part in value.split(",") if (word := part.strip().lower()) in _PRIVATE | _TELLING]
    if not said:
        return 0
    return 5 if known and known[-1] in _PRIVATE else -5


def _resource(answer: Answer) -> int:
    said = [value.strip().lower() for value in answer.all("cross-origin-resource-policy")[:1]]
    if not said or said == ["cross-origin"]:
        return 0
    return 10 if said[0] in ("same-origin", "same-site") else -5


def _scripts(answer: Answer) -> int:
    """Scripts of the own host need no digest; those of another are worse than none, and the site has none."""
    sources = html.document_fromstring(answer.body or b"<p>").xpath("//script/@src")
    if any(source.startswith(("//", "http:")) for source in sources):
        return -50
    return -5 if any(source.startswith("https:") for source in sources) else 0
