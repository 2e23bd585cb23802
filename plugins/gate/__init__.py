"""The gate: all problems of all files at once, in Vietnamese; behind it there are only records."""
