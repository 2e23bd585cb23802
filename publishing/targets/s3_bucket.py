"""A bucket as plain verbs: connecting, and every error of the library in words a webmaster can act on."""

import hashlib
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    CredentialRetrievalError,
    NoCredentialsError,
    PartialCredentialsError,
    ProfileNotFound,
    SSLError,
)

from publishing.targets.config import S3Config
from publishing.targets.contract import TIMEOUT, TargetRefused
from publishing.targets.s3_headers import headers_for

WORKERS = 8
_LATER = "Trang đang có giữ nguyên hoặc sẽ được lượt sau hoàn tất; chạy lại sau ít phút."
_KEYS = "Kiểm tra khóa truy cập"
_REASONS = {
    "NoSuchBucket": "không có bucket này. Kiểm tra tên bucket, endpoint và region trong site.toml",
    "InvalidBucketName": "tên bucket không hợp lệ. Kiểm tra dòng bucket trong site.toml",
    "InvalidAccessKeyId": f"khóa truy cập không được công nhận. {_KEYS}",
    "SignatureDoesNotMatch": f"khóa bí mật không đúng. {_KEYS}",
    "InvalidToken": f"mã phiên không đúng. {_KEYS}",
    "ExpiredToken": "khóa truy cập đã hết hạn. Lấy khóa mới",
    "AccessDenied": "khóa truy cập không có quyền ở đây. Cần quyền ListBucket, GetObject, PutObject và DeleteObject",
    "AllAccessDisabled": "tài khoản đã bị khóa. Liên hệ nhà cung cấp",
    "RequestTimeTooSkewed": "đồng hồ của máy này lệch quá xa. Chỉnh đúng giờ (bật đồng bộ giờ) rồi chạy lại",
    "PermanentRedirect": "bucket nằm ở vùng khác. Kiểm tra dòng region và endpoint trong site.toml",
    "AuthorizationHeaderMalformed": "bucket nằm ở vùng khác. Kiểm tra dòng region trong site.toml",
    "BadDigest": f"dữ liệu tới nơi không nguyên vẹn. {_LATER}",
    "QuotaExceeded": "hết chỗ chứa. Tăng dung lượng hoặc dọn bucket rồi chạy lại",
    "InsufficientStorage": "hết chỗ chứa. Tăng dung lượng hoặc dọn bucket rồi chạy lại",
    "SlowDown": f"máy chủ báo quá tải. {_LATER}",
}
_STATUSES = {301: "PermanentRedirect", 403: "AccessDenied", 503: "SlowDown", 507: "InsufficientStorage"}
_MISSING = frozenset(("NoSuchKey", "404", "NotFound"))


@dataclass(frozen=True, slots=True)
class Stored:
    """An object: bytes, and its ETag without quotes (MD5 in hex of what was put, unless the bucket is encrypted with KMS)."""

    size: int
    etag: str


@dataclass(frozen=True, slots=True)
class Bucket:
    """Keys below a prefix. The client may be shared by threads."""

    client: Any
    bucket: str
    prefix: str  # empty, or with a slash at its end
    keys: str = ""  # where keys are looked for, for messages

    def below(self, folder: str) -> "Bucket":
        return replace(self, prefix=f"{self.prefix}{folder}/")

    def get(self, path: str) -> bytes | None:
        with self._refusing():
            try:
                data: bytes = self.client.get_object(Bucket=self.bucket, Key=self.prefix + path)["Body"].read()
            except ClientError as error:
                if _code(error) in _MISSING:
                    return None
                raise
        return data

    def put(self, path: str, data: bytes, **metadata: str) -> None:
        """``metadata`` comes back with the object as headers ``x-amz-meta-…``."""
        with self._refusing():
            self._put(path, data, **({"Metadata": metadata} if metadata else {}))

    def create(self, path: str, data: bytes) -> bool:
        """Put unless there is one already; False when there is. Servers that do not know the condition overwrite."""
        with self._refusing():
            try:
                self._put(path, data, IfNoneMatch="*")
            except ClientError as error:
                if _code(error) == "NotImplemented":
                    self._put(path, data)
                    return True
                if _code(error) in {"PreconditionFailed", "ConditionalRequestConflict", "412"}:
                    return False
                raise
        return True

    def _put(self, path: str, data: bytes, **more: Any) -> None:
        # Both sums: Amazon checks either, older servers of others know Content-MD5 alone. A cut body is refused.
        sums = {
            "ContentMD5": b64encode(hashlib.md5(data, usedforsecurity=False).digest()).decode(),
            "ChecksumSHA256": b64encode(hashlib.sha256(data).digest()).decode(),
        }
        self.client.put_object(Bucket=self.bucket, Key=self.prefix + path, Body=data, **sums, **headers_for(path), **more)

    def copy(self, source: "Bucket", path: str) -> None:
        """Inside the store, without sending the bytes."""
        origin = {"Bucket": source.bucket, "Key": source.prefix + path}
        with self._refusing():
            self.client.copy_object(
                Bucket=self.bucket, Key=self.prefix + path, CopySource=origin, MetadataDirective="REPLACE", **headers_for(path)
            )

    def drop(self, path: str) -> None:
        with self._refusing():
            self.client.delete_object(Bucket=self.bucket, Key=self.prefix + path)

    def objects(self) -> Mapping[str, Stored]:
        found = {}
        with self._refusing():
            for page in self.client.get_paginator("list_objects_v2").paginate(Bucket=self.bucket, Prefix=self.prefix):
                for entry in page.get("Contents", ()):
                    found[entry["Key"][len(self.prefix) :]] = Stored(entry["Size"], entry["ETag"].strip('"'))
        return found

    def folders(self) -> list[str]:
        """Names one level below the prefix that hold something."""
        with self._refusing():
            pages = self.client.get_paginator("list_objects_v2").paginate(Bucket=self.bucket, Prefix=self.prefix, Delimiter="/")
            return [entry["Prefix"][len(self.prefix) : -1] for page in pages for entry in page.get("CommonPrefixes", ())]

    @contextmanager
    def _refusing(self) -> Iterator[None]:
        try:
            yield
        except (ClientError, BotoCoreError) as error:
            raise TargetRefused(f"Bucket '{self.bucket}': {_reason(error, self.keys)}.") from error
        except RecursionError:  # the library follows a server that sends every request elsewhere, for ever
            raise TargetRefused(f"Bucket '{self.bucket}': {_REASONS['PermanentRedirect']}.") from None


def connect(config: S3Config) -> Bucket:
    """A client from the target's own secrets, else from boto3's own chain (environment, profile, role)."""
    key, secret = config.secrets.get("KEY_ID"), config.secrets.get("SECRET_KEY")
    both = f"{config.secrets.variable('KEY_ID')} và {config.secrets.variable('SECRET_KEY')}"
    if bool(key) != bool(secret):
        raise TargetRefused(f"Bucket '{config.bucket}': cần đặt cả {both}, hoặc không biến nào.")
    try:
        session = boto3.session.Session(aws_access_key_id=key, aws_secret_access_key=secret, region_name=config.region or None)
        client = session.client("s3", endpoint_url=config.endpoint or None, config=_settings(bool(config.endpoint)))
    except (BotoCoreError, ValueError) as error:
        raise TargetRefused(f"Bucket '{config.bucket}': {_reason(error, both)}.") from error
    return Bucket(client, config.bucket, f"{config.prefix}/" if config.prefix else "", both)


def _settings(other: bool) -> Config:
    return Config(
        connect_timeout=TIMEOUT / 3,
        read_timeout=TIMEOUT,
        retries={"mode": "standard"},  # three attempts, or AWS_MAX_ATTEMPTS
        max_pool_connections=WORKERS,
        s3={"addressing_style": "path" if other else "auto"},
        # The sums are ours; boto3's own come in a chunked body that other vendors' servers do not read.
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
    )


def _code(error: ClientError) -> str:
    return str(error.response.get("Error", {}).get("Code", ""))


def _reason(error: Exception, keys: str) -> str:
    """Why, and what to do; never the library's own sentence, which may hold an address with a signature."""
    if isinstance(error, ClientError):
        code = _code(error)
        status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
        known = _REASONS.get(code) or _REASONS.get(_STATUSES.get(status, ""))
        return known or f"máy chủ từ chối {error.operation_name} (mã {code or status}). {_LATER}"
    if isinstance(error, NoCredentialsError | PartialCredentialsError | CredentialRetrievalError | ProfileNotFound):
        return f"không có khóa truy cập. Đặt biến {keys}, hoặc AWS_PROFILE"
    if isinstance(error, SSLError):
        return "chứng thư của máy chủ không được công nhận (sai tên, hết hạn hoặc tự ký). Kiểm tra endpoint; tự ký thì đặt AWS_CA_BUNDLE"
    if isinstance(error, ValueError):
        return "endpoint không phải địa chỉ web. Viết ví dụ: https://s3.nha-cung-cap.vn"
    return f"không nối được tới máy chủ hoặc đường truyền bị cắt ({type(error).__name__}). Kiểm tra mạng và endpoint. {_LATER}"
