"""Options that many verbs share."""

from pathlib import Path

import click

Folder = click.Path(path_type=Path)
content_option = click.option("--content", type=Folder, default=Path("content"), show_default=True, help="thư mục nội dung")
now_option = click.option("--now", default="", help="thời điểm dựng, ví dụ 2026-03-01T08:00 (mặc định: bây giờ)")
public_option = click.option("--public", type=Folder, default=Path("public"), show_default=True, help="thư mục được đăng")
