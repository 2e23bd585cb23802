"""What the program knows stands in the docs: keys, rules, commands, variables, kinds of files and targets."""

import re
import tomllib

import click
import pytest
from pydantic import BaseModel

from commands.verbs import cli
from importers.labels import FACTS
from plugins.model.answer import ANSWER_NAMES, QUESTION_NAMES, Outcome, Scope
from plugins.model.answer_matter import _SCOPES
from plugins.model.keys import (
    ASKER_NAMES,
    COMPLAINT_KEYS,
    DECISION_KEYS,
    NEWS_KEYS,
    PAGE_KEYS,
    PROCEDURE_KEYS,
)
from plugins.model.life_events import LIFE_EVENTS
from plugins.model.parts import CHANNEL_COLUMNS, EVIDENCE_COLUMNS, LEGAL_COLUMNS, PART_NAMES, Part
from plugins.model.procedure import ChannelKind, ProcedureStatus
from plugins.model.profile import Profile, read_profile
from plugins.model.publishtargets import KINDS as TARGET_KINDS
from plugins.model.text import fold
from plugins.model.vocab import CATEGORIES
from plugins.model.words import RULES
from plugins.opendata.words import FILES as DATA_FILES
from plugins.reading.assets import KINDS as FILE_KINDS
from tests.docs import make_rules
from tests.docs.pages import ANSWERS, DOCS, PAGES, PROCEDURES, ROOT, blocks, code, prose, read, targets


@pytest.mark.parametrize("key", sorted({**NEWS_KEYS, **PAGE_KEYS}))
def test_every_key_stands_in_the_editors_guide_with_its_aliases_and_example(key):
    page = read(ROOT / "docs" / "bien-tap.md")
    entry = {**NEWS_KEYS, **PAGE_KEYS}[key]
    rows = [line for line in page.splitlines() if line.startswith(f"| `{key}`")]
    assert rows, f"docs/bien-tap.md has no row for {key}"
    for part in (f"`{key}: {entry.example}`", *(f"`{alias}`" for alias in entry.aliases)):
        assert all(part in row for row in rows), part


@pytest.mark.parametrize(
    ("start", "keys"), [("### Các khóa của thủ tục", PROCEDURE_KEYS), ("## Quyết định công bố", DECISION_KEYS)], ids=["procedure", "decision"]
)
def test_every_key_of_procedures_and_decisions_stands_in_their_guide(start, keys):
    section = read(PROCEDURES).partition(f"\n{start}\n")[2]
    section = section.partition("<!-- sinh: khoa-")[2].partition("<!-- hết -->")[0]
    rows = {line.split("`")[1]: line for line in section.splitlines() if line.startswith("| `")}
    assert list(rows) == list(keys)
    for key, entry in keys.items():
        parts = (f"`{key}: {entry.example}`", *(f"`{alias}`" for alias in entry.aliases))
        assert [part for part in parts if part not in rows[key]] == [], key


def test_the_guide_to_procedures_tells_every_heading_column_and_word():
    told = {" ".join(fold(typed).split()) for typed in re.findall(r"`([^`\n]+)`", prose(PROCEDURES))}
    columns = {**CHANNEL_COLUMNS, **EVIDENCE_COLUMNS, **LEGAL_COLUMNS}
    names = [*Part, *PART_NAMES, *columns, *(name for names in columns.values() for name in names)]
    names += [*LIFE_EVENTS, *ChannelKind, *ProcedureStatus, *DATA_FILES]
    assert [name for name in names if fold(name) not in told] == []


def test_what_the_docs_repeat_from_the_program_is_fresh():
    for path, text in make_rules.pages().items():
        assert read(path) == text, f"{path.name}: run python -m tests.docs.make_rules"


def test_every_rule_stands_in_the_list_of_rules_once():
    listed = re.findall(r"^\| `([\w-]+)` \|", read(ROOT / "docs" / "quy-tac.md"), re.MULTILINE)
    assert sorted(listed) == sorted(RULES)


def test_every_category_stands_in_the_editors_guide():
    page = read(ROOT / "docs" / "bien-tap.md")
    assert [c for c in CATEGORIES if f"| `{c.slug}` | {c.name} |" not in page] == []


def test_every_kind_of_file_that_is_published_stands_in_the_editors_guide():
    page = prose(ROOT / "docs" / "bien-tap.md")
    assert [kind for kind in FILE_KINDS if f"`{kind}`" not in page] == []


def profile_keys() -> list[tuple[str, str, bool]]:
    """(table, key, must it be given) of ``site.toml``, from the record."""
    found = []
    for table, field in Profile.model_fields.items():
        kinds = (field.annotation, *getattr(field.annotation, "__args__", ()))
        for kind in kinds:
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                found += [(table, key, inner.is_required()) for key, inner in kind.model_fields.items()]
    kinds = [kind.model_fields for kind in TARGET_KINDS.values()]
    keys = {key for fields in kinds for key in fields}
    return found + [("publish", key, all(key in fields and fields[key].is_required() for fields in kinds)) for key in sorted(keys)]


@pytest.mark.parametrize(("table", "key", "must"), profile_keys())
def test_every_key_of_the_profile_stands_under_its_table(table, key, must):
    sections = re.split(r"^## ", read(ROOT / "docs" / "ho-so-don-vi.md"), flags=re.MULTILINE)
    section = next(s for s in sections if s.startswith((f"[{table}]", f"[[{table}]]")))
    assert f"| `{key}` | {'có' if must else 'không'} |" in section


def test_the_guide_to_the_profile_tells_every_table_and_no_other_key():
    page = read(ROOT / "docs" / "ho-so-don-vi.md")
    assert re.findall(r"^## \[+(\w+)\]+$", page, re.MULTILINE) == list(Profile.model_fields)
    head, _, targets = page.partition("\n## [publish]\n")
    told = [re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE) for part in (head, targets)]
    assert told[0] == [key for table, key, _ in profile_keys() if table != "publish"]
    assert sorted(told[1]) == [key for table, key, _ in profile_keys() if table == "publish"]


@pytest.mark.parametrize("kind", TARGET_KINDS)
def test_every_kind_of_target_is_told_which_keys_it_takes_and_needs(kind):
    page = read(ROOT / "docs" / "ho-so-don-vi.md").partition("\n## [publish]\n")[2]
    rows = {line.split("`")[1]: line for line in page.splitlines() if line.startswith("| `")}
    for key, field in TARGET_KINDS[kind].model_fields.items():
        only = re.search(r"chỉ của ([^;:|]+)", rows[key])
        assert not only or f"`{kind}`" in only[1], key
        if field.is_required() and key != "kind":
            assert f"`{kind}`" in rows[key].partition(";")[2], key
    assert f"| `{kind}` |" in read(ROOT / "docs" / "dang-len-may-chu.md")


@pytest.mark.parametrize("target", targets())
def test_every_make_target_is_documented(target):
    assert f"make {target}" in "\n".join(code(page) for page in DOCS)


def test_every_documented_make_target_exists():
    typed = {target for page in PAGES for target in re.findall(r"\bmake ([a-z][a-z-]*)", code(page))}
    assert typed - set(targets()) == set()


def test_every_verb_and_option_is_documented():
    text = "\n".join(code(page) for page in DOCS)
    for name, verb in cli.commands.items():
        assert re.search(rf"(?:make|-m commands) {name}\b", text), name
        for option in (o for o in verb.params if isinstance(o, click.Option)):
            assert option.opts[0] in text, f"{name} {option.opts[0]}"


def test_every_documented_option_exists():
    known = {o for verb in cli.commands.values() for p in verb.params for o in p.opts} | {"--help"}
    lines = [line for page in PAGES for line in code(page).splitlines() if "-m commands" in line]
    assert {option for line in lines for option in re.findall(r"(--[a-z-]+)", line)} - known == set()


def test_every_variable_of_the_makefile_is_documented():
    variables = set(re.findall(r"\$\(if \$\((\w+)\)|\"\$\((\w+)\)\"|\$\((TESTS)\)", read(ROOT / "Makefile")))
    text = code(ROOT / "docs" / "quan-tri.md")
    assert [name for name in {v for found in variables for v in found if v} if f"{name}" not in text] == []


def test_every_key_of_answers_stands_in_their_guide():
    rows = {line.split("`")[1]: line for line in read(ANSWERS).partition("<!-- sinh: khoa-phan-anh -->")[2].partition("<!-- hết -->")[0].splitlines() if line.startswith("| `")}
    assert list(rows) == list(COMPLAINT_KEYS)
    for key, entry in COMPLAINT_KEYS.items():
        assert [part for part in (f"`{key}: {entry.example}`", *(f"`{alias}`" for alias in entry.aliases)) if part not in rows[key]] == [], key


def test_the_guide_to_answers_tells_every_heading_scope_and_outcome():
    told = {" ".join(fold(typed).strip("# ").split()) for typed in re.findall(r"`([^`\n]+)`", prose(ANSWERS))}
    assert (QUESTION_NAMES | ANSWER_NAMES) - told == set()
    assert set(_SCOPES) - told == set()
    assert [one for one in Outcome if one not in read(ANSWERS)] == []
    assert [name for name in re.findall(r"`([^`]+)`", read(ANSWERS).partition("những khóa như ")[2].partition(". ")[0]) if name not in ASKER_NAMES] == []
    limits = read_profile({**minimal_profile(), "answers": {"basis": "Quy chế"}})[0].answers
    assert [f"| {limits.limit(scope)} ngày làm việc |" in read(ANSWERS) for scope in Scope] == [True, True, True]


def minimal_profile() -> dict[str, object]:
    """The least good profile of the guide."""
    return tomllib.loads(blocks(ROOT / "docs" / "ho-so-don-vi.md", "toml")[0])


@pytest.mark.parametrize("target", ["import", "print"])
def test_every_variable_of_the_procedures_commands_stands_in_their_guide(target):
    recipe = read(ROOT / "Makefile").partition(f"\n{target}: ")[2].partition("\n\n")[0].partition("$(RUN)")[2]
    names = set(re.findall(r"\$\((?:if \$\()?([A-Z]+)\)", recipe)) - {"FROM", "KIND", "CATEGORY", "DATE"}  # the last three are said of news, in bien-tap.md
    assert names
    assert [name for name in names if f"{name}=" not in code(PROCEDURES)] == []


def test_what_the_guide_says_of_names_that_no_import_touches_is_so():
    section = read(PROCEDURES).partition("### Điền bằng tay\n")[2].partition("\n## ")[0]
    keys = {key for line in section.splitlines() if line.startswith("| `") for key in re.findall(r"`(\w+)`", line.split("|")[1])}
    assert keys & set(FACTS) == set()
    assert set(PROCEDURE_KEYS) - set(FACTS) - keys <= {"life_event", "effective_to", "next_due", "source_decision"}
