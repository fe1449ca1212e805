"""Days of somebody else's coming: those who look after the people that are away, and guests who are asked to come later."""

import re

from nlp.components.date_lines import sentence_start
from nlp.facts import DateMention

# `bermaksud menengok para peserta di Makassar pada 21 dan 22 Oktober`: a look at those who stay longer.
_LOOKS_AFTER = re.compile(
    r"\b(?:menengok|menjenguk|memantau|memonitor|pemantauan|monitoring|supervisi|meninjau|mendampingi|menjemput|mengunjungi|berkunjung)\b"
    r"(?:\s+(?:dan|serta|para|langsung|pelaksanaan|kegiatan|kembali|evaluasi|mengevaluasi|magang)){0,4}\s+"
    r"(?:para\s+)?(?:peserta|pegawai|pemagang|mereka|anak\s+buah)\b[^.;]{0,90}$",
    re.I,
)
# `Tanggal 9 sampai 11 Februari kami ada pekan kopi. Bapak-Ibu, silakan datang`
_COME = re.compile(
    r"[^.;!?\n]{0,90}[.,;!]?\s+(?:[^.;!?\n]{0,60}\b)?(?:silakan|silahkan|mohon|monggo|mari)\s+(?:datang|hadir|berkunjung|mampir|singgah|bertandang)\b",
    re.I,
)
_AWAITED = re.compile(
    r"\b(?:ditunggu|dinanti(?:kan)?|diundang)\s+(?:(?:untuk\s+)?(?:datang|hadir|berkunjung)\s+)?(?:di|ke|pada)\b[^;\n]{0,60}$",
    re.I,
)


# `Sebelumnya, angkatan pertama magang pada 4–29 Agustus 2024`
_EARLIER = re.compile(
    r"^\W*(?:sebelumnya|tahun\s+(?:lalu|sebelumnya)|terdahulu)\b[^.;]{0,60}\b(?:angkatan|gelombang|rombongan|kelompok|batch|kloter)\b|"
    r"\b(?:angkatan|gelombang|rombongan|kelompok|batch|kloter|magang|pemagangan|program|kunjungan|lawatan|kegiatan|studi\s+\w+)\s+"
    r"(?:serupa\s+)?(?:sebelumnya|terdahulu|tahun\s+lalu|(?:yang\s+)?serupa)\b[^.;]{0,90}$",
    re.I,
)


def of_other_days(text: str, mention: DateMention) -> bool:
    """Whether the day is that of a look at those who are away, or of an invitation that is spoken."""
    lead = " ".join(text[max(sentence_start(text, mention.start), mention.start - 200) : mention.start].split()) + " "
    if _LOOKS_AFTER.search(lead) or _EARLIER.search(lead):
        return True
    if _COME.match(text, mention.end, mention.end + 190):
        return True
    return _AWAITED.search(" ".join(text[max(0, mention.start - 110) : mention.start].split())) is not None
