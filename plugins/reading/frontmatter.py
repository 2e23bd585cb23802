"""Front matter: a YAML block between ``---`` lines, or Pelican's ``Key: value`` lines up to a blank one.

Every scalar stays a string (PyYAML reads ``00123`` as 83 and guesses dates), every key keeps its line.
"""

import re
from dataclasses import dataclass

import yaml

from plugins.model.keys import FORBIDDEN_KEYS, Key, bare, known_names
from plugins.model.problems import Problem, problem
from plugins.model.text import nearest, nfc

RawValue = str | list[str]
_PAIR = re.compile(r"([^\W\d][\w .\-]{0,40}?)\s*[:：]\s*(.*)")
PAIR_LIMIT = 45
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Raw values and lines by canonical key; where the body starts (1-based line) and its text."""

    values: dict[str, RawValue]
    lines: dict[str, int]
    body: str
    body_line: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    key: str
    value: RawValue
    line: int


def split(text: str, keys: dict[str, Key], names: dict[str, str] | None = None) -> FrontMatter:
    """Front matter and body of one file; problems have an empty path. ``names`` are those of the keys, where they are at hand."""
    known = known_names(keys) if names is None else names
    lines = text.split("\n")
    start = next((i for i, line in enumerate(lines) if line.strip()), 0)
    if re.fullmatch(r"\s*-{3,}\s*", lines[start]):
        pairs, end, problems = _yaml_block(lines, start)
    else:
        pairs, end, problems = _plain_lines(lines, start, known)
    if len(pairs) > PAIR_LIMIT:
        problems = [*problems, problem("matter-long", "", pairs[PAIR_LIMIT].line, count=len(pairs), limit=PAIR_LIMIT)]
        pairs = []
    values, at, more = _canonical(pairs, keys, known)
    body = "\n".join(lines[end:])
    blank = len(body) - len(body.lstrip("\n"))
    return FrontMatter(values, at, body[blank:], end + blank + 1, (*problems, *more))


def _yaml_block(lines: list[str], start: int) -> tuple[list[_Pair], int, list[Problem]]:
    close = next((i for i in range(start + 1, len(lines)) if re.fullmatch(r"(?:-{3,}|\.\.\.)\s*", lines[i])), None)
    if close is None:
        return [], len(lines), [problem("matter-unclosed", "", start + 1)]
    # A colon of another keyboard, and a tab, are what editors type.
    block = "\n".join(re.sub(r"^([^\s:：\"'#]+(?: [^\s:：]+){0,3})\s*：\s*", r"\1: ", line) for line in lines[start + 1 : close])
    try:
        node = yaml.compose(block.replace("\t", "    "), Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        return _forgiving(lines, start, close, mark.line if mark else 0)
    except (yaml.YAMLError, ValueError, RecursionError):
        return [], close + 1, [problem("matter-yaml", "", start + 1, reason="có ký tự không hợp lệ")]
    if node is None:
        return [], close + 1, []
    if not isinstance(node, yaml.MappingNode):
        return [], close + 1, [problem("matter-missing", "", start + 1)]
    return _pairs_of(node, start, close)


def _pairs_of(node: yaml.MappingNode, start: int, close: int) -> tuple[list[_Pair], int, list[Problem]]:
    pairs: list[_Pair] = []
    problems: list[Problem] = []
    for key, value in node.value:
        line = start + 2 + key.start_mark.line
        name = str(getattr(key, "value", "")) if isinstance(key, yaml.ScalarNode) else "?"
        if isinstance(value, yaml.ScalarNode):
            pairs.append(_Pair(name, value.value, line))
        elif isinstance(value, yaml.SequenceNode) and all(isinstance(v, yaml.ScalarNode) for v in value.value):
            pairs.append(_Pair(name, [v.value for v in value.value], line))
        else:
            problems.append(problem("matter-nested", "", line, key=name))
    return pairs, close + 1, problems


def _forgiving(lines: list[str], start: int, close: int, bad: int) -> tuple[list[_Pair], int, list[Problem]]:
    """A block that is no YAML only because of an unquoted colon, quote or bracket is read line by line."""
    pairs = []
    for i in range(start + 1, close):
        text = lines[i].strip()
        match = _PAIR.fullmatch(text)
        if not text or text.startswith("#"):
            continue
        value = _value(match.group(2)) if match and not lines[i][:1].isspace() else None
        if match is None or value is None:
            wrong = i if match else start + 1 + min(bad, close - start - 2)
            return [], close + 1, [problem("matter-yaml", "", wrong + 1, reason=f"dòng '{lines[wrong].strip()}'")]
        pairs.append(_Pair(match.group(1), value, i + 1))
    return pairs, close + 1, []


def _value(typed: str) -> RawValue | None:
    """One value of a forgiven line; None when it opens a YAML form that does not close on this line."""
    if typed[:1] not in {"[", "{", "|", ">", "&", "*", '"', "'"}:
        return typed
    try:
        node = yaml.compose(typed, Loader=_LOADER)
    except yaml.YAMLError:
        # "[Infographic] Năm bước" and "*Khẩn* họp" are titles; a bracket that stays open is a list cut short.
        return None if typed[:1] in {"{", "|", ">", "&"} or (typed[:1] == "[" and "]" not in typed) else typed
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if isinstance(node, yaml.SequenceNode) and all(isinstance(v, yaml.ScalarNode) for v in node.value):
        return [v.value for v in node.value]
    return None


def _plain_lines(lines: list[str], start: int, known: dict[str, str]) -> tuple[list[_Pair], int, list[Problem]]:
    first = _PAIR.fullmatch(lines[start].strip())
    if first is None or not _like_a_key(first.group(1), known):
        return [], start, [problem("matter-missing", "", start + 1)]
    pairs: list[_Pair] = []
    problems: list[Problem] = []
    end = start
    for end in range(start, len(lines)):
        line = lines[end]
        if not line.strip():
            break
        match = _PAIR.fullmatch(line.strip())
        if match and not line[:1].isspace():
            pairs.append(_Pair(match.group(1), match.group(2), end + 1))
        elif line[:1].isspace() and pairs:
            last = pairs.pop()
            pairs.append(_Pair(last.key, f"{last.value} {line.strip()}", last.line))
        else:
            problems.append(problem("matter-not-a-key", "", end + 1, line_text=line.strip()[:60]))
            return pairs, end, problems
    else:
        end = len(lines)
    return pairs, end, problems


def _like_a_key(name: str, known: dict[str, str]) -> bool:
    return bare(name) in known or bare(name) in FORBIDDEN_KEYS or bool(nearest(bare(name), known))


def _canonical(
    pairs: list[_Pair], keys: dict[str, Key], known: dict[str, str]
) -> tuple[dict[str, RawValue], dict[str, int], list[Problem]]:
    values: dict[str, RawValue] = {}
    lines: dict[str, int] = {}
    problems: list[Problem] = []
    for pair in pairs:
        key = known.get(bare(pair.key))
        if key is None:
            problems.append(_unknown(pair, keys, known))
        elif key in lines:
            problems.append(problem("key-twice", "", pair.line, key=pair.key, first=lines[key]))
        else:
            lines[key] = pair.line
            value = [nfc(v) for v in pair.value if nfc(v)] if isinstance(pair.value, list) else nfc(pair.value)
            if value:
                values[key] = value
            elif key in {"title", "date", "category"}:
                problems.append(problem("value-empty", "", pair.line, key=pair.key, example=keys[key].example))
    return values, lines, problems


def _unknown(pair: _Pair, keys: dict[str, Key], known: dict[str, str]) -> Problem:
    if bare(pair.key) in FORBIDDEN_KEYS:
        return problem("key-forbidden", "", pair.line, key=pair.key)
    near = known.get(nearest(bare(pair.key), known))
    hint = f"có phải '{near}'? " if near else "nếu là nội dung bài, để một dòng trống phía trên. "
    return problem("key-unknown", "", pair.line, key=pair.key, hint=hint, keys=", ".join(keys))
