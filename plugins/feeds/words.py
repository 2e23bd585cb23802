"""Words of the feeds."""

ALL = "{site} – Tin mới"
ONE = "{site} – {category}"
ALL_DESCRIPTION = "Tin, bài mới nhất. {description}"
ONE_DESCRIPTION = "Tin, bài mới nhất của chuyên mục {category}. {description}"
GENERATOR = "CCHC trên Pelican"
