"""Vietnamese words of numbers. Pure; a unit's own habits (linh or lẻ, nghìn or ngàn, tư or bốn) are the :class:`Voice`."""

import re
from dataclasses import dataclass

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
BILLION = 10**9
LONGEST = 9  # typed digits without a dot between thousands: more are a code, and read one by one
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN_FORM = re.compile(r"C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


@dataclass(frozen=True, slots=True)
class Voice:
    """How the place speaks: 105 ``linh`` or ``lẻ``, 1.000 ``nghìn`` or ``ngàn``, 24 ``tư`` or ``bốn``."""

    zero: str = "linh"
    thousand: str = "nghìn"
    four: str = "tư"


def cardinal(number: int, voice: Voice) -> str:
    """``1005`` → một nghìn không trăm linh năm. A negative number begins with âm."""
    if number < 0:
        return f"âm {cardinal(-number, voice)}"
    if number == 0:
        return DIGITS[0]
    above, below = divmod(number, BILLION)
    words = [f"{cardinal(above, voice)} tỷ"] if above else []
    for value, name in ((below // 10**6, "triệu"), (below // 1000 % 1000, voice.thousand), (below % 1000, "")):
        if value:
            words.append(f"{_three(value, voice, whole=bool(words))} {name}".strip())
    return " ".join(words)


def _three(number: int, voice: Voice, whole: bool) -> str:
    """Up to 999; ``whole`` says không trăm, as behind a higher group."""
    hundreds, rest = divmod(number, 100)
    words = [f"{DIGITS[hundreds]} trăm"] if hundreds or whole else []
    if rest:
        words.append(f"{voice.zero} {DIGITS[rest]}" if rest < 10 and words else _two(rest, voice))
    return " ".join(words)


def _two(number: int, voice: Voice) -> str:
    tens, ones = divmod(number, 10)
    if tens == 0:
        return DIGITS[ones]
    if tens == 1:
        return "mười" if ones == 0 else f"mười {'lăm' if ones == 5 else DIGITS[ones]}"
    last = {0: "", 1: "mốt", 4: voice.four, 5: "lăm"}.get(ones, DIGITS[ones])
    return f"{DIGITS[tens]} mươi {last}".rstrip()


def one_by_one(digits: str) -> str:
    """``0258`` → không hai năm tám."""
    return " ".join(DIGITS[int(digit)] for digit in digits)


def amount(typed: str, voice: Voice) -> str:
    """A number as it is typed: dots between thousands, a comma before decimals, perhaps a sign.

    ``2.718`` hai nghìn bảy trăm mười tám; ``90,6`` chín mươi phẩy sáu; ``5.2`` năm chấm hai.
    """
    sign = "âm " if typed[:1] in "-−" else "cộng " if typed[:1] == "+" else ""
    whole, _, decimals = typed.lstrip("-−+").partition(",")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", whole):
        words = cardinal(int(whole.replace(".", "")), voice)
    else:
        words = " chấm ".join(_plain(part, voice) for part in whole.split("."))
    return f"{sign}{words}{f' phẩy {_decimals(decimals, voice)}' if decimals else ''}"


def _plain(digits: str, voice: Voice) -> str:
    """Two digits may begin with a nought that is not said (05 ngày); a code is read digit by digit."""
    if len(digits) > LONGEST or (len(digits) > 2 and digits[0] == "0"):
        return one_by_one(digits)
    return cardinal(int(digits), voice)


def _decimals(digits: str, voice: Voice) -> str:
    return cardinal(int(digits), voice) if len(digits) < 3 and digits[0] != "0" else one_by_one(digits)


def ordinal(number: int, voice: Voice) -> str:
    """What follows thứ: nhất, hai, ba, tư, năm …"""
    return {1: "nhất", 4: "tư"}.get(number) or cardinal(number, voice)


def month(number: int, voice: Voice) -> str:
    """What follows tháng."""
    return "tư" if number == 4 else cardinal(number, voice)


def day(number: int, voice: Voice) -> str:
    """What follows ngày: the first ten days are mùng một … mùng mười."""
    return f"mùng {cardinal(number, voice)}" if number <= 10 else cardinal(number, voice)


def roman(typed: str) -> int:
    """The value of a Roman number up to 399; 0 when it is none."""
    if not typed or not _ROMAN_FORM.fullmatch(typed):
        return 0
    values = [_ROMAN[letter] for letter in typed]
    return sum(-value if value < max(values[place + 1 :], default=0) else value for place, value in enumerate(values))
