"""What is told when a server cannot be reached over SSH, in the same words for SFTP and rsync."""

from publishing.targets.config import ShellConfig

KEPT_OLD = "Trang đang có giữ nguyên"


def unknown_host(config: ShellConfig, fingerprints: str) -> str:
    return (
        f"Chưa biết máy chủ {config.host}: dấu vân tay khóa là {fingerprints}. Hỏi nơi quản trị máy chủ xem dấu vân tay có đúng không; "
        f"nếu đúng, chạy một lần: {_keyscan(config)}"
    )


def changed_key(config: ShellConfig, fingerprint: str) -> str:
    known = config.host if config.port == 22 else f"[{config.host}]:{config.port}"
    return (
        f"Khóa của máy chủ {config.host} đã đổi (dấu vân tay nay là {fingerprint}). Có thể ai đó giả làm máy chủ: không gửi gì. "
        f"Hỏi nơi quản trị; nếu đúng là họ đổi, chạy: ssh-keygen -R '{known}'{_known_file(config)} rồi {_keyscan(config)}"
    )


def _known_file(config: ShellConfig) -> str:
    return f" -f '{config.known_hosts}'" if config.known_hosts else ""


def _keyscan(config: ShellConfig) -> str:
    place = f"'{config.known_hosts}'" if config.known_hosts else "~/.ssh/known_hosts"
    return f"ssh-keyscan -p {config.port} {config.host} >> {place}"


def no_such_host(config: ShellConfig) -> str:
    return f"Không tìm thấy máy chủ {config.host}. Kiểm tra 'host' của đích và đường mạng."


def switched_off(config: ShellConfig) -> str:
    return f"Máy chủ {config.host} không nhận kết nối ở cổng {config.port}. Kiểm tra 'port', hoặc máy chủ đang tắt."


def silent(host: str, timeout: float) -> str:
    return f"Máy chủ {host} không trả lời trong {timeout:g} giây. {KEPT_OLD}; kiểm tra đường mạng, tường lửa rồi chạy lại."


def cut(host: str, why: str = "") -> str:
    return f"Kết nối tới máy chủ {host} bị cắt{f' ({why})' if why else ''}. {KEPT_OLD}; chạy lại để gửi tiếp phần còn lại."


def denied(host: str, command: str, why: str) -> str:
    return f"Máy chủ {host} từ chối một lệnh trong {command} ({why}). {KEPT_OLD}; kiểm tra quyền ghi và ổ đĩa của máy chủ rồi chạy lại."


def no_folder(config: ShellConfig) -> str:
    return (
        f"Không có thư mục {config.path} trên máy chủ {config.host}, hoặc tài khoản '{config.user}' không vào được. "
        f"Tạo thư mục đó trên máy chủ, hoặc sửa 'path' của đích '{config.name}'."
    )
