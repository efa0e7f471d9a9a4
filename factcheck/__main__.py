"""Where a run begins, as ``factcheck`` and as ``python -m factcheck``: Ctrl-C is heard before anything else is imported."""

import sys


def main() -> None:
    """Run the command line and leave with its exit status."""
    try:
        from factcheck import cli
    except KeyboardInterrupt:
        sys.exit(130)  # as `statuses` says, which is not there yet
    cli.main(prog_name="factcheck")


if __name__ == "__main__":
    main()
