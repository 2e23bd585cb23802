"""Files of the content as they are published: copied, or made of a picture."""

from hashlib import blake2b
from pathlib import Path

from PIL.Image import Image

from plugins.model.fingerprint import digest
from plugins.model.page import Asset
from plugins.model.problems import ContentChanged
from plugins.reading import pictures


class Studio:
    """Makes the published files of one content folder. The last picture is held, since its sizes are made one after another."""

    def __init__(self, content: Path) -> None:
        self._content = content
        self._held: tuple[str, Image] | None = None

    def made_of(self, asset: Asset) -> str:
        """The fingerprint: the source, and the encoder where there is one. No other change of the program makes it anew."""
        return digest("\0".join((asset.digest, asset.made, pictures.encoder() if asset.made else "")))

    def make(self, asset: Asset) -> bytes:
        """The bytes to publish. Raises :class:`ContentChanged` when the source is not what the gate has seen."""
        if asset.made == pictures.PICTURE or asset.made.startswith(pictures.WEBP):
            if self._held is None or self._held[0] != asset.digest:
                self._held = (asset.digest, pictures.base_of(self._source(asset)))
            return pictures.make(b"", asset.made, self._held[1])
        data = self._source(asset)
        return pictures.make(data, asset.made) if asset.made else data

    def _source(self, asset: Asset) -> bytes:
        data = (self._content / asset.source).read_bytes()
        if blake2b(data, digest_size=16).hexdigest() != asset.digest:
            raise ContentChanged(asset.source)  # what goes out is what the gate has seen
        return data
