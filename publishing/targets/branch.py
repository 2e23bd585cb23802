"""A branch of a git repository, as GitHub Pages and GitLab Pages serve it: one commit a release, one push the switch.

The branch has no history: what was withdrawn must not stay for everybody to read in a public repository, and the
repository must not grow for ever. Going back is sending the older release again.
"""

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock, Timeout

from publishing.targets.branch_commit import Tree, commit_of, entry_of, is_ours, tree_of
from publishing.targets.config import BranchConfig
from publishing.targets.contract import LOCK, MANIFEST, Changes, Manifest, Progress, Promise, Release, TargetRefused
from publishing.targets.git import Git, GitFailed
from publishing.targets.git_words import check_remote, host_of, reason

_HELD = "refs/remotes/target/held"
_DEPTH = 20  # commits of others on top of ours that are looked through
_CNAME = "CNAME"
_GITLAB_JOB = """\
pages:
  script:
    - mkdir .site && cp -R -- * .site/ && mv .site public
  artifacts:
    paths: [public]
  rules:
    - if: $CI_COMMIT_BRANCH == "{branch}"
"""


@dataclass(slots=True)
class BranchSession:
    """The branch as it was when the session opened: ``tip`` is its commit, empty when there is no such branch."""

    config: BranchConfig
    author: str
    git: Git
    tip: str = ""
    held: Tree = field(default_factory=dict)
    filled: bool = False

    def manifest(self) -> bytes | None:
        return self._blob(MANIFEST)

    @contextmanager
    def locked(self, owner: str) -> Iterator[None]:  # noqa: ARG002
        """Nothing to lock at the target: the push replaces just the commit that this session saw, or is refused."""
        yield

    def send(self, release: Release, held: Manifest | None, changes: Changes, progress: Progress) -> tuple[str, ...]:  # noqa: ARG002
        """What lies there is known by git's own names, not by the held manifest: a tampered file is sent anew."""
        with self._refusing():
            self._refuse_foreign()
            commit = commit_of(self.git, release, self._marks(), (self.tip, self.held), self.author, progress)
            if commit:
                self._leave_out_what_lies_there()
                place = f"refs/heads/{self.config.branch}"
                self.git.talk("push", "--no-verify", "--progress", f"--force-with-lease={place}:{self.tip}", "target", f"{commit}:{place}")
        return ()

    def _leave_out_what_lies_there(self) -> None:
        """Between two commits without a common history git sends every file, except from a repository whose history was
        cut off: then it looks into the trees of what the server has. So we say that ours was."""
        if self.tip:
            (self.git.repository / "shallow").write_text(f"{self.tip}\n", encoding="ascii")

    def listing(self) -> Iterable[str]:
        own = {path for path, data in self._marks().items() if self.held.get(path) == entry_of(data)}
        return sorted(self.held.keys() - own - {MANIFEST, LOCK})

    def read(self, path: str) -> bytes | None:
        if path in self.held and not self.filled:
            names = sorted({entry.split()[2] for entry in self.held.values() if " blob " in entry})
            with self._refusing():
                self._fetch_files(names)
            self.filled = True
        return self._blob(path)

    def look(self) -> None:
        """Learn the commit and what it holds; the files themselves stay there, where the server can leave them out."""
        with self._refusing():
            try:
                self._fetch("--filter=blob:none", *self._all)
            except GitFailed as failed:
                if "couldn't find remote ref" in str(failed):
                    return
                raise
            self.tip = self.git.run("rev-parse", _HELD).decode().strip()
            self.held = tree_of(self.git, self.tip)

    @property
    def _all(self) -> tuple[str, str]:
        return f"--depth={_DEPTH}", f"+refs/heads/{self.config.branch}:{_HELD}"

    def _fetch(self, *what: str, given: Iterable[bytes] = ()) -> None:
        self.git.talk("fetch", "--progress", "--no-tags", "--no-write-fetch-head", "target", *what, given=given)

    def _fetch_files(self, names: Iterable[str]) -> None:
        """Files by their names in git; a server that leaves files out but gives none by name is asked for all."""
        try:
            self._fetch("--filter=blob:none", "--stdin", given=[f"{name}\n".encode() for name in names])
        except GitFailed as failed:
            if "unadvertised object" not in str(failed):
                raise
            self._fetch("--refetch", "--no-filter", *self._all)

    def _blob(self, path: str) -> bytes | None:
        entry = self.held.get(path, "")
        if " blob " not in entry:
            return None
        name = entry.split()[2]
        with self._refusing():
            if not self.filled:
                self._fetch_files([name])
            return self.git.run("cat-file", "blob", name)

    def _marks(self) -> Mapping[str, bytes]:
        """Files for the host: no Jekyll; the domain, which GitHub also writes by itself; the job that GitLab wants."""
        marks = {".nojekyll": b""}
        if self.config.domain:
            marks[_CNAME] = self.config.domain.encode() + b"\n"
        elif (kept := self._blob(_CNAME)) is not None:
            marks[_CNAME] = kept
        if "gitlab" in host_of(self.config.remote):
            marks[".gitlab-ci.yml"] = _GITLAB_JOB.format(branch=self.config.branch).encode()
        return marks

    def _refuse_foreign(self) -> None:
        """What others put into the branch is not overwritten unseen; a domain set at GitHub is no such thing."""
        for commit in self.git.run("rev-list", "--first-parent", self.tip).decode().split() if self.tip else ():
            if is_ours(self.git, commit):
                ours = tree_of(self.git, commit)
                foreign = {path for path in self.held.keys() | ours.keys() if self.held.get(path) != ours.get(path)} - {_CNAME}
                if not foreign:
                    return
                break
        else:
            if not self.tip:
                return
        told = self.git.run("show", "--no-patch", "--format=%h, %an, %cs: %s", self.tip).decode(errors="replace").strip()
        shown = "".join(c for c in told if c.isprintable())[:200]
        raise TargetRefused(
            f"Nhánh '{self.config.branch}' của kho {self.config.remote} có nội dung không do chương trình này gửi ({shown}). "
            "Xem ai đã sửa; hoàn tác (revert) thay đổi đó, hoặc xóa nhánh ở kho, rồi chạy lại."
        )

    @contextmanager
    def _refusing(self) -> Iterator[None]:
        try:
            yield
        except GitFailed as failed:
            why = reason(str(failed), self.config.secrets.variable("TOKEN"))
            raise TargetRefused(f"Nhánh '{self.config.branch}' của kho {self.config.remote}: {why}.") from failed


@dataclass(frozen=True, slots=True)
class BranchTarget:
    """A branch that some host serves. ``author`` of the commits: the unit, as ``name <address>``."""

    config: BranchConfig
    author: str = "Chuyên trang CCHC <cchc@localhost>"

    @property
    def name(self) -> str:
        return self.config.name

    @property
    def promise(self) -> Promise:
        return Promise.WHOLE

    @contextmanager
    def open(self) -> Iterator[BranchSession]:
        """In a repository that is new each time: a publisher that was killed cannot have left it in disorder."""
        check_remote(self.config.remote)
        state = self.config.state
        lock = FileLock(state / "lock", timeout=0)
        try:
            state.mkdir(parents=True, exist_ok=True)
            lock.acquire()
            for left in state.glob("git-*"):
                shutil.rmtree(left, ignore_errors=True)
            place = Path(tempfile.mkdtemp(prefix="git-", dir=state))
        except Timeout:
            raise TargetRefused(f"Đang có lượt khác dùng nơi đăng '{self.name}' trên máy này. Chờ lượt đó xong rồi chạy lại.") from None
        except OSError as error:
            lock.release()
            raise TargetRefused(f"Không ghi được vào {state} ({error.strerror}). Kiểm tra quyền ghi và chỗ trống của ổ đĩa.") from error
        try:
            session = BranchSession(self.config, self.author, Git.begin(place, self.config.remote, self.config.secrets.get("TOKEN")))
            session.look()
            yield session
        finally:
            with suppress(OSError):
                shutil.rmtree(place)
            lock.release()
