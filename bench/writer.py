"""Puts the words of the corpus together: sentences, the body of an item, the facts and parts of a procedure."""

import random
import re
import unicodedata

from bench import words

# Parts hold numbers themselves, so the pattern's own numbers are kept back for the second filling.
_NUMBER = re.compile(r"\{(day|month|year|quarter|many|some|few|percent|tenth)\}")


class Writer:
    """Draws for one item; nothing it draws depends on another item."""

    def __init__(self, key: str, year: int, place: str) -> None:
        self.random = random.Random(key)
        self.year = year
        self.place = place

    def one(self, of: tuple[str, ...]) -> str:
        return self.random.choice(of)

    def fill(self, pattern: str) -> str:
        """A pattern with its parts drawn, then the numbers of pattern and parts."""
        (actor, actor2), (task, task2) = self.random.sample(words.ACTORS, 2), self.random.sample(words.TASKS, 2)
        parts = {"actor": actor, "Actor": actor, "actor2": actor2, "task": task, "task2": task2}
        parts |= {"place": self.place, "Place": self.place[0].upper() + self.place[1:], "source": self.source()}
        parts |= {"aim": self.one(words.AIMS), "time": self.one(words.TIMES), "result": self.one(words.RESULTS)}
        return _NUMBER.sub(r"{{\1}}", pattern).format(**parts).format(**self._numbers())

    def _numbers(self) -> dict[str, str | int]:
        draw = self.random.randint
        when: dict[str, str | int] = {"day": draw(1, 28), "month": draw(1, 12), "year": self.year, "quarter": self.one(("I", "II", "III", "IV"))}
        return {**when, "many": draw(300, 4200), "some": draw(21, 260), "few": draw(3, 18), "percent": draw(88, 99), "tenth": draw(0, 9)}

    def source(self) -> str:
        """A document that is cited: of the year before, on the day that its number stands for, so that one document has one date."""
        pattern = " của ".join(self.random.choice(words.SOURCES))
        own = random.Random(f"{self.year}:{self.place}:{self.random.random()}")
        number = own.randint(21, 4200) if "{many}" in pattern else own.randint(21, 260)
        facts = {"some": number, "many": number, "day": number % 28 + 1, "month": number % 12 + 1, "year": self.year - 1}
        return pattern.format(**facts)

    def sentence(self) -> str:
        return self.fill(self.one(words.SENTENCES))

    def paragraph(self, least: int = 2, most: int = 5) -> str:
        return " ".join(self.sentence() for _ in range(self.random.randint(least, most)))

    def listing(self, mark: str, least: int = 3, most: int = 5) -> str:
        """A list; ``{}`` in ``mark`` is the number of the line."""
        count = self.random.randint(least, most)
        return "\n\n".join(f"{mark.format(number)} {self.sentence()}" for number in range(1, count + 1))


def body_of(writer: Writer, title: str, pictures: int, procedures: int) -> str:
    """Markdown of about 650 words: headings, paragraphs, lists, now and then a table, a picture, links."""
    draw = writer.random
    blocks = [writer.paragraph(2, 3)]
    if draw.random() < 0.3:
        blocks.append(f"![Ảnh minh họa bài {title}](@ANH:{draw.randint(1, pictures):02d}@)")
    headings, wanted = draw.sample(words.HEADINGS, draw.randint(2, 4)), draw.randint(280, 790)
    while sum(len(block.split()) for block in blocks) < wanted:
        if headings:
            blocks.append(f"## {headings.pop()}")
        blocks += [writer.paragraph(), *_extra(writer, procedures)]
    return "\n\n".join([*blocks, f"**{writer.sentence()[:-1]}./.**"]) + "\n"


def _extra(writer: Writer, procedures: int) -> list[str]:
    """What stands between paragraphs, or nothing."""
    kind = writer.random.random()
    if kind < 0.24:
        return [writer.listing("-")]
    if kind < 0.38:
        return [writer.listing("{}.")]
    if kind < 0.45:
        return [f"> {writer.sentence()}"]
    if kind < 0.53:
        return [_table(writer)]
    if kind < 0.62 and procedures:
        return [f"Hồ sơ cần có xem ở [trang của thủ tục](@THUTUC:{writer.random.randint(1, procedures)}@). {writer.sentence()}"]
    if kind < 0.68:
        return [f"Nộp và theo dõi hồ sơ trên [Cổng Dịch vụ công quốc gia](https://dichvucong.gov.vn). {writer.sentence()}"]
    return []


def _table(writer: Writer) -> str:
    draw = writer.random
    sectors = draw.sample(words.SECTORS, draw.randint(3, 7))
    rows = [f"| {sector} | {draw.randint(12, 940)} | {draw.randint(86, 99)},{draw.randint(0, 9)}% |" for sector in sectors]
    return "\n".join(["| Lĩnh vực | Hồ sơ | Đúng hạn |", "|---|---|---|", *rows])


def facts_of(writer: Writer) -> dict[str, str]:
    """Front matter of a procedure, by the project's keys; no value is empty."""
    draw = writer.random
    signed = f"{draw.randint(1, 28):02d}/{draw.randint(1, 12)}/{writer.year}"
    return {
        "sector": writer.one(words.SECTORS),
        "level": "Cấp xã",
        "audience": writer.one(("Công dân Việt Nam", "Công dân Việt Nam; Người nước ngoài", "Doanh nghiệp; Hợp tác xã")),
        "keywords": "; ".join(draw.sample(words.TAGS, 2)),
        "executing_authority": "Ủy ban nhân dân cấp xã",
        "competent_authority": "Chủ tịch Ủy ban nhân dân cấp xã",
        "receiving_address": "Trung tâm Phục vụ hành chính công cấp xã",
        "online_level": writer.one(("toàn trình", "một phần", "thông tin")),
        "decision": f"{draw.randint(100, 4000)}/QĐ-UBND",
        "decision_date": signed,
        "decision_issuer": "Chủ tịch Ủy ban nhân dân tỉnh Sơn Giang",
        "effective_from": signed,
    }


def parts_of(writer: Writer) -> str:
    """The parts that the law asks for, with the project's columns."""
    draw = writer.random
    days = f"{draw.randint(2, 30)} ngày làm việc"
    fee = writer.one(("Không", "8.000 đồng/bản", "15.000 đồng", "50.000 đồng/hồ sơ"))
    ways = draw.sample(("Trực tiếp", "Trực tuyến", "Dịch vụ bưu chính"), draw.randint(1, 3))
    channels = [f"| {way} | {days} | {fee} | {writer.sentence()} |" for way in ways]
    papers = [f"| {paper} | {draw.randint(0, 1)} | 1 | nộp |" for paper in draw.sample(words.PAPERS, draw.randint(2, 5))]
    laws = [f"| {' | '.join(law)} |" for law in draw.sample(words.LAWS, draw.randint(2, 4))]
    return "\n\n".join(
        [
            "## Trình tự thực hiện",
            writer.listing("Bước {}.", 3, 6),
            "## Cách thức thực hiện",
            "\n".join(["| Hình thức nộp | Thời hạn giải quyết | Phí, lệ phí | Mô tả |", "|---|---|---|---|", *channels]),
            "## Thành phần hồ sơ",
            "\n".join(["| Tên giấy tờ | Bản chính | Bản sao | Hình thức |", "|---|---|---|---|", *papers]),
            "Số lượng hồ sơ: 01 bộ",
            "## Kết quả thực hiện",
            f"- {writer.one(('Giấy xác nhận', 'Quyết định', 'Bản sao trích lục', 'Thông báo'))}",
            "## Yêu cầu, điều kiện thực hiện",
            writer.paragraph(1, 3),
            "## Căn cứ pháp lý",
            "\n".join(["| Số ký hiệu | Trích yếu | Cơ quan ban hành | Ngày ban hành | Ngày hiệu lực |", "|---|---|---|---|---|", *laws]),
        ]
    ) + "\n"


def slugify(text: str) -> str:
    """Lower case ASCII with hyphens; ``đ`` has no decomposition."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return re.sub(r"[^a-z0-9]+", "-", "".join(c for c in plain if not unicodedata.combining(c))).strip("-")
