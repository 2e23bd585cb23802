"""What this machine knows of one target: the release it brought there last, and those whose sending was cut."""

from dataclasses import dataclass
from pathlib import Path

from publishing.localrelease import Signed, read_signed, write_whole
from publishing.targets.contract import Manifest, Release


@dataclass(frozen=True, slots=True)
class Records:
    """A folder of signed manifests; anything that this key did not sign counts as missing."""

    folder: Path
    key: str

    def known(self) -> bool:
        """Whether something was ever sent there from here."""
        return self._held.exists() or bool(self._begun())

    def held(self) -> Signed | None:
        """What was brought there last, whole."""
        return read_signed(self._held, self.key)

    def cut(self) -> list[Manifest]:
        """What was begun since, and not ended."""
        found = [read_signed(path, self.key) for path in self._begun()]
        return [one.manifest for one in found if one]

    def begin(self, release: Release) -> None:
        write_whole(self.folder / f"begun-{release.manifest.id}.json", release.signed)

    def end(self, release: Release) -> None:
        """The release lies at the target. A kill here costs one more comparison, nothing else."""
        write_whole(self._held, release.signed)
        for path in self._begun():
            path.unlink(missing_ok=True)

    @property
    def _held(self) -> Path:
        return self.folder / "held.json"

    def _begun(self) -> list[Path]:
        return sorted(self.folder.glob("begun-*.json"))
