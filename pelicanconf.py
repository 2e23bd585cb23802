"""Settings of the site. The unit's own facts stand in content/site.toml; here only what Pelican must know."""

from plugins.reading.markdown import anchor

PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
PLUGINS = ["plugins"]
SITENAME = "CCHC"
SITEURL = ""
RELATIVE_URLS = True
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"
# No build depends on the machine's locale, and one that is not installed (LC_ALL of an SSH session) stops none.
LOCALE = ["C.UTF-8", "C"]

# Pelican's own generators stay off: one generator, ours, runs the line (DECISIONS.md, 1).
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
THEME_TEMPLATES_OVERRIDES: list[str] = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
DELETE_OUTPUT_DIRECTORY = False
READERS = {"rst": None, "html": None}

MARKDOWN = {
    "extension_configs": {
        "markdown.extensions.tables": {},
        "markdown.extensions.fenced_code": {},
        "markdown.extensions.abbr": {},
        "markdown.extensions.attr_list": {},
        "markdown.extensions.footnotes": {"BACKLINK_TITLE": "Trở lại chỗ ghi chú thích {}", "UNIQUE_IDS": False},
        "markdown.extensions.toc": {"slugify": anchor, "marker": ""},
        "plugins.reading.adminprose": {},
        "plugins.reading.quickmark": {},
    },
    "output_format": "html",
}
