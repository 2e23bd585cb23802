"""rsync over SSH: releases at a server that gives a shell, over the programs ssh and rsync."""

import re
import shlex
import subprocess
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from publishing.targets.config import RsyncConfig
from publishing.targets.contract import TIMEOUT, Entry, Progress, Promise
from publishing.targets.place import Growing
from publishing.targets.releases import ReleaseSession
from publishing.targets.shell import Shell, logged_in, mortal

_NONE = 3  # exit status of our scripts: not there
_TAKEN = 4
_SIZES = """[ -d "$1" ] || exit 3; cd "$1" || exit 1
if stat -c %s . >/dev/null 2>&1; then find . -type f -exec stat -c '%s %n' {} +; else find . -type f -exec stat -f '%z %N' {} +; fi &&
find . ! -type d ! -type f -exec printf '%s %s\\n' -1 {} \\;"""
_DIGESTS = """cd "$1" || exit 1
if command -v sha256sum >/dev/null; then xargs -0 sha256sum; elif command -v shasum >/dev/null; then xargs -0 shasum -a 256; else exit 3; fi"""
_TIE = """ln -sn "$2" "$1" 2>/dev/null && exit 0
if [ -L "$1" ] || [ -e "$1" ]; then exit 4; fi
ln -sn "$2" "$1" """


@dataclass(frozen=True, slots=True)
class RsyncTarget:
    """``timeout``: seconds without a byte before the connection counts as dead."""

    config: RsyncConfig
    timeout: float = TIMEOUT
    promise: Promise = Promise.WHOLE

    @property
    def name(self) -> str:
        return self.config.name

    @contextmanager
    def open(self) -> Iterator[ReleaseSession]:
        with self._place() as place:
            place.names("")  # refuses when the folder is missing
            yield ReleaseSession(place, self._place)

    @contextmanager
    def _place(self) -> Iterator["RsyncPlace"]:
        with logged_in(self.config, self.timeout) as shell:
            yield RsyncPlace(shell)


@dataclass(frozen=True, slots=True)
class RsyncPlace:
    """:class:`publishing.targets.place.Place` at a server with a shell. Every path reaches it as a quoted argument."""

    shell: Shell
    hashes_cheaply: bool = True  # the server itself does it

    def names(self, folder: str) -> list[str] | None:
        script = '[ -d "$1" ] || exit 3; cd "$1" && find . ! -name . -prune -print0'
        answer = self.shell.run(script, folder or ".", allowed=[_NONE])
        return sorted(_text(name).removeprefix("./") for name in answer.output.split(b"\0") if name) if answer.status == 0 else None

    def files(self, folder: str) -> Mapping[str, int]:
        answer = self.shell.run(_SIZES, folder, allowed=[_NONE])
        return dict(map(_sized, filter(None, answer.output.split(b"\n"))))

    def matching(self, folder: str, files: Mapping[str, Entry]) -> Collection[str]:
        """Where the server cannot hash, rsync's own comparison of what it wrote has to do."""
        if not files:
            return ()
        answer = self.shell.run(_DIGESTS, folder, given=_listed(files), allowed=[_NONE, 123])
        if answer.status == _NONE:
            return files.keys()
        found = {path.removeprefix("./"): digest for digest, _, path in (line.partition("  ") for line in _text(answer.output).splitlines())}
        return [path for path, entry in files.items() if found.get(path) == entry.sha256]

    def read(self, path: str) -> bytes | None:
        answer = self.shell.run('[ -f "$1" ] || exit 3; cat "$1"', path, allowed=[_NONE])
        return answer.output if answer.status == 0 else None

    def link(self, path: str) -> str | None:
        answer = self.shell.run('[ -L "$1" ] || exit 3; readlink "$1"', path, allowed=[_NONE])
        return _text(answer.output).removesuffix("\n") if answer.status == 0 else None

    def tie(self, path: str, text: str) -> bool:
        return self.shell.run(_TIE, path, text, allowed=[_TAKEN]).status == 0

    def point(self, path: str, text: str) -> None:
        self.shell.run('rm -f "$1.new" && ln -sn "$2" "$1.new" && mv -fT "$1.new" "$1"', path, text)

    def write(self, path: str, data: bytes) -> None:
        self.shell.run('set -C; cat > "$1"', path, given=data)

    def make(self, folders: Sequence[str]) -> None:
        self.shell.run('mkdir -p "$@"', *folders)

    def rename(self, path: str, onto: str) -> None:
        self.shell.run('mv -T "$1" "$2"', path, onto)

    def remove(self, paths: list[str]) -> None:
        if paths:
            self.shell.run("xargs -0 rm -f", given=_listed(paths))

    def drop(self, folder: str) -> None:
        self.shell.run('rm -rf "$1"', folder)

    def settle(self) -> None:
        """One call for the whole disk; a server without it has to do."""
        self.shell.run("sync -f . 2>/dev/null || :")

    def fill(self, growing: Growing, progress: Progress) -> None:
        wanted = growing.release.manifest.files
        sent = set()
        for path in self._send(growing):
            sent.add(path)
            progress(path, wanted[path].size if path in wanted else 0)
        for path in sorted(wanted.keys() - growing.linked - sent):
            progress(path, 0)

    def _send(self, growing: Growing) -> Iterator[str]:
        """Paths as they are sent. Files are compared by checksum, never by time, and never written in place."""
        listed, said = self.shell.private / "files", self.shell.private / "rsync-said"
        listed.write_bytes(b"\0".join(map(_bytes, growing.release.manifest.files)))
        with said.open("wb") as stderr, subprocess.Popen(self._command(growing), stdout=subprocess.PIPE, stderr=stderr, stdin=subprocess.DEVNULL) as rsync:
            try:
                for line in rsync.stdout or ():
                    kind, _, path = _text(line).removesuffix("\n").partition(" ")
                    if kind.startswith("<f"):
                        yield path
                status = rsync.wait()
            finally:
                rsync.terminate()
        if status:
            raise self.shell.refused(status, said.read_bytes())

    def _command(self, growing: Growing) -> list[str]:
        shell, config = self.shell, self.shell.config
        host = f"[{config.host}]" if ":" in config.host else config.host
        base = [f"--link-dest=../{growing.base.rpartition('/')[2]}"] if growing.base else []
        options = ["--recursive", "--checksum", "--chmod=D755,F644", "--secluded-args", "--8-bit-output", "--out-format=%i %n"]
        options += [f"--timeout={max(1, int(shell.timeout))}", f"--files-from={shell.private / 'files'}", "--from0", f"--rsh={shlex.join(shell.ssh)}"]
        root = (config.path.removeprefix("~/") or ".").rstrip("/")
        return mortal(["rsync", *options, *base, "--", f"{growing.release.folder}/", f"{host}:{root}/{growing.part}/"])


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _listed(paths: Collection[str]) -> bytes:
    """For ``xargs -0``; a path that begins with a dash is no option."""
    return b"".join(b"./" + _bytes(path) + b"\0" for path in paths)


def _sized(line: bytes) -> tuple[str, int]:
    """A line of ``size ./path``; a name with a line break in it gives lines that are no such line, and is a stranger."""
    found = re.fullmatch(rb"(-?[0-9]+) \./(.*)", line)
    return (_text(found[2]), int(found[1])) if found else (_text(line), -1)
