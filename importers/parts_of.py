"""Which fields of an extract make up a part."""

from typing import Any

from importers.extract import Extract
from plugins.model.parts import Part

_FIELDS = {
    Part.STEPS: ("steps",),
    Part.CHANNELS: ("channels",),
    Part.EVIDENCE: ("evidence", "file_count"),
    Part.OUTPUTS: ("outputs",),
    Part.CONDITIONS: ("conditions",),
    Part.LEGAL: ("legal",),
}


def content_of(extract: Extract, part: Part) -> dict[str, Any]:
    """Field → value of one part."""
    return {name: getattr(extract, name) for name in _FIELDS[part]}
