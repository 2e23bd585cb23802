"""What a real sshd starts in place of sftp-server and of the shell: it serves, and cuts the connection after the K-th request.

``python cutting.py <orders> <sftp-server>`` speaks plain SFTP on its streams, inside what sshd encrypts: a request is a packet.
``python cutting.py <orders>`` runs the command that the client asked for: a request is such a command.

``orders/order`` holds K. When the K-th request is done, and before its answer is out, the connection is gone; this is obeyed
once, and then ``orders/cut`` is there.
"""

import fcntl
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO


class Orders:
    """A folder for the word between a test and the program that sshd starts."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(exist_ok=True)

    def wrapped(self, otherwise: str, *arguments: str) -> str:
        """For sshd's settings: this program where something is ordered, else what would have served."""
        program = f"'{sys.executable}' -I -S '{__file__}' '{self._folder}' {' '.join(arguments)}"
        return f"if [ -e '{self._folder}/order' ]; then exec {program}; else exec {otherwise}; fi"

    def give(self, at: int) -> None:
        for name in ("cut", "count"):
            (self._folder / name).unlink(missing_ok=True)
        (self._folder / "order").write_text(str(at))

    def were_obeyed(self) -> bool:
        """Whether the connection was cut; if not, the request never came."""
        (self._folder / "order").unlink(missing_ok=True)
        return (self._folder / "cut").exists()

    def read(self) -> int:
        return int((self._folder / "order").read_text())

    def counted(self) -> int:
        """How many requests came since the order, with this one."""
        with (self._folder / "count").open("a+") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            file.write("x")
            return file.tell()

    def taken(self) -> None:
        """Only the first connection obeys."""
        (self._folder / "order").unlink()

    def cut(self) -> None:
        """The end of the sshd that serves this connection, at once."""
        (self._folder / "cut").touch()
        process = os.getppid()
        while not Path(f"/proc/{process}/comm").read_text().startswith("sshd"):
            process = int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])
        os.kill(process, signal.SIGKILL)
        os._exit(1)


def serve_sftp(orders: Orders, server: str) -> None:
    last = orders.read()
    orders.taken()
    answered = threading.Semaphore(0)
    with subprocess.Popen([server], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0) as serving:
        assert serving.stdin
        assert serving.stdout
        back = threading.Thread(target=_answer, args=(serving.stdout, last, answered))
        back.start()
        for number, packet in enumerate(_packets(sys.stdin.buffer), 1):
            serving.stdin.write(packet)
            if number == last:
                for _ in range(last):
                    answered.acquire()
                orders.cut()
        serving.stdin.close()
        back.join()


def _answer(server: BinaryIO, last: int, answered: threading.Semaphore) -> None:
    """Each request has one answer."""
    for number, packet in enumerate(_packets(server), 1):
        if number != last:
            sys.stdout.buffer.write(packet)
            sys.stdout.buffer.flush()
        answered.release()


def _packets(stream: BinaryIO) -> Iterator[bytes]:
    """Each with its length before it."""
    while length := _read(stream, 4):
        yield length + _read(stream, int.from_bytes(length, "big"))


def _read(stream: BinaryIO, size: int) -> bytes:
    data = b""
    while len(data) < size and (piece := stream.read(size - len(data))):
        data += piece
    return data


def run_command(orders: Orders) -> None:
    command = ["/bin/sh", "-c", os.environ["SSH_ORIGINAL_COMMAND"]]
    if orders.counted() != orders.read():
        os.execv(command[0], command)
    orders.taken()
    subprocess.run(command, check=False)
    orders.cut()


if __name__ == "__main__":
    if len(sys.argv) > 2:
        serve_sftp(Orders(Path(sys.argv[1])), sys.argv[2])
    else:
        run_command(Orders(Path(sys.argv[1])))
