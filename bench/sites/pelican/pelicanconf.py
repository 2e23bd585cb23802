"""Stock Pelican: its own generators, a theme with a sidebar, one small plugin for what its templates cannot ask for."""

SITENAME = "Cải cách hành chính phường Bến Sỏi"
SITEURL = "https://bensoi.songiang.example"
HOTLINE = "0200 3850 222"
AUTHOR = "Ban biên tập"
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"
PATH = "content"
OUTPUT_PATH = "public"
THEME = "theme"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["neighbours"]

ARTICLE_PATHS = ["tin-tuc"]
PAGE_PATHS = ["thu-tuc", "trang"]
STATIC_PATHS = ["hinh-anh"]
USE_FOLDER_AS_CATEGORY = False
ARTICLE_URL = ARTICLE_SAVE_AS = "tin-tuc/{slug}.html"
PAGE_URL = PAGE_SAVE_AS = "thu-tuc/{slug}.html"
CATEGORY_URL = CATEGORY_SAVE_AS = "chuyen-muc/{slug}.html"
YEAR_ARCHIVE_URL = YEAR_ARCHIVE_SAVE_AS = "ngay/{date:%Y}.html"
MONTH_ARCHIVE_URL = MONTH_ARCHIVE_SAVE_AS = "ngay/{date:%Y}/{date:%m}.html"
DAY_ARCHIVE_URL = DAY_ARCHIVE_SAVE_AS = "ngay/{date:%Y}/{date:%m}/{date:%d}.html"
TAG_SAVE_AS = TAGS_SAVE_AS = AUTHOR_SAVE_AS = AUTHORS_SAVE_AS = CATEGORIES_SAVE_AS = ARCHIVES_SAVE_AS = ""
SLUGIFY_SOURCE = "title"

DEFAULT_PAGINATION = 20
PAGINATED_TEMPLATES = {"index": None, "category": None}
PAGINATION_PATTERNS = ((1, "{url}", "{save_as}"), (2, "{base_name}/trang-{number}.html", "{base_name}/trang-{number}.html"))
DIRECT_TEMPLATES = ["index", "procedures", "seek", "sitemap", "search"]
PROCEDURES_SAVE_AS = "thu-tuc/index.html"
SEEK_SAVE_AS = "tim-kiem.html"
SITEMAP_SAVE_AS = "sitemap.xml"
SEARCH_SAVE_AS = "search.json"

FEED_MAX_ITEMS = 20
RSS_FEED_SUMMARY_ONLY = False
FEED_ALL_RSS, FEED_ALL_ATOM = "feeds/tat-ca.rss.xml", "feeds/tat-ca.atom.xml"
CATEGORY_FEED_RSS, CATEGORY_FEED_ATOM = "feeds/{slug}.rss.xml", "feeds/{slug}.atom.xml"
TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

MARKDOWN = {
    "extension_configs": {"markdown.extensions.tables": {}, "markdown.extensions.sane_lists": {}},
    "output_format": "html",
}
