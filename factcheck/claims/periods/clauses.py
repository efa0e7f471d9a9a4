"""Whether two places of a sentence stand in one clause, as far as a time goes: a time is for the figures of its own.

A line, a figure and a time go in; whether the time reaches the figure comes out. What cuts the two apart:

    an insertion    "the ferry, [built in 1979], was carrying 44 people"
    a clause        "was jailed in May after a trial in which 40 ...", "rose in May, but 40 ..."
    a comparison    "sold 400, up [from 350 in 2019]", "fewer than in May", "400, the most since 1994"
    an owner        "5 euros, above [Tuesday's price of 4 euros]"; but "won 40 seats in Sunday's vote"

A time that opens its sentence ("In May, ...", "Since the war began in 2021, ...") holds for all of it, unless it only says when
something was said or promised.
"""

from __future__ import annotations

from itertools import islice

from factcheck.claims import Line
from factcheck.claims.periods import beyond, relative, unbound
from factcheck.mentions import Mention
from factcheck.patterns import pattern

_SKIPPED = r"(?:(?:<<determiner>>|<<about>>|<<levels>>|of|more|than|current|present|existing|earlier|previous|original) )*"
_OTHER = r"(?! <<definite>> [a-z]+ (?:in|on|last|this)\b)"
"""Behind "more than": another thing of the same time ("more than its quota in May")."""
_COMPARED = (
    r"(?:(?:compared|comparing) (?:with|to)|short of|shy of|topping|up from|down from|instead of|(?:close|closer|near) to"
    r"|(?:twice|double|triple|half|times) (?:as|<<definite>>|that|last|more)|as (?:many|much|high|low|large|big) as)\b"
    rf"|than\b(?<!more than)(?<!less than)(?<!fewer than)|(?:more|less|fewer) than\b(?! [$€£\d]){_OTHER}"
    r"|(?:above|below)\b(?! (?:(?:the|an?) )?(?:[A-Z]|(?:[a-z]+ )?<<places>>\b))|beating\b(?! [A-Z])"
    r"|(?:against|versus)\b(?! the [a-z]+ (?:since|in|on|last|this)?)|<<definite>> \w+est (?:[a-z]+ ){1,3}\Z"
)
_CLAUSE = (
    r"(?:but|and now|of what|while(?! [a-z]+ing\b)|whereas|because|although|though|where|unless|if|(?:according|thanks) to"
    r"|(?:ahead|in the (?:wake|aftermath)) of|and (?:<<has>>|<<is>>|will|would|must|can|could|may|to|expects|plans|hopes|aims"
    r"|wants|needs|hold|own|control|face|said|says|told|added|warned|posted|earned|reported))\b"
    r"|and [a-z]{2,}(?<![sui])s (?=(?:about |some |more than )?(?:\d|[$€£]|<<counts>>\b)|an? [a-z]+ of )"
    r"|as(?<! recently as)(?<! late as)(?<! early as) (?!(?:of|an?|part|well|many|much|few|soon|low|high"
    r"|far|early|late|recently|usual|planned|expected|little|large|big|long)\b|[a-z]+ ha(?:ve|s)\b)"
    r"|(?:after|before(?! and\b)|since|until)\b(?! ?(?:the )?\Z)"
    r"(?! (?:dawn|daybreak|sunrise|noon|midday|sunset|dark|nightfall|midnight|\d)\b)"
)
_BEHIND_COMMA = (
    r"(?:and(?! (?!<<announced>>)[a-z]+ed )|as|so|nor|yet|which|who|whom|whose|said|says|told|added|from"
    r"|helped|hurt|hit|boosted|blaming|driven|\w+ of (?:which|whom)|(?:some|most) of them|a (?:figure|number) [a-z]+ed)\b"
    r"|<<determiner>> (?:\w+est|most|least|worst|best)\b[^,]*\Z"
)
_APART = pattern(
    rf"[;—–“”]|--| - |, (?:{_BEHIND_COMMA})|\b(?:{_CLAUSE}|{_COMPARED})|\A[^,]*, (?:<<is>>|<<has>>|will)\b"
    rf"|(?:%|\d|percent|points?|times) (?:more|less|fewer) than\b{_OTHER}"
)
"""What begins another clause: the words that do are asked for at the beginnings of words alone, a few behind a comma only."""
_OTHERS_ACT = pattern(r"(?<! at)(?<! during) (?:that|which)\b(?! (?:<<is>>|<<has>>|[a-z]+ed|will)\b)")
_BASE = pattern(rf"\b(?:from|than|<<against>>) (?:<<determiner>> (?:[\w-]+ )?[a-z]+ of )?{_SKIPPED}\Z")
_EARLIER = pattern(rf", (?:up|down)(?: [\w.%]+)? from {_SKIPPED}(?:[a-z]+ <<levels>> of {_SKIPPED})?\Z")
"""Before what an earlier time had: "Last year it sold 160, up from [95]"."""
_LEADS_AWAY = pattern(
    r"(?s:.*)\bafter \Z|[^,;]* (?:for|of|by|from) [a-z]+ing (?:[a-z]+ )?\Z"
    r"| to (?!(?:<<about>>|over|under|record|more|less|reach|hit|stand|total|close|come)\b)"
    r"[a-z]+ \Z"
)
"""Before a figure behind a time: "was jailed in May [for smuggling] 40 tonnes", "since May, [40 of whom] have left"."""
_INSERTED = pattern(
    rf"(?:,| -| –|—|\() ?(?:<<determiner>> (?:[\w-]+ ){{1,4}})?"
    rf"(?P<acts>(?:first |last |to be )?{relative.PARTICIPLE}|due|who|which|where|when|whose)\b[^,;:()—–]*\Z"
)
_CLOSES = pattern(r"[^,;:()—–]*(?:,| -| –|—|\))")
_OPENS = pattern(
    r"[\s“\"]*(?:(?:[Aa]t|[Ii]n) <<definite>> [a-z]+, )?"
    r"(?:(?:[Oo]n|[Ii]n|[Bb]y|[Ss]ince|[Dd]uring|[Aa]t|[Uu]ntil|[Ff]rom|[Ff]or|[Ll]ate|[Ee]arly)\s(?:the\s)?)?\Z"
)
_SINCE = pattern(r"\b[Ss]ince (?!then\b|[A-Z]\w+ and )(?:[\w’'-]+ ){1,8}?(?:[io]n |at |(?<=ed )|(?<=began )|(?<=broke out ))\Z")
_WHEN = pattern(r"(?: <<hours>>)?,? when\b")
_LEADING = ("after ", "before ", "since ", "as ")
_DECIDES = pattern(r" <<decisions>>\b| on (?:an? (?:[a-z]+ )?(?:<<works>>|plan|law|deal)|whether)\b")
_WHO_DID = pattern(r" (?:who|which|that) ")
_PERFECT = pattern(r" (?:has|have|is|are) ")
_RELATIVE = pattern(rf"\b(?:that|which|who) [^,;:]*\Z|\b<<Determiner>> (?:[a-z-]+ ){{1,2}}{relative.PARTICIPLE} (?:in|on) \Z")
_FIGURE_ASIDE = pattern(
    rf"(?:, (?:(?:an?|the) (?:[\w-]+ ){{,3}})?(?:{relative.PRONOUN}|worth|home)|\A[^,]*, {relative.PARTICIPLE})\b"
    r"(?:[^,;:()—–]|,\d)*\Z"
)
_IT_DID = pattern(r" (?:that |which )?(?:<<pronoun>>|the [a-z]+) (?:had )?[a-z]+ (?:(?:in|on) )?")
_MOST_SINCE = pattern(r"(?:\b[a-z]+est|\bmost|\bbest|\bworst|\brecord|\bfirst)\b[^,;:.]*\Z")
_FIRST_SINCE = pattern(r"\b(?:first|<<definite>> [a-z]+est)\b[^,;:.]*\b(?:since|in) (?:<<early>>[ -])?\Z")
_FORESEEN = pattern(r" <<foreseen>>\b")
_OF_WHOM = (" of whom", " of which", " of them")
_FROM = pattern(r"\b[Ff]rom \Z")
_UP_TO = pattern(r" ?(?:to|until|till|through|and(?! to)|[-–])\b")
_WILL = pattern(
    r"\b(?:will|would|shall|(?:(?:agreed|voted)(?: [^,;]{1,20})?|plans?|wants?|hopes?|aims?|intends?|expects?|expected) to)\b"
)
_OF_ALL = pattern(r"\s*(?:Of|Among|Out of)\b[^,;]*\Z")
_LONG, _NEAR, _MENTIONS = 200, 60, 8
"""Code points of a noun phrase with its owner, and of a figure with its time."""


def reaches(line: Line, time: Mention, figure: Mention) -> bool:
    """Tell whether a time of a line is for one of its figures."""
    text = line.sentence.within
    if (
        (unbound.is_of_else(line, time) and not is_of_then(line, time, figure))
        or _is_aside(line, time, figure)
        or (unbound.is_owner(text, time) and not unbound.is_owned(text, time, figure))
    ):
        return False
    if beyond.is_out_of_reach(line, time, figure):
        return False
    base = _base(line, time)
    if base is not None and (base is figure) is _will_move(line, time, base):
        return False
    return _reaches_back(line, time, figure) if figure.span.end <= time.span.start else _reaches_on(line, time, figure)


def _is_aside(line: Line, time: Mention, figure: Mention) -> bool:
    """Tell whether an insertion holds only one of the two."""
    text, span = line.sentence.within, line.sentence.span
    inserted = _insertion(text, span.start, span.end, time)
    if inserted is not None and not inserted[0] <= figure.span.start < inserted[1]:
        return True
    led = text[max(span.start, figure.start - _LONG) : figure.start]
    if ", " in led and _FIGURE_ASIDE.search(led):
        closes = _CLOSES.match(text, figure.span.end, span.end)
        return closes is not None and closes.end() <= time.span.start  # "the bloc, which pumps [half] of it, plans to ... in May"
    return False


def _reaches_back(line: Line, time: Mention, figure: Mention) -> bool:
    """Tell whether a time reaches a figure before it."""
    text, span = line.sentence.within, line.sentence.span
    if text.startswith(_LEADING, time.span.start) and unbound.is_attribute(line, time):
        return False  # "cut 40 jobs [after second-quarter] sales fell"
    if ": " in text[figure.span.end : time.span.start]:
        return False  # "One reason is the heat: in May it was 40 degrees"
    if _IT_DID.fullmatch(text, figure.span.end, time.span.start):
        return True  # "the [4.2 percent] that it reached in 2011"
    if _is_of_another(text[figure.span.end : time.span.start]):
        return False  # "pay [$31 million] to the family of a 26-year-old man who died in 2021"
    if relative.is_behind(line, time, figure) or relative.is_part(line, time, figure):
        return False
    near = next(line.before(time.span.start), None)
    if _FORESEEN.match(text, figure.span.end) and near is not None and near.numeral is not None and near is not figure:
        return False  # "than the [40,000] forecast and the 55,000 of June"
    since_then = time.days is not None and time.days.form == "since"
    if (_MOST_SINCE if since_then else _FIRST_SINCE).search(text, figure.span.end, time.span.start):
        return False  # "sank below 900 points for the first time since May"
    if relative.befell(line, time, figure):
        return True
    since = _SINCE.search(text, figure.span.end, time.span.start)
    end = since.start() if since else time.span.start
    begin = figure.span.end + (1 if unbound.is_apposed(text, figure) else 0)
    return not _breaks(text[begin:end]) and not _is_whole(text, span.start, time, figure)


def _reaches_on(line: Line, time: Mention, figure: Mention) -> bool:
    """Tell whether a time reaches a figure behind it."""
    text, start = line.sentence.within, line.sentence.span.start
    led = max(start, time.span.start - _NEAR)
    if _DECIDES.match(text, time.span.end) and " to " in text[time.span.end : figure.start]:
        return False  # "on Monday ordered the firm to pay"
    if relative.is_of_plan(text[start : time.span.start]):
        return False
    if time.days is not None and time.days.form == "since" and _MOST_SINCE.search(text, led, time.span.start):
        return is_of_then(line, time, figure)  # "the biggest rise since 2005, to $180,000"
    if _opens(text, start, time):
        return not unbound.is_said(line, time, figure) and _EARLIER.search(text, time.span.end, figure.start) is None
    if _PERFECT.match(text, time.span.end) and _RELATIVE.search(text, led, time.span.start):
        return False  # "a fire that broke out on Monday has destroyed [40] homes"
    if relative.leads(line, time, figure):
        return False
    comma = text.startswith(",", time.span.end)  # "on Friday, May 3, and"
    dated = comma and ("," in text[time.span.start : time.span.end] or relative.is_apposed(line, time))
    when = _WHEN.match(text, time.span.end)
    begin = when.end() if when else time.span.end + dated
    if text.startswith(_OF_WHOM, figure.span.end) and text[begin : figure.start] == ", ":
        return False  # "since May, [40] of whom have left"
    away = _BASE.search(text, time.span.end, figure.start) or _LEADS_AWAY.match(text[begin : figure.start])
    return not _breaks(relative.without_books(text[begin : figure.start], time)) and away is None


def begins(line: Line, time: Mention) -> bool:
    """Tell whether what a time dates is what all has gone on since: "since the war began in 2021"."""
    return (
        _SINCE.search(line.sentence.within, max(line.sentence.span.start, time.span.start - _NEAR), time.span.start) is not None
    )


def goes_on(line: Line, time: Mention, figure: Mention) -> bool:
    """Tell whether what is to come begins with a time: "[15] streets will be closed from Saturday"."""
    text, start = line.sentence.within, line.sentence.span.start
    if line.figure_before(time.span.start) is not figure:
        return False
    led = _FROM.search(text, max(start, time.span.start - _NEAR), time.span.start)
    return led is not None and _WILL.search(text, start, led.start()) is not None and not _UP_TO.match(text, time.span.end)


def is_of_then(line: Line, time: Mention, figure: Mention) -> bool:
    """Tell whether a figure stands in what happened then: "since 1997, when [54] people died"."""
    return figure.span.start > time.span.end and _WHEN.match(line.sentence.within, time.span.end) is not None


def _insertion(text: str, start: int, stop: int, time: Mention) -> tuple[int, int] | None:
    """Give the insertion that a time stands in, up to its closing sign: "built in 1979,"; None where it stands in none."""
    before = _INSERTED.search(text, max(start, time.span.start - _LONG), time.span.start)
    behind = _CLOSES.match(text, time.span.end, stop) if before else None
    return (before.start("acts"), behind.end()) if before and behind else None


def _base(line: Line, time: Mention) -> Mention | None:
    """Give the figure right before a time with which another is compared: "from [350,000] in 2019"; it alone has that time."""
    text = line.sentence.within
    near = line.figure_before(time.span.start)
    if near is None or time.span.start - near.span.end > _NEAR or "," in text[near.span.end : time.span.start]:
        return None
    start = line.sentence.span.start
    return near if _BASE.search(text, max(start, near.start - _NEAR), near.start) else None


def _will_move(line: Line, time: Mention, base: Mention) -> bool:
    """Tell whether what stands before a base is still to come, and has no time yet: "will rise to 9 percent from [7] in May"."""
    text, start = line.sentence.within, line.sentence.span.start
    if _WILL.search(text, start, base.start) is None or not (
        text.endswith("from ", start, base.start) and text.endswith(" in ", start, time.span.start)
    ):
        return False
    return all(mention.days is None for mention in islice(line.before(base.start), _MENTIONS))


def _opens(text: str, start: int, time: Mention) -> bool:
    if _OPENS.fullmatch(text, start, time.span.start):
        return True
    since = _SINCE.search(text, start, time.span.start)
    return since is not None and not text[start : since.start()].strip()


def _is_whole(text: str, start: int, time: Mention, figure: Mention) -> bool:
    """Tell whether a figure is only what others are taken from: "[Of its 269 lakes], 54 have dried up since 1890"."""
    return _OF_ALL.match(text, start, figure.start) is not None and "," in text[figure.span.end : time.span.start]


def _is_of_another(between: str) -> bool:
    """Tell whether a clause between a figure and a time tells of another figure that stands there."""
    told = _WHO_DID.search(between) if len(between) <= _LONG else None
    return told is not None and any(map(str.isdigit, between[: told.start()]))


def _breaks(between: str) -> bool:
    """Tell whether the words between a time and a figure begin another clause."""
    between = relative.without_parts(between)
    return _APART.search(between) is not None or _OTHERS_ACT.search(between) is not None
