"""A bucket: in place with every object whole, or whole releases behind one switch. A real server reads what is sent."""

import base64
import hashlib
from dataclasses import replace

import pytest

from publishing.targets.contract import KEPT, LOCK, MANIFEST, Promise, TargetRefused
from publishing.targets.s3 import Layout, S3Target
from publishing.targets.s3_headers import cache_control, media_type
from tests.publishing.targets.bucket import LAYOUTS, new_bucket, objects, pages, target_in, through
from tests.publishing.targets.publisher import bytes_of_release, commune_site, publish, release_of, served_by

pytestmark = pytest.mark.usefixtures("own_keys_only")


@pytest.fixture
def target(admin, moto, tmp_path) -> S3Target:
    return target_in(new_bucket(admin, tmp_path), moto, tmp_path / "state")


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


# --- what lies there, read back ----------------------------------------------------------------------------------------


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
