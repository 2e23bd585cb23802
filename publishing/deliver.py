"""Bring one release to one target: read what is held there, compare, send, read back."""

from collections.abc import Callable, Collection, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace

from publishing.changes import compare, order
from publishing.localrelease import altered
from publishing.records import Records
from publishing.signing import Untrusted, Why, check, read
from publishing.targets.contract import Changes, Manifest, Progress, Promise, Release, Session, Target, TargetRefused
from publishing.targets.journal import JOURNAL, Journal

# The same files under a greater number.
Renumber = Callable[[int], Release]
# Opened when sending begins: what will be sent → who is told of each file.
Watch = Callable[[Changes], AbstractContextManager[Progress]]


@dataclass(frozen=True, slots=True)
class Order:
    """What to bring, and how. ``key`` is the public half of the publisher's key; ``owner`` stands in the lock."""

    release: Release
    key: str
    owner: str
    records: Records
    renumber: Renumber
    takeover: bool = False
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Delivery:
    """What was sent, or would be. ``notices`` are sentences for the user."""

    name: str
    number: int
    changes: Changes
    dry_run: bool = False
    notices: tuple[str, ...] = ()

    @property
    def up_to_date(self) -> bool:
        return not self.changes.put and not self.changes.drop


@dataclass(frozen=True, slots=True)
class _Found:
    """What lies at the target. ``stale``: paths that may be dropped though no manifest that we trust names them."""

    held: Manifest | None
    stale: frozenset[str] = frozenset()
    number: int = 0
    notices: tuple[str, ...] = field(default=())


def deliver(target: Target, given: Order, watch: Watch) -> Delivery:
    """Raises :class:`TargetRefused`; what is served then is what the target's promise says."""
    with target.open() as session:
        plan = _plan(session, target, given)
        if given.dry_run or plan.delivery.up_to_date:
            return plan.delivery
        with session.locked(given.owner):
            # Who held the lock until now may have sent something: look again.
            plan = _plan(session, target, given)
            if plan.delivery.up_to_date:
                return plan.delivery
            plan = _send(session, plan, given, watch)
            seen = session.manifest()
    _read_back(seen, target, plan.release)
    given.records.end(plan.release)
    return plan.delivery


@dataclass(frozen=True, slots=True)
class _Plan:
    release: Release
    held: Manifest | None
    delivery: Delivery


def _plan(session: Session, target: Target, given: Order) -> _Plan:
    found = _look(session, given)
    release = _numbered(found, given)
    # A target that switches whole releases holds what its manifest says, whatever was cut.
    one_tree = target.promise is Promise.EACH_FILE
    unsure = _begun(session, found, release) if one_tree else ()
    changes = compare(found.held, release.manifest, given.records.cut() if one_tree else (), unsure)
    stale = found.stale - release.manifest.files.keys() - set(changes.drop)
    if stale:
        stale &= set(session.listing())
        changes = replace(changes, drop=order(stale, stale)[::-1] + changes.drop)
    delivery = Delivery(target.name, release.manifest.number, changes, given.dry_run, found.notices)
    return _Plan(release, found.held, delivery)


def _begun(session: Session, found: _Found, release: Release) -> Collection[str]:
    """Paths in doubt because somebody, perhaps on another machine, was cut off while sending."""
    written = session.read(JOURNAL)
    return Journal.read(written, found.held, release.manifest).paths if written is not None else ()


def _look(session: Session, given: Order) -> _Found:
    """What is held, as far as it can be trusted; refused when the place seems to be somebody else's."""
    signed = session.manifest()
    if given.takeover:
        return _taken_over(signed, _brought(given))
    if signed is None:
        _refuse_strangers(session, given)
        return _Found(None, _brought(given))
    if signed == given.release.signed:  # the usual case, told without reading it once more
        return _Found(given.release.manifest)
    try:
        return _Found(check(signed, given.key))
    except Untrusted as untrusted:
        if untrusted.why is Why.FOREIGN:
            raise TargetRefused(_foreign(untrusted.key, given.key)) from None
        _refuse_strangers(session, given)
        return _Found(None, _brought(given), 0, (f"Bản kê ở nơi đăng {untrusted.why.value} nên không được tin; so lại từ đầu và gửi lại mọi tệp.",))


def _brought(given: Order) -> frozenset[str]:
    """Paths that this machine brought there last: they may be dropped, whatever is said there."""
    last = given.records.held()
    return frozenset(last.manifest.files) if last else frozenset()


def _taken_over(signed: bytes | None, ours: frozenset[str]) -> _Found:
    """Nothing there is believed, whoever says it; but what its manifest names may go, and its number is surpassed."""
    try:
        held = read(signed) if signed else None
    except Untrusted:
        held = None
    return _Found(None, ours.union(held.files if held else ()), held.number if held else 0, ("Không tin những gì đang có ở đó; gửi lại mọi tệp.",))


def _foreign(theirs: str, ours: str) -> str:
    return (
        f"Nơi này đang giữ một trang do khóa khác ký ({theirs[:12]}…), không phải khóa của máy này ({ours[:12]}…). "
        "Nếu trang ấy của đơn vị khác: sửa lại site.toml. Nếu của đơn vị mình, đăng từ máy khác: chép khóa ký của máy đó sang "
        "(tệp signing-key, hoặc CCHC_SIGNING_KEY). Nếu khóa cũ đã mất: chạy lại với TAKEOVER=1 để nhận lấy nơi này."
    )


def _refuse_strangers(session: Session, given: Order) -> None:
    """Before the first sending the place must be empty: a wrong path must not overwrite another site."""
    if given.records.known():
        return
    strangers = sorted(session.listing())
    if strangers:
        names = ", ".join(strangers[:3]) + (" …" if len(strangers) > 3 else "")
        raise TargetRefused(
            f"Nơi này đã có {len(strangers)} tệp không do chương trình gửi ({names}). Kiểm tra lại đường dẫn trong site.toml. "
            "Nếu đúng là chỗ của trang: chuyển các tệp đó đi, hoặc chạy lại với TAKEOVER=1 (tệp trùng tên sẽ bị thay)."
        )


def _numbered(found: _Found, given: Order) -> Release:
    """The release, under a number that is greater than what is held."""
    release = given.release
    number = found.held.number if found.held else found.number
    if number < release.manifest.number or (found.held and found.held.id == release.manifest.id):
        return release
    if not given.takeover:
        when = f", làm lúc {found.held.made:%H:%M ngày %d/%m/%Y}" if found.held else ""
        raise TargetRefused(
            f"Nơi này đang giữ bản số {number}{when}, mới hơn bản số {release.manifest.number} của máy này: có thể đã đăng từ máy khác, "
            "hoặc thư mục trạng thái đã bị mất. Đăng tiếp từ máy kia; nếu chắc chắn bản của máy này là đúng, chạy lại với TAKEOVER=1."
        )
    return given.renumber(number)


def _send(session: Session, plan: _Plan, given: Order, watch: Watch) -> _Plan:
    """The plan, carried out, with what the session had to tell."""
    release, changes = plan.release, plan.delivery.changes
    _refuse_altered(release, changes.put)
    given.records.begin(release)
    with watch(changes) as progress:
        told = session.send(release, plan.held, changes, progress)
    return replace(plan, delivery=replace(plan.delivery, notices=(*plan.delivery.notices, *told)))


def _read_back(seen: bytes | None, target: Target, release: Release) -> None:
    """A session may go on seeing what it saw when it opened: then another one is asked."""
    if seen == release.signed:
        return
    with target.open() as anew:
        if anew.manifest() != release.signed:
            raise TargetRefused("Đã gửi xong nhưng đọc lại không thấy đúng bản vừa gửi. Chạy lại make publish; nếu còn, có nơi khác cũng đang ghi vào đây.")


def _refuse_altered(release: Release, put: Iterable[str]) -> None:
    """What was changed since it was verified must not go out."""
    if wrong := altered(release.folder, {path: release.manifest.files[path] for path in put}):
        raise TargetRefused(
            f"{len(wrong)} tệp trên máy này đã bị sửa sau khi dựng ({', '.join(wrong[:3])}). Chưa gửi gì. "
            "Chạy lại make publish để dựng lại; nếu không ai sửa, kiểm tra xem máy có bị xâm nhập không."
        )
