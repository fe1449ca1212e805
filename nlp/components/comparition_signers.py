"""Who signs for a party and in which office, from the words about it in the comparition."""

import re

from nlp.components.comparition_names import OF_DECREE, OF_OTHERS, titles_joined
from nlp.components.party_names import BODY, OFFICE, person_name, position_text
from nlp.names import DEGREE

STOP = (
    r"(?=\s*[,;]?\s*(?:\(?\s*(?<![A-Za-z])(?:yang\b|untuk\b|selanjutnya\b|kemudian\b|berkedudukan|berkantor|"
    r"beralamat|berdasarkan|diangkat|ditetapkan|"
    r"dalam\s+(?:hal|(?:naskah|nota|perjanjian|adendum|addendum|kesepakatan|kerja\s+sama|kedudukan|jabatan|kapasitas)\w*)\b|"
    r"(?:dengan\s+)?(?:telah\s+)?(?:saling\s+)?(?:menyatakan|menerangkan|(?:ber)?sepakat|setuju|menyepakati|menyetujui)\b|dari\s+dan|bertindak|oleh\s+karena|sesuai\b|dengan\s+ini\b|selaku\b|sebagaimana|disebut|sebagai\b|sah\b|"
    r"mewakili|masa\s+jabatan|dan\s+(?:sah|oleh|karena|berdasar|selanjutnya|berkedudukan)|serta\s+(?:sah|oleh|karena|berdasar|mewakili|bertindak)|"
    r"untuk\s+dan\s+atas|atas\s+nama|acting\s+(?:for|on)\b|for\s+and\s+on\s+behalf|hereinafter|[–—-]+\s*(?:pihak|PIHAK)\b|Badan\s+(?:Usaha|Hukum)|suatu\b|sebuah\b|perseroan|didirikan|alamat\s*:|"
    r"Alamat\b|ALAMAT\b|Jln?\b\.?\s|(?:Nama|NAMA|Jabatan|JABATAN)\s*:|NIP\b|NIK\b|Pangkat\b|Instansi\s*:|Unit\s+Kerja\s*:|Dasar\s+(?:Surat|Keputusan|Hukum)|-{2,}))|\s*[;\[]|\s*\((?!Persero|Perseroda|Tbk|(?:Pjs?|Plt|Plh)\.?\)\s+[A-Z]|[A-Z]{2,8}\)\s+(?:Negeri|Swasta|Daerah|Kota|Kab(?:upaten|\.)|"
    r"Provinsi|Kecamatan|Cabang|Wilayah|Universitas|Kementerian)\b)|\s*[.,]?\s*$|"
    r"\.\s+(?=Selanjutnya|Untuk|Yang|Dalam))"
)
_ROW_END = (
    r"(?=\s*(?:[;,]?\s*(?:\bNIP\b|\bN\s?I\s?P\b|\bNRP\b|\bNIDN\b|\bNIK\b|\b[Jj]abatan\b|\bJ\sa\sb\sa\st\sa\sn\b|"
    r"\bJABATAN\b|\bPANGKAT\b|\bALAMAT\b|\bINSTANSI\b|\bPangkat\b|\bGolongan\b|\bAlamat\b|\bInstansi\b|\bUnit\s+[Kk]erja\b|\bPekerjaan\b|"
    r"\bKedudukan\b|\bTempat\b|\bBerkedudukan\b|\bberkedudukan\b|\bberalamat\b|\bdalam\s+hal\s+ini\b|"
    r"\bDalam\s+hal\s+ini\b|\bSelaku\b|\bselaku\s+[Kk]epala\s+[Dd]aerah\b|\bbertindak\b|\bBertindak\b|"
    r"\buntuk\s+dan\s+atas\b|\bUntuk\s+dan\s+atas\b|\bberdasarkan\b|\bBerdasarkan\b|\byang\b|\bselanjutnya\b|"
    r"\bSelanjutnya\b|\bdiangkat\b|\batas\s+nama\b|\bmewakili\b|\bdisebut\b|"
    r"\bDasar(?=\s*:|\s+(?:Surat|SK|Keputusan|Hukum|Pengangkatan|Penunjukan|Kewenangan)\b)|\bSK\s+(?:Jabatan|Pengangkatan|No(?:mor)?|Tanggal)\b|"
    r"\b[Kk]e(?:dua|tiga|empat|lima|enam|tujuh)nya\b|\b[Mm]asing-masing\b|\b[Ss]ecara\s+bersama|\b(?:Jl|Jln|JL|JLN)\b\.?))|\s*;?\s*$)"
)
ROWS = {
    # `nama X` and `jabatan Y` without colons stand in the rows of a list, `Nama X NIP …` in those of a table.
    "name": re.compile(
        r"(?:\b(?:N\s?a\s?m\s?a|NAMA)(?:\s+[Ll]engkap\s*:?|\s*:|(?=\s+(?!NI[PK]\b|Jabatan\b|Pangkat\b|Alamat\b|Instansi\b)[A-Zd][^:;]{4,70}?\s(?:NIP|NRP|Jabatan|Pangkat)\b))|(?<!atas )(?<!dengan )\bnama(?=\s+[A-Z])(?!\s+"
        + BODY
        + r"))"
        r"\s*(?P<text>.*?)" + _ROW_END
    ),
    "position": re.compile(
        r"\b(?:[Jj]\s?a\s?b\s?a\s?t\s?a\s?n|JABATAN)(?:\s*:|\s+(?=" + OFFICE + r"\b))\s*(?P<text>.*?)" + _ROW_END
    ),
    "body": re.compile(
        r"\b(?:Instansi|Unit\s+[Kk]erja|Nama\s+[Ii]nstansi|Lembaga|Perusahaan)\s*:\s*(?P<text>.*?)" + _ROW_END
    ),
}
LEAD = re.compile(
    r"^(?:[\s:;,.\-–—|_\"”’')(]+|(?i:kami)\b\s*,?\s*(?=[A-Z])|I[IL]{1,2}\s+(?=[A-Z])|I\s+(?=(?:Prof|Dr|dr|Ir|Drs|Dra|H|Hj|KH)\.)|[IVXLl|1]{1,4}[.)]\s*|(?:dan|serta|dengan|bersama|"
    r"and)\s+(?=[\dIVX(]|[A-Z])|[A-Za-z]{1,2},?\s+(?=(?:Prof|Dr|dr|drg|Ir|Drs|Dra|H|Hj|KH)\.\s)|\(?(?:\d{1,2}|[IVX]{1,5}|[a-e])[.)]+\s*|\(\d\)\s*|\d{1,2}\s+(?=[A-Z])|:\s*)+"
)
_SELAKU = re.compile(
    r"[\s,:]+(?:(?:yang\s+|dalam\s+hal\s+ini\s+)*bertindak\s+)?(?:selaku|sebagai|dalam\s+(?:jabatannya|"
    r"kedudukannya|kapasitasnya)(?:\s+(?:selaku|sebagai))?|jabatan\s*:|yang\s+menjabat(?:\s+sebagai)?)\s+"
)
_OFFICE_AT = re.compile(r"(?:^|[\s,:]+\(?)(?P<office>" + OFFICE + r"\b.*)", re.S)
_POSITION_END = re.compile(r"^(?P<text>.*?)" + STOP, re.S | re.I)
_ACTING_AS = re.compile(r"[^,;:]{4,80}?\s(?:selaku|sebagai)\s+(?=(?:Plt|Plh|Pj|Pjs|Pelaksana|Penjabat)\b)")
# `… telah disepakati oleh Name, …`: what stands before is about the day and the place.
_INTRODUCED = re.compile(
    r"\b(?:(?<!angkat )(?<!tetapkan )(?<!lantik )(?<!tunjuk )(?<!terbitkan )(?<!keluarkan )(?<!sahkan )oleh|antara|(?<=\shadir dan )menanda\s?tangani)\s*:?\s+(?=(?:[A-Z]|dr\.|drg\.))"
)
_REPRESENTED = re.compile(
    r"(?:dalam hal ini )?(?:yang )?(?:secara sah )?(?:di ?wakili|diwakilkan|"
    r"represented)\s+(?:secara\s+sah\s+)?(?:oleh|by)\s*:?\s+(?P<name>.*?)(?:[,\s]+(?:(?:yang\s+|"
    r"dalam\s+hal\s+ini\s+)*(?:bertindak|(?:kapasitas|jabatan|kedudukan)nya)\s+)?(?:selaku|sebagai|adalah|dalam\s+(?:jabatan\w*|kedudukan\w*|kapasitas\w*)(?:\s+(?:selaku|sebagai))?|"
    r"as)\s+|,\s+(?=" + OFFICE + r"\b))(?P<position>.*?)" + STOP,
    re.I,
)

# `diwakili oleh Dekan, Prof. Dr. N, M.P.`, `oleh Kepala Dinas, N, S.P. (…)`: the office stands before the name.
_OFFICE_THEN_NAME = re.compile(
    r"(?i:di ?wakili|diwakilkan|represented)\s+(?:secara\s+sah\s+)?(?:oleh|by)\s*:?\s+(?P<position>"
    + OFFICE
    + r"(?:\s(?:[A-Z][\w./-]*|dan|di|pada|of|the))*)(?:,|\s+(?:yaitu|yakni))\s+(?:Sdr\.?i?\s|Bapak\s|Ibu\s)?(?!"
    + OFFICE
    + r"\b|"
    + BODY
    + r")(?P<name>(?:(?:Prof|Dr|dr|drg|Ir|Drs|Dra|Hj|H|KH|apt|Ns|Pdt)\.\s*)*[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]*){0,6}(?:,\s*"
    + DEGREE
    + r"\.?)*)(?=\s*(?:[,;(]|\.\s|\.?$|\s(?:yang|berdasarkan|selaku|dalam|untuk|bertindak|berkedudukan)\b))"
)
PLACEHOLDER = re.compile(r"\[[^\[\]]{0,60}\]|<[^<>]{2,60}>")


def representative_of(text: str) -> tuple[str | None, str | None]:
    """Name and position of who signs, as written; None where the text leaves them blank."""
    text = PLACEHOLDER.sub(".....", titles_joined(OF_OTHERS.sub(" ", text)))
    bare = OF_DECREE.sub(" ", text)
    name, position = _told(bare)
    if position is None and bare != text:  # the office stands in the title of the decree alone
        name, position = _told(text)
    return name, position


def _told(text: str) -> tuple[str | None, str | None]:
    name_row, position_row = ROWS["name"].search(text), ROWS["position"].search(text)
    stacked = stacked_rows(text)
    if stacked:
        return stacked[0]
    if name_row is not None:
        position = position_row.group("text") if position_row else None
        if position is None:
            _, position = _inline(text[name_row.end("text") :])
        return person_name(name_row.group("text")), position_text(position)
    notarial = _NOTARIAL.search(text)
    if notarial is not None:
        office = _NOTARIAL_OFFICE.search(notarial.group("rest"))
        return person_name(notarial.group("name")), position_text(office.group("office") if office else None)
    headed = _OFFICE_THEN_NAME.search(text)
    if headed is not None:
        return person_name(headed.group("name")), position_text(headed.group("position"))
    represented = _REPRESENTED.search(text)
    if represented is not None:
        return person_name(represented.group("name")), position_text(represented.group("position"))
    lead = LEAD.match(text)
    begin = lead.end() if lead else 0
    name, position = _inline(text[begin:])
    if position_row is not None:
        position = position_row.group("text")
        if name is None and 0 < position_row.start() - begin < 100:
            name = text[begin : position_row.start()].rstrip()  # `Name, S.Sos. Jabatan: Kepala Dinas X`
    if name is not None:
        name = re.sub(r"\s*\b[Jj]abatan\W*$", "", name)
    return person_name(name), position_text(position)


# As a notary writes: `tuan N, lahir di X pada tanggal …, Warga Negara Indonesia, Direktur dari …, bertempat tinggal di …`.
_NOTARIAL = re.compile(
    r"\b(?i:tuan|nyonya|nona|saudara|saudari)\s+(?:(?i:dokter(?:\s+gigi)?|insinyur|doktoranda|doktorandus|profesor|doktor)\s+)*"
    r"(?P<name>[A-Z][^,;:]{3,60}(?:,\s*" + DEGREE + r")*)\s*,(?P<rest>[^;]{0,200}?\b(?:lahir|warga\s+negara|bertempat\s+tinggal)\b[^;]*)",
)  # fmt: skip
_NOTARIAL_OFFICE = re.compile(
    r"(?:^|,)\s*(?:(?:pekerjaan|jabatan|selaku|sebagai)\s*:?\s*)?(?P<office>" + OFFICE + r"\b[^,;]*?)(?=\s+dari\s+[a-z]|"
    r"\s+(?:(?:Perseroan\s+\w+|Perkumpulan|Yayasan|Koperasi|Badan(?:\s+\w+)?)\s+)?yang\s+akan\s+di\s?sebut|\s*[,;]|$)"
)  # fmt: skip


# A table whose first column holds the words of all rows: `Nama NIP Jabatan : : : Name 1970… Kepala …`.
_STACK = re.compile(
    r"\b(?P<keys>Nama(?:\s+(?:NIP|NIK|Jabatan|Pangkat|Alamat|Instansi))+)(?:\s*:){2,}\s*(?P<values>.*?)"
    r"(?=\s*(?:\d[.)]\s*)?\bNama\s|\s+\d[.)]\s|\bNomor urut\b|\bbertindak\b|\bselanjutnya\b|\bdisebut\b|$)"
)


def stacked_rows(text: str) -> list[tuple[str | None, str | None]]:
    """Names and positions of everybody whose rows are stacked in `text`."""
    found: list[tuple[str | None, str | None]] = []
    for stack in _STACK.finditer(text):
        parted = re.split(r"\s+(?:NIP\.?\s*)?(?=\d)[\d .]{16,24}\s+", stack.group("values"), maxsplit=1)
        if len(parted) == 2:
            end = _POSITION_END.match(parted[1])
            found.append((person_name(parted[0]), position_text(end.group("text") if end else None)))
    return found


# `N, S.T., yang berdasarkan Keputusan … menjabat Bupati X`
_BY_DECREE = re.compile(r",?\s+(?:yang\s+)?(?:berdasarkan|sesuai|diangkat|ditunjuk|ditetapkan|dilantik)\s")


def _inline(text: str) -> tuple[str | None, str | None]:
    """`Name, S.H., Kepala Dinas X, berkedudukan di …` parted into name and position."""
    introduced = [found.end() for found in _INTRODUCED.finditer(text)]
    if introduced:
        text = text[introduced[-1] :]
    as_office = _SELAKU.search(text)
    office = _OFFICE_AT.search(text)
    if (
        as_office is not None
        and as_office.start() < 140
        and (office is None or as_office.start() <= office.start() + 2)
    ):
        end = _POSITION_END.match(text[as_office.end() :])
        return text[: as_office.start()], end.group("text") if end else None
    if office is not None and office.start() < 140:
        begin = office.start("office")
        acting = _ACTING_AS.match(text, begin)
        if acting is not None:  # `Wakil Bupati X selaku Plt. Bupati X`
            begin = acting.end()
        bracket = text.find(")", begin) if text[begin - 1 : begin] == "(" else -1  # `N, S.T. (Bupati X)`
        end = _POSITION_END.match(text[begin : bracket if bracket >= 0 else len(text)])
        return _BY_DECREE.split(text[: office.start()])[0], end.group("text") if end else None
    acting = _ACTING.match(text)
    return (acting.group("name"), None) if acting is not None else (None, None)


# `Dr. Ir. N, M.T. dalam hal ini bertindak serta sah mewakili Fakultas X`: a person by the titles, whose office is not named.
_ACTING = re.compile(
    r"(?P<name>(?:(?:Prof|Dr|dr|drg|drh|Ir|Drs|Dra|Hj|H|KH|apt|Ns|Pdt)\.\s*)+[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]*){0,6}(?:,\s*[A-Z][\w.]*(?:\s?\([A-Z]\))?){0,5})"
    r",?\s+(?:yang\s+)?(?:dalam\s+hal\s+ini\s+)?(?:bertindak|mewakili)\b"
)
