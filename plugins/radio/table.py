"""The sheet beside the script: how long each piece takes, what was left out, which short forms had to be spelled."""

from plugins.radio.script import PAUSE, SHORTEST, Script

HEAD = ("Phần", "Thời gian", "Cách đọc")
OPENING, CLOSING, TOTAL = "Mở đầu", "Kết thúc", "Cả buổi"
LEFT = "Không đọc"
SPEED = "Tốc độ {speed} tiếng một phút, nghỉ {pause} giây sau mỗi phần."
SHORT = "Cả kỳ chỉ đủ {time}, chưa đến {least} phút."
UNKNOWN = "Chữ tắt chưa có nghĩa trong bảng, đang đọc từng chữ cái: {words}. Thêm vào [abbreviations] của site.toml."


def rows(script: Script) -> list[tuple[str, str, str]]:
    """(what, time, how and notes) of every piece, the whole last."""
    made = [(OPENING, clock(script.opening.seconds), "")]
    made += [(f"{number}. {piece.title}", clock(piece.seconds), "; ".join((piece.form, *piece.notes))) for number, piece in enumerate(script.pieces, 1)]
    return [*made, (CLOSING, clock(script.closing.seconds), ""), (TOTAL, clock(script.seconds), "")]


def remarks(script: Script) -> list[str]:
    """What an editor should know before the slot goes on air."""
    made = [SPEED.format(speed=script.speed, pause=PAUSE)]
    made += [SHORT.format(time=clock(script.seconds), least=SHORTEST)] if script.seconds < SHORTEST * 60 else []
    made += [f"{LEFT}: {one.title} ({one.source}): {one.why}." for one in script.left]
    return made + ([UNKNOWN.format(words=", ".join(script.unknown))] if script.unknown else [])


def clock(seconds: int) -> str:
    """``2 phút 05 giây``."""
    minutes, rest = divmod(seconds, 60)
    return f"{minutes} phút {rest:02d} giây" if minutes else f"{rest} giây"
