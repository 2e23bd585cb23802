"""Words of the tag pages."""

ALL = "Từ khóa"
ALL_DESCRIPTION = "Tất cả từ khóa của tin, bài."
ONE = "Từ khóa: {tag}"
ONE_DESCRIPTION = "Tin, bài có từ khóa {tag}."
