"""A graph as a value, and as JSON-LD and Turtle. One table says what kind of value each property has in both."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from json.encoder import encode_basestring

PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
# Vietnamese text, plain text, a link, or a data type of XML Schema.
_VI, _PLAIN, _LINK = "vi", "plain", "@id"
_KINDS = {
    "adms:status": _LINK,
    "cpsv:follows": _LINK,
    "cpsv:hasInput": _LINK,
    "cpsv:produces": _LINK,
    "cv:contactPoint": _LINK,
    "cv:currency": _LINK,
    "cv:email": _PLAIN,
    "cv:hasChannel": _LINK,
    "cv:hasCompetentAuthority": _LINK,
    "cv:hasCost": _LINK,
    "cv:hasLegalResource": _LINK,
    "cv:hasValue": "xsd:double",
    "cv:holdsRequirement": _LINK,
    "cv:ifAccessedThrough": _LINK,
    "cv:isGroupedBy": _LINK,
    "cv:processingTime": "xsd:duration",
    "cv:sector": _LINK,
    "cv:telephone": _PLAIN,
    "dcat:keyword": _VI,
    "dcat:landingPage": _LINK,
    "dct:audience": _LINK,
    "dct:description": _VI,
    "dct:identifier": _PLAIN,
    "dct:isPartOf": _LINK,
    "dct:language": _LINK,
    "dct:modified": "xsd:date",
    "dct:publisher": _LINK,
    "dct:rights": _VI,
    "dct:spatial": _LINK,
    "dct:title": _VI,
    "dct:type": _LINK,
    "eli:date_document": "xsd:date",
    "foaf:page": _LINK,
    "skos:prefLabel": _VI,
}


@dataclass(frozen=True, slots=True)
class Node:
    """A resource: its address, its classes, and its properties in order; a property without a value is left out."""

    iri: str
    types: tuple[str, ...]
    properties: tuple[tuple[str, tuple[str, ...]], ...]


def node(iri: str, types: str, properties: Mapping[str, str | Iterable[str]]) -> Node:
    """A node from its classes (blanks between) and its properties; empty values and doubles are left out."""
    kept = ((name, (values,) if isinstance(values, str) else tuple(dict.fromkeys(values))) for name, values in properties.items())
    filled = ((name, tuple(filter(None, values))) for name, values in kept)
    return Node(iri, tuple(types.split()), tuple((name, values) for name, values in filled if values))


def iri(text: str) -> str:
    """An address with what an IRI may not hold percent-encoded (RFC 3987)."""
    return re.sub(r"[\x00-\x20<>\"{}|\\^`\x7f-\x9f]", lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), text)


def json_ld(nodes: Iterable[Node]) -> bytes:
    """JSON-LD 1.1 with its whole context inside: nothing is fetched to read it. One line a resource."""
    context: dict[str, object] = dict(PREFIXES)
    for name, kind in _KINDS.items():
        if kind != _PLAIN:
            context[name] = {"@id": name, "@language": "vi"} if kind == _VI else {"@id": name, "@type": kind}
    lines = ",\n".join(_json(_json_node(one)) for one in nodes)
    return f'{{"@context": {_json(context)},\n"@graph": [\n{lines}\n]}}\n'.encode()


def _json_node(one: Node) -> dict[str, object]:
    shown: dict[str, object] = {"@id": one.iri, "@type": list(one.types)}
    for name, values in one.properties:
        shown[name] = values[0] if len(values) == 1 else list(values)
    return shown


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def turtle(nodes: Iterable[Node]) -> bytes:
    """Turtle 1.1: every resource by its full address, strings escaped."""
    prefixes = "".join(f"@prefix {name}: <{address}> .\n" for name, address in PREFIXES.items())
    return (prefixes + "".join(map(_turtle_node, nodes))).encode()


def _turtle_node(one: Node) -> str:
    lines = [f"a {', '.join(one.types)}"]
    lines += [f"{name} {', '.join(_term(value, _KINDS[name]) for value in values)}" for name, values in one.properties]
    return f"\n<{one.iri}> " + " ;\n  ".join(lines) + " .\n"


def _term(value: str, kind: str) -> str:
    if kind == _LINK:
        return f"<{value}>"
    # The escapes of a JSON string are those of a Turtle string (Turtle 1.1, 6.4).
    text = encode_basestring(value)
    return {_VI: f"{text}@vi", _PLAIN: text}.get(kind, f"{text}^^{kind}")
