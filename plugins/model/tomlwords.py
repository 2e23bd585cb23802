"""What is wrong with the form of a TOML file, in the words of an editor: Python's own parser tells it in English."""

import re

# What the parser says, by its first words (tomllib of Python 3.11 and later).
_SAID = (
    ("Cannot overwrite", "một khóa viết hai lần trong cùng một bảng"),
    ("Cannot declare", "một bảng mở hai lần"),
    ("Cannot mutate", "một bảng mở hai lần"),
    ("Cannot redefine", "một bảng mở hai lần"),
    ("Duplicate inline table key", "một khóa viết hai lần trong cùng một bảng"),
    ("Invalid value", "giá trị không đọc được, có lẽ thiếu ngoặc kép"),
    ("Expected newline or end of document", "có chữ thừa sau giá trị, có lẽ thiếu hoặc thừa ngoặc kép"),
    ("Unterminated string", "thiếu ngoặc kép đóng"),
    ("Illegal character", "thiếu ngoặc kép đóng, hoặc có ký tự không được phép"),
    ("Unclosed array", "thiếu dấu ] đóng danh sách, hoặc thiếu dấu phẩy giữa hai mục"),
    ("Unescaped '\\'", "dấu \\ trong ngoặc kép phải viết là \\\\, hoặc dùng dấu /"),
    ("Expected '='", "thiếu dấu = sau khóa, hoặc khóa có chữ tiếng Việt, khoảng trắng mà không đặt trong ngoặc kép"),
    ("Expected ']", "thiếu dấu ] đóng tên bảng"),
    ("Invalid initial character for a key", "tên khóa viết sai; tên có dấu tiếng Việt hay khoảng trắng phải đặt trong ngoặc kép"),
    ("Invalid statement", "dòng này không phải khóa và giá trị"),
    ("Invalid date", "ngày viết sai, đặt ngày trong ngoặc kép"),
)
_PLACE = re.compile(r"\(at (?:line (\d+), column (\d+)|end of document)\)")


def toml_fault(error: Exception) -> tuple[str, int]:
    """(what is wrong, line) of a fault that tomllib raised; line 0 where none is told."""
    text = str(error)
    said = next((words for begin, words in _SAID if text.startswith(begin)), "tệp không đúng dạng TOML")
    place = _PLACE.search(text)
    if place is None:
        return said, 0
    return f"{said} ({f'dòng {place[1]}, ký tự thứ {place[2]}' if place[1] else 'ở cuối tệp'})", int(place[1] or 0)
