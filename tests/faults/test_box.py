"""The machine that builds: without network, not as root, and nothing is written but below the folders that are the build's own."""

import os
import re
import shutil
from pathlib import Path

import pytest

from tests.commune import Commune, published, tree
from tests.conftest import ROOT
from tests.faults.driver import BECOME_NOBODY, CHANGING, NOBODY, STRACE, can_trace, command, nobody_may_read_the_program

_WRITES = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC")
_NAMED = re.compile(r'(?:AT_FDCWD|\d+)<([^>]*)>|"([^"]*)"')
_NETWORK = "socket,connect,sendto,bind"


@pytest.fixture
def commune(memory: Path, request: pytest.FixtureRequest) -> Commune:
    """Content that everyone may read."""
    memory.chmod(0o755)
    made = Commune(memory / request.node.name / "content")
    made.picture("hinh-anh/anh.png")
    made.news("mot", image="hinh-anh/anh.png", image_alt="Ảnh")
    return made


def outside_of(base: Path, trace: str) -> list[str]:
    """Lines of a trace that change something which does not lie below ``base``."""
    found = []
    for line in trace.splitlines():
        call, _, arguments = line.partition("(")
        if call not in CHANGING or ") = -1 E" in line or (call == "openat" and not _WRITES.search(arguments)):
            continue
        names = [one or other for one, other in _NAMED.findall(arguments)]
        places = [name for name in names if name.startswith("/") and Path(name) != ROOT and not name.startswith(("/dev/null", "/proc/self"))]
        if any(not Path(place).is_relative_to(base) for place in places):
            found.append(line)
    return found


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("unshare") is None, reason="needs unshare (util-linux)")
def test_without_any_network_and_as_nobody_the_same_site_is_built(commune: Commune, tmp_path):
    if not nobody_may_read_the_program():
        pytest.skip("needs root, setpriv (util-linux), and a program that other users may read")
    out = commune.content.parent / "out"
    out.mkdir()
    os.chown(out, NOBODY, NOBODY)
    done = command(out.parent, "unshare", "-n", *BECOME_NOBODY)
    assert done.code == 0, done.said
    assert {path.stat().st_uid for path in out.rglob("*")} == {NOBODY}
    assert tree(out / "public") == published(commune.content, tmp_path / "public")


@pytest.mark.skipif(not can_trace(), reason="needs strace, and the right to trace (apt-get install strace)")
def test_nothing_is_written_outside_of_the_folders_of_the_build_and_nobody_is_called(commune: Commune):
    base = commune.content.parent
    trace = base / "trace"
    calls = ",".join(f"?{name}" for name in CHANGING)
    done = command(base, str(STRACE), "-f", "--seccomp-bpf", "-y", "-s", "0", "-o", str(trace), "-e", f"trace={calls},{_NETWORK}")
    assert done.code == 0, done.said
    lines = [line.partition(" ")[2].strip() for line in trace.read_text(encoding="utf-8", errors="replace").splitlines()]
    assert sum(line.startswith("openat(") and str(base / "out") in line for line in lines) > 50
    written = outside_of(base, "\n".join(lines))
    # What it says goes to the two streams that the caller gave.
    assert [line for line in written if not re.match(r"write\([12]<", line)] == []
    assert outside_of(base / "out", "\n".join(lines)) == written, "the content is only read"
    assert [line for line in lines if re.match(r"(?:socket|connect|sendto|bind)\(", line) and "AF_UNIX" not in line] == []
