"""Where a run begins, as ``factcheck`` and as ``python -m factcheck``: Ctrl-C is heard before anything else is imported."""

import atexit
import gc
import os
import sys

_YOUNG = 100_000
"""Objects that are made before Python looks for rings among them: a start makes 60,000, and a run makes few rings."""


def main() -> None:
    """Run the command line and leave with its exit status."""
    gc.set_threshold(_YOUNG)
    ended: list[object] = []
    atexit.register(_leave, ended)  # what is registered first is called last: all else has been put away
    try:
        from factcheck import cli
    except KeyboardInterrupt:
        sys.exit(130)  # as `statuses` says, which is not there yet
    try:
        cli.main(prog_name="factcheck")
    except SystemExit as end:
        ended.append(end.code)
        raise


def _leave(ended: list[object]) -> None:
    """Leave at once: for Python to take apart all that a run made took a twentieth of a start.

    A run that ended otherwise, or whose last words nobody takes, is left to Python.
    """
    try:
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
    except (OSError, ValueError):
        return
    if ended and isinstance(ended[0], int):
        os._exit(ended[0])


if __name__ == "__main__":
    main()
