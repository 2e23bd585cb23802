"""A bucket: in place with every object whole, or whole releases behind one switch. A real server, a relay that cuts."""

import base64
import hashlib
import json
import os
import socket
import threading
from dataclasses import replace

import pytest
from botocore.loaders import create_loader

from publishing.targets import s3_bucket
from publishing.targets.config import S3Config, Secrets
from publishing.targets.contract import KEPT, LOCK, MANIFEST, Promise, TargetRefused
from publishing.targets.journal import JOURNAL
from publishing.targets.s3 import Layout, S3Target
from publishing.targets.s3_headers import cache_control, media_type
from tests.ports import free_port
from tests.publishing.targets.publisher import bytes_of_release, commune_site, publish, release_of, served_by
from tests.publishing.targets.s3_server import KEY_ID, SECRET_KEY, client_at, moto_process, relay_before
from tests.publishing.targets.sender import senders

ENVIRON = {"CCHC_KHO_KEY_ID": KEY_ID, "CCHC_KHO_SECRET_KEY": SECRET_KEY}
LAYOUTS = [Layout.PLAIN, Layout.RELEASES]
CUTS = ("before", "middle", "after")
KILLS = 200
_MODELS = create_loader()  # the library's tables of Amazon's services, read once instead of at each opening


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    """Nothing of this machine's own keys, and no waiting between attempts at a relay that is cut for good."""
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", os.devnull)
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    monkeypatch.setattr("botocore.session.create_loader", lambda *_: _MODELS)


@pytest.fixture(scope="module")
def moto(tmp_path_factory):
    with moto_process(tmp_path_factory.mktemp("moto") / "log", MOTO_S3_DEFAULT_MAX_KEYS="10") as address:
        yield address


@pytest.fixture(scope="module")
def admin(moto):
    """A client that looks behind the target's back."""
    client = client_at(moto)
    yield client
    client.close()


@pytest.fixture
def target(admin, moto, tmp_path) -> S3Target:
    bucket = "xa-" + hashlib.md5(str(tmp_path).encode()).hexdigest()[:12]
    admin.create_bucket(Bucket=bucket)
    config = S3Config(
        name="kho", secrets=Secrets("kho", ENVIRON), state=tmp_path / "state", bucket=bucket, prefix="trang", endpoint=moto, region="us-east-1"
    )
    return S3Target(config)


@pytest.fixture
def relay(moto):
    with relay_before(moto) as opened:
        yield opened


def through(target: S3Target, relay) -> S3Target:
    return replace(target, config=replace(target.config, endpoint=relay.address))


def objects(admin, target: S3Target) -> dict[str, bytes]:
    """What lies in the bucket, past the target's own eyes."""
    found = {}
    for page in admin.get_paginator("list_objects_v2").paginate(Bucket=target.config.bucket):
        for entry in page.get("Contents", ()):
            found[entry["Key"]] = admin.get_object(Bucket=target.config.bucket, Key=entry["Key"])["Body"].read()
    return found


def pages(admin, target: S3Target) -> dict[str, bytes]:
    """What a reader meets: the tree in place, or the release that current.json names."""
    there = objects(admin, target)
    root = "trang/"
    if target.layout is Layout.RELEASES:
        root += f"releases/{json.loads(there['trang/current.json'])['release']}/"
    marks = (MANIFEST, LOCK, JOURNAL)
    return {key.removeprefix(root): data for key, data in there.items() if key.startswith(root) and key.removeprefix(root) not in marks}


# --- what is sent ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_first_release_lies_in_the_bucket_with_its_manifest_and_nothing_else(layout, target, admin, tmp_path):
    target, release = replace(target, layout=layout), release_of(tmp_path, 1, commune_site("1"))
    told = publish(target, release)
    assert pages(admin, target) == bytes_of_release(release) == served_by(target)
    assert told == {path: entry.size for path, entry in release.manifest.files.items()}
    with target.open() as session:
        assert session.manifest() == release.signed
    root = "trang/" if layout is Layout.PLAIN else f"trang/releases/1-{release.manifest.id}/"
    ours = {root + path for path in (*release.manifest.files, MANIFEST)} | ({"trang/current.json"} if layout is Layout.RELEASES else set())
    assert objects(admin, target).keys() == ours


def test_each_layout_promises_what_it_keeps(target):
    assert target.promise is Promise.EACH_FILE
    assert replace(target, layout=Layout.RELEASES).promise is Promise.WHOLE


def test_an_empty_bucket_holds_no_release(target):
    for layout in LAYOUTS:
        with replace(target, layout=layout).open() as session:
            assert (session.manifest(), list(session.listing()), session.read("index.html")) == (None, [], None)


def test_in_place_only_what_changed_is_sent_and_what_is_gone_is_deleted(target, relay, admin, tmp_path):
    publish(target, release_of(tmp_path, 1, {"index.html": "1", "a.html": "a", "b.html": "b", "gone.html": "g"}))
    release = release_of(tmp_path, 2, {"index.html": "2", "a.html": "a", "b.html": "b", "new.html": "n"})
    told = publish(through(target, relay), release)
    sent = [(call.method, call.key.split("/", 2)[2]) for call in relay.changing()]
    assert [(method, path) for method, path in sent if not path.startswith("cchc-")] == [
        ("PUT", "new.html"),
        ("PUT", "index.html"),
        ("DELETE", "gone.html"),
    ]
    assert told == {"new.html": 1, "index.html": 1}
    assert pages(admin, target) == bytes_of_release(release)


def test_of_a_next_release_only_what_changed_is_sent_the_rest_is_copied_inside_the_store(target, relay, admin, tmp_path):
    target = replace(target, layout=Layout.RELEASES)
    publish(target, release_of(tmp_path, 1, commune_site("1")))
    release = release_of(tmp_path, 2, {**commune_site("1"), "index.html": "mới"})
    told = publish(through(target, relay), release)
    puts = [call for call in relay.changing() if call.method == "PUT"]
    assert len([call for call in puts if "x-amz-copy-source" in call.headers]) == len(release.manifest.files) - 1
    assert sum(told.values()) == len("mới".encode())
    assert pages(admin, target) == bytes_of_release(release)


def test_a_file_that_was_tampered_with_is_not_copied_into_the_next_release(target, admin, tmp_path):
    target = replace(target, layout=Layout.RELEASES)
    first = release_of(tmp_path, 1, commune_site("1"))
    publish(target, first)
    admin.put_object(Bucket=target.config.bucket, Key=f"trang/releases/1-{first.manifest.id}/tin-tuc/bai-00.html", Body=b"hacked")
    admin.put_object(Bucket=target.config.bucket, Key=f"trang/releases/1-{first.manifest.id}/shell.html", Body=b"hacked")
    second = release_of(tmp_path, 2, {**commune_site("1"), "index.html": "mới"})
    publish(target, second)
    assert pages(admin, target) == bytes_of_release(second)


def test_the_home_page_travels_after_the_lists_and_they_after_the_pages(target, relay, tmp_path):
    publish(target, release_of(tmp_path, 1, commune_site("1")))
    publish(through(target, relay), release_of(tmp_path, 2, commune_site("2")))
    sent = [call.key.split("/", 2)[2] for call in relay.changing() if not call.key.split("/", 2)[2].startswith("cchc-")]
    when = {path: turn for turn, path in enumerate(sent)}
    articles = [turn for path, turn in when.items() if path.startswith("tin-tuc/bai-")]
    new = [turn for path, turn in when.items() if path.startswith(("tin-tuc/rieng-2", "theme/site.c8"))]
    gone = [turn for path, turn in when.items() if path.startswith("tin-tuc/rieng-1")]
    assert max(new) < min(articles)
    assert max(articles) < min(when["tin-tuc/index.html"], when["feeds/tin.xml"])
    assert max(when["tin-tuc/index.html"], when["feeds/tin.xml"]) < when["index.html"] < min(gone)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_object_travels_with_sums_that_the_server_can_check(layout, target, relay, tmp_path):
    publish(through(replace(target, layout=layout), relay), release_of(tmp_path, 1, commune_site("1")))
    puts = [call for call in relay.calls if call.method == "PUT"]
    assert len(puts) > 10
    for call in puts:
        assert call.headers["Content-MD5"] == base64.b64encode(hashlib.md5(call.body).digest()).decode()
        assert call.headers["x-amz-checksum-sha256"] == base64.b64encode(hashlib.sha256(call.body).digest()).decode()
        assert "aws-chunked" not in call.headers.get("Content-Encoding", "")


def test_a_file_that_changed_after_the_build_is_not_sent(target, admin, tmp_path):
    release = release_of(tmp_path, 1, {"index.html": "đúng"})
    (release.folder / "index.html").write_text("bị sửa")
    for layout in LAYOUTS:
        with pytest.raises(TargetRefused, match=r"index\.html của bản dựng đã bị đổi"):
            publish(replace(target, layout=layout), release)
    assert not [key for key in objects(admin, target) if key.endswith("index.html")]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_browsers_are_told_the_type_and_how_long_a_file_may_be_kept(layout, target, admin, tmp_path):
    target = replace(target, layout=layout)
    site = {"index.html": "<p>", "theme/site.0123456789.css": "b{}", "anh.png": "x"}
    publish(target, release_of(tmp_path, 1, site))
    release = release_of(tmp_path, 2, {**site, "index.html": "2"})
    publish(target, release)
    root = "trang/" if layout is Layout.PLAIN else f"trang/releases/2-{release.manifest.id}/"
    heads = {path: admin.head_object(Bucket=target.config.bucket, Key=root + path) for path in site}
    assert {path: (head["ContentType"], head["CacheControl"]) for path, head in heads.items()} == {
        "index.html": ("text/html; charset=utf-8", "no-cache"),
        "theme/site.0123456789.css": ("text/css; charset=utf-8", "public, max-age=31536000, immutable"),
        "anh.png": ("image/png", "public, max-age=3600"),
    }


@pytest.mark.parametrize(
    ("path", "kind", "kept"),
    [
        ("feeds/tin.xml", "application/xml; charset=utf-8", "no-cache"),
        ("tim-kiem.json", "application/json; charset=utf-8", "no-cache"),
        ("robots.txt", "text/plain; charset=utf-8", "no-cache"),
        ("theme/site.9b91289563.js", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"),
        ("theme/feed.css", "text/css; charset=utf-8", "no-cache"),
        ("hinh-anh/logo.SVG", "image/svg+xml; charset=utf-8", "no-cache"),
        ("tai-lieu/mau.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "public, max-age=3600"),
        ("tai-lieu/a.pdf", "application/pdf", "public, max-age=3600"),
        ("khong-duoi", "application/octet-stream", "public, max-age=3600"),
    ],
)
def test_types_and_times_do_not_depend_on_the_machine(path, kind, kept):
    assert (media_type(path), cache_control(path)) == (kind, kept)


# --- older releases ----------------------------------------------------------------------------------------------------


def test_the_served_release_and_the_newest_others_are_kept(target, admin, tmp_path):
    target = replace(target, layout=Layout.RELEASES)
    releases = [release_of(tmp_path, number, {"index.html": str(number), "a.html": "a"}) for number in range(8, 8 + KEPT + 3)]
    for release in releases:
        publish(target, release)
    names = {key.split("/")[2] for key in objects(admin, target) if key.startswith("trang/releases/")}
    assert names == {f"{one.manifest.number}-{one.manifest.id}" for one in releases[-KEPT - 1 :]}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_older_release_is_put_back_as_it_was(layout, target, admin, relay, tmp_path):
    target = replace(target, layout=layout)
    first, second = (release_of(tmp_path, number, commune_site(str(number))) for number in (1, 2))
    publish(target, first)
    publish(target, second)
    told = publish(through(target, relay), first)
    assert pages(admin, target) == bytes_of_release(first)
    if layout is Layout.RELEASES:
        assert sum(told.values()) == 0
        assert [call.key.rsplit("/", 1)[1] for call in relay.changing()] == [LOCK, MANIFEST, "current.json", LOCK]


# --- cuts ----------------------------------------------------------------------------------------------------------------


def test_a_refusal_for_a_cut_says_what_to_do(target, relay, tmp_path):
    relay.cut(4)
    with pytest.raises(TargetRefused, match=r"không nối được tới máy chủ hoặc đường truyền bị cắt .*chạy lại sau ít phút"):
        publish(through(target, relay), release_of(tmp_path, 1, {"index.html": "1"}))


@pytest.mark.slow
@pytest.mark.parametrize("where", CUTS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_cut_at_any_request_harms_nothing_and_the_next_run_completes(layout, where, target, relay, admin, tmp_path):
    """In place every object is whole, the old or the new one; with releases the site is."""
    target = replace(target, layout=layout)
    editions = [release_of(tmp_path, number, few_files(str(number))) for number in (1, 2)]
    publish(target, editions[0])
    relay.cut(None)
    publish(through(target, relay), editions[1])
    total = relay.passed - 2  # the last two give the lock back: then all is done, and no cut is a refusal
    with senders(seed=0, imports="tests.publishing.targets.warm_s3") as running:
        for turn, limit in enumerate(range(CUTS.index(where), total, 2 * len(CUTS))):
            old, new = editions[turn % 2 - 1], editions[turn % 2]
            wipe(admin, target, f"trang/releases/{new.manifest.number}-{new.manifest.id}/")
            relay.cut(limit, where)
            assert running.refused(through(target, relay), new), limit
            before, after, now = bytes_of_release(old), bytes_of_release(new), pages(admin, target)
            if layout is Layout.RELEASES:
                assert now in (before, after), limit
            assert all(data in (before.get(path), after.get(path)) for path, data in now.items()), limit
            publish(target, new)
            assert pages(admin, target) == after, limit


def few_files(edition: str) -> dict[str, str | bytes]:
    """New, changed, unchanged and gone between two editions."""
    return {"index.html": edition * 9000, "tin-tuc/index.html": edition, "a.html": edition * 5000, "b.html": "b", f"{edition}.html": "x" * 7000}


def wipe(admin, target: S3Target, prefix: str) -> None:
    for page in admin.get_paginator("list_objects_v2").paginate(Bucket=target.config.bucket, Prefix=prefix):
        for entry in page.get("Contents", ()):
            admin.delete_object(Bucket=target.config.bucket, Key=entry["Key"])


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals are those of POSIX")
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_publisher_killed_at_any_moment_harms_nothing_and_the_next_run_needs_no_help(layout, target, admin, tmp_path):
    """Up to eight are killed, one after the other, over what the one before left behind."""
    target = replace(target, layout=layout)
    editions = [release_of(tmp_path, number, few_files(str(number))) for number in (1, 2)]
    publish(target, editions[0])
    killed = 0
    with senders(seed=4, imports="tests.publishing.targets.warm_s3") as running:
        running.run(target, editions[1])
        for turn in range(2, KILLS):
            old, new = editions[(turn - 1) % 2], editions[turn % 2]
            before, after = sums_of(old), sums_of(new)
            wipe(admin, target, f"trang/releases/{new.manifest.number}-{new.manifest.id}/")
            for _ in range(8):
                at_work = running.kill(target, new)
                killed += at_work
                now = {path: digest for path, digest in sums(admin, target).items() if not path.startswith(f"{LOCK}.")}
                assert layout is Layout.PLAIN or now in (before, after), (turn, now)
                assert all(digest in (before.get(path), after.get(path)) for path, digest in now.items()), (turn, now)
                if not at_work:
                    break
            publish(target, new)
            assert sums(admin, target) == after, turn
            assert [key for key in objects(admin, target) if LOCK in key] == []
            if killed >= KILLS:
                break
    assert killed >= KILLS


def sums(admin, target: S3Target) -> dict[str, str]:
    """What a reader meets, as the store's own MD5: one listing instead of all bytes."""
    root = "trang/"
    if target.layout is Layout.RELEASES:
        current = admin.get_object(Bucket=target.config.bucket, Key="trang/current.json")["Body"].read()
        root += f"releases/{json.loads(current)['release']}/"
    found = admin.get_paginator("list_objects_v2").paginate(Bucket=target.config.bucket, Prefix=root)
    etags = {entry["Key"].removeprefix(root): entry["ETag"].strip('"') for page in found for entry in page.get("Contents", ())}
    return {path: etag for path, etag in etags.items() if path not in (MANIFEST, LOCK, JOURNAL)}


def sums_of(release) -> dict[str, str]:
    return {path: hashlib.md5(data).hexdigest() for path, data in bytes_of_release(release).items()}


# --- two at once, and verifying -------------------------------------------------------------------------------------------


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


@pytest.mark.parametrize("layout", LAYOUTS)
def test_reading_back_shows_what_somebody_changed_removed_or_injected(layout, target, admin, tmp_path):
    target, release = replace(target, layout=layout), release_of(tmp_path, 1, {"index.html": "1", "a.html": "a", "b.html": "b"})
    publish(target, release)
    root = "trang/" if layout is Layout.PLAIN else f"trang/releases/1-{release.manifest.id}/"
    admin.put_object(Bucket=target.config.bucket, Key=f"{root}a.html", Body=b"defaced")
    admin.put_object(Bucket=target.config.bucket, Key=f"{root}.htaccess", Body=b"evil")
    admin.put_object(Bucket=target.config.bucket, Key=f"{root}x/{MANIFEST}", Body=b"evil")
    admin.delete_object(Bucket=target.config.bucket, Key=f"{root}b.html")
    assert served_by(target) == {"index.html": b"1", "a.html": b"defaced", ".htaccess": b"evil", f"x/{MANIFEST}": b"evil"}
    with target.open() as session:
        assert session.read("b.html") is None


@pytest.mark.parametrize("pointer", ["no json", "[]", '{"release": "../../khac"}', '{"release": 7}'])
def test_a_switch_that_somebody_bent_is_refused_and_explained(pointer, target, admin, tmp_path):
    target = replace(target, layout=Layout.RELEASES)
    admin.put_object(Bucket=target.config.bucket, Key="trang/current.json", Body=pointer.encode())
    with pytest.raises(TargetRefused, match=r"trang/current\.json đã bị người khác sửa"):
        publish(target, release_of(tmp_path, 1, {"index.html": "1"}))


def test_more_files_than_one_listing_holds_are_all_listed(target, admin, tmp_path):
    """The server gives ten at a time; Amazon's gives a thousand."""
    for number in range(23):
        admin.put_object(Bucket=target.config.bucket, Key=f"trang/{number:04d}.html", Body=b"")
    with target.open() as session:
        assert list(session.listing()) == [f"{number:04d}.html" for number in range(23)]
    listed = admin.list_objects_v2(Bucket=target.config.bucket)
    assert (listed["KeyCount"], listed["IsTruncated"]) == (10, True)


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
        config = S3Config(name="kho", secrets=Secrets("kho", ENVIRON), state=tmp_path, bucket="xa-kin", endpoint=address, region="us-east-1")
        assert "khóa truy cập không được công nhận" in refused(S3Target(config))


def test_a_server_that_accepts_and_never_answers_is_given_up(target, monkeypatch):
    monkeypatch.setattr(s3_bucket, "TIMEOUT", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        config = replace(target.config, endpoint=f"http://127.0.0.1:{silent.getsockname()[1]}")
        assert "không nối được tới máy chủ" in refused(replace(target, config=config))
