"""The verbs behind the Makefile: ``python -m commands <verb>``."""
