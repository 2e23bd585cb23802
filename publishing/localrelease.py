"""The release on this machine with its signed manifest, made when the files differ from the last signed ones."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import file_digest
from pathlib import Path

from publishing.identity import files_id
from publishing.signing import Signer, Untrusted, check, read
from publishing.targets.contract import Entry, Manifest, Release, TargetRefused

FILE = "release.json"


@dataclass(frozen=True, slots=True)
class Desk:
    """Where releases are numbered and signed. With ``keep`` off nothing is written: for a dry run."""

    state: Path
    signer: Signer
    now: datetime
    keep: bool = True

    def release(self, folder: Path, files: Mapping[str, Entry], above: int = 0) -> Release:
        """The release of these files; its number is greater than ``above`` and than that of the last one, unless it is the last one."""
        last = self._last()
        if last and last.manifest.id == files_id(files) and last.manifest.number > above:
            return Release(folder, last.manifest, last.signed)
        manifest, signed = self.signer.sign(max(self._number(), above) + 1, self.now, files)
        if self.keep:
            write_whole(self.state / FILE, signed)
        return Release(folder, manifest, signed)

    def _last(self) -> "Signed | None":
        return read_signed(self.state / FILE, self.signer.key)

    def _number(self) -> int:
        """Of the last signed release, also when the key was another one since."""
        try:
            return read((self.state / FILE).read_bytes()).number
        except (OSError, Untrusted):
            return 0


@dataclass(frozen=True, slots=True)
class Signed:
    """A manifest that was checked, and its bytes."""

    manifest: Manifest
    signed: bytes


def read_signed(path: Path, key: str) -> Signed | None:
    """A signed manifest on this machine; None when there is none that this key signed."""
    try:
        signed = path.read_bytes()
        return Signed(check(signed, key), signed)
    except (FileNotFoundError, Untrusted):
        return None
    except OSError as error:
        raise TargetRefused(f"Không đọc được {path} ({error.strerror}). Kiểm tra quyền của tệp.") from error


def write_whole(path: Path, data: bytes) -> None:
    """Whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".tmp")
    beside.write_bytes(data)
    beside.replace(path)


def altered(folder: Path, files: Mapping[str, Entry]) -> list[str]:
    """Files whose bytes are not those of the manifest: missing, unreadable or changed since they were written."""
    return [path for path, entry in files.items() if entry_of(folder / path) != entry]


def entry_of(path: Path) -> Entry | None:
    """Size and digest of a file as it lies there; None when it cannot be read."""
    try:
        with path.open("rb") as file:
            digest = file_digest(file, "sha256").hexdigest()
            return Entry(file.tell(), digest)
    except OSError:
        return None
