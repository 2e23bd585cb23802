"""What the profile says of work beyond the pages: the loudspeakers (``[radio]``), shared posts (``[share]``)."""

from pydantic import BaseModel, ConfigDict

from plugins.model.profilevalues import CategorySlug, FourWord, Hashtag, Speed, ThousandWord, Words, ZeroWord

# What a citizen can use at once is read first on the radio.
FIRST_ON_AIR = ("cai-cach-thu-tuc-hanh-chinh", "hoi-dap", "chinh-quyen-so", "chi-dao-dieu-hanh", "guong-dien-hinh")


class Radio(BaseModel):
    """How the script of the loudspeakers is read. 180 syllables a minute, three a second, is a choice of ours for speech in
    the open air, slower than presenters on television speak; a unit sets it by timing its own announcer."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    words_per_minute: Speed = 180
    zero: ZeroWord = "linh"
    thousand: ThousandWord = "nghìn"
    four: FourWord = "tư"
    programme: Words | None = None
    first: tuple[CategorySlug, ...] = FIRST_ON_AIR


class Share(BaseModel):
    """What ``make share`` adds to every item."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    hashtags: tuple[Hashtag, ...] = ()
