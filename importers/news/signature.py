"""The end of an official document: recipients, the posts of those who sign, their names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from importers.news.blocks import Block
from importers.news.stamps import is_person
from importers.values import bare

RULE = re.compile(r"[-–—_=*.\s~]+")  # a line drawn with signs
_POST = re.compile(r"(?:(?:tm|kt|tl|tuq|q|t m|k t|t l|t u q)\b.*|(?:pho )?(?:chu tich|bi thu|truong ban|truong phong|giam doc|chanh van phong|chu nhiem|truong cong an|cuc truong|hieu truong|vien truong|doi truong|to truong|uy vien).*)")


@dataclass
class Signature:
    """Recipients, post and signer from ``begin`` up to ``end``."""

    begin: int
    end: int
    recipients: list[str] = field(default_factory=list)
    post: list[str] = field(default_factory=list)
    signer: str = ""
    listing: bool = False

    def takes(self, line: str) -> bool:
        """Whether a line belongs to the end of a document; what it tells is kept."""
        if re.match(r"nơi nhận\s*:?", line, re.IGNORECASE):
            self.listing = True
        elif line.isupper() and _POST.fullmatch(bare(line)):
            self.post.append(line)
            self.listing = False
        elif self.signer and line.isupper():
            return False  # "PHỤ LỤC I"
        elif is_person(line) and self.post:
            self.signer = f"{self.signer}; {line}" if self.signer else line
        elif self.listing and (line.startswith(("-", "+", "•", "*")) or (len(line) < 120 and not line.isupper())):
            self.recipients.append(line.lstrip("-+•* ").rstrip(" ;.,"))
        else:
            return bool(RULE.fullmatch(line) or re.fullmatch(r"\(?(?:đã ký.*|ký tên.*|ký, ghi rõ họ tên)\)?", line, re.IGNORECASE))
        return True


def signature_of(blocks: Sequence[Block], first: int) -> Signature:
    """The end of the document: whole up to the last block, or with a signature when an annex follows."""
    for begin in range(first, len(blocks)):
        lines = blocks[begin].lines
        if not lines or not (re.match(r"nơi nhận", lines[0], re.IGNORECASE) or (lines[0].isupper() and _POST.fullmatch(bare(lines[0])))):
            continue
        tail = Signature(begin, begin)
        for place in range(begin, len(blocks)):
            if not all(map(tail.takes, blocks[place].lines)):
                break
            tail.end = place + 1
        if tail.signer or (tail.end == len(blocks) and tail.recipients):
            return tail
    return Signature(len(blocks), len(blocks))
