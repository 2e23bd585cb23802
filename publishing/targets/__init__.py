"""Where a release is sent: one file a kind of target, all behind the one contract of ``contract.py``."""
