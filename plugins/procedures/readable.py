"""Long announced texts in readable paragraphs: a blank becomes a line break, no other character changes."""

import html
import re
from dataclasses import replace

from plugins.model.prose import Prose

_LONG, _WALL, _ENOUGH = 180, 600, 350
_CAPITAL = "A-ZĐÀ-ÝĂƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
_STEP = re.compile(r"\s+(?=Bước\s+\d+(?:\.\d+)?\s*[:.])")
_MARK = re.compile(
    rf"(?<=[.;:!?…”\"»)\]])\s+(?=[-+–•●]+\s?\w|[a-zđ]\d?\)\s|\(?\d{{1,2}}(?:\.\d{{1,2}})*[.)]\s+[{_CAPITAL}]|[IVX]{{1,4}}\.\s|(?:Trường hợp|Lưu ý|Ghi chú)\b)"
)
_SENTENCE = re.compile(rf"(?<=[^\W\d_]{{3}}\.)\s+(?=[{_CAPITAL}])|(?<=;)\s+")
_PARAGRAPH = re.compile(r"<p>([^<>]+)</p>")
_ITEM = re.compile(r"(<li>(?:<span class=\"dau\">[^<>]*</span>)?)([^<>]+)(</li>)")
_STEP_NAME = re.compile(r"<p>(Bước\s+\d+(?:\.\d+)?\s*[:.]?)(?=\s|</p>)")


def broken_up(text: str) -> str:
    """Breaks before steps and typed markers, and between sentences of a wall of text."""
    return "\n".join(_line(line) for line in text.split("\n"))


def _line(line: str) -> str:
    if len(line) <= _LONG:
        return line
    parts = _MARK.sub("\n", _STEP.sub("\n", line)).split("\n")
    return "\n".join(_sentences(part) if len(part) > _WALL else part for part in parts)


def _sentences(text: str) -> str:
    """Sentences gathered to paragraphs of some lines."""
    paragraphs = [""]
    for sentence in _SENTENCE.split(text):
        if len(paragraphs[-1]) >= _ENOUGH:
            paragraphs.append(sentence)
        else:
            paragraphs[-1] = f"{paragraphs[-1]} {sentence}".lstrip()
    return "\n".join(paragraphs)


def readable(body: Prose) -> Prose:
    """The same prose with its plain long paragraphs broken up, and the name of each step strong."""
    made = _PARAGRAPH.sub(lambda m: "".join(f"<p>{part}</p>\n" for part in _parts(m[1])).rstrip(), body.html)
    made = _ITEM.sub(lambda m: f"{m[1]}{'<br>'.join(_parts(m[2]))}{m[3]}", made)
    return replace(body, source=_STEP_NAME.sub(r"<p><strong>\1</strong>", made))


def _parts(escaped: str) -> list[str]:
    return [html.escape(part, quote=False) for part in broken_up(html.unescape(escaped)).split("\n")]


def brief(text: str, limit: int = 150) -> str:
    """The first lines of a text up to a limit, cut between words."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    text = "; ".join(line.rstrip(" ;") for line in lines if line)
    return text if len(text) <= limit else f"{text[: limit + 1].rpartition(' ')[0] or text[:limit]}…"
