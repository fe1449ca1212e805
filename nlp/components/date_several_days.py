"""Several days of one month: `22 s.d. 24 September 2016`, `4, 5 dan 7 Juni 2024`, with their day names."""

from dataclasses import dataclass, field, replace

from nlp.components.date_days import MARKET_DAYS, DaysReader
from nlp.components.date_points import DAY_PREFIX, Point


@dataclass(slots=True)
class _Listed:
    """Days as they are listed before their month."""

    weekday: int | None  # of the last
    values: list[int] = field(default_factory=list)
    spelled: bool = False
    joined: bool = False  # by more than commas
    warnings: list[str] = field(default_factory=list)
    closing: Point | None = None  # the last day, where it is a date by itself: `26-28/02/2024`
    after: int = 0  # the index of the token behind them


class SeveralDaysReader(DaysReader):
    """Reads lists and ranges of days within a month."""

    def weekdays(self, index: int) -> tuple[int | None, int | None, int]:
        """The two day names of `Senin–Rabu, …`, or the one, and the index after them."""
        token = self.at(index)
        if token is None or token.weekday is None:
            return None, None, index
        here = self.skip_marks(index + 1 + (self.word(index + 1) in MARKET_DAYS), ",")
        after = self.separator(here)
        if after is None and self.word(here) == "dan":
            after = here + 1
        second = self.at(after) if after is not None else None
        if after is None or second is None or second.weekday is None:
            return token.weekday, None, here
        return token.weekday, second.weekday, self.skip_marks(after + 1, ",/")

    def days(self, index: int) -> tuple[Point, Point, int] | None:
        """`22 s.d. 24 September 2016`, `18-19 Februari 2013`, `4, 5 dan 7 Juni 2024`, `Senin–Rabu, 5–7 Februari 2024`."""
        token = self.at(index)
        if token is None:
            return None
        first_weekday, last_weekday, start = self.weekdays(index)
        opened = self.mark(start) == "("
        if opened:
            start += 1
        if self.word(start) in DAY_PREFIX:
            start = self.skip_marks(start + 1, ".:")
        listed = self._listed(start, last_weekday, cue=opened)
        if listed is None:
            return None
        closed = self._closed(listed, token.start if token.weekday is not None else self.tokens[start].start)
        if closed is None:
            return None
        last, here = closed
        if opened and self.mark(here) == ")":
            here += 1
            last.end = self.tokens[here - 1].end
        first = replace(last, day=listed.values[0], warnings=[], weekday=first_weekday)
        last.warnings += listed.warnings
        last.weekday = listed.weekday
        return first, last, here

    def _listed(self, index: int, weekday: int | None, *, cue: bool) -> _Listed | None:
        """The days from `index` on, each later than the one before; None where something else stands among them."""
        listed = _Listed(weekday)
        here: int | None = index
        while here is not None:
            if listed.values and (last := self._closing_date(here, listed.values[-1], cue=cue)) is not None:
                listed.closing = last
                listed.after = here + (1 if self.tokens[here].kind == "date" else 3)
                return listed
            if not self._take_day(listed, here):
                return None
            here, joins = self._next_day(listed.after)
            if here is not None:
                listed.joined = listed.joined or joins
                here = self._at_day(listed, here)
        return listed

    def _take_day(self, listed: _Listed, index: int) -> bool:
        """Whether a day stands at the index; it is noted then."""
        found = self.number(index)
        if found is None:
            return False
        day, after, spelled, warning = found
        token = self.tokens[index]
        if not 1 <= day <= 31 or (listed.values and day <= listed.values[-1]):
            return False
        if token.kind == "num" and len(token.text) > 2:
            return False
        listed.values.append(day)
        listed.after = after
        listed.spelled = listed.spelled or spelled
        if warning:
            listed.warnings.append(warning)
        return True

    def _at_day(self, listed: _Listed, index: int) -> int:
        """The index of the next day itself, behind its day name and `tanggal`."""
        token = self.at(index)
        if token is not None and token.weekday is not None:
            listed.weekday = token.weekday if listed.weekday is None else listed.weekday
            index = self.skip_marks(index + 1, ",")
        return self.skip_marks(index + 1, ".") if self.word(index) in DAY_PREFIX else index

    def _closed(self, listed: _Listed, begin: int) -> tuple[Point, int] | None:
        """The last day with its month, and the index after it; commas alone join days only where there are several and a year."""
        if listed.closing is not None:
            listed.closing.start = begin
            return (listed.closing, listed.after) if listed.joined else None
        if len(listed.values) < 2 or not (listed.joined or len(listed.values) > 2):
            return None
        closed = self._closing_month(listed.after, begin, listed.values[-1], spelled=listed.spelled)
        return closed if closed is not None and (listed.joined or closed[0].year is not None) else None

    def _next_day(self, index: int) -> tuple[int | None, bool]:
        """The index of the next day in a list or range, and whether it is joined by more than a comma."""
        after = self.separator(index + 1 if self.mark(index) == "," else index)
        if after is not None:
            return after + (self.word(after) == "hari"), True
        if self.mark(index) == "," and self.word(index + 1) in {"dan", "serta", "and"}:
            return index + 2, True
        if self.mark(index) == "," and self.number(index + 1):
            return index + 1, False
        if self.word(index) in {"dan", "serta", "and"} or self.mark(index) == "&":
            return index + 1, True
        return None, False

    def _closing_date(self, index: int, before: int, *, cue: bool) -> Point | None:
        """The `28/02/2024` of `26-28/02/2024`, within a bracket after day names also `28/2`."""
        token = self.at(index)
        if token is None:
            return None
        if token.kind == "date" and token.day is not None and token.day[2] > before:
            year, month, day = token.day
            return Point(token.start, token.end, year, month, day)
        number = self.number(index) if cue else None
        short = self.day_by_month(index, number[1]) if number is not None and number[0] > before else None
        return short[0] if short is not None else None

    def _closing_month(self, index: int, begin: int, day: int, *, spelled: bool) -> tuple[Point, int] | None:
        said = self.word(index) in {"bulan", "bln"}
        here = index + 1 if said else index
        named = self.month_at(here, said=said or spelled)
        if named is None:
            return None
        month, here = named
        point = Point(begin, self.tokens[here - 1].end, None, month, day, spelled=spelled)
        return self.with_year(point, here)
