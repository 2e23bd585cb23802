"""Tests mirror the rooms: ``tests/<room>/test_<file>.py``. Their names are sentences; they read like documentation."""
