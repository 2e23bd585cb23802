"""What went wrong with an FTP server, for the person who can do something about it."""

import ftplib
import re
import socket
import ssl

from publishing.targets.contract import TargetRefused
from publishing.targets.inplace import TargetFull

_FULL = re.compile(r"^(552|452)|quota|no space|disk full|enospc|writing to local file", re.IGNORECASE)
_TLS = re.compile(r"\b(tls|ssl|ftps|encrypt\w*|secure)\b", re.IGNORECASE)
_PRINTED = 160  # letters of a server's reply
_EXPIRED, _NOT_YET, _HOSTNAME, _ADDRESS = 10, 9, 62, 64  # OpenSSL's X509_V_ERR_*


def refusal(error: Exception, host: str, what: str) -> TargetRefused:
    """``what`` was being done with ``host`` when ``error`` came: of ftplib, of TLS or of the network."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return TargetRefused(_certificate(error, host))
    if isinstance(error, ftplib.Error):
        return _reply(str(error), host, what)
    return TargetRefused(_network(error, host, what))


def _network(error: Exception, host: str, what: str) -> str:
    if isinstance(error, TimeoutError):
        return f"Máy chủ FTP {host} không trả lời khi {what} (hết thời gian chờ). Kiểm tra mạng và tường lửa (cổng của chế độ passive), rồi chạy lại: phần đã gửi không phải gửi lại."
    if isinstance(error, socket.gaierror):
        return f"Không tìm thấy máy chủ {host}. Kiểm tra 'host' trong site.toml và kết nối mạng."
    if isinstance(error, ConnectionRefusedError):
        return f"Máy chủ {host} từ chối kết nối khi {what}. Kiểm tra 'host', 'port' trong site.toml; hỏi nhà cung cấp xem dịch vụ FTP có đang chạy."
    if isinstance(error, EOFError | ConnectionError | ssl.SSLEOFError | ssl.SSLZeroReturnError):
        return f"Kết nối tới {host} bị ngắt khi {what}. Chạy lại: phần đã gửi không phải gửi lại."
    if isinstance(error, ssl.SSLError):
        return f"Không bật được mã hóa TLS với {host} khi {what} ({error.reason}). Kiểm tra 'port' và kiểu 'ftps' trong site.toml."
    if isinstance(error, UnicodeError):
        return f"Máy chủ {host} trả lời bằng bảng mã lạ khi {what}. Đề nghị nhà cung cấp bật UTF-8 cho FTP."
    reason = error.strerror if isinstance(error, OSError) else ""
    return f"Không liên lạc được với {host} khi {what} ({reason}). Kiểm tra mạng rồi chạy lại."


def _certificate(error: ssl.SSLCertVerificationError, host: str) -> str:
    why = "không do tổ chức đáng tin cấp; nếu là chứng thư tự ký của cơ quan, ghi tệp của nó vào 'ca_file'"
    if error.verify_code == _EXPIRED:
        why = "đã hết hạn; đề nghị nhà cung cấp gia hạn"
    elif error.verify_code == _NOT_YET:
        why = "chưa đến ngày có hiệu lực; kiểm tra đồng hồ của máy này"
    elif error.verify_code in (_HOSTNAME, _ADDRESS):
        why = "không cấp cho tên này; ghi đúng tên máy chủ vào 'host'"
    return f"Chứng thư TLS của {host} {why}. Chưa gửi mật khẩu và chưa gửi tệp nào."


def _reply(reply: str, host: str, what: str) -> TargetRefused:
    said = f"máy chủ trả lời: {' '.join(reply.split())[:_PRINTED]}"
    if what == "bật mã hóa TLS":
        return TargetRefused(f"Máy chủ {host} không nhận mã hóa TLS, nên mật khẩu chưa được gửi. Kiểm tra 'port', hoặc hỏi nhà cung cấp về FTPS hay SFTP ({said}).")
    if reply[:3] not in ("226", "250") and _TLS.search(reply):
        return TargetRefused(f"Máy chủ {host} chỉ nhận kết nối mã hóa. Đổi sang kiểu 'ftps' trong site.toml.")
    if what == "đăng nhập":  # the reply is left out: a server may repeat what it was told
        return TargetRefused(f"Máy chủ {host} không cho đăng nhập (mã {reply[:3]}). Kiểm tra 'user' trong site.toml và mật khẩu; thử lại sau nếu máy chủ đang khóa tạm.")
    if _FULL.search(reply):
        return TargetFull(f"Hết chỗ tại {host} khi {what}. Xóa bớt tệp hoặc tăng dung lượng gói rồi chạy lại ({said}).")
    if reply.startswith("421"):
        return TargetRefused(f"Máy chủ {host} đóng kết nối khi {what}: có thể quá nhiều kết nối cùng lúc. Chờ vài phút rồi chạy lại ({said}).")
    if reply.startswith(("425", "426")):
        return TargetRefused(f"Kết nối dữ liệu với {host} bị ngắt khi {what}. Chạy lại: phần đã gửi không phải gửi lại ({said}).")
    if reply.startswith(("550", "553", "532")):
        return TargetRefused(f"Máy chủ {host} không cho {what}. Kiểm tra quyền ghi của tài khoản và 'path' trong site.toml ({said}).")
    return TargetRefused(f"Máy chủ {host} không làm được việc: {what} ({said}).")
