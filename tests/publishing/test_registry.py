"""From the profile to targets: every kind is made, paths begin where content lies, secrets stay where they are."""

import subprocess
import sys
from pathlib import Path

import pytest

from plugins.model.publishtargets import read_targets
from publishing.targets.config import Secrets
from publishing.targets.contract import TargetRefused
from publishing.targets.registry import EXTRA_OF, Around, target_of
from tests.conftest import ROOT
from tests.model.test_publish_targets import GOOD

ENTRIES = read_targets(GOOD, "site.toml")[0]
PASSWORD = "rất-bí-mật"


@pytest.fixture
def around(tmp_path) -> Around:
    return Around(tmp_path, tmp_path / "state", {"HOME": "/home/mai", "CCHC_THUE_PASSWORD": PASSWORD})


@pytest.mark.parametrize("name", ENTRIES)
def test_every_kind_of_entry_makes_a_target_that_touches_nothing_yet(name, around):
    target = target_of(name, ENTRIES[name], around)
    assert target.name == name
    assert target.promise.value
    assert PASSWORD not in repr(target)
    assert list(around.base.iterdir()) == []


def test_paths_of_this_machine_begin_at_home_at_the_root_or_beside_content(around):
    assert around.place("~/.ssh/cchc") == Path("/home/mai/.ssh/cchc")
    assert around.place("/mnt/web") == Path("/mnt/web")
    assert target_of("giao", ENTRIES["giao"], around).config.file == around.base / "ban-giao" / "cchc.zip"
    assert target_of("may-chu", ENTRIES["may-chu"], around).config.key_file == Path("/home/mai/.ssh/cchc")


def test_a_repository_in_a_folder_is_found_beside_content_too(around):
    entry = ENTRIES["github"].model_copy(update={"remote": "../kho.git"})
    assert target_of("github", entry, around).config.remote == str(around.base / ".." / "kho.git")


def test_ftps_stands_on_its_own_port_when_tls_comes_first(around):
    config = target_of("thue", ENTRIES["thue"], around).config
    assert (config.tls, config.implicit, config.port) == (True, True, 990)
    assert config.password() == PASSWORD


def test_a_secret_is_found_by_the_name_of_its_target_then_in_netrc(tmp_path):
    (tmp_path / "netrc").write_text("machine ftp.example login cchc password từ-netrc\n", encoding="utf-8")
    (tmp_path / "netrc").chmod(0o600)
    secrets = Secrets("cho-thue", {"NETRC": str(tmp_path / "netrc"), "CCHC_CHO_THUE_TOKEN": "t"})
    assert (secrets.variable("PASSWORD"), secrets.get("TOKEN"), secrets.get("PASSWORD")) == ("CCHC_CHO_THUE_PASSWORD", "t", None)
    assert secrets.login("ftp.example") == ("cchc", "từ-netrc")
    assert secrets.login("other.example") is None
    (tmp_path / "netrc").write_text("machine", encoding="utf-8")
    with pytest.raises(TargetRefused, match="Không đọc được tệp netrc"):
        secrets.login("ftp.example")


@pytest.mark.parametrize(("name", "library"), [("du-phong", "paramiko"), ("kho", "boto3")])
def test_a_library_that_is_not_installed_is_told_with_what_to_install(name, library, around, monkeypatch):
    monkeypatch.setitem(sys.modules, library, None)
    for module in [module for module in sys.modules if module.startswith("publishing.targets.s")]:
        monkeypatch.delitem(sys.modules, module)
    with pytest.raises(TargetRefused, match=rf"cần thư viện {library}.*deploy"):
        target_of(name, ENTRIES[name], around)
    assert ENTRIES[name].kind in EXTRA_OF


def test_other_verbs_load_no_library_of_a_target():
    code = "import sys, commands.verbs; print(sorted({'paramiko', 'boto3', 'cryptography', 'lxml.html'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
