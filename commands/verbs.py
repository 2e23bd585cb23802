"""All verbs, with their options in one place."""

import subprocess
import sys
from pathlib import Path

import click

from commands import check as check_verb
from commands import import_ as import_verb
from commands import new as new_verb
from commands import print_ as print_verb
from commands import publish as publish_verb
from commands import serve as serve_verb

Folder = click.Path(path_type=Path)
content_option = click.option("--content", type=Folder, default=Path("content"), show_default=True, help="thư mục nội dung")
now_option = click.option("--now", default="", help="thời điểm dựng, ví dụ 2026-03-01T08:00 (mặc định: bây giờ)")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Trang cải cách hành chính của xã, phường, đặc khu."""


@cli.command()
@content_option
@now_option
@click.option("--public", type=Folder, default=Path("public"), show_default=True, help="thư mục được đăng")
@click.option("--gone", is_flag=True, help="cho phép bỏ những địa chỉ thủ tục đã in trên mã QR")
def publish(content: Path, now: str, public: Path, gone: bool) -> None:
    """Kiểm tra, dựng và đăng trang."""
    raise SystemExit(publish_verb.run(content, public, now, gone))


@cli.command()
@content_option
@now_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="dạng báo cáo")
def check(content: Path, now: str, form: str) -> None:
    """Chỉ kiểm tra nội dung, không ghi gì."""
    raise SystemExit(check_verb.run(content, now, form))


@cli.command()
@content_option
@now_option
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="cổng xem thử")
def serve(content: Path, now: str, port: int) -> None:
    """Xem thử trên máy này; tự dựng lại khi nội dung thay đổi."""
    raise SystemExit(serve_verb.run(content, now, port))


@cli.command()
@content_option
@now_option
@click.option("--title", required=True, help="tiêu đề bài")
@click.option("--category", default="", help="chuyên mục")
def new(content: Path, now: str, title: str, category: str) -> None:
    """Tạo tệp bài mới, có ngày, có giải thích từng khóa."""
    raise SystemExit(new_verb.run(content, title, category, now))


@cli.command()
def golden() -> None:
    """Ghi lại các trang mẫu dùng để so từng byte (dành cho người phát triển; xem lại khác biệt trước khi lưu)."""
    raise SystemExit(subprocess.run([sys.executable, "-m", "tests.site.golden"], check=False).returncode)


@cli.command("import")
@content_option
@now_option
@click.option("--src", "source", type=Folder, required=True, help="tệp .xlsx, .docx, .doc, .pdf, hoặc thư mục chứa chúng")
@click.option("--apply", is_flag=True, help="ghi vào thu-tuc/ (mặc định chỉ xem trước)")
def import_(content: Path, now: str, source: Path, apply: bool) -> None:
    """Nhập thủ tục hành chính từ tệp tải của Cơ sở dữ liệu quốc gia."""
    raise SystemExit(import_verb.run(content, source, apply, now))


@cli.command("print")
@content_option
@now_option
@click.option("--out", type=Folder, default=Path("print"), show_default=True, help="thư mục chứa các tệp PDF")
@click.option("--code", "codes", multiple=True, help="mã thủ tục; ghi nhiều lần được")
@click.option("--sector", "sectors", multiple=True, help="tên lĩnh vực; ghi nhiều lần được")
@click.option("--all", "everything", is_flag=True, help="danh mục, mọi lĩnh vực và mọi thủ tục")
def print_(content: Path, now: str, out: Path, codes: tuple[str, ...], sectors: tuple[str, ...], everything: bool) -> None:
    """In thủ tục hành chính ra PDF khổ A4 để niêm yết."""
    raise SystemExit(print_verb.run(content, out, (codes, sectors, everything), now))


@cli.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def test(arguments: tuple[str, ...]) -> None:
    """Chạy toàn bộ kiểm thử của chương trình (pytest)."""
    # A process of its own: pytest must be first to import what it rewrites.
    raise SystemExit(subprocess.run([sys.executable, "-m", "pytest", *(arguments or ("-n", "auto"))], check=False).returncode)
