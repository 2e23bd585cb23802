"""The publishing log: every line follows from the one before it, and a kill loses none."""

import json
import shutil

import pytest

from commands import log as verb
from plugins.model.dates import parse_date
from publishing.log import LOG, NEXT, SHOWN, Event, append, begin, changed_files, last_line, read, settle, who

WHEN = parse_date("2026-06-01 08:00")


def event(release: str = "r1", **facts) -> Event:
    return Event("publish", WHEN, "hanh@xa", release, **facts)


def public(event_of: Event, state) -> None:
    """One publish that was not killed."""
    begin(state, event_of)
    assert settle(state, lambda: event_of.release)


def lines(state) -> list[bytes]:
    return (state / LOG).read_bytes().splitlines(keepends=True)


def test_an_event_becomes_a_line_with_what_changed(tmp_path):
    public(event(added=("a.html",), removed=("b.html",), more={"urgent": "bão số 5"}), tmp_path)
    (line,) = read(tmp_path).lines
    assert (line["n"], line["who"], line["release"], line["prev"]) == (1, "hanh@xa", "r1", "")
    assert (line["counts"], line["files"]) == ({"added": 1, "changed": 0, "removed": 1}, {"added": ["a.html"], "removed": ["b.html"]})
    assert line["urgent"] == "bão số 5"
    assert not (tmp_path / NEXT).exists()


def test_the_log_is_nobody_elses_to_read(tmp_path):
    public(event(), tmp_path)
    assert (tmp_path / LOG).stat().st_mode & 0o077 == 0


def test_long_lists_of_addresses_are_cut_and_counted(tmp_path):
    public(event(changed=tuple(f"{number}.html" for number in range(SHOWN + 50))), tmp_path)
    (line,) = read(tmp_path).lines
    assert (len(line["files"]["changed"]), line["counts"]["changed"]) == (SHOWN, SHOWN + 50)


def test_changes_between_two_releases_are_told_by_kind():
    found = changed_files({"a": "1", "b": "1", "c": "1"}, {"b": "2", "c": "1", "d": "1"})
    assert found == {"added": ("d",), "changed": ("b",), "removed": ("a",)}


TAMPERED = {
    "a word changed": lambda log: [log[0], log[1].replace(b"r2", b"r9"), log[2]],
    "a line taken out": lambda log: [log[0], log[2]],
    "two lines swapped": lambda log: [log[0], log[2], log[1]],
    "a line put in twice": lambda log: [log[0], log[0], log[1], log[2]],
    "a line of another hand": lambda log: [log[0], b'{"n": 2, "prev": "", "hash": ""}\n', log[1], log[2]],
    "no JSON": lambda log: [log[0], b"???\n", log[2]],
    "no object": lambda log: [log[0], b"[]\n", log[2]],
}


@pytest.mark.parametrize("tamper", TAMPERED.values(), ids=TAMPERED)
def test_the_first_line_that_does_not_follow_is_named(tamper, tmp_path):
    for release in ("r1", "r2", "r3"):
        public(event(release), tmp_path)
    assert read(tmp_path).broken == 0
    (tmp_path / LOG).write_bytes(b"".join(tamper(lines(tmp_path))))
    assert read(tmp_path).broken == 2


def test_a_changed_first_line_is_named_and_so_is_a_changed_last_line(tmp_path):
    public(event("r1"), tmp_path)
    public(event("r2"), tmp_path)
    whole = lines(tmp_path)
    for number in (0, 1):
        changed = [line.replace(b"hanh", b"khac") if place == number else line for place, line in enumerate(whole)]
        (tmp_path / LOG).write_bytes(b"".join(changed))
        assert read(tmp_path).broken == number + 1


# — kills —


def test_an_event_begun_whose_switch_did_not_happen_leaves_no_line(tmp_path):
    public(event("r1"), tmp_path)
    begin(tmp_path, event("r2"))
    assert settle(tmp_path, lambda: "r1")
    assert [line["release"] for line in read(tmp_path).lines] == ["r1"]


def test_an_event_begun_whose_switch_happened_is_written_by_the_next_run(tmp_path):
    public(event("r1"), tmp_path)
    begin(tmp_path, event("r2", added=("a.html",)))
    assert settle(tmp_path, lambda: "r2")
    assert [line["release"] for line in read(tmp_path).lines] == ["r1", "r2"]
    assert not settle(tmp_path, lambda: "r2")


def test_a_kill_after_the_line_and_before_its_note_is_removed_writes_no_second_line(tmp_path):
    begin(tmp_path, event("r1"))
    note = (tmp_path / NEXT).read_bytes()
    settle(tmp_path, lambda: "r1")
    (tmp_path / NEXT).write_bytes(note)
    settle(tmp_path, lambda: "r1")
    assert len(read(tmp_path).lines) == 1


def test_a_line_cut_at_any_byte_is_written_again_and_says_so(tmp_path):
    public(event("r1"), tmp_path)
    begin(tmp_path, event("r2"))
    first, note = (tmp_path / LOG).read_bytes(), (tmp_path / NEXT).read_bytes()
    settle(tmp_path, lambda: "r2")
    whole = (tmp_path / LOG).read_bytes()
    for cut in range(len(first) + 1, len(whole), 7):
        (tmp_path / LOG).write_bytes(whole[:cut])
        (tmp_path / NEXT).write_bytes(note)
        assert read(tmp_path).broken == 0
        settle(tmp_path, lambda: "r2")
        found = read(tmp_path)
        assert (found.broken, found.cut, len(found.lines)) == (0, b"", 2)
        assert found.lines[1]["cut"] == cut - len(first)


def test_a_note_that_was_cut_itself_is_dropped(tmp_path):
    (tmp_path / NEXT).write_bytes(b'{"what": "publ')
    assert settle(tmp_path, lambda: "r1")
    assert not (tmp_path / NEXT).exists()
    assert read(tmp_path).lines == ()


def test_other_events_are_added_to_the_chain(tmp_path):
    public(event("r1"), tmp_path)
    append(tmp_path, Event("rollback", WHEN, "hanh", "r0"))
    assert [line["what"] for line in read(tmp_path).lines] == ["publish", "rollback"]
    assert read(tmp_path).broken == 0


def test_who_published_is_the_user_at_the_machine_or_what_the_environment_says():
    assert "@" in who({})
    assert who({"CCHC_WHO": " Nguyễn Thị Hạnh "}) == "Nguyễn Thị Hạnh"


# — the verb —


def shown(state, capsys, last: int = 10, everything: bool = False) -> tuple[int, str]:
    code = verb.run(state.with_name(state.name.strip(".").removesuffix(".cchc")), last, everything)
    return code, "".join(capsys.readouterr())


@pytest.fixture
def state(tmp_path):
    made = tmp_path / ".public.cchc"
    made.mkdir()
    return made


def test_without_a_log_the_verb_says_so(state, capsys):
    code, said = shown(state, capsys)
    assert code == 0
    assert "Chưa có nhật ký đăng" in said


def test_the_verb_shows_the_newest_lines_in_vietnamese_and_that_the_chain_holds(state, capsys):
    for number in range(12):
        public(event(f"r{number}", added=("a.html", "theme/site.1.css"), more={"urgent": "bão"} if number == 11 else {}), state)
    code, said = shown(state, capsys)
    assert code == 0
    assert "#3  01/06/2026 08:00:00  hanh@xa  đăng bản r2: 2 mới" in said
    assert "mới: a.html, theme/site.1.css" in said
    assert "ĐĂNG GẤP: bão" in said
    assert "#2 " not in said
    assert "Nhật ký nguyên vẹn: 12 lượt." in said
    assert "#1 " in shown(state, capsys, everything=True)[1]


def test_the_verb_names_the_line_that_breaks_the_chain(state, capsys):
    public(event("r1"), state)
    public(event("r2"), state)
    (state / LOG).write_bytes((state / LOG).read_bytes().replace(b"hanh", b"khac", 1))
    code, said = shown(state, capsys)
    assert code == 1
    assert "Nhật ký KHÔNG nguyên vẹn từ dòng 1" in said


def test_a_line_taken_away_from_the_end_is_noticed_by_what_is_live(state, capsys):
    public(event("r1"), state)
    (state / "manifest.json").write_text(json.dumps({"format": 1, "files": {"a.html": ["m", 1, "0" * 64, 1]}}), encoding="utf-8")
    code, said = shown(state, capsys)
    assert code == 1
    assert "không phải bản ở dòng cuối của nhật ký (r1)" in said


def test_a_line_that_was_cut_is_told_and_is_no_tampering(state, capsys):
    public(event("r1"), state)
    with (state / LOG).open("ab") as log:
        log.write(b'{"n": 2, "wh')
    code, said = shown(state, capsys)
    assert code == 0
    assert "dòng cuối bị cắt giữa chừng" in said


def test_a_log_that_cannot_be_read_is_told(state, capsys):
    (state / LOG).mkdir()
    code, said = shown(state, capsys)
    assert code == 2
    assert "Không đọc được nhật ký" in said
    shutil.rmtree(state / LOG)


def test_the_newest_line_is_found_in_a_long_log_without_reading_it_whole(tmp_path):
    assert last_line(tmp_path) == {}
    for number in range(5):
        public(event(f"r{number}", more={"note": "dài " * 20_000 if number == 3 else ""}), tmp_path)
        assert last_line(tmp_path)["release"] == f"r{number}"
    with (tmp_path / LOG).open("ab") as log:
        log.write(b'{"n": 6, "wh')
    assert last_line(tmp_path)["n"] == 5
    assert read(tmp_path).broken == 0
