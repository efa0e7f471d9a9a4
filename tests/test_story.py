"""Claims -> Story: what the text ties together, what a tied figure takes over, and whose word stands against whose."""

from __future__ import annotations

import datetime as dt

import pytest

from factcheck import readers, story
from factcheck.claims import Claim, reading
from factcheck.story import Story


def told(text: str, *, headline: str | None = None) -> Story:
    document = readers.from_text(text, headline=headline)
    return story.tell(document, reading.read(document))


def ties(text: str, *, headline: str | None = None) -> list[tuple[str, str, str]]:
    """Give the links of a text: their kind, the words of the one figure, and those of the figure it depends on."""
    tale = told(text, headline=headline)
    quote = {claim.id: tale.document.quote(claim.span) for claim in tale.claims}
    return [(link.kind, quote[link.one], quote[link.other]) for link in tale.links]


def claim(tale: Story, quote: str) -> Claim:
    (found,) = (claim for claim in tale.claims if tale.document.quote(claim.span) == quote)
    return found


# --- part of


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("The ferry carried 900 people, including 40 children.", "40", "900"),
        ("The avalanche left 30 dead, among them 12 skiers.", "12", "30"),
        ("The flood drove 900 villagers out, 300 of whom had no shoes.", "300", "900"),
        ("The ferry carried 900 people. Of those, 40 were ill.", "40", "900"),
        ("The ferry carried 900 people. It was late. Of those, 40 were ill.", "40", "900"),
        ("Some 21 of the 36 seats are empty.", "21", "36"),
        ("He read 21 out of the 36 letters.", "21", "36"),
        ("The yard had 11 thefts, with two thefts involving a ladder.", "two", "11"),
        ("The bridge cost $30 million, including $2 million for paint.", "$2 million", "$30 million"),
        ("Guards held 11 people, including the ferry's owner and two sailors.", "two", "11"),
        ("Some 12 people are missing and 34 were hurt, eight of them badly.", "eight", "34"),
        ("The blast hurt 29 men, six of them badly, and 84 walked out unharmed.", "six", "29"),
        ("Guards stopped 40 carts at the gate and searched 12 of them.", "12", "40"),
        ("Twelve others were taken away, where four remain in bed.", "four", "Twelve"),
        ("Another 90 were hurt, 12 of whom are still in hospital.", "12", "90"),
        ("The mill, which has 900 hands, will open 40 shops next year, six of them in Leith.", "six", "40"),
        ("Jets hit 30 targets, among them two radar masts.", "two", "30"),
    ],
)
def test_a_part_is_tied_to_its_whole(text: str, part: str, whole: str) -> None:
    assert ties(text) == [("part-of", part, whole)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The ferry carried 900 people.\n\nIt was late. Of those, 40 were ill.", "another paragraph"),
        ("The fund paid 400 farmers, including $2 million in error.", "money is no part of farmers"),
        ("It made a profit of $3 million, including a gain of $5 million.", "a profit may be less than a gain in it"),
        ("The choir sent 40 Russian singers, including 3 Ukrainian singers in red.", "another nation"),
        (
            "The yard had 11 thefts and 4 thefts, with two thefts involving a ladder.",
            "two figures could be the whole",
        ),
        ("The yard had 11 thefts, with two fires involving a ladder.", "fires are no thefts"),
        ("The ferry killed 11 people, including the mayor and 40 people were hurt.", "a clause of its own"),
        ("The ferry carried 900 people, including the mayor, who is 40.", "no figure stands behind the cue"),
        ("Another 900 people came, including 950 children.", "the whole comes on top of a figure that is not there"),
        ("Another two were hurt, 12 of whom had been there before.", "more than those who come on top"),
        ("Nine fell ill. Two-thirds of those taking part were women.", "of all who took part"),
    ],
)
def test_what_is_no_part_stays_untied(text: str, why: str) -> None:
    assert ties(text) == [], why


def test_the_whole_of_several_is_the_largest_of_the_same_sentence() -> None:
    text = "The hall seats 950 people. A crowd of 300 people, 40 people in costume, came, including 12 children."
    assert ties(text) == [("part-of", "12", "300")]


def test_what_a_part_is_held_against_is_of_another_whole() -> None:
    text = "Of the 300 in the first group, 21 fell ill, compared with 38 in the other."
    assert ties(text) == [("part-of", "21", "300"), ("move", "38", "21")]


def test_a_part_takes_over_whose_and_when_it_is() -> None:
    tale = told("In 2019, 900 Russian soldiers were lost. Of those, 40 were deserters.")
    part, whole = claim(tale, "40"), claim(tale, "900")
    assert part.subject is not None
    assert (part.subject.head, part.subject.modifiers) == ("soldiers", frozenset({("nationality", "Russian")}))
    assert part.first_day is not None
    assert (part.first_day, part.last_day) == (whole.first_day, whole.last_day)


def test_a_part_keeps_what_it_says_of_itself() -> None:
    tale = told("The base housed 900 foreign soldiers, including 40 young troops.")
    part = claim(tale, "40")
    assert part.subject is not None
    assert part.subject.modifiers == frozenset({("age", "young"), ("status", "foreign")})


# --- restates


@pytest.mark.parametrize(
    "text",
    [
        "The trail is 5 miles (8 km) long.",
        "The trail is 5 miles long (or 8 km).",
        "The trail is 5 miles, or 8 km, long.",
        "The trail runs for 5 miles/8 km.",
    ],
)
def test_a_figure_in_brackets_or_behind_or_tells_the_first_again(text: str) -> None:
    assert ties(text) == [("restates", "8 km", "5 miles")]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The trail is 5 miles (6 miles by bus) long.", "one unit"),
        ("The trail is 5 miles (8 km of it in the shade) long.", "the bracket says more"),
        ("The trail is 5 miles or 3 hours long.", "a length and a time"),
        ("The trail is 5 miles. (8 km are paved.)", "another sentence"),
        ("The firm paid €40 (€31 million) in all.", "one currency"),
        ("The firm paid 45 euros a share ($3 billion) in all.", "a price and a sum"),
    ],
)
def test_what_is_not_the_same_again_stays_untied(text: str, why: str) -> None:
    assert ties(text) == [], why


def test_a_figure_told_again_takes_over_its_role_and_its_time() -> None:
    tale = told("Thieves stole 6 trillion won ($4.22 billion) in 2019.")
    first, again = claim(tale, "6 trillion won"), claim(tale, "$4.22 billion")
    assert first.role == again.role == "stolen"
    assert first.first_day is not None
    assert (first.first_day, first.last_day) == (again.first_day, again.last_day)


# --- what is understood


@pytest.mark.parametrize(
    ("text", "quote", "subject"),
    [
        ("Police held eight men. Three of the eight were freed.", "Three", "men"),
        ("Police held eight men. Three of the eight were freed.", "eight", "men"),
        ("The clinic tested 540 swabs and found flu in 162, or 30 percent.", "162", "swabs"),
        ("The clinic gave 540 jabs. It has 90 left.", "90", "jabs"),
        ("The mill lost 40 jobs and the yard 12.", "12", "jobs"),
        ("The dam drowned 40 farms, and another 12 lost their wells.", "12", "farms"),
        ("They rebuilt 40 barns in May and those of a further 12 next year.", "12", "barns"),
        ("The tax is liked by 61 percent among women and hated by men.", "61 percent", "women"),
        ("The Greens have 38 of the 115 seats, the Liberals 17 and the Left Alliance nine.", "nine", "seats"),
        ("Some 54 percent of voters are for it and only 31 percent are against.", "31 percent", "voters"),
        ("The quay handles 540 crates a day. It handled 90 daily in May.", "90", "crates"),
        ("The clinic gave 540 jabs, up from 90 previously given.", "90", "jabs"),
        ("A 12-man crew packed 540 jabs. It has 90 left.", "90", "jabs"),
        ("Buyers in Leeds paid an average of $280. About one in five got it back.", "one in five", "Buyers"),
        ("Ash Ford, a town of 38,000, lies inland.", "38,000", "people"),
        ("Women prefer Hale by 54 percent to 37 percent.", "37 percent", "Women"),
        ("The blast killed 19 and hurt some dogs.", "19", "people"),
        ("It has bought new vans, of which nine are red.", "nine", "vans"),
        ("Some 52 percent of voters are for it. In May, 57 percent were for it.", "57 percent", "voters"),
        ("Leith lie third with 47 points, five behind Ashby.", "five", "points"),
        ("The town had 900 pupils in 2010 and 600 today.", "600", "pupils"),
        ("Nurses are split: 41 percent back Hale.", "41 percent", "Nurses"),
        ("Hale was chosen by 37 percent of voters, Lum by 30 percent.", "30 percent", "voters"),
        ("It is liked more among women (54 percent) and men (46 percent).", "46 percent", "men"),
        ("Some 47 percent of mothers came. It was 71 percent before the war.", "71 percent", "mothers"),
    ],
)
def test_a_noun_that_is_left_out_is_understood(text: str, quote: str, subject: str) -> None:
    quotes = [found for found in told(text).claims if told(text).document.quote(found.span) == quote]
    assert [found.subject.text for found in quotes[-1:] if found.subject] == [subject]


@pytest.mark.parametrize(
    "text",
    [
        "The clinic has 540 beds. Their average age was 67.",
        "The mill has 40 looms. Its share fell $2 to 21.",
        "The mill has 40 looms. Firms with scores below 21 made the list.",
        "The clinic has 540 beds. Its founder, Ida Moen, 67, left.",
        "The clinic has 540 beds. In the vote the nurses won by 43 to 17.",
        "The clinic has 540 beds. It may be shut for a month or two.",
        "The clinic has 540 beds. Claims rose 8 percent to 210 in May.",
        "The clinic has 40 beds. It owns a Tern and flies the 650 itself.",
        "The clinic has 40 beds. A deal between it and the mill bound the two.",
        "The clinic has 540 beds. Its mood stood near 50.0, she said.",
        f"The clinic has 540 beds. {'It stands on the hill above the old town. ' * 8}It has 90 left.",
    ],
)
def test_no_noun_is_understood_where_a_number_may_be_of_something_else(text: str) -> None:
    assert told(text).claims[-1].subject is None


def test_what_is_understood_from_the_sentence_before_is_never_set_against_it_for_its_noun() -> None:
    (_, left) = told("The clinic saw 540 nurses. It has 90 left.").claims
    assert left.subject is not None
    assert left.subject.head is None


# --- named again


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("The ship drilled 12 cores. Five of the cores were wet.", "Five", "12"),
        ("The storm killed 26 people. Three of the dead were children.", "Three", "26"),
        ("It cost $34 million, of which the council paid two-thirds.", "two-thirds", "$34 million"),
        ("It employs 16 weavers, a quarter of them foreign.", "a quarter", "16"),
        ("The Greens have 38 of the 115 seats and the Liberals 17.", "17", "115"),
        ("Only nine farms took part and two of those gave up.", "two", "nine"),
        ("The firm paid $72 million; half of that goes to lawyers.", "half", "$72 million"),
        ("Of the 154 women who rode to Lyon 118 are left.", "118", "154"),
        ("It cost $34 million, of which the council paid $4 million.", "$4 million", "$34 million"),
        ("It cost $34 million. The council paid $4 million of that.", "$4 million", "$34 million"),
        ("It cost $34 million. Of that, $9 million went to lawyers.", "$9 million", "$34 million"),
        ("It serves 900 homes. Power was back for 90 percent of them.", "90 percent", "900"),
        ("Guards wrote 12 charges; seven were later dropped.", "seven", "12"),
        ("It let 900 birds go. Only two in five survived.", "two in five", "900"),
        ("It let 900 birds go, but only 400 survived.", "400", "900"),
        ("They took 900 ticks from 40 farms and found it in 3 percent of them.", "3 percent", "900"),
        ("It sees sales of $68 million, up from $51 million, but wages take 79 percent of it.", "79 percent", "$68 million"),
        ("It holds 71 seats and governs with nine others, two of whom may go.", "two", "nine"),
        ("It must raise $40 million; Wren, who holds 38 percent, gives a third of that.", "a third", "$40 million"),
        ("In her village four houses out of 85 are standing.", "four", "85"),
        ("Fifteen of her party's 31 members stayed.", "Fifteen", "31"),
        ("Clinics saw 540 patients, up from 300. About a third needed a bed.", "a third", "540"),
        ("It lost 40 million euros in May, of which it got back about half.", "half", "40 million euros"),
        ("The blast killed 14 people.\n\nThe dead included six guards and two nurses.", "six", "14"),
        ("The blast killed 14 people.\n\nThe dead included six guards and two nurses.", "two", "14"),
        ("The blast killed 14 people.\n\nThe dead were six guards and a nurse.", "six", "14"),
        ("It made 18 tonnes of steel, 6 percent less than planned. Wren bought half of that.", "half", "18 tonnes"),
        ("It asked 900 voters; 62 percent of 880 answers were against it.", "62 percent", "880"),
        ("The trial has 900 nurses. Half were taught at night.", "Half", "900"),
        ("Nine people were hurt, two badly.", "two", "Nine"),
    ],
)
def test_a_part_is_tied_to_a_whole_that_it_only_names(text: str, part: str, whole: str) -> None:
    assert ("part-of", part, whole) in ties(text)


def test_what_is_more_than_the_whole_told_before_is_of_another_whole() -> None:
    assert not ties("The ship drilled 12 cores. Fifteen of the cores held salt.")


# --- moves


@pytest.mark.parametrize(
    ("text", "change", "level"),
    [
        ("Sales rose 8 percent to $54 million.", "8 percent", "$54 million"),
        ("Sales fell to $54 million in May, down 8 percent on the year.", "8 percent", "$54 million"),
        ("The clinic saw 540 patients, 8 percent more than the 500 of May.", "8 percent", "540"),
        ("Its debt stood at $54 million in May, up $4 million since March.", "$4 million", "$54 million"),
        ("She scored 214 points in 19 games, 31 more than anybody else.", "31", "214"),
        ("She stood for 19 seconds, 8 seconds longer than before.", "8 seconds", "19 seconds"),
        ("He was jailed for six years, two fewer than the judge could give.", "two", "six years"),
        ("It burns 37 percent of its waste, eight percentage points below the average.", "eight percentage points", "37 percent"),
        ("The shares closed at $61, down $2.", "$2", "$61"),
        ("Its debt fell by 300 million to 8.9 billion crowns.", "300 million", "8.9 billion crowns"),
        ("The Greens won 43 of the 120 seats, nine more than in 2021.", "nine", "43"),
        ("They expect 60,000 guests over three days, a third more than in May.", "a third", "60,000"),
        ("Its pay starts at $44,500, some $600 below that of Leith.", "$600", "$44,500"),
        ("Deaths rose to 612, although that was a fifth fewer than in 2014.", "a fifth", "612"),
        ("The ride takes 41 minutes, against a target of 18 minutes.", "18 minutes", "41 minutes"),
        ("Rents rose 6 percent over the year to an average of $1,180.", "6 percent", "$1,180"),
        ("Its budget of $9 million was raised by 5 percent.", "5 percent", "$9 million"),
        ("Raids fell to 900, and thefts by 9 percent to 2,840.", "9 percent", "2,840"),
        ("A home costs $400, down from $420 in May and 3 percent less than a year ago.", "3 percent", "$400"),
        (
            "It sees a profit of $5 million to $6 million, up from a forecast of $4 million to $5 million.",
            "$4 million to $5 million",
            "$5 million to $6 million",
        ),
        ("It was found in 17 of the 22 towns, compared with eight in 2015.", "eight", "17"),
        ("The spring went from 31 degrees Celsius to 54 degrees Celsius.", "31 degrees Celsius", "54 degrees Celsius"),
    ],
)
def test_a_change_is_tied_to_its_level_where_the_level_before_is_not_told(text: str, change: str, level: str) -> None:
    assert ("move", change, level) in ties(text)


def test_two_changes_are_no_change_and_its_level() -> None:
    assert ties("Prices rose 0.4 percent from March and were 3.2 percent higher than a year earlier.") == []


def test_another_level_takes_over_the_role_and_counts_its_time_from_the_first() -> None:
    tale = told("Revenue rose to $54 million in May 2019 from $50 million a year earlier, above the $51 million expected.")
    before, expected = claim(tale, "$50 million"), claim(tale, "$51 million")
    assert (before.roles, expected.roles) == (("revenue",), ("revenue",))
    assert (before.first_day, before.last_day) == (dt.date(2018, 5, 1), dt.date(2018, 5, 31))
    assert before.additional, "it is never set against a figure of now"


# --- headline


@pytest.mark.parametrize(
    ("headline", "body", "figure"),
    [
        ("Mill to close 14 shops", "The mill will sell 40 homes. It will close 15 shops.", "15"),
        ("Fire kills nearly 12", "The fire hurt 13 people. A fire in May killed 11 people.", "11"),
        ("Siege cost 4,700 casualties", "Some 600 soldiers were killed. Some 5,900 soldiers were killed or injured.", "5,900"),
    ],
)
def test_the_headline_is_tied_to_a_figure_that_agrees_or_to_the_only_one_it_can_mean(
    headline: str, body: str, figure: str
) -> None:
    assert [other for kind, _, other in ties(body, headline=headline) if kind == "headline"] == [figure]


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Price rises by $40", "The mill will close 40 shops."),
        ("Mill to close 14 shops", "Another 40 shops will close."),
        ("Russian death toll reaches 900", "By May 700 Ukrainian soldiers were killed."),
        ("Fire kills 12", "The fire injured 12 people."),
        ("Flood drives out 12", "The flood damaged 12 mills."),
        (
            "Fire kills 12",
            "It was a hot night. Nobody slept. It was dry. The fire killed 14 people. A fire in May killed 11 people.",
        ),
        ("Fire kills 12", "The fire killed 7 men and 5 women."),
        ("Fire kills 12", "The fire killed 6 men, and it killed 6 women in the yard."),
        ("Fire kills 12", "A second fire killed 14 people."),
        ("Fire kills 12", "In 2019 the fire killed 14 people."),
    ],
)
def test_a_headline_that_may_mean_something_else_stays_untied(headline: str, body: str) -> None:
    assert ties(body, headline=headline) == []


def test_the_headlines_figure_takes_over_whose_it_is() -> None:
    tale = told("Some 4,700 Russian soldiers were killed or injured.", headline="Siege cost 4,800 casualties")
    above = claim(tale, "4,800")
    assert above.subject is not None
    assert above.subject.modifiers == frozenset({("nationality", "Russian")})


# --- repeats

TWICE = "The mill laid off 310 seasonal workers. It rained. The {} seasonal workers laid off had no notice."


def test_a_quantity_told_twice_is_tied_to_where_it_was_told_first() -> None:
    assert ties(TWICE.format(130)) == [("repeats", "130", "310")]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The mill laid off 310 workers. It rained. The 130 workers laid off had no notice.", "nothing says which workers"),
        (TWICE.format("130") + " The 90 seasonal workers laid off, too, wept.", "three of them: which is which?"),
        (TWICE.format("other 130"), "others"),
        ("The mill laid off 310 seasonal workers in 2019. The 130 seasonal workers laid off in 2023 wept.", "another year"),
        ("The mill laid off 310 seasonal workers. It has now 130 seasonal workers.", "another role"),
        ("The mill laid off 310 seasonal workers. Would it be 130 seasonal workers laid off?", "a question"),
        ("The mill laid off 310 seasonal workers. The figure rose to 130 seasonal workers laid off.", "a later state"),
        ("The mill laid off 310 seasonal workers. Dozens of seasonal workers laid off wept.", "no figure"),
    ],
)
def test_what_may_be_another_quantity_stays_untied(text: str, why: str) -> None:
    assert ties(text) == [], why


# --- whose word


@pytest.mark.parametrize(
    ("text", "rivals"),
    [
        ("The coroner said 9 people drowned. The harbour said 12 people drowned.", True),
        ("The coroner said 9 people drowned. In all 12 people drowned.", False),
        ("The coroner said 9 people drowned. The coroner added that 12 people drowned.", False),
        ("The coroner said 9 people drowned. He added that 12 people drowned.", False),
        ("The National Audit Office said 9 people drowned. The Audit Office said 12 people drowned.", False),
        ("The coroner said 9 people drowned. Deputies briefed by the coroner said 12 people drowned.", False),
        ("The coroner said 9 people drowned, according to the harbour. Mayor Ruiz said 12 people drowned.", True),
    ],
)
def test_two_named_voices_are_rivals_unless_one_passes_on_the_other(text: str, rivals: bool) -> None:
    tale = told(text)
    assert tale.rivals(claim(tale, "9"), claim(tale, "12")) is rivals
    assert tale.rivals(claim(tale, "12"), claim(tale, "9")) is rivals


def test_the_headline_is_nobodys_rival() -> None:
    tale = told("Mayor Ruiz said that 12 people drowned.", headline="Nine drowned, coroner said")
    assert {claim(tale, quote).source is None for quote in ("Nine", "12")} == {False}
    assert not tale.rivals(claim(tale, "Nine"), claim(tale, "12"))


# --- which group


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("Some 90 Russian soldiers died. Some 80 soldiers died.", False),
        ("Some 90 Russian soldiers died. Some 70 Ukrainian soldiers died. Some 80 soldiers died.", True),
        ("Some 90 Russian soldiers died. Some 70 Ukrainian nurses died. Some 80 soldiers died.", False),
        ("Some 90 soldiers died. The death toll stood at 80.", False),
        ("Some 90 soldiers died. Some 70 passengers died. The death toll stood at 80.", True),
        ("Some 90 soldiers died. The mill laid off 70 workers. The death toll stood at 80.", False),
    ],
)
def test_a_bare_figure_may_be_of_any_group_that_the_story_knows(text: str, several: bool) -> None:
    tale = told(text)
    assert tale.of_several_groups(claim(tale, "90"), claim(tale, "80")) is several
    assert tale.of_several_groups(claim(tale, "80"), claim(tale, "90")) is several
