"""What git says, in words a webmaster can act on; and which addresses it may be given."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from publishing.targets.contract import TargetRefused

_SHORT = re.compile(r"(?:[\w.][\w.-]*@)?[\w][\w.-]+:(?!/?/)[^\s:]+")  # scp's way: git@github.com:unit/site.git
_REASONS = tuple(
    (re.compile(pattern), told)
    for pattern, told in (
        (r"stale info|fetch first|cannot lock ref|reference already exists", "nhánh vừa bị người khác đổi. Chạy lại 'make publish'"),
        (
            r"protected branch|GH006|force push|non-fast-forward",
            "nhánh được bảo vệ nên không thay được. Cho phép ghi đè (force push) riêng nhánh này ở trang quản lý kho, hoặc chọn nhánh khác",
        ),
        (
            r"Host key verification failed|HOST IDENTIFICATION HAS CHANGED",
            "khóa của máy chủ lạ hoặc đã đổi. Hỏi người quản trị máy chủ; nếu đúng, ghi khóa mới vào ~/.ssh/known_hosts",
        ),
        (
            r"Permission denied|Authentication failed|could not read (?:Username|Password)|terminal prompts disabled|error: 40[13]|[Aa]ccess denied",
            "không được phép ghi vào kho. Thêm khóa SSH của máy này vào kho (có quyền ghi), hoặc đặt mã truy cập vào biến {token}",
        ),
        (r"certificate", "chứng thư của máy chủ không được công nhận (sai tên, hết hạn hoặc tự ký). Kiểm tra dòng remote"),
        (r"No space left|[Qq]uota|exceeds|size limit", "máy chủ không chứa được: hết chỗ, hoặc có tệp quá lớn. Dọn kho hoặc bỏ tệp lớn rồi chạy lại"),
        (
            r"Could not resolve|refused|timed out|unreachable|Failed to connect|reset by|Connection closed|early EOF|hung up|too slow|disconnect"
            r"|unexpected eof|SSL_|recv error|send error|improperly terminated|non-properly terminated|broken pipe|RPC failed",
            "không nối được tới máy chủ hoặc đường truyền bị cắt. Kiểm tra mạng và dòng remote rồi chạy lại",
        ),
        (r"not found|does not appear to be a git repository|does not exist|No such file", "không có kho này. Kiểm tra dòng remote trong site.toml"),
    )
)


def reason(said: str, token: str) -> str:
    """Why git failed, and what to do; git's own last line when it is nothing known. ``token``: name of its variable."""
    for pattern, told in _REASONS:
        if pattern.search(said):
            return told.format(token=token)
    lines = [line.strip() for line in re.split(r"[\r\n]+", said) if line.strip()]
    last = "".join(c for c in (lines[-1] if lines else "không rõ lỗi") if c.isprintable())[:200]
    return f"git báo '{last}'. Chạy lại; nếu vẫn lỗi, gửi dòng này cho người hỗ trợ"


def check_remote(remote: str) -> None:
    """Only https, ssh and folders, and never a credential inside: addresses stand in files, logs and messages."""
    parts = urlsplit(remote) if "://" in remote else None
    if parts is None:
        known = Path(remote).is_absolute() or _SHORT.fullmatch(remote) is not None
    else:
        known = parts.scheme in ("https", "ssh", "file")
    if not known:
        raise TargetRefused("Địa chỉ kho (dòng remote) phải có dạng https://…, ssh://…, tên@máy:đường-dẫn, hoặc là một thư mục.")
    if parts and (parts.password is not None or (parts.username is not None and parts.scheme != "ssh")):
        raise TargetRefused(
            f"Địa chỉ kho ở máy {parts.hostname} có tên hoặc mật khẩu bên trong. Bỏ phần trước dấu '@'; mã truy cập đặt trong biến môi trường."
        )


def host_of(remote: str) -> str:
    """Empty for a folder."""
    if "://" in remote:
        return urlsplit(remote).hostname or ""
    return "" if Path(remote).is_absolute() else remote.partition(":")[0].rpartition("@")[2]
