"""Links between shares of one whole, told in percent: by party, by owner, by answer, and the lead of one over another.

told one by one     `shares`, `holders`; what remains of the whole `remaining`
told by those asked `ballots`, `choices`; to one question `answers`
how far apart       `margins` in points, `majorities` in votes
"""
