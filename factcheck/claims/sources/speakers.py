"""Who stands before a verb of saying: the noun phrase that is its subject, found without a grammar.

The phrase ends at the verb's auxiliaries and adverbs, and begins behind the last punctuation or the last word that opens a
clause; an apposition between commas ("Jane Roe, the mayor, said") belongs to it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from factcheck import lexicon
from factcheck.document import Span
from factcheck.lexicon.function_words import AUXILIARIES, BEING, DETERMINERS
from factcheck.patterns import pattern

_LOOK = 90
"""Code points in which a verb's auxiliaries and adverbs stand."""
_LONGEST = 240
"""Code points of a subject with its appositions."""
_WORDS = 12
"""Words of the subject that a clause opens with."""
_WORD = pattern(r"\S+")
_CLAUSE = pattern(
    r"[,;:?!—“”\"](?!\d)|--"
    r"|(?<=[\w,]) (?:that|because|while|when|where|but|if|although|though|whether|than(?! \d)|what|how|why"
    r"|(?<!such )as(?= (?:the|<<pronoun>>)\b))(?= )"
)
_TURN = pattern(r"(?<=[\w,%)]) (?:after|before|since|until|once|and(?= (?:one|another) )|as(?= (?:[a-z]+ )?<<telling>>\b))(?= )")
_COORDINATE = pattern(r"[;—]|:(?!\d)|--|, (?:and|but|while|as|so|or|yet)(?= )")
_LEADING = pattern(
    r"[\s,—-]*(?:(?:\w+ly,|\w+wide,|elsewhere,|overall,|and|but|so|yet|or|for|when|while|as|because|if|although|though|since|after|before|until|once|where|which"
    r"|that|still|meanwhile|however|then|now|what|later|instead|also|thus|plus)(?<=[\w,])(?!\w)[\s,]*)*",
    re.IGNORECASE,
)
"""Before who speaks: conjunctions and adverbs of the sentence."""
_ADVERBIAL = pattern(
    r"(?:in|on|at|during|after|for|with|by|from|before|since|as|while|when|if|although|though|despite|according|last|under|over"
    r"|to|asked|speaking)\b[^,]*,",
    re.IGNORECASE,
)
_LED = AUXILIARIES | BEING | {
    "'s", "’s", "'ve", "’ve", "'d", "’d", "'re", "’re", "not", "never", "also", "later", "earlier", "then", "first", "previously",
    "once", "long", "often", "even", "again", "still", "now", "just", "already", "initially", "itself", "himself", "herself",
    "themselves", "both", "all", "each", "only", "further", "soon", "always", "sometimes", "either", "since", "likely"
}  # fmt: skip
"""What may stand between a subject and its verb, besides adverbs."""
PRONOUNS = frozenset(["he", "she", "they", "it"])
OTHERS = frozenset(["i", "we", "you"])
"""Who speaks for himself: no source that a story names."""
_SHORT = pattern(r"<<pronoun>>[’'](?:s|ve|d|ll)\Z")
_ARTICLE = pattern(r"\b(?:<<determiner>>|one|another|this)\b", re.IGNORECASE)
_RELATIVE = pattern(r"\b(?:who|which|that|whose|(?<= )based|headquartered)\b")
_COMMA = pattern(r", (?!\d)")
_DASHES, _LONGEST_TIME = ("-", "–", "—"), 40
_WHEN = pattern(
    r" (?:late |early |earlier |later )?(?:on )?(?:late |early )?"
    r"(?:<<calendar: weekday>>(?: <<hours>>)?|(?:this|last) <<spells>>)\Z"
)
_TIMED = pattern(
    r"(?i:earlier|later|late|early) (?:(?:on )?<<calendar: weekday>>(?: <<hours>>)?|(?:this|last|in the) <<spells>>),?"
    r" (?=[A-Za-z])|(?i:last|this) <<spells>> (?=[A-Z]|<<definite>> )"
    r"|(?i:in|for|over|during) the (?:<<spells>>|full year|<<counts>> <<spells>>s?)"
    r"(?: (?:to|ended|ending|through|until) (?:<<calendar: month>>|[A-Z][a-z]{2}\.)(?: \d{1,2})?)?,? (?=[A-Za-z])"
)
"""What a sentence opens with before who speaks: "[Earlier on Sunday] his office said", "[For the full year] the firm expects"."""
_OF_OWN = pattern(r"of (?:<<determiner>> )?(?:[a-z-]+ )+((?:[A-Z][\w’'.-]* ?)+)")
"""A name behind what it did something to: "instead of the tax [New Tarn] had promised"."""
_CLOCK, _CLOCK_LONG = pattern(r"\s*\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?(?: [-–—]|:) "), 3
"""What opens an entry of a live report: "[10:31 -] Prosecutor Ida Ode rises"."""
_OPENING = frozenset(["on", "in", "by", "at", "for", "from", "last", "this", "late", "early", "with", "to", "among"])
_JOINS = frozenset(["and", "but", "or", "then", "yet", ","])
_AGED = pattern(r", [1-9]\d, \Z")
"""Before "who": how old he is."""
_NAMED = frozenset({"May", "Will"})
"""A month and a name that look like auxiliaries."""
_FINITE = AUXILIARIES | {"cut", "shut", "put", "set", "let"}
"""Verbs that show a clause; the last ones have a past that is their infinitive, too, and no word of the lexicon's pasts."""


def before(text: str, start: int, end: int, *, headline: bool) -> tuple[Span | None, tuple[str, ...]]:
    """Read what stands between ``start``, where the sentence or its quotation ends, and the verb at ``end``.

    Gives the subject, None where it stands before another verb ("came home and said"), and the words that lead to the verb in
    lower case ("has also").
    """
    led, at, stop = _led(text, start, end)
    if (when := _WHEN.search(text, max(start, stop - _LONGEST_TIME), stop)) is not None:  # "the port on Tuesday said"
        at, stop = _last_word(text, max(start, end - _LOOK), when.start())
    if text[at:stop].endswith(_DASHES):  # "the port - which closed - said"
        at, stop = _last_word(text, start, max(_dash_before(text, start, stop - 1), start))
    return _subject(text, start, at, stop, headline=headline), led


def _led(text: str, start: int, end: int) -> tuple[tuple[str, ...], int, int]:
    """Give the words that lead to the verb at ``end``, in lower case, and the place of the word before them."""
    led: list[str] = []
    at, stop = _last_word(text, max(start, end - _LOOK), end)
    while at < stop and _is_led(text[at:stop]):
        led.insert(0, text[at:stop].lower())
        at, stop = _last_word(text, max(start, end - _LOOK), at)
    return tuple(led), at, stop


def _subject(text: str, start: int, at: int, stop: int, *, headline: bool) -> Span | None:
    """Give the subject whose last word stands from ``at`` to ``stop``, as `before` gives it."""
    word = text[at:stop].lower()
    bare = word.strip("“”\"'(")
    if not bare or bare in _JOINS:
        return None
    if bare in PRONOUNS or bare in OTHERS:
        at += word.index(bare)
        return Span(at, at + len(bare), headline)
    if _SHORT.match(bare):
        return Span(at, stop, headline)
    if bare in ("who", "which") and text[start:at].rstrip().endswith(","):
        return _antecedent(text, start, at, stop, headline=headline)
    if word[-1] in ",)—":
        begin = _apposed(text, start, stop)
    else:
        begin = start
        for boundary in _CLAUSE.finditer(text, max(start, stop - _LONGEST), at):
            relative = boundary[0] == " that" and _has_verb(text, boundary.end(), at)  # "a firm that mended boats said"
            if not relative or _has_verb(text, begin, boundary.start()):
                begin = boundary.end()
        begin = max([begin, *_turns(text, begin, stop)])
    return _phrase(text, begin, stop, headline=headline)


def _has_verb(text: str, start: int, end: int) -> bool:
    return any(map(is_finite, text[start:end].split()))


def _turns(text: str, begin: int, end: int) -> list[int]:
    """Give where clauses begin that "after" and the like turn to, behind other clauses: "shares fell after [the firm] said"."""
    turns = _TURN.finditer(text, begin, end)
    return [turn.end() for turn in turns if _has_verb(text, begin, turn.start())]


def opening(text: str, start: int, end: int, *, headline: bool) -> Span | None:
    """Give the noun phrase with which a clause opens, up to its verb: the subject of "..., adding that" and "... and said"."""
    begin = max((match.end() for match in _COORDINATE.finditer(text, start, end)), default=start)
    if begin > start and text[begin:end].strip(" ,") == "":
        begin = start
    back = text.endswith(", and ", begin, end)  # "Acme cut its outlook after sales fell, and [said]": Acme did
    turns = [] if back else [turn for turn in _turns(text, begin, end) if any(map(is_finite, text[turn:end].split()))]
    begin = stop = _begin(text, max([begin, *turns]), end)
    for count, word in enumerate(_WORD.finditer(text, begin, end)):
        if count and (count == _WORDS or is_finite(word[0])):
            break
        stop = word.end()
        if word[0].endswith(","):
            break
    return _phrase(text, begin, stop, headline=headline)


def _apposed(text: str, start: int, stop: int) -> int:
    """Give where the name begins that stands beside its appositions: "40 stayed, [Jane Roe, the mayor of Porto,] said"."""
    start = max(start, stop - _LONGEST)
    begin = max((match.end() for match in _COORDINATE.finditer(text, start, stop - 1)), default=start)
    commas = [begin, *(match.end() for match in _COMMA.finditer(text, begin, stop - 1)), stop]
    best, behind = commas[-2], ""
    for at, following in reversed([*pairwise(commas)]):
        words = _RELATIVE.split(text[at:following])[0].strip(" ,").split()
        if len(words) > 1 and words[0].endswith("ed") and words[1] in _OPENING:  # "the report, released on Tuesday, found"
            best, behind = at, "who"
            continue
        if any(map(is_finite, words)):
            break
        best = at
        if not words:  # ", who runs the port,"
            behind = "who"
            continue
        named, is_titled = words[0][0].isupper(), behind[:1].isupper() and words[0] in DETERMINERS
        if behind and (named or is_titled):
            break
        behind = words[0]
    return best


def _antecedent(text: str, start: int, end: int, stop: int, *, headline: bool) -> Span | None:
    """Give whom "who" or "which" stands for: the last noun phrase with its article, or the last name, before the comma."""
    aged = _AGED.search(text, start, end)  # "Jane Roe, [51], who"
    if aged is not None:
        end = stop = aged.start() + 1
    begin = max((boundary.end() for boundary in _CLAUSE.finditer(text, max(start, end - _LONGEST), end - 2)), default=start)
    articles = [match.start() for match in _ARTICLE.finditer(text, begin, end)]
    return _phrase(text, articles[-1] if articles else begin, stop, headline=headline)


def _dash_before(text: str, start: int, end: int) -> int:
    """Give where the dash stands that opens what another closes; -1 where there is none."""
    return max([text.rfind(dash, start, end - 1) for dash in (" - ", "--", "–", "—")])


def _last_word(text: str, start: int, end: int) -> tuple[int, int]:
    """Give where the last word before a place begins and ends."""
    while end > start and text[end - 1] == " ":
        end -= 1
    at = 1 + text.rfind(" ", start, end)
    return max(at, start), end


def _is_led(word: str) -> bool:
    lower = word.lower()
    if word in _NAMED:  # "a study published in May estimates", "Will Roe said"
        return False
    if lower in _LED or lower.endswith(("n't", "n’t")):
        return True
    return lower.endswith("ly") and word.islower() and lower not in lexicon.words("grammar", "no adverbs")


def is_finite(word: str) -> bool:
    """Tell whether a word is a verb that ends a noun phrase."""
    lower = word.lower().strip(",")
    if word.strip(",") in _NAMED:
        return False
    if (
        lower in _FINITE
        or lower in lexicon.words("grammar", "past")
        or (lower.endswith("ed") and word[0].islower() and "-" not in word)
    ):
        return True
    return lexicon.inflections("sources").get(lower) in ("past", "third")


def _begin(text: str, begin: int, stop: int) -> int:
    """Leave out conjunctions, and one adverbial with its comma ("In May, ...")."""
    if text[begin : begin + _CLOCK_LONG].lstrip()[:1].isdigit() and (clock := _CLOCK.match(text, begin, stop)) is not None:
        begin = clock.end()
    lead, opened = _LEADING.match(text, begin, stop), begin + len(text[begin:stop]) - len(text[begin:stop].lstrip())
    begin = lead.end() if lead else begin
    timed = _TIMED.match(text, begin, stop) or _TIMED.match(text, opened, stop)
    begin = timed.end() if timed else begin
    adverbial = _ADVERBIAL.match(text, begin, stop) or _ADVERBIAL.match(text, opened, stop)  # "for" may lead either
    while adverbial is not None and text[adverbial.end() : stop].strip(" ,"):
        begin = adverbial.end() + text.startswith(" ", adverbial.end())
        adverbial = _ADVERBIAL.match(text, begin, stop)
    while begin < stop and text[begin] in " ,“\"'(":
        begin += 1
    return begin


def _phrase(text: str, begin: int, stop: int, *, headline: bool) -> Span | None:
    begin = _begin(text, begin, stop)
    owner = _OF_OWN.fullmatch(text, begin, stop)
    begin = owner.start(1) if owner else begin
    while stop > begin and text[stop - 1] in " ,—":
        stop -= 1
    return Span(begin, stop, headline) if stop > begin else None
