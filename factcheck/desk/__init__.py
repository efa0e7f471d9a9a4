"""The editor's desk: a page on this machine to check a draft as it is written, and the same service for other programs.

`application` puts it together: `pages` for the desk, `interface` for programs, `guard` before both, `workers` that check, `book`
that keeps what an editor decides. A request becomes a job in `requests`, is done in `jobs` (of what is too long the `beginnings`,
with a `memory` of its sentences) and shown in `sheets`; `description` tells programs of it all. Needs the extra ``[desk]``.
"""
