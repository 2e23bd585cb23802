"""What may pass when it is urgent or wanted, and what never."""

import pytest

from publishing.guard.fault import Fault, Kind, passed


@pytest.mark.parametrize(("urgent", "gone", "stopped"), [(False, False, "LBXKH"), (True, False, "XKH"), (False, True, "LBKH"), (True, True, "KH")])
def test_urgency_passes_links_and_weight_a_wanted_loss_passes_losses_and_leaks_never_pass(urgent, gone, stopped):
    kinds = {"L": Kind.LINK, "B": Kind.BUDGET, "X": Kind.LOSS, "K": Kind.LEAK, "H": Kind.BROKEN}
    faults = [Fault(letter, "", kind=kind) for letter, kind in kinds.items()]
    stopping, let = passed(faults, urgent, gone)
    assert {fault.path for fault in stopping} == set(stopped)
    assert len(stopping) + len(let) == len(kinds)
