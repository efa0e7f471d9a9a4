"""Whether a number without a noun can be a number of what was counted before.

A count and one before it that says what it counts go in. Ages, readings, sides of a ratio and names are numbers of nothing.
"""

from __future__ import annotations

from factcheck import lexicon
from factcheck.claims import COUNTS, Claim
from factcheck.claims.phrases import nouns
from factcheck.claims.roles import SCALES
from factcheck.patterns import pattern

_OPEN = pattern(
    r" (?:in|at|on|from|near|off|by|as|for|to|of|under|with|above|below|around|beneath|it|they|that|who"
    r"|<<is>>|<<has>>|would|will|could|may|might|did|still|more|a year|this|fewer|against|the week|the month|the year|last"
    r"|<<behind-a-bare-number>>|[a-z]+ed|[a-z]{3,}ing|so far|to date|over the|during|since|when|while|before|after|until)\b"
    r"| ?[,;.)”\"]| and (?:the|an? (?!half|third|quarter)|[A-Z]|[a-z]{3,}ing\b|[a-z]+ed\b|hurt\b|left\b)"
)
"""Behind a figure whose noun is left out: a word that no noun phrase begins with, or a verb."""
_NO_COUNT = pattern(
    r"(?:\b(?:at|No|number|page|aged|age|over|under|than|by|scored|holds|seats|minus|plus|age (?:was|is|of|from)|ages from"
    r"|(?:youngest|oldest|eldest)(?: of (?:them|whom|these|all|the [a-z]+),?)?(?: (?:is|was))?"
    r"|(?:who|he|she|[Hh]e|[Ss]he) (?:is|was|turns|turned)"
    r"|<<of-an-age>> of(?: <<about>>)?"
    r"|<<batches>> of"
    r"|(?:built|designed|meant|made) for|base of|(?:at|to|for) which"
    r"|\d for|[Pp]aragraph"
    r"|(?:young|old)er than|[Ww]e (?:are|were)|\b[Tt]hey (?:are|were) \d{1,3} and"
    r"|revised|(?:\d{1,3}|%|per ?cent) to|ratio of|(?:year|month|week|day|hour|thing)s? or"
    r"|<<Before-a-size>>"
    r"(?: of)?(?: <<about>>)?"
    r"|(?:[Ff]amily|[Ff]amilies|[Pp]arty|team|group|<<hosts>>) of|per)\.?|[$€£¥\ufffd–-]|\d) ?\Z|\?\Z"
)
"""Before what counts nothing that was told: an age, a rank, a number of seats or points, the size of one of many."""
_UNCOUNTED = pattern(r"\w, (?:1[4-9]|[2-9]\d)[.,](?!\d)|[\s\S]{2}(?:\(\d\) [A-Z]|[\s\S](?:\d+\.\d+(?!\d| ?[a-z])|[\d,]+ to \d))")
"""An age ("the miller, [61], said"), the number of an item ("([2]) It"), a reading ("50.0") or one side of a ratio."""
_AGAIN = pattern(r"\([^()]{1,60}; \Z")
"""Before a sum that is told again in brackets: "1 trillion yuan ($145 billion; 136 billion euros; [114 billion])"."""
_BRACKET = 62
_NAMED_AGE = pattern(r"[a-z] [A-Z][\w’'-]+(?: \(|, )\Z")
_AGE_ENDS = pattern(r"[,)]")
"""Around the age of one who is named: "Ida Roe ([69]) said", "her sons Adam, [three], and Jon"."""
_PARTED = pattern(r" for \d")
"""Behind how many were out when a side had scored so much: "[2] for 17"."""
_AGED = pattern(r"\b(?:aged|ages|older than|younger than)(?: (?:over|under|from|between))? \Z")
_OLDER = pattern(r"\b(?:of (?:them|whom|these)|all|both|<<people>>|nobody|no one|everyone|anyone|<<is>>) (?:over|under) \Z")
_OLDEST = 110
_SIGNS = 3
"""Signs before a number with which that begins."""
_GAUGED = pattern(r"\b<<gauges>> (?:of|to|at|below|above|between|under|over) \Z")
_SCORES = frozenset({"points", "games", "wins", "goals", "strokes", "shots", "seats", "votes", "medals"})
_LEFT = pattern(r"(?: from \w+ (?:games|matches))?(?:,| and (?:<<is>>|lie|lies|sit|sits)) (?:<<about>> )?")
_BEHIND = pattern(r" (?:behind|ahead|clear|adrift|above|below|short|shy|off|back)\b")
_THE = pattern(r"(?<!than) the (?:reported |estimated )?\Z|\bThe \Z")
_NEXT = pattern(r" ([a-z]+)\b")
_EARLIER = pattern(
    r"(?: (?:in|this|last|today|now)[a-z0-9 ]*)?,? (?:(?:up|down|compared|against|rising|falling) )?(?:from|with|against) "
)
_ACT = pattern(r" (?:[a-z]+ly )?(?!(?:became|were|was|had)\b)([a-z]+) (?:<<about>> |the (?:remaining|other) )?")
_OWNER = pattern(
    r"([A-Z][\w’'-]+)(?:,[^,;.]{2,60},)? (?:(?:now|still|already) )?(?:<<has>>|holds?|held|houses?|teaches|takes|seats)"
    r" (?:<<about>> )*\Z"
)
_BY_NAME = pattern(r"(?:[^.;:\d]{0,40}?[,:(] | - | -- | – |—)[A-Z][^.;]{0,120}")
"""Behind several things, what each is called."""
_FAR = 100
OF_THOSE_TOLD = (" of them", " of those", " of these", " of whom", " of which")
_LED = 24
_LEAST = 2
_NAMED_BY_NAME = 10
"""The most who are named one by one before they are told by their number."""
_FARTHEST = 300
"""Code points to a count whose noun is understood; three sentences on, two in three would be of other things."""


def can_be(claim: Claim, earlier: Claim) -> bool:
    """Tell whether a count can be of the things counted before: people where its role counts people, and no points.

    "The 650" are not of 40 told before but a model, or others; and neither are "the two", who are named.
    """
    start = claim.phrase.start
    if start - earlier.phrase.end > _FARTHEST or _has_some_of_it(claim, earlier) or is_age_of(claim, earlier):
        return False
    if claim.sentence.within.startswith((" of us", " of you"), claim.span.end):
        return False
    if is_of_one(claim, earlier) or _is_only_one(claim, earlier):
        return False
    if _is_another(claim, earlier) and _THE.search(claim.sentence.within, max(0, start - _LED), start):
        return False
    people = any(map(lexicon.counts_people, claim.roles))
    if any("count" not in lexicon.entries("roles")[role].get("kinds", ("count",)) for role in claim.roles):
        return False  # "bringing the budget to 610 million"
    people = people and not _are_some_of_them(claim, earlier)
    return (earlier.counted or "").lower() != "points" and (not people or _can_be_people(earlier))


def _are_some_of_them(claim: Claim, earlier: Claim) -> bool:
    """Tell whether a number is of "them" who were told before, be they people or not: "900 sheep. [Sixty] of them died"."""
    of_them = claim.sentence.within.startswith(" of them ", claim.span.end) and not earlier.roles
    return of_them and claim.value is not None and earlier.value is not None and claim.value < earlier.value


def _has_some_of_it(claim: Claim, earlier: Claim) -> bool:
    """Tell whether those told right before are some of a number: "[2,400] wounded of 6,000" tells not what those are."""
    of_people = any(map(lexicon.counts_people, earlier.roles))
    return of_people and claim.sentence.within[earlier.phrase.end : claim.phrase.start] in (" of ", " out of ")


def _can_be_people(claim: Claim) -> bool:
    """Tell whether a claim counts people, or what no list has: skiers may be people; bodies and thefts are none."""
    noun = (claim.counted or "").lower()
    return claim.is_of_people or (lexicon.noun(noun) is None and noun.endswith(("ers", "ors", "ists", "ians")))


def _is_another(claim: Claim, earlier: Claim) -> bool:
    """Tell whether a count with an article is no part of the one before."""
    one, other = claim.value, earlier.value
    return one is not None and other is not None and (one > other or (one != other and one <= _NAMED_BY_NAME))


def _is_only_one(claim: Claim, earlier: Claim) -> bool:
    """Tell whether another sentence told of one thing alone: "one source told it. As many as [a dozen] were there"."""
    one = earlier.value == 1 and claim.value != 1 and earlier.sentence is not claim.sentence
    return one and not nouns.is_plural(earlier.counted or "")


def is_distance(before: Claim, claim: Claim) -> bool:
    """Tell whether a number is how far a score is from another: "lie third with 47 points, [five] behind Leith"."""
    text, scored = claim.sentence.within, (before.counted or "").lower() in _SCORES
    led = scored and _LEFT.fullmatch(text, before.phrase.end, claim.phrase.start) is not None
    return led and claim.counted is None and _BEHIND.match(text, claim.span.end) is not None


def is_open(claim: Claim, end: int) -> bool:
    """Tell whether no noun can stand behind a figure: a pause follows, a word that is in no noun phrase, or a verb."""
    text = claim.sentence.within
    word = _NEXT.match(text, end)
    return _OPEN.match(text, end) is not None or (word is not None and word[1] in lexicon.words("grammar", "past"))


def is_uncounted(claim: Claim) -> bool:
    """Tell whether the words before a figure make it an age, a rank, a rate or the size of one of many."""
    text, begin, start = claim.sentence.within, claim.sentence.span.start, claim.phrase.start
    if _AGAIN.search(text, max(begin, start - _BRACKET), start):
        return True
    if start == begin and text.startswith(".", claim.span.end) and claim.sentence.span.end <= claim.span.end + 1:
        return True  # "4. Hill Bay Resort"
    if claim.value is not None and claim.value <= _NAMED_BY_NAME and _PARTED.match(text, claim.span.end):
        return True
    return is_age(claim) or _NO_COUNT.search(text, max(begin, start - _LED), start) is not None


def is_age(claim: Claim) -> bool:
    """Tell whether a bare number is how old somebody is: "the miller, [61], said", "people aged over [70]"."""
    text, begin, start = claim.sentence.within, claim.sentence.span.start, claim.phrase.start
    if start - begin >= _SIGNS and _UNCOUNTED.match(text, start - _SIGNS):
        return True
    near, at = claim.sentence.near(claim.span.start), claim.span.start
    of_age = _AGED.search(text, max(begin, start - _LED), start) or _OLDER.search(text, near, at)
    return of_age is not None and claim.value is not None and claim.value <= _OLDEST


def is_age_of(claim: Claim, people: Claim) -> bool:
    """Tell whether a number is how old one of the people told before is: "Ida Roe ([69])", "their sons Adam, [three], and"."""
    text, start = claim.sentence.within, claim.phrase.start
    if not people.is_of_people or claim.roles or claim.value is None or claim.value > _OLDEST:
        return False
    named = _NAMED_AGE.search(text, max(claim.sentence.span.start, start - _LED), start)
    return named is not None and _AGE_ENDS.match(text, claim.span.end) is not None


def is_bare(claim: Claim) -> bool:
    """Tell whether a figure can only be a number of what was counted before: whole, and no age, rank or level."""
    value = claim.value if claim.ends is None or claim.ends[0] < _OLDEST else claim.ends[0]
    if (
        value is None
        or value.denominator != 1
        or value < _LEAST
        or (claim.quantity and claim.quantity.unit not in (None, "person"))
    ):
        return False
    return not (is_uncounted(claim) or _is_gauged(claim)) and is_open(claim, claim.phrase.end)


def _is_gauged(claim: Claim) -> bool:
    """Tell whether a number is a level that was measured: "at a depth of [40]"."""
    near, starts = claim.sentence.near(claim.phrase.start), {claim.phrase.start, claim.span.start}
    return any(_GAUGED.search(claim.sentence.within, near, start) for start in starts)


def is_sum(last: Claim | None, claim: Claim) -> bool:
    """Tell whether millions without a noun follow a sum: "it lost 40 million euros in May and another [50 million] in June"."""
    money = last is not None and last.kind == "money" and last.sentence is claim.sentence
    return money and claim.counted is None and claim.sentence.within.endswith(SCALES, claim.span.start, claim.span.end)


def is_of_people_unsaid(claim: Claim, before: Claim) -> bool:
    """Tell whether a vague number is of people though things are told before: "it razed 200 homes and sent [hundreds] out"."""
    vague = claim.quantity is not None and claim.quantity.value is None and claim.quantity.from_ is None
    of_told = claim.sentence.within.endswith(OF_THOSE_TOLD, 0, claim.phrase.end)
    return vague and not claim.roles and not before.is_of_people and not of_told


def is_level_of(last: Claim | None, claim: Claim) -> bool:
    """Tell whether a number is what the one before it, which counts nothing known, was earlier: "it has 188, down from [305]"."""
    unnamed = last is not None and last.kind in COUNTS and last.counted is None and last.subject is None
    if last is None or not unnamed or last.sentence is not claim.sentence:
        return False
    return _EARLIER.fullmatch(claim.sentence.within, last.phrase.end, claim.phrase.start) is not None


def is_object(last: Claim, claim: Claim) -> bool:
    """Tell whether those counted did something to a bare number of others: "six rivals shared [874]"."""
    text, gap = claim.sentence.within, (last.phrase.end, claim.phrase.start)
    verb = _ACT.fullmatch(text, *gap) if last.sentence is claim.sentence and claim.counted is None else None
    return verb is not None and lexicon.is_past(verb[1])


def is_of_one(claim: Claim, earlier: Claim) -> bool:
    """Tell whether a number is of one of the things counted, by its name: "two schools, Elm and Oak, shut. Oak has [231]"."""
    text, start = claim.sentence.within, claim.phrase.start
    owner = _OWNER.search(text, max(claim.sentence.span.start - 2, start - _FAR), start)
    named = _BY_NAME.match(text, earlier.phrase.end) if owner else None
    return owner is not None and named is not None and owner[1] in named[0]
