"""Forms of handing in, as exports spell them."""

from importers.values import bare
from plugins.model.procedure import ChannelKind

_SPELLINGS = {
    "truc tiep": ChannelKind.DIRECT,
    "nop truc tiep": ChannelKind.DIRECT,
    "truc tuyen": ChannelKind.ONLINE,
    "nop truc tuyen": ChannelKind.ONLINE,
    "dich vu buu chinh": ChannelKind.POST,
    "dich vu buu chinh cong ich": ChannelKind.POST,
    "buu chinh": ChannelKind.POST,
    "buu chinh cong ich": ChannelKind.POST,
    "qua buu chinh": ChannelKind.POST,
    "qua dich vu buu chinh": ChannelKind.POST,
    "qua dich vu buu chinh cong ich": ChannelKind.POST,
}


def channel_kind(text: str) -> ChannelKind | None:
    """The form that a text names, or None."""
    return _SPELLINGS.get(bare(text))
