"""Records kept by the ten thousand come back from the cache as they were."""

import pickle
from dataclasses import dataclass

import pytest

from plugins.model.packed import Packed


@dataclass(frozen=True, slots=True)
class One(Packed):
    value: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Two(Packed):
    name: str
    of: One | None = None


@pytest.mark.parametrize("record", [One((1, 2)), One(()), Two("a"), Two("b", One((3,)))])
def test_a_record_comes_back_equal(record):
    assert pickle.loads(pickle.dumps(record)) == record
