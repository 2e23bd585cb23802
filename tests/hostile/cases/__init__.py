"""The table of hostile and honest inputs, a file for each group of inputs."""

from . import (
    active_content,
    categories,
    dates,
    encoding,
    front_matter,
    honest,
    links_and_files,
    paths,
    personal,
    size,
    withheld,
)

ALL = (
    *dates.CASES,
    *front_matter.CASES,
    *categories.CASES,
    *encoding.CASES,
    *paths.CASES,
    *active_content.CASES,
    *links_and_files.CASES,
    *personal.CASES,
    *size.CASES,
    *withheld.CASES,
    *honest.CASES,
)
