"""The site measured as a reader meets it: ``python -m commands audit`` (``make audit``) writes ``docs/kiem-dinh.md``.

One page of every kind (:mod:`tests.audit.kinds`, the one list) on a real nginx with gzip, in a real Chromium: weight and
requests of the first view, layout shift, Lighthouse, axe, and what a screen reader says. The tests of ``tests/browser``
use the same list and the same measures.
"""
