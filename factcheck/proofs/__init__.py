"""A page proof (PDF) -> one Document, whose text is what the pages print, wrapped lines joined to paragraphs.

Signs that print nothing are no part of it.

The file is taken apart by pypdf (extra ``[pdf]``) in a process of its own, which may use only so much time and memory: a
page can hold a program that never ends.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from factcheck.disk.decoding import RefusedError
from factcheck.document import Document
from factcheck.layout import arrange, as_document, unseen
from factcheck.layout.paragraphs import lines

PATIENCE = 60
"""Seconds that a file may take."""
LARGEST = 128 << 20
"""Bytes of a file."""


def document(data: bytes, path: str) -> Document:
    """Give the story that a file prints.

    Raises:
        RefusedError: it is no PDF, it is broken, locked or a scan, or it takes too much time or memory.

    """
    text = unseen.without(_printed(data))
    return as_document(text, arrange(text, list(lines(text)), wrapped=False), path)


def _printed(data: bytes) -> str:
    """Give the text of a file, read in a process of its own, which may take only so much time and memory.

    Raises:
        RefusedError: it is too large, takes too long, or cannot be read.

    """
    if len(data) > LARGEST:
        raise RefusedError(f"larger than {LARGEST >> 20} megabytes; it is not read")
    here = str(Path(__file__).parents[2])
    paths = os.pathsep.join(filter(None, (here, os.environ.get("PYTHONPATH"))))
    command = [sys.executable, "-P", "-m", "factcheck.proofs.pages"]  # -P: never a module that lies beside the story
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, check=False, timeout=PATIENCE, env=os.environ | {"PYTHONPATH": paths}
        )
    except subprocess.TimeoutExpired as error:
        raise RefusedError(f"not read: it took more than {PATIENCE} seconds") from error
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:] if done.returncode == 1 else []
        raise RefusedError(said[0] if said else "not read: it takes too much time or memory")
    return done.stdout.decode("utf-8")
