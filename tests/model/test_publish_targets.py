"""Tables [publish.…] of the profile: good ones of every kind, each rule once, and never a secret in a message."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.frame import frame_of
from plugins.model.profile import PROFILE, read_profile
from plugins.model.publishtargets import KINDS, read_targets
from tests.factory import by_path, plan, profile_table, site

GOOD = {
    "o-chung": {"kind": "folder", "path": "/mnt/web"},
    "may-chu": {"kind": "rsync", "host": "web1.example", "user": "cchc", "path": "/srv/cchc", "key_file": "~/.ssh/cchc", "address": "https://x.example/cchc/"},
    "du-phong": {"kind": "sftp", "host": "10.0.0.7", "user": "cchc", "path": "trang/cchc", "port": 2222},
    "cu": {"kind": "ftp", "host": "ftp.example", "user": "a@b.example", "path": "/public_html/Thư mục web"},
    "thue": {"kind": "ftps", "host": "2001:db8::7", "user": "u", "path": "/", "implicit": True, "ca_file": "ca.pem"},
    "kho": {"kind": "s3", "bucket": "trang-lamkhe", "prefix": "a/b", "endpoint": "https://s3.example", "layout": "releases"},
    "github": {"kind": "git", "remote": "git@github.com:lamkhe/cchc.git", "domain": "cchc.example"},
    "giao": {"kind": "zip", "file": "ban-giao/cchc.zip"},
}
SECRET = "mat-khau-rat-bi-mat"


def told(table: object) -> list[tuple[str, str]]:
    entries, problems = read_targets(table, PROFILE)
    assert not (entries and problems and len(problems) == len(table))
    return [(dict(p.facts)["key"], p.code) for p in problems]


def with_change(kind: str, /, **change: object) -> dict[str, object]:
    """A good table of a kind, changed; None takes a key out."""
    good = next(table for table in GOOD.values() if table["kind"] == kind)
    return {"x": {key: value for key, value in {**good, **change}.items() if value is not None}}


def test_every_kind_is_read_with_its_defaults():
    profile, problems = read_profile(profile_table(publish=GOOD))
    assert problems == ()
    assert {entry.kind for entry in profile.publish.values()} == set(KINDS)
    assert list(profile.publish) == list(GOOD)
    assert (profile.publish["may-chu"].port, profile.publish["may-chu"].address) == (22, "https://x.example/cchc")
    assert (profile.publish["github"].branch, profile.publish["cu"].port, profile.publish["thue"].port) == ("gh-pages", 21, None)


def test_a_profile_without_targets_has_none():
    assert read_profile(profile_table())[0].publish == {}


@pytest.mark.parametrize(
    ("kind", "change", "key", "code"),
    [
        ("rsync", {"host": None}, "x.host", "profile-value-missing"),
        ("rsync", {"host": "-oProxyCommand=x"}, "x.host", "profile-value"),
        ("rsync", {"user": "-x"}, "x.user", "profile-value"),
        ("rsync", {"path": "../x"}, "x.path", "profile-value"),
        ("rsync", {"path": "/srv/../etc"}, "x.path", "profile-value"),
        ("rsync", {"path": "-rf"}, "x.path", "profile-value"),
        ("rsync", {"path": "a\nb"}, "x.path", "profile-value"),
        ("sftp", {"host": "sftp://x.example"}, "x.host", "profile-value"),
        ("sftp", {"port": "22"}, "x.port", "profile-value"),
        ("sftp", {"port": 70000}, "x.port", "profile-value"),
        ("sftp", {"port": True}, "x.port", "profile-value"),
        ("sftp", {"usr": "a"}, "x.usr", "profile-key"),
        ("ftp", {"implicit": True}, "x.implicit", "profile-key"),
        ("ftps", {"implicit": "yes"}, "x.implicit", "profile-value"),
        ("s3", {"bucket": "A_B"}, "x.bucket", "profile-value"),
        ("s3", {"prefix": "/a"}, "x.prefix", "profile-value"),
        ("s3", {"prefix": "a/../b"}, "x.prefix", "profile-value"),
        ("s3", {"layout": "other"}, "x.layout", "profile-value"),
        ("git", {"remote": "ext::sh -c x"}, "x.remote", "profile-value"),
        ("git", {"remote": "--upload-pack=x"}, "x.remote", "profile-value"),
        ("git", {"branch": "-f"}, "x.branch", "profile-value"),
        ("git", {"branch": "a..b"}, "x.branch", "profile-value"),
        ("git", {"domain": "https://x.example"}, "x.domain", "profile-value"),
        ("zip", {"file": "cchc.tar"}, "x.file", "profile-value"),
        ("folder", {"path": ""}, "x.path", "profile-value"),
        ("folder", {"address": "x.example"}, "x.address", "profile-value"),
        ("folder", {"kind": "floder"}, "x.kind", "profile-value"),
        ("folder", {"kind": None}, "x.kind", "profile-value-missing"),
        ("folder", {"kind": 5}, "x.kind", "profile-value"),
    ],
)  # fmt: skip
def test_a_wrong_key_or_value_is_told_with_its_place(kind, change, key, code):
    assert told(with_change(kind, **change)) == [(f"publish.{key}", code)]


@pytest.mark.parametrize("key", ["password", "Mật khẩu", "passwd", "pasword", "secret_key", "token", "access_key", "api-key", "private_key", "key_id"])
def test_a_key_for_a_secret_is_refused_and_its_value_never_told(key):
    _, problems = read_targets(with_change("sftp", **{key: SECRET}), PROFILE)
    assert [p.code for p in problems] == ["profile-secret"]
    assert "CCHC_X_PASSWORD" in problems[0].remedy
    assert SECRET not in repr(problems)


@pytest.mark.parametrize(
    ("kind", "key", "value"),
    [
        ("git", "remote", f"https://u:{SECRET}@github.com/x.git"),
        ("git", "remote", f"https://{SECRET}@github.com/x.git"),
        ("ftp", "host", f"u:{SECRET}@ftp.example"),
        ("ftp", "host", f"ftp://u:{SECRET}@ftp.example/"),
        ("folder", "address", f"https://u:{SECRET}@x.example"),
        ("sftp", "key_file", f"-----BEGIN OPENSSH PRIVATE KEY-----{SECRET}"),
        ("sftp", "user", f"cchc:{SECRET}@"),
    ],
)
def test_a_secret_inside_a_value_is_refused_and_never_told(kind, key, value):
    _, problems = read_targets(with_change(kind, **{key: value}), PROFILE)
    assert [(p.code, dict(p.facts)["key"]) for p in problems] == [("profile-secret", f"publish.x.{key}")]
    assert SECRET not in repr(problems)


@pytest.mark.parametrize("remote", ["git@gitlab.com:a/b.git", "ssh://git@h.example:2222/x.git", "https://github.com/a/b.git", "/srv/git/x.git", "../kho.git"])
def test_addresses_of_repositories_are_as_git_writes_them(remote):
    assert told(with_change("git", remote=remote)) == []


def test_a_table_in_the_wrong_place_is_told_how_it_should_look():
    assert told({"kind": "ftp", "password": SECRET}) == [("publish.kind", "profile-value"), ("publish.password", "profile-secret")]
    assert told({"Máy chủ": {"kind": "zip", "file": "a.zip"}}) == [("publish", "profile-value")]
    assert told("ftp") == [("publish", "profile-value")]


def test_everything_wrong_is_told_at_once_in_vietnamese():
    _, problems = read_profile(profile_table(unit={"phone": "x"}, publish={"a": {"kind": "sftp", "usr": "x"}, "b": {}, "c": {"kind": "s3", "token": SECRET}}))
    assert [(dict(p.facts)["key"], p.code) for p in sorted(problems, key=lambda p: p.facts)] == [
        ("publish.a.host", "profile-value-missing"),
        ("publish.a.path", "profile-value-missing"),
        ("publish.a.user", "profile-value-missing"),
        ("publish.a.usr", "profile-key"),
        ("publish.b.kind", "profile-value-missing"),
        ("publish.c.token", "profile-secret"),
        ("unit.phone", "profile-value"),
    ]
    assert all(re.search(r"[àáạảãăâđêôơưíìóòúùéèýờừữạế]", p.remedy, re.IGNORECASE) for p in problems)


@given(st.dictionaries(st.text(max_size=8), st.one_of(st.text(max_size=8), st.integers(), st.dictionaries(st.sampled_from(["kind", "host", "path", "port"]), st.one_of(st.text(), st.sampled_from(sorted(KINDS)), st.integers())))))
def test_any_table_makes_records_or_problems(table):
    entries, problems = read_targets(table, PROFILE)
    assert set(entries) <= set(table)
    assert problems or len(entries) == len(table)


def test_where_the_site_is_sent_shows_on_no_page():
    bare, sent = site(), site(publish=GOOD)
    assert frame_of(bare) == frame_of(sent)
    assert {path: repr(made) for path, made in by_path(plan(bare)).items()} == {path: repr(made) for path, made in by_path(plan(sent)).items()}
