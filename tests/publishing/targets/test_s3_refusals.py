"""Two who publish into one bucket at once, and what a store refuses, told in words with a remedy."""

import json
import socket
import threading
from dataclasses import replace

import pytest

from publishing.targets import s3_bucket
from publishing.targets.config import Secrets
from publishing.targets.contract import LOCK, TargetRefused
from publishing.targets.s3 import S3Target
from tests.ports import free_port
from tests.publishing.targets.bucket import LAYOUTS, new_bucket, target_in, through
from tests.publishing.targets.publisher import publish, release_of, served_by
from tests.publishing.targets.s3_server import KEY_ID, SECRET_KEY, client_at, moto_process

pytestmark = pytest.mark.usefixtures("own_keys_only")


@pytest.fixture
def target(admin, moto, tmp_path) -> S3Target:
    return target_in(new_bucket(admin, tmp_path), moto, tmp_path / "state")


# --- two at once -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", LAYOUTS)
def test_two_publishers_do_not_send_at_once(layout, target, tmp_path):
    target, release = replace(target, layout=layout), release_of(tmp_path, 1, {"index.html": "1"})
    told = pytest.raises(TargetRefused, match=r"Đang có lượt đăng khác vào đích này: cán bộ A")
    with target.open() as session, session.locked("cán bộ A"), told:
        publish(target, release, owner="cán bộ B")
    publish(target, release, owner="cán bộ B")


def test_of_many_that_come_at_once_one_gets_the_lock(target):
    ready, results = threading.Barrier(6), []

    def come(name: str) -> None:
        with target.open() as session:
            ready.wait()
            try:
                with session.locked(name):
                    results.append(name)
                    waiting.wait(5)
            except TargetRefused:
                results.append("refused")
                if results.count("refused") == 5:
                    waiting.set()

    waiting = threading.Event()
    threads = [threading.Thread(target=come, args=(f"cán bộ {n}",)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results.count("refused") == 5


def test_what_a_killed_taker_of_a_lock_left_is_cleared_away(target, admin, tmp_path):
    """Taking over a dead owner's lock is itself locked, under a name beside it, which a kill leaves behind."""
    admin.put_object(Bucket=target.config.bucket, Key=f"trang/{LOCK}.0123456789ab", Body=b"x")
    admin.put_object(Bucket=target.config.bucket, Key=f"trang/{LOCK}x", Body=b"of somebody else")
    publish(target, release_of(tmp_path, 1, {"index.html": "1"}))
    assert served_by(target) == {"index.html": b"1", f"{LOCK}x": b"of somebody else"}


def test_a_lock_of_another_machine_is_explained_with_its_owner_and_age(target, admin, tmp_path):
    note = {"owner": "chị Lan", "host": "may-2", "machine": "0" * 16, "pid": 7, "time": "2026-01-01T00:00:00+00:00", "token": "x"}
    admin.put_object(Bucket=target.config.bucket, Key=f"trang/{LOCK}", Body=json.dumps(note).encode())
    with pytest.raises(TargetRefused, match=rf"chị Lan trên máy may-2 .*, bắt đầu \d+ ngày trước.* xóa {LOCK}"):
        publish(target, release_of(tmp_path, 1, {"index.html": "1"}))
    admin.delete_object(Bucket=target.config.bucket, Key=f"trang/{LOCK}")
    publish(target, release_of(tmp_path, 1, {"index.html": "1"}))


# --- refusals ------------------------------------------------------------------------------------------------------------


def refused(target: S3Target) -> str:
    with pytest.raises(TargetRefused) as caught, target.open() as session:
        session.manifest()
    assert SECRET_KEY not in str(caught.value)
    return str(caught.value)


def test_a_bucket_that_is_not_there_is_named(target):
    assert "Bucket 'xa-khong-co': không có bucket này" in refused(replace(target, config=replace(target.config, bucket="xa-khong-co")))


def test_a_server_that_cannot_be_reached_is_told_apart(target):
    config = replace(target.config, endpoint=f"http://127.0.0.1:{free_port()}")
    assert "không nối được tới máy chủ" in refused(replace(target, config=config))


def test_an_endpoint_that_is_no_address_is_refused(target):
    assert "endpoint không phải địa chỉ web" in refused(replace(target, config=replace(target.config, endpoint="kho luu tru")))


def test_without_keys_it_says_where_they_are_looked_for(target):
    assert "Đặt biến CCHC_KHO_KEY_ID" in refused(replace(target, config=replace(target.config, secrets=Secrets("kho", {}))))


def test_half_a_key_is_refused(target):
    half = Secrets("kho", {"CCHC_KHO_KEY_ID": KEY_ID})
    assert "cần đặt cả CCHC_KHO_KEY_ID và CCHC_KHO_SECRET_KEY" in refused(replace(target, config=replace(target.config, secrets=half)))


def test_the_librarys_own_chain_of_keys_serves_when_the_target_has_none(target, monkeypatch, tmp_path):
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", KEY_ID)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET_KEY)
    publish(replace(target, config=replace(target.config, secrets=Secrets("kho", {}))), release_of(tmp_path, 1, {"index.html": "1"}))
    assert served_by(target) == {"index.html": b"1"}


@pytest.mark.parametrize(
    ("status", "code", "told"),
    [
        (403, "RequestTimeTooSkewed", "đồng hồ của máy này lệch quá xa"),
        (403, "AccessDenied", "không có quyền ở đây"),
        (403, "SomethingNew", "không có quyền ở đây"),
        (301, "PermanentRedirect", "bucket nằm ở vùng khác"),
        (400, "AuthorizationHeaderMalformed", "bucket nằm ở vùng khác"),
        (403, "ExpiredToken", "khóa truy cập đã hết hạn"),
        (507, "QuotaExceeded", "hết chỗ chứa"),
        (500, "InternalError", r"mã InternalError"),
    ],
)
def test_what_a_server_answers_is_told_in_words(status, code, told, target, relay):
    body = f"<?xml version='1.0'?><Error><Code>{code}</Code><Message>Signature={SECRET_KEY}</Message></Error>"
    relay.answer = (status, body.encode())
    assert told in refused(through(target, relay))


def test_wrong_keys_are_told_apart_by_a_server_that_checks_them(tmp_path):
    """moto checks keys only when told to, after the requests that make the first user."""
    with moto_process(tmp_path / "log", INITIAL_NO_AUTH_ACTION_COUNT="1") as address:
        client = client_at(address)
        client.create_bucket(Bucket="xa-kin")
        client.close()
        assert "khóa truy cập không được công nhận" in refused(target_in("xa-kin", address, tmp_path))


def test_a_server_that_accepts_and_never_answers_is_given_up(target, monkeypatch):
    monkeypatch.setattr(s3_bucket, "TIMEOUT", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        config = replace(target.config, endpoint=f"http://127.0.0.1:{silent.getsockname()[1]}")
        assert "không nối được tới máy chủ" in refused(replace(target, config=config))
