"""Procedures as linked data: CPSV-AP 3.2, with its cardinalities.

Nothing is said that was not announced; where the profile demands a value and none was, a description repeats the title
and the competent authority is the unit that publishes.
"""

from collections.abc import Iterable

from plugins.model.procedure import Channel, Evidence, Procedure
from plugins.model.site import Site
from plugins.opendata.forms.certain import amount, duration
from plugins.opendata.forms.rdf import Node, iri, node
from plugins.opendata.forms.record import address, form_address, is_current
from plugins.opendata.forms.shared import DONG, VIETNAMESE, Shared


def graph(site: Site, base: str, document: str, modified: str) -> list[Node]:
    """The data set, the unit, every procedure's current version, and what they refer to. ``document`` is the file's address."""
    made = _Services(Shared(site, base, document))
    own = [one for p in site.procedures if is_current(p) for one in made.service(p)]
    return [*made.shared.frame(modified), *own, *made.shared.nodes()]


class _Services:
    """Services and their parts."""

    def __init__(self, shared: Shared) -> None:
        self.shared = shared

    def service(self, p: Procedure) -> Iterable[Node]:
        """The service, then its parts."""
        shared = self.shared
        page = iri(address(p, shared.base)) or f"{shared.document}#{p.code}"
        parts = [*self._channels(p, page), *self._papers(p, page), *self._rules(p, page)]
        links = {kind: [one.iri for one in parts if kind in one.types] for one in parts for kind in one.types}
        times = {duration(channel.processing_time) for channel in p.channels}
        yield node(
            f"{page}#dich-vu",
            "cpsv:PublicService",
            {
                "dct:identifier": p.code,
                "dct:title": p.title,
                "dct:description": p.description or p.title,
                "adms:status": shared.status(p),
                "cv:hasCompetentAuthority": shared.authority(p),
                "dct:type": shared.concept("loai", p.kind),
                "cv:sector": shared.concept("linh-vuc", p.sector),
                "dct:audience": [shared.concept("doi-tuong", who) for who in p.audience],
                "dcat:keyword": p.keywords,
                "cv:isGroupedBy": [shared.event(event) for event in p.life_events],
                "dct:language": VIETNAMESE,
                "dct:spatial": shared.place("xã"),
                "cv:contactPoint": f"{shared.document}#lien-he",
                "cpsv:follows": links.get("cpsv:Rule", ()),
                "cv:hasChannel": links.get("cv:Channel", ()),
                "cv:hasCost": links.get("cv:Cost", ()),
                "cv:processingTime": times.pop() if len(times) == 1 else "",
                "cpsv:hasInput": links.get("cv:Evidence", ()),
                "cpsv:produces": links.get("cv:Output", ()),
                "cv:holdsRequirement": links.get("cv:Requirement", ()),
                "cv:hasLegalResource": [shared.legal(resource) for resource in p.legal_resources],
                "dct:modified": p.modified.date().isoformat() if p.modified else "",
                "dct:isPartOf": f"{shared.document}#bo-du-lieu",
                "foaf:page": shared.page(page),
            },
        )
        yield from parts

    def _channels(self, p: Procedure, page: str) -> Iterable[Node]:
        for number, channel in enumerate(p.channels, 1):
            yield node(f"{page}#kenh-{number}", "cv:Channel", self._channel(channel, f"{p.code}/kenh-{number}"))
            if channel.cost:
                value = amount(channel.cost)
                facts = {"cv:hasValue": value, "cv:currency": self.shared.share(DONG, "skos:Concept", skos_prefLabel="Đồng Việt Nam") if value else ""}
                told = {"dct:identifier": f"{p.code}/phi-{number}", "dct:description": channel.cost, **facts}
                yield node(f"{page}#phi-{number}", "cv:Cost", {**told, "cv:ifAccessedThrough": f"{page}#kenh-{number}"})

    def _channel(self, channel: Channel, name: str) -> dict[str, str]:
        time_limit = f"Thời hạn giải quyết: {channel.processing_time}" if channel.processing_time else ""
        said = "\n".join(filter(None, (time_limit, channel.note)))
        kind, time = self.shared.concept("cach-nop", channel.kind.value), duration(channel.processing_time)
        return {"dct:identifier": name, "dct:type": kind, "dct:description": said, "cv:processingTime": time}

    def _papers(self, p: Procedure, page: str) -> Iterable[Node]:
        papers = [(case.title, paper) for case in p.evidence for paper in case.evidence if paper.is_paper]
        for number, (case, paper) in enumerate(papers, 1):
            facts = self._paper(case, paper, f"{p.code}/giay-to-{number}")
            yield node(f"{page}#giay-to-{number}", "cv:Evidence", facts)
        for number, output in enumerate(p.outputs, 1):
            yield node(f"{page}#ket-qua-{number}", "cv:Output", {"dct:identifier": f"{p.code}/ket-qua-{number}", "dct:title": output})

    def _paper(self, case: str, paper: Evidence, name: str) -> dict[str, str | list[str]]:
        counts = (("Bản chính", paper.originals), ("Bản sao", paper.copies))
        said = [case, *(f"{label}: {count}" for label, count in counts if count)]
        forms = [self.shared.page(form_address(form, self.shared.base)) for form in paper.forms]
        return {
            "dct:identifier": name,
            "dct:title": paper.name or name,
            "dct:description": "\n".join(filter(None, said)),
            "dct:type": self.shared.concept("giay-to", paper.kind.value),
            "foaf:page": forms,
        }

    def _rules(self, p: Procedure, page: str) -> Iterable[Node]:
        for number, step in enumerate(p.steps, 1):
            facts = {"dct:identifier": f"{p.code}/trinh-tu-{number}", "dct:title": step.title or "Trình tự thực hiện", "dct:description": step.text or p.title}
            yield node(f"{page}#trinh-tu-{number}", "cpsv:Rule", facts)
        if p.conditions:
            facts = {"dct:identifier": f"{p.code}/yeu-cau", "dct:title": "Yêu cầu, điều kiện thực hiện", "dct:description": p.conditions}
            yield node(f"{page}#yeu-cau", "cv:Requirement", facts)
