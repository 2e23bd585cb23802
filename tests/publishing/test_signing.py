"""The signed manifest: nobody else can make one, nothing in it can be changed, and a key is made once."""

import json
import os
from datetime import datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.dates import VIETNAM
from publishing.identity import files_id
from publishing.localrelease import Desk
from publishing.paths import is_safe
from publishing.signing import Signer, Untrusted, Why, check, read
from publishing.signingkey import signer
from publishing.targets.contract import Entry, TargetRefused

NOON = datetime(2026, 6, 1, 12, tzinfo=VIETNAM)
SIGNER = Signer(Ed25519PrivateKey.from_private_bytes(bytes(range(32))))
FILES = {"index.html": Entry(3, "a" * 64), "tin-tuc/đăng ký.html": Entry(0, "b" * 64)}
MANIFEST, SIGNED = SIGNER.sign(7, NOON, FILES)


def why(signed: bytes, key: str = SIGNER.key) -> Why:
    with pytest.raises(Untrusted) as untrusted:
        check(signed, key)
    return untrusted.value.why


def test_what_was_signed_is_read_back():
    assert check(SIGNED, SIGNER.key) == MANIFEST
    assert read(SIGNED) == MANIFEST
    assert (MANIFEST.number, MANIFEST.made, MANIFEST.files) == (7, NOON, FILES)


def test_the_same_files_have_the_same_id_and_bytes_whatever_their_order():
    assert SIGNER.sign(7, NOON, dict(reversed(FILES.items()))) == (MANIFEST, SIGNED)
    assert MANIFEST.id == files_id(FILES)
    assert len(MANIFEST.id) == 20
    assert SIGNER.sign(8, NOON + timedelta(days=1), FILES)[0].id == MANIFEST.id


def test_it_is_canonical_json_with_the_keys_that_the_docs_promise():
    told = json.loads(SIGNED)
    assert sorted(told) == ["files", "format", "id", "key", "made", "number", "signature"]
    assert told["made"] == "2026-06-01T12:00:00+07:00"
    assert told["files"]["index.html"] == [3, "a" * 64]


@given(st.integers(0, len(SIGNED) - 1), st.integers(1, 255))
def test_no_byte_of_it_can_be_changed(place, change):
    altered = bytearray(SIGNED)
    altered[place] ^= change
    with pytest.raises(Untrusted):
        check(bytes(altered), SIGNER.key)


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_without_a_crash(data):
    assert why(data) is Why.UNREADABLE


@pytest.mark.parametrize(
    "change",
    [{"number": 8}, {"made": "2030-01-01T00:00:00+07:00"}, {"files": {}, "id": files_id({})}, {"signature": "00" * 64}, {"signature": "x"}, {"signature": 5}, {"key": "zz"}, {"key": None}],
    ids=str,
)
def test_a_manifest_that_was_rewritten_is_forged(change):
    assert why(json.dumps({**json.loads(SIGNED), **change}).encode()) is Why.FORGED


@pytest.mark.parametrize(
    "change",
    [{"format": 2}, {"number": True}, {"number": 0}, {"made": "2026-06-01T12:00:00"}, {"made": 5}, {"id": "0" * 20}, {"files": []}, {"more": 1},
     {"files": {"../evil.html": [1, "a" * 64]}}, {"files": {"a.html": [1, "A" * 64]}}, {"files": {"a.html": [-1, "a" * 64]}}, {"files": {"a.html": [1]}}],
    ids=str,
)  # fmt: skip
def test_a_manifest_of_another_shape_is_unreadable(change):
    assert why(json.dumps({**json.loads(SIGNED), **change}).encode()) is Why.UNREADABLE


def test_another_key_is_foreign_only_when_it_really_signed():
    other = Signer(Ed25519PrivateKey.generate())
    foreign = other.sign(1, NOON, FILES)[1]
    assert why(foreign) is Why.FOREIGN
    pretended = json.dumps({**json.loads(SIGNED), "key": other.key}).encode()
    assert why(pretended) is Why.FORGED


def test_a_date_without_its_zone_is_never_signed():
    with pytest.raises(ValueError, match="zone"):
        SIGNER.sign(1, datetime(2026, 6, 1), FILES)


@pytest.mark.parametrize("path", ["", "/etc/passwd", "../x", "a/../x", "a//b", "./a", "a\\b", "C:/x", "a\nb", "a/", "cchc-manifest.json", "cchc-lock.json", "x" * 901, "\ud800"])
def test_a_path_that_leads_out_or_is_one_of_our_marks_is_not_safe(path):
    assert not is_safe(path)


@pytest.mark.parametrize("path", ["index.html", "tin-tuc/2026/đăng-ký.html", ".htaccess", "a..b/c.css", "du-lieu/cchc-manifest.json"])
def test_ordinary_paths_are_safe(path):
    assert is_safe(path)


# — where the key lies —


def test_a_key_is_made_once_and_nobody_else_may_read_it(tmp_path):
    made = signer(tmp_path / "state", {})
    file = tmp_path / "state" / "signing-key"
    assert file.stat().st_mode & 0o777 == 0o600
    assert signer(tmp_path / "state", {}).key == made.key
    assert made.key not in file.read_text(encoding="ascii")


def test_a_key_file_that_others_could_read_is_closed(tmp_path):
    signer(tmp_path, {})
    (tmp_path / "signing-key").chmod(0o644)
    signer(tmp_path, {})
    assert (tmp_path / "signing-key").stat().st_mode & 0o777 == 0o600


def test_the_environment_goes_before_the_file_and_writes_none(tmp_path):
    assert signer(tmp_path, {"CCHC_SIGNING_KEY": bytes(range(32)).hex()}).key == SIGNER.key
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("wrong", ["abc", "g" * 64, "0" * 63])
def test_a_wrong_key_is_refused_and_never_told(wrong, tmp_path):
    with pytest.raises(TargetRefused, match="CCHC_SIGNING_KEY phải là 64 chữ số") as refused:
        signer(tmp_path, {"CCHC_SIGNING_KEY": wrong})
    assert wrong not in str(refused.value)


def test_a_broken_key_file_is_refused_and_not_replaced(tmp_path):
    (tmp_path / "signing-key").write_text("hỏng", encoding="utf-8")
    with pytest.raises(TargetRefused, match=r"đã hỏng\. Chép lại từ bản lưu"):
        signer(tmp_path, {})
    assert (tmp_path / "signing-key").read_text(encoding="utf-8") == "hỏng"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_state_folder_that_cannot_be_written_is_told(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(TargetRefused, match="Không đọc hoặc ghi được khóa ký"):
        signer(tmp_path, {})


# — numbers —


def test_numbers_count_up_and_the_same_files_keep_theirs(tmp_path):
    desk = Desk(tmp_path, SIGNER, NOON)
    first = desk.release(tmp_path, FILES)
    assert first.manifest.number == 1
    assert Desk(tmp_path, SIGNER, NOON + timedelta(hours=1)).release(tmp_path, FILES) == first
    assert desk.release(tmp_path, {}).manifest.number == 2
    assert desk.release(tmp_path, FILES).manifest.number == 3
    assert desk.release(tmp_path, FILES, above=40).manifest.number == 41


def test_a_new_key_counts_on_from_the_old_ones_number(tmp_path):
    Desk(tmp_path, SIGNER, NOON).release(tmp_path, FILES, above=11)
    other = Signer(Ed25519PrivateKey.generate())
    assert Desk(tmp_path, other, NOON).release(tmp_path, FILES).manifest.number == 13


def test_a_broken_record_begins_again_and_a_dry_run_keeps_none(tmp_path):
    (tmp_path / "release.json").write_bytes(b"{")
    assert Desk(tmp_path, SIGNER, NOON, keep=False).release(tmp_path, FILES).manifest.number == 1
    assert (tmp_path / "release.json").read_bytes() == b"{"
