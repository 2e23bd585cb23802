"""The golden sites: ``python -m tests.site.golden`` writes ``expected/`` anew. Look at the diff before it is committed."""

import shutil
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
INPUTS, EXPECTED = HERE / "inputs", HERE / "expected"
NAMES = sorted(folder.name for folder in INPUTS.iterdir())
NOW = "2026-03-10T08:00"


def build(name: str, folder: Path) -> dict[str, bytes]:
    """The tree of one golden site. Stylesheet and script stand under a hash of their content: the name says it all."""
    from tests.commune import published

    made = published(INPUTS / name, folder / "public", NOW=NOW)
    return {path: b"" if path.startswith("theme/site.") else data for path, data in made.items()}


def main() -> None:
    for name in NAMES:
        with tempfile.TemporaryDirectory() as folder:
            files = build(name, Path(folder))
        shutil.rmtree(EXPECTED / name, ignore_errors=True)
        for path, data in files.items():
            target = EXPECTED / name / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        sys.stdout.write(f"{name}: {len(files)} files\n")


if __name__ == "__main__":
    main()
