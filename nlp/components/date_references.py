"""Months that are not named: `bulan yang sama`, `bulan itu juga`, and the Roman figures of old papers."""

from nlp.components.date_points import Point, Reader

_ROMAN_MONTHS = {name: number for number, name in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), 1)}


class ReferencesReader(Reader):
    """Reads days whose month the text says by its number or by pointing to one named before."""

    def roman_month(self, index: int, after: int) -> tuple[Point, int] | None:
        """`14-III-2023`, which counts only beside a day name or `tanggal`, or where it says a day again: so numbers look too."""
        day, month, mark = self.tokens[index], self.at(after + 1), self.mark(after)
        wide = mark == "-" and self.gap(after) == self.gap(after + 1) == " "  # `9 - IX - 2024`
        if mark not in {"-", ".", "/"} or (self.gap(after) and not wide) or month is None:
            return None
        number = _ROMAN_MONTHS.get(month.text)
        year = self.at(after + 3)
        if number is None or self.mark(after + 2) != mark or year is None or len(day.text) > 2:
            return None
        if (
            (self.gap(after + 3) and not wide)
            or len(year.text) != 4
            or year.value is None
            or not 1900 <= year.value <= 2100
        ):
            return None
        return Point(day.start, year.end, year.value, number, day.value), after + 4

    def same_month(self, index: int) -> tuple[Point, int] | None:
        """What stands at `index` for a month named before: `yang sama`, `itu juga`, `tersebut`; the point lacks its day."""
        first, second = self.word(index), self.word(index + 1)
        if first == "yang" and second == "sama":
            after = index + 2
        elif first in {"itu", "tersebut"}:
            after = index + 1 + (second == "juga")
        else:
            return None
        for place in range(index - 1, max(-1, index - 60), -1):
            token = self.tokens[place]
            if token.day is None and token.month is None:
                continue
            if token.day is not None:
                year: int | None = token.day[0]
                month = token.day[1]
            else:
                stated = self.year_after(place + 1)
                year, month = (stated[0] if stated else None), token.month or 0
            return Point(token.start, self.tokens[after - 1].end, year, month, derived=True), after
        return None
