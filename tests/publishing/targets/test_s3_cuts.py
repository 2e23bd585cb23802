"""A line that breaks and a publisher that is killed at any moment: readers meet whole objects, or a whole release."""

import hashlib
import json
import os
from dataclasses import replace

import pytest

from publishing.targets.contract import LOCK, MANIFEST, TargetRefused
from publishing.targets.journal import JOURNAL
from publishing.targets.s3 import Layout, S3Target
from tests.publishing.targets.bucket import LAYOUTS, new_bucket, objects, pages, target_in, through
from tests.publishing.targets.publisher import bytes_of_release, publish, release_of
from tests.publishing.targets.sender import senders

CUTS = ("before", "middle", "after")
KILLS = 200
pytestmark = pytest.mark.usefixtures("own_keys_only")


@pytest.fixture
def target(admin, moto, tmp_path) -> S3Target:
    return target_in(new_bucket(admin, tmp_path), moto, tmp_path / "state")


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
