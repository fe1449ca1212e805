"""Which segments on the left of a gutter are the labels of a form, or names beside their values."""

import re
from operator import attrgetter

from nlp.readers.segments import Segment

_middle = attrgetter("middle")


def labels_lead(left: list[Segment], starts: list[Segment]) -> bool:
    """Whether each group of lines on the left begins beside a value (`: …`): names that wrap in a column of their own."""
    if not starts:
        return False
    groups: list[Segment] = []
    bottom = 0.0
    for segment in sorted(left, key=_middle):
        if not groups or segment.top - bottom > 0.9 * segment.height:
            groups.append(segment)
        elif not _ends_name(segment):
            return False
        bottom = segment.bottom
    return len(groups) == len(starts) and all(
        any(abs(start.middle - group.middle) < 0.35 * group.height for start in starts) for group in groups
    )


def _ends_name(segment: Segment) -> bool:
    """The second line of a name: it has a title behind a comma, or is set in capitals as the first is."""
    return "," in segment.text or segment.text.isupper()


# What stands before the values of a form, a letter's head, a comparition in rows.
_FORM_LABEL = re.compile(
    r"(?:\W*(?:\d{1,2}|[IVXil]{1,3}|[a-e])[.)]?\s+)?(?:nama|nip|nik|nrp|pangkat|gol(?:ongan)?|jabatan|alamat|instansi|unit\s+kerja|(?:ber)?kedudukan|"
    r"bertindak|nomor|sifat|lamp(?:iran)?|(?:peri)?hal|tanggal|kepada|dari|dasar|maksud|tujuan|waktu|tempat|hari|pukul|acara|peserta|pelaksana|"
    r"lokus|pembimbing|tembusan|melalui|telepon|telp|faks\w*|surel|e-?mail|judul|pokok|tentang)\b(?:[\s/.-]+\w+){0,3}\W*",
    re.I,
)


# `Waktu dan` above `Tempat`: one label on two lines.
_UNFINISHED = re.compile(r"(?:\b(?:dan|serta|atau|untuk|di|ke|pada|yang)|[,/&-])$", re.I)


def form_labels(left: list[Segment], pairs: list[tuple[Segment, Segment]]) -> list[Segment]:
    """The labels of a form whose lines stand before their values; empty where the left side is something else."""
    known = [segment for segment in left if len(segment.words) <= 6 and _FORM_LABEL.fullmatch(segment.text)]
    if len(known) < 2 or len(known) < 0.5 * len(left):
        return []
    valued = {id(label) for label, _ in pairs}
    found = []
    before = ""
    for segment in sorted(left, key=_middle):
        text = segment.text
        if _UNFINISHED.search(before) is None and (segment in known or (text[0].isupper() and id(segment) in valued)):
            found.append(segment)
        before = text
    return found
