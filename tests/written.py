"""The same story in every format that is read: made here, from plain text, so that no file has to be kept."""

from __future__ import annotations

import html
import io
import json
import textwrap
import zipfile
from collections.abc import Iterable

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="word/document.xml"/></Relationships>'
)


def paragraphs(story: str) -> list[str]:
    """Give the lines that hold words."""
    return [line for line in story.splitlines() if line.strip()]


def as_html(story: str, headline: str) -> bytes:
    """Write a page round the story."""
    lines = "\n".join(
        f"<h1>{html.escape(line)}</h1>" if line == headline else f"<p>{html.escape(line).replace('$', '&#36;')}</p>"
        for line in paragraphs(story)
    )
    page = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>{html.escape(headline)} - The Ledger</title><script>let a = 12 < 13;</script></head>
<body><nav><a href="/">Home</a> <a href="/world">3 new stories</a></nav>
<main><article>
{lines}
</article></main><aside>Most read: 40,000 killed in 1755</aside><footer>Sold 90,000 times a day</footer></body></html>"""
    return page.encode()


def word(body: str, **parts: str) -> bytes:
    """Write a Word file with this body; ``parts`` are further files, their names with ``__`` for a slash and ``_`` for a dot."""
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return packed({"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "word/document.xml": document, **parts})


def packed(parts: dict[str, str]) -> bytes:
    """Zip parts by their names."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)  # without the time of day
    return stream.getvalue()


def run(words: str) -> str:
    """Write a run of a Word file."""
    return f'<w:r><w:t xml:space="preserve">{html.escape(words)}</w:t></w:r>'


def paragraph(*runs: str, style: str = "") -> str:
    """Write a paragraph of a Word file."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def as_word(story: str, headline: str) -> bytes:
    """Write the story as a Word file; each sentence's words are torn into runs, as Word tears them."""
    body = "".join(
        paragraph(*(run(piece) for piece in _torn(line)), style="Title" if line == headline else "") for line in paragraphs(story)
    )
    return word(body)


def _torn(line: str) -> Iterable[str]:
    return (line[at : at + 37] for at in range(0, len(line), 37))


def as_ninjs(story: str, headline: str) -> bytes:
    """Write the story as a ninjs item."""
    return json.dumps({"uri": "http://example.com/1", "type": "text", "headline": headline, "body_text": story}).encode()


def as_pdf(story: str, headline: str) -> bytes:
    """Print the story: wrapped lines, a gap between paragraphs, the headline larger."""
    pages: list[list[str]] = [[]]
    y = 780
    for line in paragraphs(story):
        size = 16 if line == headline else 11
        for printed in textwrap.wrap(line, 84):
            if y < 60:
                pages.append([])
                y = 780
            encoded = printed.encode("cp1252").hex()
            pages[-1].append(f"BT /F1 {size} Tf 1 0 0 1 50 {y} Tm <{encoded}> Tj ET")
            y -= size + 3
        y -= 10
    return pdf(["\n".join(page) for page in pages])


def pdf(pages: list[str]) -> bytes:
    """Write a PDF file of these pages' contents (ISO 32000-1, 7.5)."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for n, content in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * n} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    data, places = bytearray(b"%PDF-1.4\n"), []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{each}\nendobj\n".encode("latin-1")
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    data += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(data)
