"""The verbs between an editor and who approves: what to look at, and what still waits."""

from pathlib import Path

import click

from commands.options import Folder, content_option, now_option, public_option


@click.command()
@content_option
@public_option
@now_option
@click.option("--item", required=True, help="đường dẫn tệp của bài, kể cả bài nháp, bài hẹn giờ")
@click.option("--out", type=Folder, default=Path("xem-truoc"), show_default=True, help="thư mục, hoặc tên tệp .html")
def preview(content: Path, public: Path, now: str, item: str, out: Path) -> None:
    """Làm một tệp HTML của một bài để gửi người duyệt; mở được trên điện thoại, không cần mạng."""
    from commands import preview as preview_verb

    raise SystemExit(preview_verb.run(content, public, out, item, now))


@click.command()
@content_option
@now_option
def waiting(content: Path, now: str) -> None:
    """Kể những bài đang chờ duyệt."""
    from commands import waiting as waiting_verb

    raise SystemExit(waiting_verb.run(content, now))
