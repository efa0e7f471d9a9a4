"""The editor's desk: a page on this machine to check a draft as it is written, and the same service for other programs.

`application` puts it together: `pages` for the desk, `interface` for programs, `guard` before both, `workers` that check, `book`
that keeps what an editor decides. Needs the extra ``[desk]``.
"""
