"""The version, as the installed package tells it."""

from __future__ import annotations


def version() -> str:
    """Give the installed package's version; of a checkout that is not installed, the one its ``pyproject.toml`` states."""
    from importlib import metadata

    try:
        return metadata.version("factcheck")
    except metadata.PackageNotFoundError:
        import tomllib
        from pathlib import Path

        project = Path(__file__).parent.parent / "pyproject.toml"
        return str(tomllib.loads(project.read_text("utf-8"))["project"]["version"])
