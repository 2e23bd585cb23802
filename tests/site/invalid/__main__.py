"""Writes the reports anew."""

import tempfile
from pathlib import Path

from tests.site.invalid import HERE, NAMES, REPORT, report_of

for name in NAMES:
    with tempfile.TemporaryDirectory() as folder:
        (HERE / name / REPORT).write_text(report_of(name, Path(folder)), encoding="utf-8", newline="\n")
