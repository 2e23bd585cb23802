"""Archive: news by year, month and day ("Xem theo ngày"), with calendars that need no script."""

from plugins.archive.plan import plan

__all__ = ["plan"]
