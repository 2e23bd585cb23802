"""A small good commune, as bytes by path: the ground that every case changes in one place."""

import io
import os
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path

from PIL import Image

from plugins.model.dates import VIETNAM

# Monday, 16 November 2026, 08:00 in Hà Nội: the moment at which every case is judged.
NOW = datetime(2026, 11, 16, 8, 0, tzinfo=VIETNAM)

PROFILE = """
[unit]
name = "Xã Thử Nghiệm"
level = "xã"
parent = "Tỉnh Mẫu"
code = "99001"
address = "Thôn Trung, xã Thử Nghiệm, tỉnh Mẫu"
phone = "0200 3850 001"
hotline = "0200 3850 002"
email = "cchc@thunghiem.example"
working_hours = "Thứ Hai đến thứ Sáu: 7 giờ 30 – 17 giờ 00"
[site]
domain = "https://thunghiem.example/cchc"
title = "Cải cách hành chính xã Thử Nghiệm"
description = "Chuyên trang cải cách hành chính của xã Thử Nghiệm."
tag_authority = "thunghiem.example,2026"
[editorial]
managing_agency = "Ủy ban nhân dân xã Thử Nghiệm"
head = "Ông Nguyễn Văn Mẫu"
head_title = "Chủ tịch UBND xã"
reuse_notice = "Ghi rõ nguồn khi phát hành lại."
"""

_ONE = """---
title: Xã công khai kết quả giải quyết hồ sơ tháng 10
date: 2026-11-02 08:00
category: Cải cách thủ tục hành chính
tags: một cửa, hồ sơ
image: hinh-anh/anh-nho.png
image_alt: Bộ phận một cửa của xã
---
Trong tháng 10, Bộ phận một cửa tiếp nhận 214 hồ sơ, giải quyết đúng hạn 212 hồ sơ./.
"""
_TWO = """---
title: Hướng dẫn nộp hồ sơ trực tuyến
date: 03/11/2026
category: chinh-quyen-so
summary: Năm bước nộp hồ sơ trên Cổng Dịch vụ công.
---
Xem thêm [kết quả tháng 10](2026-11-02-ket-qua-thang-10.md) và [trang giới thiệu](/trang/gioi-thieu.md).

## Các bước

1. Đăng nhập.
2. Chọn thủ tục.
"""
_PAGE = """---
title: Giới thiệu
---
Chuyên trang của xã Thử Nghiệm.
"""


@cache
def picture(kind: str = "PNG", size: int = 8, **options: object) -> bytes:
    """A small picture of one colour, without hidden data unless ``options`` of Pillow add some."""
    out = io.BytesIO()
    Image.new("RGB", (size, size), "#0b5394").save(out, kind, **options)
    return out.getvalue()


GOOD: Mapping[str, bytes] = {
    "site.toml": PROFILE.encode(),
    "tin-tuc/2026/2026-11-02-ket-qua-thang-10.md": _ONE.encode(),
    "tin-tuc/2026/2026-11-03-nop-ho-so-truc-tuyen.md": _TWO.encode(),
    "trang/gioi-thieu.md": _PAGE.encode(),
    "hinh-anh/anh-nho.png": picture(),
}


def lay(folder: Path, files: Mapping[str, bytes], links: Mapping[str, str] | None = None, fifos: tuple[str, ...] = ()) -> None:
    """Write files, symbolic links (path → target) and FIFOs below a folder."""
    for path, data in files.items():
        at = os.path.join(os.fsencode(folder), os.fsencode(path))
        os.makedirs(os.path.dirname(at), exist_ok=True)
        with open(at, "wb") as file:
            file.write(data)
    for path, target in (links or {}).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).symlink_to(target)
    for path in fifos:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(folder / path)
