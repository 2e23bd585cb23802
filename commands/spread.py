"""The verbs that carry items beyond the pages: to the loudspeakers, to social networks, to whoever asks for a report."""

from pathlib import Path

import click

from commands.options import Folder, content_option, now_option, public_option


@click.command()
@content_option
@now_option
@click.option("--out", type=Folder, default=Path("phat-thanh"), show_default=True, help="thư mục chứa kịch bản")
@click.option("--period", required=True, help="tháng 2026-03, quý 2026-Q1, nửa năm 2026-H1 hoặc năm 2026, tính theo lịch")
@click.option("--minutes", type=int, default=15, show_default=True, help="thời lượng của buổi phát, 10 đến 15 phút")
@click.option("--speak", is_flag=True, help="cho espeak-ng đọc thử, để biết kịch bản đọc được hết")
def radio(content: Path, now: str, out: Path, period: str, minutes: int, speak: bool) -> None:
    """Soạn kịch bản phát thanh của một tháng: số, ngày, số văn bản, chữ tắt đều viết ra chữ."""
    from commands import radio as radio_verb

    raise SystemExit(radio_verb.run(content, out, period, minutes, now, speak))


@click.command()
@content_option
@now_option
@click.option("--out", type=Folder, default=Path("chia-se"), show_default=True, help="thư mục chứa lời và hình")
@click.option("--item", required=True, help="đường dẫn tệp của bài, hoặc địa chỉ của bài trên trang")
def share(content: Path, now: str, out: Path, item: str) -> None:
    """Làm lời ngắn và hình để chia sẻ một bài lên Zalo, Facebook."""
    from commands import share as share_verb

    raise SystemExit(share_verb.run(content, out, item, now))


@click.command()
@content_option
@public_option
@now_option
@click.option("--period", required=True, help="kỳ báo cáo: 2026, 2026-H1, 2026-Q2, 2026-03")
@click.option("--calendar", is_flag=True, help="tính kỳ theo lịch (mặc định: năm báo cáo từ 15/12 đến 14/12)")
@click.option("--out", type=Folder, default=Path("bao-cao"), show_default=True, help="thư mục chứa báo cáo")
def report(content: Path, public: Path, now: str, period: str, calendar: bool, out: Path) -> None:
    """Lập báo cáo của một kỳ: kế hoạch và kết quả, minh chứng, tự chấm điểm; HTML, Word, Excel, CSV."""
    from commands import report as report_verb

    raise SystemExit(report_verb.run(content, public, out, period, calendar, now))
