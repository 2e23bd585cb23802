"""The front door. It sets up the project's own environment at first, then runs the verb inside it.

Only the standard library may be imported here before that.
"""

import gc
import sys

from commands.environment import enter


def main() -> None:
    """``python -m commands VERB [options]``: exit 0 done, 1 content refused, 2 wrong use or environment."""
    enter(sys.argv[1:])
    # A build makes many records and ends: looking for circles among them every few hundred costs a fifth of its time.
    gc.set_threshold(100_000, 50, 100)
    from commands.verbs import cli

    cli(prog_name="python -m commands")


if __name__ == "__main__":
    main()
