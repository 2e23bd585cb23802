"""Tables ``[publish.<name>]`` of the profile: where the site is sent, one frozen record for each kind of place.

Secrets have no key here: whoever reads ``site.toml`` may know where the site goes, never how to get in.
"""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from plugins.model.fieldtypes import fail
from plugins.model.problems import Problem, problem
from plugins.model.profilevalues import Domain, Flag, Words
from plugins.model.text import fold, nearest

_NAME = re.compile(r"[a-z][a-z0-9-]{0,29}")
_SECRET_KEY = re.compile(r"pass|pasw|pwd|secret|token|credential|access.?key|private|key.?id|api.?key|mat.?khau|khoa.?bi.?mat")
_SECRET_VALUE = re.compile(r"-----BEGIN|https?://[^/\s]*@|(?:^|://)[^/\s:@]*:[^/\s]*@")


def _like(pattern: str, remedy: str) -> Any:
    def check(value: Any) -> Any:
        if not isinstance(value, str) or not re.fullmatch(pattern, value) or not value.isprintable():
            raise fail("profile-value", remedy=remedy)
        return value

    return BeforeValidator(check)


def _port(value: Any) -> Any:
    if type(value) is not int or not 0 < value < 65536:
        raise fail("profile-value", remedy="số cổng từ 1 đến 65535, không có ngoặc kép, ví dụ 22")
    return value


# No value may begin with a hyphen: it stands among the arguments of other programs.
_NO_DOTS = r"(?!(?:.*/)?\.\.(?:/|$))"
Host = Annotated[str, _like(r"(?!-)[A-Za-z0-9.-]{1,253}|[0-9a-fA-F:]{2,45}", "tên máy chủ, không kèm giao thức, cổng hay thư mục, ví dụ ftp.lamkhe.example")]
User = Annotated[str, _like(r"(?!-)[^\s:/\\'\"]{1,100}", "tên đăng nhập, ví dụ cchc")]
Port = Annotated[int, BeforeValidator(_port)]
ServerPath = Annotated[str, _like(rf"{_NO_DOTS}(?![-~])[^\\'\"]{{1,300}}", "thư mục ở máy chủ, không có '..', ví dụ /public_html/cchc")]
Bucket = Annotated[str, _like(r"[a-z0-9][a-z0-9.-]{2,62}", "tên bucket, chữ thường, số, dấu chấm, gạch nối, ví dụ trang-lamkhe")]
Prefix = Annotated[str, _like(rf"{_NO_DOTS}[\w-][\w./-]*[\w-]|[\w-]?", "thư mục trong bucket, không có '/' ở hai đầu, ví dụ cchc")]
Region = Annotated[str, _like(r"[a-z0-9-]{1,40}", "tên vùng, ví dụ ap-southeast-1")]
Remote = Annotated[
    str,
    _like(r"(?:https?|ssh|file)://[^\s]{3,300}|(?!-)[\w.@-]+:(?!:)[^\s]{1,300}|[/.][^\s]{1,300}", "địa chỉ kho git, ví dụ git@github.com:lamkhe/cchc.git"),
]
Branch = Annotated[str, _like(rf"{_NO_DOTS}(?!.*\.\.)[A-Za-z0-9][\w./-]{{0,99}}", "tên nhánh, ví dụ gh-pages")]
HostName = Annotated[str, _like(r"(?!-)[a-z0-9.-]{1,253}", "tên miền, không có https://, ví dụ cchc.lamkhe.example")]
Layout = Annotated[str, _like(r"plain|releases", "plain (mặc định) hoặc releases")]
ZipFile = Annotated[str, _like(r"(?!-).{1,300}\.zip", "tệp .zip, ví dụ ban-giao/cchc.zip")]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    address: Domain | None = None


class FolderEntry(_Entry):
    """Another folder of this machine, or a mounted share."""

    kind: Literal["folder"]
    path: Words


class _ShellEntry(_Entry):
    host: Host
    user: User
    path: ServerPath
    port: Port = 22
    key_file: Words | None = None
    known_hosts: Words | None = None


class RsyncEntry(_ShellEntry):
    kind: Literal["rsync"]


class SftpEntry(_ShellEntry):
    kind: Literal["sftp"]


class FtpEntry(_Entry):
    """Plain FTP: the password goes over the net as it is."""

    kind: Literal["ftp"]
    host: Host
    user: User
    path: ServerPath
    port: Port = 21


class FtpsEntry(_Entry):
    """FTP inside TLS; ``implicit`` from the first byte, as on port 990."""

    kind: Literal["ftps"]
    host: Host
    user: User
    path: ServerPath
    port: Port | None = None
    implicit: Flag = False
    ca_file: Words | None = None


class S3Entry(_Entry):
    kind: Literal["s3"]
    bucket: Bucket
    prefix: Prefix = ""
    endpoint: Domain | None = None
    region: Region = "us-east-1"
    layout: Layout = "plain"


class GitEntry(_Entry):
    kind: Literal["git"]
    remote: Remote
    branch: Branch = "gh-pages"
    domain: HostName | None = None


class ZipEntry(_Entry):
    kind: Literal["zip"]
    file: ZipFile


Entry = FolderEntry | RsyncEntry | SftpEntry | FtpEntry | FtpsEntry | S3Entry | GitEntry | ZipEntry
KINDS: dict[str, type[Entry]] = {get_args(one.model_fields["kind"].annotation)[0]: one for one in get_args(Entry)}


def read_targets(raw: Any, path: str) -> tuple[dict[str, Entry], tuple[Problem, ...]]:
    """The records under their names, and every problem of the file ``path``."""
    if not isinstance(raw, Mapping):
        return {}, (problem("profile-value", path, key="publish", value="…", remedy="mỗi nơi đăng là một bảng [publish.tên]"),)
    read = {name: _read(name, table, path) for name, table in raw.items()}
    entries = {name: entry for name, (entry, _) in read.items() if entry is not None}
    return entries, tuple(found for _, problems in read.values() for found in problems)


def _read(name: str, table: Any, path: str) -> tuple[Entry | None, list[Problem]]:
    where = f"publish.{name}"
    if secrets := _secrets(where, table if isinstance(table, Mapping) else {name: table}, path):
        return None, secrets
    if not isinstance(table, Mapping):
        return None, [problem("profile-value", path, key=where, value=table, remedy=f"mỗi nơi đăng là một bảng, ví dụ [publish.may-chu], bên dưới là kind = \"…\", {name} = \"…\"")]
    if not _NAME.fullmatch(name):
        return None, [problem("profile-value", path, key="publish", value=name, remedy="tên nơi đăng gồm chữ thường không dấu, chữ số, gạch nối, ví dụ [publish.may-chu]")]
    if "kind" not in table:
        return None, [problem("profile-value-missing", path, key=f"{where}.kind", remedy=f"thêm dòng kind = \"…\" dưới [{where}]: {', '.join(KINDS)}")]
    kind = KINDS.get(table["kind"]) if isinstance(table["kind"], str) else None
    if kind is None:
        return None, [problem("profile-value", path, key=f"{where}.kind", value=table["kind"], remedy=f"một trong: {', '.join(KINDS)}")]
    try:
        return kind.model_validate(dict(table)), []
    except ValidationError as errors:
        return None, [_problem(where, kind, error, path) for error in errors.errors(include_url=False)]


def _secrets(where: str, table: Mapping[str, Any], path: str) -> list[Problem]:
    """Keys and values that look like a secret; the value is never told."""
    name = where.rpartition(".")[2]
    remedy = (
        "xóa dòng này và đổi mật khẩu đã lộ; mật khẩu đặt trong biến môi trường "
        f"CCHC_{name.upper().replace('-', '_')}_PASSWORD, ssh-agent, tệp khóa (key_file) hoặc netrc, xem docs/dang-len-may-chu.md"
    )
    wrong = [key for key, value in table.items() if _SECRET_KEY.search(fold(key)) or (isinstance(value, str) and _SECRET_VALUE.search(value))]
    return [problem("profile-secret", path, key=where if key == name else f"{where}.{key}", remedy=remedy) for key in wrong]


def _problem(where: str, kind: type[BaseModel], error: Mapping[str, Any], path: str) -> Problem:
    key = str(error["loc"][0])
    if error["type"] == "extra_forbidden":
        fields = list(kind.model_fields)
        return problem("profile-key", path, key=f"{where}.{key}", nearest=nearest(key, fields) or ", ".join(fields))
    if error["type"] == "missing":
        return problem("profile-value-missing", path, key=f"{where}.{key}", remedy=f"thêm dòng {key} = \"…\" dưới [{where}]")
    remedy = error.get("ctx", {}).get("remedy", "xem docs/dang-len-may-chu.md để biết cách viết khóa này")
    return problem("profile-value", path, key=f"{where}.{key}", value=error.get("input", ""), remedy=remedy)
