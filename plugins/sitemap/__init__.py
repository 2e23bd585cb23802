"""Sitemap: a map of the site for people, ``sitemap.xml`` with true dates, ``robots.txt``, ``security.txt``."""

from plugins.sitemap.plan import index

__all__ = ["index"]
