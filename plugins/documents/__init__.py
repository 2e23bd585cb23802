"""The register of documents: what the unit issued, what its items cite, and which items cite what."""

from plugins.documents.plan import parts, plan

__all__ = ["parts", "plan"]
