"""A bucket of its own for each test, in moto's server; a target that publishes there, and what lies there past its eyes."""

import hashlib
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from botocore.loaders import create_loader

from publishing.targets.config import S3Config, Secrets
from publishing.targets.contract import LOCK, MANIFEST
from publishing.targets.journal import JOURNAL
from publishing.targets.s3 import Layout, S3Target
from tests.publishing.targets.s3_server import KEY_ID, SECRET_KEY, client_at, moto_process, relay_before

SECRETS = Secrets("kho", {"CCHC_KHO_KEY_ID": KEY_ID, "CCHC_KHO_SECRET_KEY": SECRET_KEY})
LAYOUTS = [Layout.PLAIN, Layout.RELEASES]
_MODELS = create_loader()  # the library's tables of Amazon's services, read once instead of at each opening


@pytest.fixture
def own_keys_only(monkeypatch) -> None:
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
def relay(moto):
    with relay_before(moto) as opened:
        yield opened


def new_bucket(admin, folder: Path) -> str:
    """The name of an empty one, another for each folder of a test."""
    name = "xa-" + hashlib.md5(str(folder).encode()).hexdigest()[:12]
    admin.create_bucket(Bucket=name)
    return name


def target_in(bucket: str, endpoint: str, state: Path) -> S3Target:
    config = S3Config(name="kho", secrets=SECRETS, state=state, bucket=bucket, prefix="trang", endpoint=endpoint, region="us-east-1")
    return S3Target(config)


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
