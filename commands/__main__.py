"""The front door. It sets up the project's own environment at first, then runs the verb inside it.

Only the standard library may be imported here before that.
"""

import gc
import os
import sys

from commands.environment import enter


def main() -> None:
    """``python -m commands VERB [options]``: exit 0 done, 1 content refused, 2 wrong use or environment."""
    enter(sys.argv[1:])
    # A build makes many records and ends: looking for circles among them every few hundred costs a fifth of its time.
    gc.set_threshold(2_000_000, 50, 100)
    from commands.verbs import cli

    try:
        cli(prog_name="python -m commands")
    except SystemExit as ended:
        # Taking a site of ten thousand records apart, object by object, is work for nobody.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(ended.code if isinstance(ended.code, int) else 0 if ended.code is None else 1)


if __name__ == "__main__":
    main()
