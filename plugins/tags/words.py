"""Words of the tag pages."""

ALL = "Thẻ"
ALL_DESCRIPTION = "Tất cả từ khóa của tin, bài."
ONE = "Thẻ: {tag}"
ONE_DESCRIPTION = "Tin, bài có thẻ {tag}."
