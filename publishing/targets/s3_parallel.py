"""Many small files at once: each request waits for its answer across the country, the line does not."""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager

from publishing.targets.contract import MANIFEST
from publishing.targets.journal import JOURNAL
from publishing.targets.s3_bucket import WORKERS, Bucket


class Lanes:
    """Work done by a few threads; :meth:`settle` waits for all of it and raises what went wrong."""

    def __init__(self, pool: ThreadPoolExecutor) -> None:
        self._pool = pool
        self._under_way: set[Future[None]] = set()

    def do(self, work: Callable[..., None], *arguments: object) -> None:
        """Begins now or soon; a few pieces wait at most, so that memory stays small."""
        while len(self._under_way) >= 2 * WORKERS:
            self._collect(wait(self._under_way, return_when=FIRST_COMPLETED).done)
        self._under_way.add(self._pool.submit(work, *arguments))

    def settle(self) -> None:
        self._collect(wait(self._under_way).done)

    def _collect(self, done: set[Future[None]]) -> None:
        self._under_way -= done
        for future in done:
            future.result()


@contextmanager
def lanes() -> Iterator[Lanes]:
    """After an error nothing new begins; what is under way ends."""
    with ThreadPoolExecutor(WORKERS, thread_name_prefix="s3") as pool:
        opened = Lanes(pool)
        try:
            yield opened
            opened.settle()
        finally:
            pool.shutdown(cancel_futures=True)


class ParallelStore:
    """A :class:`publishing.targets.inplace.Store` whose files travel side by side, but never a later turn beside an earlier one."""

    def __init__(self, bucket: Bucket, turns: Callable[[str], int], opened: Lanes) -> None:
        self._bucket, self._turns, self._lanes = bucket, turns, opened
        self._turn: tuple[str, int] = ("", 0)

    def get(self, path: str) -> bytes | None:
        self._lanes.settle()
        return self._bucket.get(path)

    def put(self, path: str, data: bytes) -> None:
        self._follow("put", path)
        self._lanes.do(self._bucket.put, path, data)

    def drop(self, path: str) -> None:
        self._follow("drop", path)
        self._lanes.do(self._bucket.drop, path)

    def _follow(self, verb: str, path: str) -> None:
        """Marks (manifest, journal) speak of what was sent before and hold for what is sent after: they travel alone."""
        alone = path in (MANIFEST, JOURNAL)
        turn = (verb, -1 if alone else self._turns(path))
        if alone or turn != self._turn:
            self._lanes.settle()
        self._turn = turn

    def list(self) -> Mapping[str, int]:
        self._lanes.settle()
        return {path: stored.size for path, stored in self._bucket.objects().items()}
