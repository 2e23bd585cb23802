"""The same site as it is published. Its absolute address stands in content/site.toml, ``[site] domain``."""

from pelicanconf import *  # noqa: F403

RELATIVE_URLS = False
