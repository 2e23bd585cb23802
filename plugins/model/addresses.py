"""Where pages stand. Rooms do not know each other; they ask here, and get "" when a room is taken out."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from zlib import crc32

from plugins.model.text import slugify


def facet_slug(label: str) -> str:
    """The value of a facet as it stands in the address of its list; never empty, never ``index``."""
    slug = slugify(label)
    return "khac" if slug in {"", "index"} else slug


# The slug of a numbered document (``plugins.model.cited.slug_of``): type, number, and further on the year, if it is known.
_NUMBERED = re.compile(r"(?P<type>[a-z-]+)-(?P<number>\d+)(?=\D|$)(?:.*?-(?P<year>(?:19|20)\d\d)(?=-|$))?.*")
_YEAR_AT_END = re.compile(r".*-((?:19|20)\d\d)")
HUNDRED = 100
NO_YEAR = "khong-ro"
# An item cites a handful of documents: so many parts that the others, most of the register, are left alone.
REGISTER_PARTS = tuple(f"{part:02}" for part in range(64))


def _shared(slug: str) -> str:
    """Documents of one year, type and hundred of numbers share a page: it is known from the slug alone, so a document that
    joins them moves no other."""
    found = _NUMBERED.fullmatch(slug)
    if found is None:
        return f"{NO_YEAR}/khac"
    hundred = int(found["number"]) // HUNDRED * HUNDRED
    return f"{found['year'] or NO_YEAR}/{found['type']}{f'-{hundred}' if hundred else ''}"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Paths in the site, without a leading slash. ``rooms`` are the names of the rooms in use."""

    rooms: frozenset[str]

    @property
    def key(self) -> str:
        """A set has no order of its own."""
        return ",".join(sorted(self.rooms))

    def _of(self, room: str, path: str) -> str:
        return path if room in self.rooms else ""

    def home(self) -> str:
        return self._of("home", "index.html")

    def icon(self) -> str:
        """The sign of a site without a logo, for the browser's tab."""
        return self._of("home", "bieu-tuong.svg")

    def news(self, slug: str) -> str:
        return f"tin-tuc/{slug}.html"

    def procedures(self) -> str:
        return self._of("procedures", "thu-tuc/index.html")

    def procedure(self, code: str) -> str:
        """Short and made of the code alone: a printed QR code outlives a changed title."""
        return self._of("procedures", f"thu-tuc/{code}.html")

    def procedure_version(self, code: str, until: date) -> str:
        return self._of("procedures", f"thu-tuc/{code}/den-{until.isoformat()}.html")

    def procedure_list(self, facet: str, slug: str) -> str:
        """``facet``: linh-vuc, doi-tuong, su-kien, muc-do, cach-nop, tinh-trang."""
        return self._of("procedures", f"thu-tuc/{facet}/{slug}.html")

    def procedures_by_letter(self) -> str:
        return self._of("procedures", "thu-tuc/a-z.html")

    def procedures_compared(self) -> str:
        return self._of("procedures", "thu-tuc/doi-chieu.html")

    def procedure_changes(self, period: str = "index") -> str:
        """``period``: 2026, 2026-q1 or 2026-03; without it the entry page."""
        return self._of("procedures", f"thu-tuc/bien-dong/{period}.html")

    def procedure_changes_table(self, year: int) -> str:
        return self._of("procedures", f"thu-tuc/bien-dong/{year}.csv")

    def decisions(self) -> str:
        return self._of("procedures", "quyet-dinh/index.html")

    def decision(self, slug: str) -> str:
        return self._of("procedures", f"quyet-dinh/{slug}.html")

    def codes(self) -> str:
        return self._of("codes", "thu-tuc/ma-qr/index.html")

    def code_list(self, slug: str) -> str:
        """Printable codes of one sector."""
        return self._of("codes", f"thu-tuc/ma-qr/linh-vuc/{slug}.html")

    def code(self, stem: str, kind: str) -> str:
        """A QR code: ``stem`` is a procedure's code, ``linh-vuc/<slug>`` or ``danh-muc``; ``kind`` is ``svg`` or ``png``."""
        return self._of("codes", f"thu-tuc/ma-qr/{stem}.{kind}")

    def sheet(self, stem: str) -> str:
        """An A4 sheet as PDF: ``stem`` is a procedure's code or ``danh-muc``; "" unless sheets are published."""
        return self._of("sheets", f"thu-tuc/ban-in/{stem}.pdf")

    def data(self, name: str = "index.html") -> str:
        """A file of the open data; without a name its page."""
        return self._of("opendata", f"du-lieu/{name}")

    def answers(self, kind: str) -> str:
        """``kind``: hoi-dap or phan-anh."""
        return self._of("answers", f"{kind}/index.html")

    def answers_year(self, kind: str, year: int) -> str:
        return self._of("answers", f"{kind}/nam-{year}.html")

    def answer(self, kind: str, slug: str) -> str:
        return self._of("answers", f"{kind}/{slug}.html")

    def documents(self) -> str:
        return self._of("documents", "van-ban/index.html")

    def document(self, slug: str) -> str:
        """A document of the unit."""
        return self._of("documents", f"van-ban/{slug}.html")

    def document_entry(self, slug: str, numbered: bool = True) -> str:
        """Where a document that items cite stands in the register. A law that is named by its title has no number."""
        named = _YEAR_AT_END.fullmatch(slug)
        page = _shared(slug) if numbered else f"{named[1] if named else NO_YEAR}/theo-ten"
        return self._of("documents", f"van-ban/{page}.html#trang-{slug}")

    def register_part(self, slug: str, numbered: bool = True) -> str:
        """Entries of one page are in one part: "" without a year, else one of :data:`REGISTER_PARTS`."""
        page = self.document_entry(slug, numbered).partition("#")[0]
        return "" if page.startswith(f"van-ban/{NO_YEAR}/") else REGISTER_PARTS[crc32(page.encode()) % len(REGISTER_PARTS)]

    def document_cited(self, slug: str, year: int) -> str:
        """The items of one year that cite it."""
        return self._of("documents", f"van-ban/{slug}/{year}.html")

    def document_list(self, facet: str, slug: str) -> str:
        """``facet``: loai, co-quan, nam."""
        return self._of("documents", f"van-ban/{facet}/{slug}.html")

    def workplans(self) -> str:
        return self._of("workplan", "ke-hoach/index.html")

    def workplan(self, year: int) -> str:
        """The unit's plan of a year."""
        return self._of("workplan", f"ke-hoach/{year}.html")

    def report(self, name: str) -> str:
        """A report that the profile makes public: ``name`` is its period, or the name of a file."""
        return self._of("report", f"bao-cao/{name}")
    def indices(self, name: str = "index.html") -> str:
        """The page of all indices; ``par-index.html`` that of one, ``par-index.csv`` its values."""
        return self._of("indices", f"chi-so/{name}")

    def exemplars(self) -> str:
        """People, teams and initiatives held up as examples."""
        return self._of("exemplars", "guong-dien-hinh/index.html")

    def exemplars_year(self, year: int) -> str:
        return self._of("exemplars", f"guong-dien-hinh/nam-{year}.html")

    def visits(self, name: str = "thong-ke.html") -> str:
        """The page of visits, or the small file with their number (``thong-ke.json``)."""
        return self._of("visits", name)

    def offline(self) -> str:
        """What is shown where there is no signal."""
        return self._of("offline", "ngoai-tuyen.html")

    def static_page(self, slug: str) -> str:
        return f"trang/{slug}.html"

    def categories(self) -> str:
        return self._of("categories", "chuyen-muc/index.html")

    def category(self, slug: str) -> str:
        return self._of("categories", f"chuyen-muc/{slug}.html")

    def category_year(self, slug: str, year: int) -> str:
        return self._of("categories", f"chuyen-muc/{slug}/{year}.html")

    def archive(self) -> str:
        return self._of("archive", "ngay/index.html")

    def year(self, year: int) -> str:
        return self._of("archive", f"ngay/{year}.html")

    def month(self, year: int, month: int) -> str:
        return self._of("archive", f"ngay/{year}/{month:02d}.html")

    def day(self, day: datetime) -> str:
        return self._of("archive", f"ngay/{day.year}/{day.month:02d}/{day.day:02d}.html")

    def tags(self) -> str:
        return self._of("tags", "the/index.html")

    def tag(self, slug: str) -> str:
        return self._of("tags", f"the/{slug}.html")

    def site_map(self) -> str:
        return self._of("sitemap", "so-do-trang.html")

    def search(self) -> str:
        return self._of("search", "tim-kiem.html")

    def search_part(self, name: str) -> str:
        """A file of the search index."""
        return self._of("search", f"tim-kiem/{name}.js")

    def feed(self, name: str, kind: str) -> str:
        """``name`` is a category slug or ``tat-ca``; ``kind`` is ``rss.xml``, ``atom.xml`` or ``json``."""
        return self._of("feeds", f"feeds/{name}.{kind}")
