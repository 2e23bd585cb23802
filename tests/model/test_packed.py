"""Records that are kept come back as they were."""

import pickle
from dataclasses import dataclass

from plugins.model.packed import Packed


@dataclass(frozen=True, slots=True)
class One(Packed):
    only: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Several(Packed):
    name: str
    inner: One | None = None
    lines: tuple[tuple[str, int], ...] = ()


def test_a_record_of_one_value_or_of_several_is_read_back_equal():
    for record in (One((1, 2)), One(()), Several("a", One((3,)), (("b", 4),)), Several("")):
        assert pickle.loads(pickle.dumps(record)) == record


def test_it_is_kept_as_its_class_and_its_values():
    assert Several("a").__reduce__() == (Several, ("a", None, ()))
    assert One((1, 2)).__reduce__() == (One, ((1, 2),))
