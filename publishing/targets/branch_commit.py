"""A release as one git commit without parents, made beside any working copy and without the files that lie there already."""

import hashlib
import re
from collections.abc import Iterator, Mapping

from publishing.targets.contract import MANIFEST, Progress, Release
from publishing.targets.git import Git
from publishing.targets.source import bytes_of

_NEXT = "refs/heads/next"
_TREE = re.compile(r"^Cchc-Tree: (\w+)$", re.MULTILINE)
Tree = Mapping[str, str]  # path → mode, type and name, as ls-tree tells them


def tree_of(git: Git, commit: str) -> dict[str, str]:
    rows = git.run("ls-tree", "-r", "-z", "--full-tree", commit).decode("utf-8", "surrogateescape").split("\0")
    return {path: entry for entry, _, path in (row.partition("\t") for row in rows) if path}


def is_ours(git: Git, commit: str) -> bool:
    """Whether a commit holds just what its message says that we put into it."""
    told = _TREE.search(git.run("show", "--no-patch", "--format=%B", commit).decode(errors="replace"))
    return told is not None and told[1] == _line(git, "rev-parse", f"{commit}^{{tree}}")


def entry_of(data: bytes) -> str:
    """How ``ls-tree`` tells a plain file with these bytes."""
    name = hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
    return f"100644 blob {name}"


def commit_of(git: Git, release: Release, marks: Mapping[str, bytes], held: tuple[str, Tree], author: str, progress: Progress) -> str:
    """The new commit; empty when the branch (``held``: its commit and tree) has just this already.

    ``marks``: files for the host beside those of the site.
    """
    tip, there = held
    when = f"{int(release.manifest.made.timestamp())} +0000"
    head = f"feature done\ncommit {_NEXT}\ncommitter {author} {when}\ndata 0\n" + (f"from {tip}\n" if tip else "")
    git.run("fast-import", "--quiet", "--force", given=_told(head, release, {**marks, MANIFEST: release.signed}, there, progress))
    tree = _line(git, "rev-parse", f"{_NEXT}^{{tree}}")
    if tip and _line(git, "rev-parse", f"{tip}^{{tree}}") == tree:
        return ""
    name, _, mail = author.rstrip(">").partition(" <")
    who = {f"GIT_{role}_{part}": text for role in ("AUTHOR", "COMMITTER") for part, text in (("NAME", name), ("EMAIL", mail), ("DATE", when))}
    message = f"Bản {release.manifest.number} · {release.manifest.id}\n\nCchc-Tree: {tree}\n"
    return git.run("commit-tree", tree, given=[message.encode()], **who).decode().strip()


def _told(head: str, release: Release, marks: Mapping[str, bytes], there: Tree, progress: Progress) -> Iterator[bytes]:
    """What ``fast-import`` is told: the tree that is there, less what goes, with what is new."""
    yield head.encode()
    for path in sorted(there.keys() - release.manifest.files.keys() - marks.keys()):
        yield b"D " + _quoted(path) + b"\n"
    for path in marks.keys() - release.manifest.files.keys():
        yield _file(path, marks[path])
    for path in release.manifest.files:
        data = bytes_of(release, path)
        sent = there.get(path) != entry_of(data)
        yield _file(path, data) if sent else b""
        progress(path, len(data) if sent else 0)
    yield b"\ndone\n"


def _file(path: str, data: bytes) -> bytes:
    return b"M 100644 inline %s\ndata %d\n%s\n" % (_quoted(path), len(data), data)


def _quoted(path: str) -> bytes:
    told = path.encode("utf-8", "surrogateescape")
    return b'"' + told.replace(b"\\", b"\\\\").replace(b'"', b'\\"').replace(b"\n", b"\\n") + b'"'


def _line(git: Git, *arguments: str) -> str:
    return git.run(*arguments).decode().strip()
