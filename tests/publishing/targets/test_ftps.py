"""FTP over TLS: nothing in the clear, sessions resumed as vsftpd wants by default, and no server that cannot prove its name."""

import pytest

from publishing.targets.contract import Release, TargetRefused
from tests.publishing.targets.ftp_server import PASSWORD, Faults, Server, certificate, pyftpdlib, vsftpd
from tests.publishing.targets.linked_site import files_in, is_exactly
from tests.publishing.targets.publisher import commune_site, publish, release_of, served_by


@pytest.fixture
def release(tmp_path) -> Release:
    return release_of(tmp_path / "dựng", 1, commune_site("1"))


def refusal(server: Server, release: Release, **other: object) -> str:
    with pytest.raises(TargetRefused) as told:
        publish(server.target(**other), release)
    assert PASSWORD not in str(told.value)
    assert files_in(server.site) == {}
    return str(told.value)


@pytest.mark.parametrize("make", [vsftpd, pyftpdlib], ids=["vsftpd, which wants sessions resumed", "pyftpdlib"])
def test_releases_are_sent_listed_and_read_over_tls(make, tmp_path, release):
    with make(tmp_path / "may-chu", certificate(tmp_path / "tls")) as server:
        publish(server.target(), release)
        assert is_exactly(server.site, release)
        (server.site / ".htaccess").write_text("x")
        assert served_by(server.target()).keys() - release.manifest.files.keys() == {".htaccess"}
        second = release_of(tmp_path / "dựng", 2, commune_site("2"))
        publish(server.target(), second)
        (server.site / ".htaccess").unlink()
        assert is_exactly(server.site, second)


def test_tls_from_the_first_byte_is_spoken_where_the_server_wants_it(tmp_path, release):
    with vsftpd(tmp_path / "may-chu", certificate(tmp_path / "tls"), more="implicit_ssl=YES") as server:
        publish(server.target(implicit=True), release)
        assert is_exactly(server.site, release)


@pytest.mark.parametrize(
    ("name", "days", "why"),
    [
        ("127.0.0.1", (-30, -1), "đã hết hạn"),
        ("127.0.0.1", (1, 30), "chưa đến ngày có hiệu lực"),
        ("ftp.xa-khac.gov.vn", (-1, 30), "không cấp cho tên này"),
    ],
)
def test_a_bad_certificate_is_refused_before_the_password_is_sent(name, days, why, tmp_path, release):
    told = Faults()
    with pyftpdlib(tmp_path / "may-chu", certificate(tmp_path / "tls", name, days), told) as server:
        said = refusal(server, release)
    assert why in said
    assert "Chưa gửi mật khẩu" in said
    assert [line.split()[0] for line in told.heard] == ["AUTH"]


def test_a_certificate_that_nobody_vouches_for_is_refused_with_the_way_to_trust_it(tmp_path, release):
    with vsftpd(tmp_path / "may-chu", certificate(tmp_path / "tls")) as server:
        assert "ghi tệp của nó vào 'ca_file'" in refusal(server, release, ca_file=None)
        assert "ghi tệp của nó vào 'ca_file'" in refusal(server, release, ca_file=certificate(tmp_path / "khác").certificate)


def test_a_file_of_certificates_that_cannot_be_read_is_named(tmp_path, release):
    with vsftpd(tmp_path / "may-chu", certificate(tmp_path / "tls")) as server:
        (tmp_path / "hong.pem").write_text("không phải chứng thư")
        assert "hong.pem (ca_file)" in refusal(server, release, ca_file=tmp_path / "hong.pem")
        assert "thieu.pem (ca_file)" in refusal(server, release, ca_file=tmp_path / "thieu.pem")


@pytest.mark.parametrize("make", [vsftpd, pyftpdlib], ids=["vsftpd", "pyftpdlib"])
def test_plain_ftp_to_a_server_that_wants_tls_is_told_to_change(make, tmp_path, release):
    with make(tmp_path / "may-chu", certificate(tmp_path / "tls")) as server:
        assert "chỉ nhận kết nối mã hóa. Đổi sang kiểu 'ftps'" in refusal(server, release, tls=False)


@pytest.mark.parametrize("make", [vsftpd, pyftpdlib], ids=["vsftpd", "pyftpdlib"])
def test_tls_with_a_server_that_has_none_sends_no_password(make, tmp_path, release):
    with make(tmp_path / "may-chu") as server:
        assert "không nhận mã hóa TLS, nên mật khẩu chưa được gửi" in refusal(server, release, tls=True)


def test_a_port_that_speaks_no_tls_at_all_is_told(tmp_path, release):
    with vsftpd(tmp_path / "may-chu") as server:
        assert "Không bật được mã hóa TLS" in refusal(server, release, implicit=True)
