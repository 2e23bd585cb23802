"""The sign of a site without a logo. Without any, each visit asks the server for ``/favicon.ico`` and gets an error."""

from plugins.model.colours import readable

_SIGN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="{colour}"/>'
    '<path fill="#fff" d="M16 5 5 11v2h22v-2zM7 15h3v8H7zm7.5 0h3v8h-3zm7.5 0h3v8h-3zM5 25h22v2H5z"/></svg>\n'
)


def icon(primary: str) -> bytes:
    """A public building on the unit's main colour, as SVG; a pale colour is darkened until white stands out on it."""
    return _SIGN.format(colour=readable(primary, "#ffffff")).encode()
