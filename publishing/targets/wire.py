"""Paramiko's SFTP client with many requests on the way at once, and OpenSSH's hard links.

Paramiko waits for the answer to each request; with thousands of small files and a line of 30 ms that is minutes. What is needed
for this is not in its published interface (nor in its type stubs): tests against a real server watch over it.
"""

import errno
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from stat import S_ISDIR, S_ISLNK, S_ISREG
from typing import Any

from paramiko import Message, SFTPAttributes, SFTPClient
from paramiko import sftp as protocol

_FLYING = 256  # requests without an answer; a write carries up to _CHUNK
_OPEN = 64  # files or folders open at once; servers have their limits
_CHUNK = 32768  # bytes; every server must take as much

Request = tuple[Any, ...]  # kind, then what it carries


@dataclass(slots=True, weakref_slot=True)
class _Answers:
    """Paramiko hands over the answers to requests that were made in the name of such an object."""

    by_number: dict[int, tuple[int, Message]] = field(default_factory=dict)

    def _async_response(self, kind: int, message: Message, number: int) -> None:
        self.by_number[number] = (kind, message)


class Wire(SFTPClient):
    """Names are bytes on the wire; here they are text, undecodable ones with surrogates as everywhere in Python."""

    def ask(self, requests: Iterable[Request]) -> list[Message | OSError | EOFError]:
        """Answers in the order of the requests; a refusal of the server is an answer too."""
        answers = _Answers()
        numbers: list[int] = []
        for kind, *carried in requests:
            while len(numbers) - len(answers.by_number) >= _FLYING:
                self._read_response()  # type: ignore[attr-defined]
            numbers.append(self._async_request(answers, kind, *map(_packed, carried)))  # type: ignore[attr-defined]
        while len(answers.by_number) < len(numbers):
            self._read_response()  # type: ignore[attr-defined]
        return [self._judged(*answers.by_number[number]) for number in numbers]

    def _judged(self, kind: int, message: Message) -> Message | OSError | EOFError:
        try:
            if kind == protocol.CMD_STATUS:
                self._convert_status(message)  # type: ignore[attr-defined]
        except (OSError, EOFError) as refused:
            return refused
        return message

    def hard_link(self, pairs: Sequence[tuple[str, str]]) -> list[bool]:
        """Which of the pairs (old name, new name) could be linked."""
        found = self.ask((protocol.CMD_EXTENDED, "hardlink@openssh.com", old, new) for old, new in pairs)
        return [isinstance(answer, Message) for answer in found]

    def make_all(self, folders: Iterable[str]) -> None:
        """Make folders, those above first; that one exists is no error."""
        self.ask((protocol.CMD_MKDIR, folder, SFTPAttributes()) for folder in folders)

    def remove_all(self, paths: Iterable[str]) -> None:
        _all(answer for answer in self.ask((protocol.CMD_REMOVE, path) for path in paths) if not _missing(answer))

    def names(self, folder: str) -> list[str] | None:
        """Names in a folder; None when it is no folder."""
        try:
            return sorted(name for name, _, _ in self._listed([folder])[0])
        except OSError as error:
            if error.errno != errno.ENOENT and not self._is_file(folder):
                raise
            return None

    def _is_file(self, path: str) -> bool:
        return not S_ISDIR(self.stat(path).st_mode or 0)

    def exists(self, path: str) -> bool:
        """Whether the name is taken, also by a link that leads nowhere."""
        return not _missing(self.ask([(protocol.CMD_LSTAT, path)])[0])

    def size(self, path: str) -> int | None:
        """Bytes of a file; None when there is none."""
        found = self.ask([(protocol.CMD_STAT, path)])[0]
        if _missing(found):
            return None
        attributes = SFTPAttributes._from_msg(*_all([found]))  # type: ignore[attr-defined]
        return attributes.st_size if S_ISREG(attributes.st_mode or 0) else None

    def link(self, path: str) -> str | None:
        """The text of a symbolic link; None when there is none."""
        found = self.ask([(protocol.CMD_READLINK, path)])[0]
        if isinstance(found, OSError) and (_missing(found) or not S_ISLNK(self.lstat(path).st_mode or 0)):
            return None
        message = _all([found])[0]
        message.get_int()
        return message.get_binary().decode("utf-8", "surrogateescape")

    def drop(self, folder: str) -> None:
        """Remove a folder with all that is in it."""
        files, folders = self.walk(folder)
        self.remove_all(f"{folder}/{path}" for path in files)
        deepest_first = sorted(folders, key=lambda path: -path.count("/"))
        _all(self.ask((protocol.CMD_RMDIR, path) for path in (*(f"{folder}/{below}" for below in deepest_first), folder)))

    def walk(self, root: str) -> tuple[dict[str, int], list[str]]:
        """All below a folder: what is no folder with its size (-1: no regular file), and the folders."""
        files: dict[str, int] = {}
        folders: list[str] = []
        level = [""]
        while level:
            below: list[str] = []
            for folder, entries in self._level(root, level):
                for name, mode, size in entries:
                    path = f"{folder}{name}"
                    if S_ISDIR(mode):
                        below.append(f"{path}/")
                    else:
                        files[path] = size if S_ISREG(mode) else -1
            folders += [path.rstrip("/") for path in below]
            level = below
        return files, folders

    def _level(self, root: str, folders: Sequence[str]) -> Iterator[tuple[str, list[tuple[str, int, int]]]]:
        """Some folders with what is in them."""
        for start in range(0, len(folders), _OPEN):
            some = folders[start : start + _OPEN]
            yield from zip(some, self._listed([f"{root}/{folder}".rstrip("/") for folder in some]), strict=True)

    def _listed(self, folders: Sequence[str]) -> list[list[tuple[str, int, int]]]:
        """Name, mode and size of what is in each folder; all folders are read at once, a piece of each in turn."""
        handles = [answer.get_binary() for answer in _all(self.ask((protocol.CMD_OPENDIR, folder) for folder in folders))]
        found: list[list[tuple[str, int, int]]] = [[] for _ in folders]
        unread = list(range(len(folders)))
        while unread:
            answers = self.ask((protocol.CMD_READDIR, handles[place]) for place in unread)
            more = []
            for place, answer in zip(unread, answers, strict=True):
                if not isinstance(answer, EOFError):
                    found[place] += _entries(next(iter(_all([answer]))))
                    more.append(place)
            unread = more
        self.ask((protocol.CMD_CLOSE, handle) for handle in handles)
        return found

    def write_all(self, files: Mapping[str, bytes]) -> None:
        """Make new files. Raises OSError where one exists or cannot be written."""
        flags = protocol.SFTP_FLAG_WRITE | protocol.SFTP_FLAG_CREATE | protocol.SFTP_FLAG_EXCL
        opened = self.ask((protocol.CMD_OPEN, path, flags, SFTPAttributes()) for path in files)
        handles = [answer.get_binary() for answer in _all(opened)]
        written = self.ask(
            (protocol.CMD_WRITE, handle, protocol.int64(start), data[start : start + _CHUNK])
            for handle, data in zip(handles, files.values(), strict=True)
            for start in range(0, len(data), _CHUNK)
        )
        closed = self.ask((protocol.CMD_CLOSE, handle) for handle in handles)
        _all([*written, *closed])

    def read_all(self, files: Mapping[str, int]) -> Iterator[bytes]:
        """Bytes of files whose sizes are known, in their order."""
        paths = list(files)
        for start in range(0, len(paths), _OPEN):
            some = paths[start : start + _OPEN]
            opened = self.ask((protocol.CMD_OPEN, path, protocol.SFTP_FLAG_READ, SFTPAttributes()) for path in some)
            handles = [answer.get_binary() for answer in _all(opened)]
            for path, handle in zip(some, handles, strict=True):
                pieces = self.ask((protocol.CMD_READ, handle, protocol.int64(at), _CHUNK) for at in range(0, files[path], _CHUNK))
                yield b"".join(answer.get_binary() for answer in _all(pieces))
            self.ask((protocol.CMD_CLOSE, handle) for handle in handles)


def _packed(value: Any) -> Any:
    return value.encode("utf-8", "surrogateescape") if isinstance(value, str) else value


def _missing(answer: object) -> bool:
    return isinstance(answer, OSError) and answer.errno == errno.ENOENT


def _all(answers: Iterable[Message | OSError | EOFError]) -> list[Message]:
    messages = []
    for answer in answers:
        if not isinstance(answer, Message):
            raise answer
        messages.append(answer)
    return messages


def _entries(message: Message) -> list[tuple[str, int, int]]:
    found = []
    for _ in range(message.get_int()):
        name = message.get_binary().decode("utf-8", "surrogateescape")
        message.get_binary()  # a line for people
        attributes = SFTPAttributes._from_msg(message)  # type: ignore[attr-defined]
        if name not in (".", ".."):
            found.append((name, attributes.st_mode or 0, attributes.st_size or 0))
    return found
