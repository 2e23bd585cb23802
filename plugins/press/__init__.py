"""The one place that renders and writes: a page whose fingerprint is unchanged is left alone."""
