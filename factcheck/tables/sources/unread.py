"""Records that cannot be read -> what is told of them: each with its line, and of very many the others together.

A file that is no table at all has a fault in each of its lines; to keep ten million of them would take the memory of the machine.
"""

from __future__ import annotations

from attrs import field

from factcheck.report.records import UnreadableRecord
from factcheck.values import frozen

MOST = 100_000
"""Records that are told one by one."""


@frozen
class Unread:
    """The records that cannot be read: ``told`` those of the beginning, ``lines`` the first and the last line of all others."""

    told: list[UnreadableRecord] = field(factory=list)
    lines: list[int] = field(factory=list)
    others: list[int] = field(factory=lambda: [0])

    def add(self, record: UnreadableRecord) -> None:
        """Take a record in."""
        if len(self.told) < MOST:
            self.told.append(record)
        else:
            self.lines[:] = [*self.lines[:1], record.line or 0]
            self.others[0] += 1

    @property
    def number(self) -> int:
        """How many there are."""
        return len(self.told) + self.others[0]

    def records(self) -> tuple[UnreadableRecord, ...]:
        """Give those that are told, and one for all others."""
        if not self.others[0]:
            return tuple(self.told)
        message = f"nor can {self.others[0]:,} more records be read, from here to line {self.lines[-1]:,}"
        return (*self.told, UnreadableRecord(self.told[0].path, self.told[0].path, message, self.lines[0]))
