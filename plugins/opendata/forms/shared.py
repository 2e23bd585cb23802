"""What several procedures refer to, each once: the unit, places, authorities, laws, events, and words of lists."""

import re
from collections.abc import Iterable
from hashlib import blake2b

from plugins.model.dates import DateProblem, parse_date
from plugins.model.procedure import LegalResource, Procedure, ProcedureStatus
from plugins.model.site import Site
from plugins.model.text import slugify
from plugins.opendata.forms.rdf import Node, iri, node

_EU = "http://publications.europa.eu/resource/authority/"
VIETNAMESE, DONG, VIETNAM = f"{_EU}language/VIE", f"{_EU}currency/VND", f"{_EU}country/VNM"
_ADMS = "http://purl.org/adms/status/"
_BUSINESS = "Kinh doanh"
_COMMUNE = re.compile(r"\b(?:xã(?! hội)|phường|đặc khu)\b", re.IGNORECASE)
_PROVINCE = re.compile(r"\b(?:tỉnh|thành phố|Tỉnh|Thành phố|Sở)\b")


class Shared:
    """Gathers the resources that are referred to; each method answers with an address."""

    def __init__(self, site: Site, base: str, document: str) -> None:
        self.site, self.base, self.document = site, iri(base), iri(document)
        self._nodes: dict[str, Node] = {}

    def at(self, kind: str, text: str) -> str:
        """The address of a shared resource: readable, and never the same for two texts."""
        digest = blake2b(text.encode(), digest_size=4).hexdigest()
        return f"{self.document}#{kind}-{slugify(text, 40) or 'x'}-{digest}"

    def share(self, where: str, types: str, **properties: str) -> str:
        self._nodes.setdefault(where, node(where, types, {name.replace("_", ":", 1): value for name, value in properties.items()}))
        return where

    def concept(self, kind: str, text: str) -> str:
        return self.share(self.at(kind, text), "skos:Concept", skos_prefLabel=text) if text else ""

    def nodes(self) -> list[Node]:
        """All that was referred to, by address."""
        return [self._nodes[key] for key in sorted(self._nodes)]

    def frame(self, modified: str) -> Iterable[Node]:
        """The data set and the unit."""
        unit, site = self.site.profile.unit, self.site.profile.site
        here = self.document
        yield node(
            f"{here}#bo-du-lieu",
            "dcat:Dataset",
            {
                "dct:title": f"Thủ tục hành chính – {site.title}",
                "dct:description": site.description,
                "dct:publisher": f"{here}#don-vi",
                "dct:modified": modified,
                "dct:rights": self.site.profile.editorial.reuse_notice,
                "dcat:landingPage": self.page(self.base),
            },
        )
        names = {"dct:identifier": unit.code, "dct:title": unit.name, "skos:prefLabel": unit.name, "dct:spatial": self.place("xã")}
        yield node(f"{here}#don-vi", "foaf:Agent cv:PublicOrganisation", names)
        yield node(f"{here}#lien-he", "cv:ContactPoint", {"cv:telephone": unit.hotline, "cv:email": unit.email})
        self.share(VIETNAMESE, "dct:LinguisticSystem", skos_prefLabel="Tiếng Việt")

    def page(self, where: str) -> str:
        return self.share(iri(where), "foaf:Document") if where else ""

    def place(self, authority: str) -> str:
        """The area of an authority, as far as its name tells it; the whole country else."""
        unit = self.site.profile.unit
        if _COMMUNE.search(authority):
            return self.share(f"{self.document}#dia-ban-{unit.code}", "dct:Location", dct_identifier=unit.code, skos_prefLabel=f"{unit.name}, {unit.parent}")
        if _PROVINCE.search(authority):
            return self.share(self.at("dia-ban", unit.parent), "dct:Location", skos_prefLabel=unit.parent)
        return self.share(VIETNAM, "dct:Location", skos_prefLabel="Việt Nam")

    def authority(self, p: Procedure) -> str:
        name = p.competent_authority or p.executing_authority
        if not name:
            return f"{self.document}#don-vi"
        where = self.at("co-quan", name)
        identifier = where.rpartition("#")[2]
        return self.share(where, "cv:PublicOrganisation", dct_identifier=identifier, skos_prefLabel=name, dct_spatial=self.place(name))

    def event(self, name: str) -> str:
        where, kind = self.at("su-kien", name), "cv:BusinessEvent" if name == _BUSINESS else "cv:LifeEvent"
        return self.share(where, f"cv:Event {kind}", dct_identifier=where.rpartition("#")[2], dct_title=name)

    def legal(self, r: LegalResource) -> str:
        where = self.at("van-ban", " ".join((r.number, r.title, r.issuer)))
        return self.share(where, "eli:LegalResource", dct_identifier=r.number, dct_title=r.title or r.number, eli_date_document=_day(r.issued))

    def status(self, p: Procedure) -> str:
        if p.publication.status is ProcedureStatus.ABOLISHED:
            return self.share(f"{_ADMS}Withdrawn", "skos:Concept", skos_prefLabel="Bãi bỏ")
        if not p.in_force:
            return self.share(f"{_ADMS}Deprecated", "skos:Concept", skos_prefLabel="Đã được thay thế")
        return self.share(f"{_ADMS}Completed", "skos:Concept", skos_prefLabel="Đang áp dụng")


def _day(announced: str) -> str:
    try:
        return parse_date(announced).date().isoformat() if announced else ""
    except DateProblem:
        return ""
