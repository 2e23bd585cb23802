"""Write the transcripts of the sample site anew."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.audit import tools
from tests.audit.chrome import opened
from tests.audit.kinds import SAMPLE_NOW
from tests.audit.measure import aloud
from tests.audit.nginx import place, served
from tests.browser.transcripts import FOLDER, FRAME, READ, file_of, told
from tests.conftest import ROOT

BASE = "/cchc/"


def main() -> None:
    """All of them; those of kinds that are no more are taken away."""
    tools.install()
    with tempfile.TemporaryDirectory(prefix="cchc-transcripts-") as room:
        public = place(Path(room), BASE)
        public.parent.mkdir(parents=True)
        command = [sys.executable, "-m", "commands", "publish", "--public", str(public), "--now", SAMPLE_NOW]
        subprocess.run(command, cwd=ROOT, env={**os.environ, "CCHC_NO_VENV": "1"}, check=True)
        with served(public, BASE) as site, opened() as browser:
            frame = aloud(browser, site, FRAME.example)
            texts = {file_of(kind): told(browser, site, kind, frame) for kind in READ}
    for file in set(FOLDER.glob("*.txt")) - texts.keys():
        file.unlink()
    for file, text in texts.items():
        file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
