"""The bytes of a release on this machine, as its manifest promises them."""

import hashlib

from publishing.targets.contract import Release, TargetRefused


def bytes_of(release: Release, path: str) -> bytes:
    """A file of the release; refused when it cannot be read or is no longer what was signed."""
    try:
        data = (release.folder / path).read_bytes()
    except OSError as error:
        raise TargetRefused(f"Không đọc được tệp {path} của bản dựng ({error.strerror}). Chạy lại 'make publish'.") from error
    if hashlib.sha256(data).hexdigest() != release.manifest.files[path].sha256:
        raise TargetRefused(f"Tệp {path} của bản dựng đã bị đổi trong lúc gửi. Chạy lại 'make publish'; không sửa tệp trong thư mục bản dựng.")
    return data
