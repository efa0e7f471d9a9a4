"""One cue of saying -> who says so and what: the words of its source and of what it vouches for.

    according to SOURCE, CONTENT      SOURCE’s claim that CONTENT      in a poll by SOURCE, CONTENT

What a verb of saying makes of its sentence stands in `verbs`.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import lexicon
from factcheck.claims import Line, Source
from factcheck.claims.sources import sayings, speakers, verbs
from factcheck.claims.sources.quotations import Quoted
from factcheck.claims.sources.sayings import Parts, Saying
from factcheck.document import Span
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_OF_NOUN = pattern(r" (?:that|to)\b")
_OF_FIGURE = pattern(r" (?:of|for) (?:(?:an?|about|between|up to|more than|less than) )*[$€£¥]?\d")
_OWNER = pattern(
    r"((?:(?:[Tt]he|[Aa]n?|[A-Z][\w.-]*) ){0,4}[A-Z][\w.-]*(?:[’']s|s[’'])|\b(?:[Tt]he|[Aa]n?) [\w-]+[’']s"
    r"|\b<<Possessive>>|\b[a-z]+s[’']) (?!(?:[A-Z][a-z]+ ){2}\Z)(?:[\w-]+ ){0,2}\Z"
)
_WITHIN = pattern(
    r"\b[Ii]n ((?:(?:<<determiner>>|one|another|this|that|two|several|most) )?"
    r"(?:(?!(?:of|in|[Tt]he|[Aa]n?|by|as|and|on|to|citing|giving) )[\w.’'/&-]+ ){0,6})\Z"
)
_TELLS = pattern(
    r" (?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?|<<pronoun>>|(?:the|an?) [a-z]+|\d[\d.,]*(?:%| per ?cent))"
    r" (?:<<has>>|<<is>>|led|said)\b"
)
"""Behind "In a May poll": a subject with its verb."""
_AT_ONCE = pattern(
    r"(?: (?:published |taken |released )?(?:(?:last|this) <<spells>>|in <<calendar: month>>(?: \d{4})?))?"
    r" (?=(?:(?:<<about>>|more than|fewer than) )?(?:\d|<<counts>> ))"
)
"""Between "in a survey" and its figure where no comma stands: "In a survey [last month] 38 percent said no"."""
_AT_FIGURE = pattern(
    r" (?:[\w’'-]+ )*?(?!<<determiner>>\b)[\w’'-]*[a-z]"
    r"(?= (?:(?:<<about>>|<<bounds>>) )*(?:[$€£]?(?!(?:19|20)\d\d\b)\d|<<counts>> ))"
)
"""Who says so, where no comma ends that before the figure: "According to [statistics] 50 percent said no"."""
_HAD_EXPECTED = pattern(r" <<has>> (?:been )?<<foreseen>>\b")
_COMPARED = pattern(r", (?:<<from-a-level>>|against|while|and (?:only|just))\b")
_GOES_ON = pattern(
    r"(?:, (?:an?|the) (?:(?!who\b|which\b)[^,;:]){3,60}(?=, ))?"
    r"(?:, (?:(?:and|though|although|while) )?(?:in )?"
    r"(?:(?:<<about>>|<<bounds>>) )*(?:[$€£]?\d|<<counts>>\b|half\b"
    r"|a <<fractions>>\b)"
    r"(?!(?:[\w-]* ){1,2}(?:<<ago>>|after|later)\b)"
    r"|, and [A-Z][\w’'-]+ (?:just |only )?(?:[$€£]?\d|<<counts>>\b))"
)
"""Behind who said so: a figure with which that goes on, "according to the mayor, [and two] died"; "[two weeks] before" is not."""
_OPENS = pattern(
    r"[\s“\"]*(?:In|On|At|By|Before|After|Since|During|For|From|Until|Over|Between|Last|This|Among|Across|Of|Under|Today|Now)\b"
    r"[^,;:“”\"]*, \Z"
)
"""What a sentence opens with before who says so: a time or a place."""
_BAR = pattern(
    r".*\b(?:<<set-against>>) (?:(?:the|an?) )?(?:[\w-]+ ){0,3}?"
    r"<<consensus>>(?: (?:of|for))? "
)
"""Before what a poll foresaw, with which something is compared: "40 million, [above the consensus of] 30 million in a poll"."""
_ASIDE = pattern(r", (?:which|who|whose)\b")
_SHARE = pattern(r"\bper ?cent\b|%|\b(?:half|thirds?|quarters?|fifths?|share|proportion|percentage|number) of\b")
_SOME_ASKED = pattern(
    r"(?:[Oo]nly |[Jj]ust |[Aa]bout |[Nn]early )?(?:(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even"
    r"|[Ee]ight|[Nn]ine) (?:in|out of) (?:<<counts>>|\d+)\b"
    r"|(?:[Aa] )?(?:plurality|majority)\b|[Pp]luralities\b|[Mm]ajorities\b|(?:[Ff]ar )?(?:[Mm]ore"
    r"|[Ff]ewer) (?:people|voters|of them)\b)"
)
"""How those are called who answered a poll: "[two in three] say", "[a majority] back it"."""
_HELD_BY = frozenset({"believes", "thinks"})
_GROUP = pattern(r"\b(?i:<<respondents>>)\Z")
_WORD = pattern(r"[A-Za-z][\w’'-]*")
_PUT_IT, _PUT_AT = frozenset({"put it", "puts it", "putting it"}), "put at"
_FORESEEING = frozenset({"forecasts", "believes"})
_LONGEST = 70
"""Code points from "in" to "poll", and of whose claim it is."""


def of(line: Line, cue: Mention, quoted: Quoted, earlier: Sequence[Source]) -> Source | None:
    """Read what a cue makes of its sentence; ``earlier`` are the sources of the cues before it. None where it is no cue."""
    text = line.sentence.within
    word = " ".join(text[cue.span.start : cue.span.end].split()).lower()
    entry = _PUT_AT if word in _PUT_IT and text.startswith(" at ", cue.span.end) else cue.entry or ""
    fields, form = lexicon.entries("sources")[entry], lexicon.inflections("sources").get(word)
    saying = Saying(text, cue.span, line.sentence.span, word, entry, fields, form, quoted, earlier)
    parts = None if sayings.is_other(line, saying) else _parts(saying)
    if parts is None:
        return None
    stance = _stance(saying)
    vouches = bool(saying.fields.get("vouches", True)) and parts.source is not None and not _is_share(text, parts.source)
    vouches = vouches and (stance is not None or "of" not in saying.fields)  # "rejected a bridge by 58 percent"
    vouches = vouches and (parts.source is None or not _are_asked(text, parts.source, saying.entry))
    vouches = vouches and ("relays" not in saying.fields or parts.source is None or _speaks(text, parts.source))
    vouches = vouches and _INTENDS.match(text, cue.span.start) is None  # "hopes to reach 12,000", "responded by hiring 40"
    return Source("", parts.cue or cue.span, parts.source, parts.content, vouches=vouches, stance=stance)


def _parts(saying: Saying) -> Parts | None:
    place = saying.fields["place"]
    if place == "behind":
        return _behind(saying)
    if place == "around":
        return _around(saying)
    of_figure = saying.entry in _FORESEEING and _OF_FIGURE.match(saying.text, saying.cue.end)
    if saying.is_noun_too and (of_figure or _OF_NOUN.match(saying.text, saying.cue.end)):
        owned = _of_noun(saying)
        if owned is not None:
            return owned
    return verbs.read(saying) if saying.form is not None else None


_INTENDS = pattern(r"(?:hop|plann?|intend|aim)(?:es?|s|ed|d)? to\b|respond(?:s|ed)? by\b")


def _are_asked(text: str, source: Span, entry: str) -> bool:
    """Tell whether those who believe or say so are some of whom a poll asked: "two in three", "a plurality", "Republican men"."""
    words = text[source.start : source.end]
    return _SOME_ASKED.match(words) is not None or (entry in _HELD_BY and _GROUP.search(words) is not None)


def _is_share(text: str, source: Span) -> bool:
    """Tell whether those who say so are themselves a figure: "52 percent said"; "Lum, which has 52 percent," is none."""
    told = _ASIDE.search(text, source.start, source.end)
    return _SHARE.search(text, source.start, told.start() if told else source.end) is not None


def _speaks(text: str, source: Span) -> bool:
    """Tell whether somebody is cited, or what somebody wrote: "citing the coroner", and not "citing a slow economy"."""
    words = _WORD.findall(text[source.start : source.end])
    known = lexicon.forms("sources", "speakers")
    lower = [word.lower() for word in words]
    return any(word[0].isupper() for word in words) or any(
        word in known or word.removesuffix("s") in known or lexicon.is_person(word) for word in lower
    )


def _stance(saying: Saying) -> str | None:
    """Give how the cue puts forward the figures behind it; "denied 40 visas" denies no figure."""
    stance: str | None = saying.fields.get("stance")
    of_ = sayings.listed(saying.entry, "of")
    return stance if not of_ or not of_.isdisjoint(saying.ahead(4)) else None


def _of_noun(saying: Saying) -> Parts | None:
    """Read "SOURCE’s claim that CONTENT"."""
    owner = _OWNER.search(saying.text, max(saying.sentence.start, saying.cue.start - _LONGEST), saying.cue.start)
    if owner is None or _is_verb(saying.text[owner.end(1) : saying.cue.start].split()):
        return None
    end = owner.end(1) - 2 if saying.text[owner.end(1) - 2] in "’'" else owner.end(1)
    end -= saying.text[end - 1] in "’'"  # "analysts' forecast"
    told = _OF_FIGURE.match(saying.text, saying.cue.end)
    stop = saying.until_pause(saying.cue.end) if told else saying.sentence.end
    return Parts(Span(owner.start(1), end, saying.cue.in_headline), saying.trimmed(saying.cue.end, stop))


def _is_verb(led: Sequence[str]) -> bool:
    """Tell whether the words between an owner and a claim are a subject with its verb: "His [employer denied] reports that"."""
    verb = len(led) > 1 and lexicon.inflections("sources").get(led[-1]) in ("past", "third")
    return verb and not led[-2].endswith("ly")


def _behind(saying: Saying) -> Parts | None:
    """Read "according to SOURCE, CONTENT" and "CONTENT, according to SOURCE"."""
    end = saying.until_pause(saying.cue.end)
    source = saying.trimmed(saying.cue.end, end)
    if source is None or saying.text[source.start : source.end] in sayings.listed(saying.entry, "never"):
        return None
    opens = not any(map(str.isalnum, saying.text[saying.sentence.start : saying.cue.start]))
    if opens and end >= saying.sentence.end - 1 and (figure := _AT_FIGURE.match(saying.text, saying.cue.end, end)):
        source, end = saying.trimmed(saying.cue.end, figure.end()) or source, figure.end()
    if not opens and (_COMPARED.match(saying.text, end) or _GOES_ON.match(saying.text, end) or _is_aside(saying, end)):
        return Parts(source, Span(saying.sentence.start, saying.sentence.end, saying.cue.in_headline))
    if opens:
        return Parts(source, saying.trimmed(end, saying.sentence.end))
    apart = max(saying.text.rfind(mark, saying.sentence.start, saying.cue.start) for mark in (";", ":"))
    start = max(saying.sentence.start, apart)
    return Parts(source, saying.trimmed(start, saying.cue.start))


def _is_aside(saying: Saying, end: int) -> bool:
    """Tell whether nothing but a time or a place stands before who says so: "In May, according to the port, 40 boats left"."""
    led = saying.text[saying.sentence.start : saying.cue.start]
    plain = led.endswith(", ") and _OPENS.match(led) is not None and not any(map(speakers.is_finite, led.split()))
    return plain and saying.text.startswith(", ", end) and any(map(str.isalnum, saying.text[end : saying.sentence.end]))


def _around(saying: Saying) -> Parts | None:
    """Read "in a poll by X, CONTENT" and "CONTENT in a poll": the cue is the "in"."""
    within = _WITHIN.search(saying.text, max(saying.sentence.start, saying.cue.start - _LONGEST), saying.cue.start)
    if within is None or within[1] == "the ":  # "ahead in the polls"
        return None
    if any(known.source is not None and known.source.covers(saying.cue) for known in saying.earlier):
        return None  # "expected by analysts in a poll"
    if _HAD_EXPECTED.match(saying.text, saying.cue.end, saying.sentence.end):
        return None  # "the 4 million that analysts in a poll had expected"
    cue = Span(within.start(), within.start(1) - 1, saying.cue.in_headline)
    opens = not any(map(str.isalnum, saying.text[saying.sentence.start : cue.start]))
    end = saying.until_pause(saying.cue.end) if opens else saying.cue.end
    at_once = _AT_ONCE.match(saying.text, saying.cue.end, end) if opens else None
    end = at_once.end() - 1 if at_once else end
    if opens and _TELLS.match(saying.text, saying.cue.end, end) and end >= saying.sentence.end - 1:
        end = saying.cue.end  # "In a May poll Ruiz was ahead"
    source = saying.trimmed(within.start(1), end)
    bar = None if opens else _BAR.match(saying.text, saying.sentence.start, cue.start)
    start = bar.end() if bar else saying.sentence.start
    content = saying.trimmed(end, saying.sentence.end) if opens else saying.trimmed(start, cue.start)
    return Parts(source, content, cue) if content is not None else None
