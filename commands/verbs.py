"""All verbs, with their options in one place. Each loads its own code, so that none waits for the libraries of another."""

import subprocess
import sys
from pathlib import Path

import click

from commands import unchanged
from commands.desk import preview, waiting
from commands.options import Folder, content_option, now_option, public_option
from commands.sending import Sending
from commands.spread import radio, report, share

targets_option = click.option("--target", "names", multiple=True, help="chỉ nơi đăng này trong site.toml; ghi nhiều lần được")
takeover_option = click.option("--takeover", is_flag=True, help="không tin những gì đang có ở nơi đăng: nhận lấy nơi đó, gửi lại mọi tệp")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Trang cải cách hành chính của xã, phường, đặc khu."""


@cli.command()
@content_option
@now_option
@public_option
@click.option("--gone", is_flag=True, help="cho phép mất những địa chỉ, bài, chuyên mục đang có")
@click.option("--urgent", default="", metavar="LÝ-DO", help="đăng gấp: bỏ qua liên kết hỏng và trang quá nặng; lý do được ghi vào nhật ký")
@targets_option
@takeover_option
@click.option("--dry-run", is_flag=True, help="chỉ cho biết sẽ đổi gì ở đây và ở mỗi nơi đăng; không đăng, không gửi")
def publish(content: Path, now: str, public: Path, gone: bool, urgent: str, names: tuple[str, ...], takeover: bool, dry_run: bool) -> None:
    """Kiểm tra, dựng, đăng trang, rồi gửi đến các nơi đăng."""
    plain = not (gone or urgent or names or takeover or dry_run)
    before = unchanged.look(content, (now,)) if plain and content.is_dir() else None
    told = unchanged.report_of_same(before, public.absolute()) if before else None
    if told is not None:
        click.echo(f"{told}\nKhông có gì thay đổi.", err=True)
        raise SystemExit(0)
    from commands import publish as publish_verb

    raise SystemExit(publish_verb.run(content, public, now, gone, urgent, Sending(names, dry_run, takeover), before))


@cli.command()
@content_option
@public_option
@targets_option
@takeover_option
@click.option("--resend", is_flag=True, help="không lùi thêm, chỉ gửi lại bản đang có đến các nơi đăng")
def rollback(content: Path, public: Path, names: tuple[str, ...], takeover: bool, resend: bool) -> None:
    """Đặt lại bản trước, ở máy này rồi ở mọi nơi đăng."""
    from commands import rollback as rollback_verb

    raise SystemExit(rollback_verb.run(content, public, Sending(names, takeover=takeover), resend))


@cli.command("verify-site")
@content_option
@public_option
@click.option("--target", "name", default="", help="nơi đăng trong site.toml: xem hết mọi tệp ở đó")
@click.option("--url", default="", help="địa chỉ của trang: xem như người đọc")
def verify_site(content: Path, public: Path, name: str, url: str) -> None:
    """So trang đang chạy với bản đã đăng: tệp bị sửa, bị mất, tệp lạ."""
    from commands import verify_site as verify_verb

    raise SystemExit(verify_verb.run(content, public, name, url))


@cli.command()
@public_option
@click.option("--last", type=click.IntRange(1), default=10, show_default=True, help="số lượt gần nhất")
@click.option("--all", "everything", is_flag=True, help="mọi lượt")
def log(public: Path, last: int, everything: bool) -> None:
    """Nhật ký đăng: ai, lúc nào, đổi gì; soát xem có bị sửa không."""
    from commands import log as log_verb

    raise SystemExit(log_verb.run(public, last, everything))


@cli.command()
@content_option
@now_option
@click.option("--format", "form", type=click.Choice(["text", "json", "html"]), default="text", show_default=True, help="dạng báo cáo")
@click.option("--out", type=Folder, help="ghi báo cáo ra tệp này thay vì ra màn hình")
def check(content: Path, now: str, form: str, out: Path | None) -> None:
    """Chỉ kiểm tra nội dung, không ghi gì."""
    from commands import check as check_verb

    raise SystemExit(check_verb.run(content, now, form, out))


@cli.command()
@content_option
@now_option
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="cổng xem thử")
def serve(content: Path, now: str, port: int) -> None:
    """Xem thử trên máy này; tự dựng lại khi nội dung thay đổi."""
    from commands import serve as serve_verb

    raise SystemExit(serve_verb.run(content, now, port))


@cli.command()
@content_option
@now_option
@click.option("--kind", default="", help="tin, thu-tuc, van-ban, trang, hoi-dap, phan-anh (mặc định: hỏi trên màn hình, không thì tin)")
@click.option("--title", default="", help="tiêu đề bài")
@click.option("--category", default="", help="chuyên mục của tin")
def new(content: Path, now: str, kind: str, title: str, category: str) -> None:
    """Tạo tệp mới của một loại bài, có giải thích từng khóa."""
    from commands import new as new_verb

    raise SystemExit(new_verb.run(content, title, category, now, kind))


@cli.command()
@content_option
@click.option("--log", "logs", type=Folder, multiple=True, required=True, help="nhật ký truy cập của máy chủ web, cả tệp .gz; ghi nhiều lần được")
@click.option("--log-format", "form", default="COMBINED", show_default=True, help="dạng nhật ký theo GoAccess: COMBINED, COMMON, VCOMBINED, W3C (IIS)")
def visits(content: Path, logs: tuple[Path, ...], form: str) -> None:
    """Đếm lượt truy cập từ nhật ký máy chủ web bằng GoAccess."""
    from commands import visits as visits_verb

    raise SystemExit(visits_verb.run(content, logs, form))


@cli.command("theme-guide")
@content_option
@click.option("--out", type=Folder, default=Path(".cache") / "theme-guide", show_default=True, help="thư mục chứa trang")
def theme_guide(content: Path, out: Path) -> None:
    """Dựng trang cho thấy mọi thành phần và quy ước của giao diện, nền sáng và nền tối."""
    from commands import theme_guide as guide_verb

    raise SystemExit(guide_verb.run(content, out))


@cli.command()
@content_option
@now_option
@click.option("--out", type=Folder, help="thư mục ghi kết quả; nội dung mẫu thì ghi vào docs nếu không chọn")
@click.option("--kinds", default="", help="chỉ vài loại trang, ví dụ trang-chu,thu-tuc")
@click.option("--rounds", type=click.IntRange(0), default=1, show_default=True, help="số lượt Lighthouse, lấy trung vị; 0 là không đo")
def audit(content: Path, now: str, out: Path | None, kinds: str, rounds: int) -> None:
    """Đo từng loại trang trên máy chủ và trình duyệt thật: dung lượng, Lighthouse, axe, lời đọc màn hình."""
    from commands import audit as audit_verb

    names = [name for name in (one.strip() for one in kinds.split(",")) if name]
    raise SystemExit(audit_verb.run(audit_verb.Asked(content, now, out, names, rounds)))


@cli.command()
@click.argument("files", type=Folder, nargs=-1, required=True)
@click.option("--wrong", is_flag=True, help="kể từng chuỗi đọc sai")
def citations(files: tuple[Path, ...], wrong: bool) -> None:
    """Đo việc nhận ra văn bản được nhắc tới, so với danh sách .tsv đã có lời giải (dành cho người phát triển)."""
    from commands import citations as citations_verb

    raise SystemExit(citations_verb.run(files, wrong))


@cli.command()
def golden() -> None:
    """Ghi lại các trang mẫu dùng để so từng byte (dành cho người phát triển; xem lại khác biệt trước khi lưu)."""
    raise SystemExit(subprocess.run([sys.executable, "-m", "tests.site.golden"], check=False).returncode)


@cli.command()
@click.option("--n", "sizes", type=click.IntRange(20), multiple=True, default=(10_000,), show_default=True, help="số tin; ghi nhiều lần được")
@click.option("--procedures", type=click.IntRange(1), default=300, show_default=True, help="số thủ tục")
@click.option("--rounds", type=click.IntRange(1), default=3, show_default=True, help="số lượt, lấy trung vị")
@click.option("--tools", default="cchc,pelican,hugo", show_default=True, help="những chương trình được đo")
@click.option("--steps", default="", help="những bước được đo (mặc định: tất cả)")
@click.option("--growth", is_flag=True, help="đo 1.000, 10.000 và 50.000 tin")
@click.option("--json", "figures", type=Folder, help="ghi mọi số đo ra tệp này")
@click.option("--work", type=Folder, help="giữ lại những gì đã dựng trong thư mục mới này")
def bench(
    sizes: tuple[int, ...], procedures: int, rounds: int, tools: str, steps: str, growth: bool, figures: Path | None, work: Path | None
) -> None:
    """Đo tốc độ dựng trang bên cạnh Pelican gốc và Hugo."""

    from commands import bench as bench_verb

    raise SystemExit(bench_verb.run(bench_verb.Wanted(bench_verb.SIZES if growth else sizes, procedures, rounds, tools, steps, work, figures)))


@cli.command("bench-search")
@content_option
@now_option
@click.option("--queries", type=Folder, help="tệp .tsv với các cột query, codes, note; không có thì chỉ đo dung lượng và thời gian")
@click.option("--n", "sizes", type=click.IntRange(20), multiple=True, default=(320, 3000, 10_000), show_default=True, help="tổng số bài, thủ tục; ghi nhiều lần được")
@click.option("--json", "figures", type=Folder, help="ghi mọi số đo ra tệp này")
def bench_search(content: Path, now: str, queries: Path | None, sizes: tuple[int, ...], figures: Path | None) -> None:
    """Đo ô tìm kiếm trong trình duyệt thật: dung lượng, thời gian, tỷ lệ tìm thấy."""
    from commands import bench_search as search_verb

    raise SystemExit(search_verb.run(content, queries, sizes, figures, now))


@cli.command("import")
@content_option
@now_option
@click.option("--src", "source", type=Folder, required=True, help="tệp .docx, .doc, .html, .mht, .txt, .xlsx, .pdf, hoặc thư mục chứa chúng")
@click.option("--apply", is_flag=True, help="ghi vào thư mục nội dung (mặc định chỉ xem trước)")
@click.option("--kind", default="", help="nhập thành tin-tuc, trang hay van-ban (mặc định: theo văn bản)")
@click.option("--category", default="", help="chuyên mục của các tin được nhập")
@click.option("--date", default="", help="ngày của những bài không ghi ngày")
def import_(content: Path, now: str, source: Path, apply: bool, kind: str, category: str, date: str) -> None:
    """Nhập tin, bài, văn bản từ Word, từ trang cũ; thủ tục từ tệp của Cơ sở dữ liệu quốc gia."""
    from commands import import_ as import_verb

    raise SystemExit(import_verb.run(content, source, apply, now, import_verb.Typed(kind, category, date)))


@cli.command("print")
@content_option
@now_option
@click.option("--out", type=Folder, default=Path("print"), show_default=True, help="thư mục chứa các tệp PDF")
@click.option("--code", "codes", multiple=True, help="mã thủ tục; ghi nhiều lần được")
@click.option("--sector", "sectors", multiple=True, help="tên lĩnh vực; ghi nhiều lần được")
@click.option("--all", "everything", is_flag=True, help="danh mục, mọi lĩnh vực và mọi thủ tục")
def print_(content: Path, now: str, out: Path, codes: tuple[str, ...], sectors: tuple[str, ...], everything: bool) -> None:
    """In thủ tục hành chính ra PDF khổ A4 để niêm yết."""
    from commands import print_ as print_verb

    raise SystemExit(print_verb.run(content, out, (codes, sectors, everything), now))


@cli.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def test(arguments: tuple[str, ...]) -> None:
    """Chạy toàn bộ kiểm thử của chương trình (pytest)."""
    # A process of its own: pytest must be first to import what it rewrites.
    raise SystemExit(subprocess.run([sys.executable, "-m", "pytest", *(arguments or ("-n", "auto"))], check=False).returncode)


for verb in (preview, radio, report, share, waiting):
    cli.add_command(verb)
