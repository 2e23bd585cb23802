"""A procedure as linked data: schema.org's GovernmentService, in JSON that may stand in a page."""

import json
from typing import Any

from plugins.model.procedure import Channel, ChannelKind, Procedure
from plugins.model.site import Site


def service_data(procedure: Procedure, site: Site) -> str:
    """JSON-LD of a procedure in force; empty for all others. ``<`` is written ``\\u003c``, so no element can end in it."""
    if not procedure.in_force:
        return ""
    base = f"{site.profile.site.domain}/"
    unit = site.profile.unit
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "@id": f"{base}{procedure.path}",
        "name": procedure.title,
        "identifier": procedure.code,
        "url": f"{base}{procedure.path}",
        "serviceType": procedure.sector,
        "description": procedure.description,
        "provider": {
            "@type": "GovernmentOrganization",
            "name": unit.name,
            "address": procedure.local.address or unit.address,
            "telephone": procedure.local.phone or unit.phone,
            "url": base,
        },
        "areaServed": {"@type": "AdministrativeArea", "name": f"{unit.name}, {unit.parent}"},
        "audience": [{"@type": "Audience", "audienceType": one} for one in procedure.audience],
        "serviceOutput": [{"@type": "Thing", "name": output} for output in procedure.outputs],
        "availableChannel": [_channel(channel, procedure, site) for channel in procedure.channels],
    }
    text = json.dumps({key: value for key, value in data.items() if value}, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c")


def _channel(channel: Channel, procedure: Procedure, site: Site) -> dict[str, Any]:
    """One way to hand in; time and fee are announced texts, so they stand in the description."""
    said = "; ".join(" ".join(text.split()) for text in (channel.processing_time, channel.cost) if text.strip())
    made: dict[str, Any] = {"@type": "ServiceChannel", "name": str(channel.kind), "description": said}
    if channel.kind is ChannelKind.ONLINE:
        made["serviceUrl"] = procedure.portal_link or site.profile.links.national_portal
    elif channel.kind is ChannelKind.DIRECT:
        address = procedure.local.address or procedure.receiving_address or site.profile.unit.address
        made["serviceLocation"] = {"@type": "Place", "address": " ".join(address.split())}
    return {key: value for key, value in made.items() if value}
