"""Mentions of administrative documents in Vietnamese prose: type, number, date, issuer, and where they stand.

The grammar is that of Nghị định 30/2020/NĐ-CP (Điều 7, 8; Phụ lục I mục II.3; Phụ lục III) and of Luật Ban hành văn bản
quy phạm pháp luật, with what practice does to both: blanks anywhere, dropped hyphens, padded numbers, missing words.
"""

from plugins.model.citations.find import citations_in
from plugins.model.citations.mention import Citation

__all__ = ["Citation", "citations_in"]
