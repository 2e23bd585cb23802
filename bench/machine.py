"""The machine of a run, in one line each: figures without it say nothing."""

import os
import platform
import re
from datetime import UTC, datetime
from pathlib import Path


def machine() -> dict[str, str]:
    """Label → value: processor, memory, system, Python, load before the run, day."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    model = _first(r"model name\s*:\s*(.+)", "/proc/cpuinfo") or platform.machine()
    memory = int(_first(r"MemTotal:\s*(\d+)", "/proc/meminfo") or 0) / 1024 / 1024
    load = f"{os.getloadavg()[0]:.1f}".replace(".", ",")
    return {
        "Bộ xử lý": f"{usable} nhân dùng được, {model}",
        "Bộ nhớ": f"{memory:.0f} GB",
        "Hệ điều hành": f"{platform.system()} {platform.release()}",
        "Python": platform.python_version(),
        "Tải trước khi đo": load,
        "Ngày đo": f"{datetime.now(UTC):%d/%m/%Y}",
    }


def _first(pattern: str, path: str) -> str:
    file = Path(path)
    found = re.search(pattern, file.read_text(encoding="utf-8")) if file.is_file() else None
    return found.group(1).strip() if found else ""
