"""Servers that several files of tests share; each stands in a file of its own."""

from tests.publishing.targets.branch_host import bare, quiet_home
from tests.publishing.targets.bucket import admin, moto, own_keys_only, relay
from tests.publishing.targets.ssh_server import sshd

__all__ = ["admin", "bare", "moto", "own_keys_only", "quiet_home", "relay", "sshd"]
