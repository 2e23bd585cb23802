"""The S3 target for :mod:`sender`: the library's tables are read before the forks, so that kills meet the sending, not the reading."""

import botocore.session
from botocore.loaders import create_loader

import publishing.targets.s3  # noqa: F401
from tests.publishing.targets.s3_server import client_at

_MODELS = create_loader()
botocore.session.create_loader = lambda *_: _MODELS
client_at("http://127.0.0.1:1").close()
