"""Reports on a period: plan against done, evidence, figures, self-score. Private files, unless the profile names a period."""

from plugins.report.plan import plan

__all__ = ["plan"]
