"""Where pages stand. Rooms do not know each other; they ask here, and get "" when a room is taken out."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Addresses:
    """Paths in the site, without a leading slash. ``rooms`` are the names of the rooms in use."""

    rooms: frozenset[str]

    def _of(self, room: str, path: str) -> str:
        return path if room in self.rooms else ""

    def home(self) -> str:
        return self._of("home", "index.html")

    def news(self, slug: str) -> str:
        return f"tin-tuc/{slug}.html"

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

    def feed(self, name: str, kind: str) -> str:
        """``name`` is a category slug or ``tat-ca``; ``kind`` is ``rss.xml``, ``atom.xml`` or ``json``."""
        return self._of("feeds", f"feeds/{name}.{kind}")
