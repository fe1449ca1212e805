"""Whether a paper is the report of an internship or a visit: how much of such a report's words and parts it has."""

import re

from nlp.components.programme_words import STUDY

_PROGRAMME = re.compile(
    r"\bmagang\b|\b" + STUDY + r"\b|"
    r"\bkunjungan\s+(?:kerja|studi|belajar)\b|\bkaji\s+(?:tiru|banding)\b|\bvisitasi\b|\blokus\b|\binternship\b|"
    r"\bpertukaran\s+(?:pegawai|asn|pns)\b|\bstudy\s+visit\b|\bpraktik\s+kerja\b|\bsecondment\b|"
    r"\b(?:belajar|berguru)\s+(?:dari|ke|di|pada)\b|\bkami\s+pelajari\b|\bjob\s+shadowing\b|\btugas\s+belajar\b|\bsekolah\s+lapang\b|"
    r"\bmaksud\b[^\n]{0,30}\n?[^\n]{0,20}\b(?:belajar|mempelajari)\b|\bhasil\s+belajar\b",
    re.I,
)
_VISIT = re.compile(r"\bkunjungan\s+lapangan\b", re.I)
# The parts of a report, each under a heading or a row's first words of its own.
_REPORT_PARTS = (
    r"rekomendasi|saran|masukan|usul(?:an)?|(?:rencana\s+)?tindak\s+lanjut|rtl|rencana\s+aksi|action\s+plan|quick\s+wins?|"
    r"next\s+steps?|yang\s+(?:bisa|dapat|perlu|akan)\s+(?:kita|kami|di)\w*|langkah|solusi|what\s+next|(?:mulai|berhenti|teruskan|lanjutkan|tetap|ubah|tiru|stop|start|continue)\W*(?:\(|$)",
    r"peserta|tim|siapa|pelaksana|anggota|who|yang\s+(?:bertugas|berangkat|melaksanakan|ditugaskan)",
    r"lokus|lokasi|waktu|jadwal|tempat|penempatan|kapan|snapshot|di\s+mana",
    r"temuan|hasil|praktik\s+baik|pembelajaran|pelajaran|lessons?|kondisi|apa\s+yang|permasalahan|masalah|perbandingan|"
    r"(?:apa\s+)?yang\s+(?:kami|kita)\s+\w+|what\s+we|best\s+practices?|kegiatan|gambaran|profil",
)
_PARTS = tuple(
    re.compile(
        rf"^[\W\d]*(?:bab\s+[ivx\d]+\W*|[a-z][.)]\s*|[ivx]+[.)]\s*)?(?:{part})(?!\w)[^\n|:]{{0,50}}(?:$|[|:])",
        re.I | re.M,
    )
    for part in _REPORT_PARTS
)
_REPORT = re.compile(
    r"\blaporan\b|\bpaparan\b|\bhasil\s+(?:magang|studi|benchmark\w*|kunjungan|pembelajaran)|\bcatatan\b|"
    r"\blessons?\s+learn\w+|\boleh-oleh\b|\brekomendasi\b|\bringkasan\b|\bpresentasi\b|\breport\b|"
    r"\brencana\s+tindak\s+lanjut\b|"
    r"\bpembelajaran\s+dari\b|^\W*matriks\b|^\W*(?:saran|usul)\b|\bekspose?\b|\bresume\b|\brefleksi\b|\boleh2\b|\brangkuman\b|\bsepulang\s+dari\b|\bjurnal\b|\brencana\s+aksi\b|\bpasca\W?(?:magang|studi|kunjungan)\b",
    re.I | re.M,
)
_OTHER_REPORT = re.compile(
    r"^\W*laporan\s+(?:kinerja|keuangan|akuntabilitas|realisasi|penyelenggaraan\s+pemerintah|keterangan|tahunan|"
    r"hasil\s+pemeriksaan)|"
    r"\blk[j]?ip\b|\blakip\b|\blppd\b|\blkpj\b",
    re.I | re.M,
)


# What else may be headed in a region's papers: plans, orders, lists and minutes about an internship are no report of it.
_OTHER_PAPER = re.compile(
    r"^[\W\d]*(?:perjanjian\s+kinerja|surat\s+perintah\s+kerja|naskah\s+perjanjian|"
    r"peraturan\s+(?:gubernur|bupati|wali|daerah|menteri|presiden|lembaga|kepala)|surat\s+keputusan|"
    r"keputusan\s+(?:gubernur|bupati|wali|kepala|menteri|presiden|sekretaris)|surat\s+(?:perintah\s+)?tugas|"
    r"kerangka\s+acuan|rencana\s+(?:kerja\b|anggaran|strategis|pelaksanaan|kegiatan|magang|kunjungan)|sertifikat|piagam|"
    r"undangan|daftar\s+(?:hadir|peserta|nama|nominatif|riwayat)|term\s+of\s+reference|proposal|pengumuman|"
    r"risalah|surat\s+(?:keterangan|edaran|pernyataan|izin|rekomendasi|pengantar)|instruksi|standar\s+operasional|"
    r"pedoman|panduan|petunjuk|buku\s+saku|kurikulum|silabus|modul|jadwal|susunan\s+acara|rundown|agenda|kata\s+sambutan|"
    r"sambutan|pidato|formulir\s+(?:pendaftaran|permohonan|biodata)|biodata|kuesioner|kwitansi|kuitansi|rincian\s+biaya|"
    r"perjanjian\s+kerja\b(?!\s*-?\s*sama))",
    re.I | re.M,
)
# Minutes tell of an internship only where they come to proposals of their own.
_MINUTES = re.compile(r"^[\W\d]*(?:notula\w*|berita\s+acara|nota\s+dinas|telaahan)\b", re.I | re.M)
# What the authors would have done: the mark of a report where no heading says so.
_ADVICE = re.compile(
    r"\b(?:perlu(?:nya)?|sebaiknya|hendaknya|seyogianya|disarankan|direkomendasikan|diusulkan|mengusulkan|menyarankan|"
    r"rekomendasi|usul(?:an)?|saran|dapat\s+(?:di)?(?:adopsi|terapkan|replikasi|tiru)|(?:di)?(?:adopsi|replikasi)|harus(?:nya)?|"
    r"tindak\s+lanjut|what\s+next|next\s+steps?|(?:lalu|apa\s+yang)\s+(?:kita\s+)?(?:harus\s+)?(?:lakukan|apa)|"
    r"(?:mulai|paling\s+lambat)\s+\w+\s+20\d\d)\b",
    re.I,
)
# What was seen and done there, told by those who went.
_TOLD = re.compile(
    r"\b(?:kami|kita|saya|rombongan|tim)\b[^.]{0,60}\b(?:belajar|berkunjung|magang|mengikuti|mempelajari|pelajari|dititipkan|"
    r"ditempatkan|diterima|berguru|tinggal|mengamati|kembali)\b|\bberpamitan\b|\bsepulang\b|\bpraktik\s+di\s+lokus\b|"
    r"\bpenempatan\s*:|\btempat\s+(?:belajar|magang)\b|\bhost\s*:|\bwho\s+went\b",
    re.I,
)
# `LAPORAN HASIL MAGANG`: the heading says it all.
_NAMED_SO = re.compile(
    r"^[\W\d]*(?:(?:draft?|formulir|matriks|rekap\w*|ringkasan|bahan)\s+)?(?:laporan|paparan|presentasi|ekspose?|hasil|catatan)\b"
    r"[^\n]{0,40}\n?[^\n]{0,20}\b(?:magang|" + STUDY + r"|kunjungan\s+(?:kerja|studi))\b",
    re.I | re.M,
)
_TYPED_SLIDES = re.compile(r"^\W*(?:slide|salindia|page|hal(?:aman)?)\W{0,3}\d{1,2}\b|^\s*\[\d{1,2}\]", re.I | re.M)
_ENOUGH = 5


def is_report(text: str, *, slides: bool) -> bool:
    """Whether the paper tells of an internship or a visit and what to make of it.

    Asked when it is no contract, letter or article. A report on other things (yearly performance, money) is none.
    """
    title = text[:300]
    if is_other_paper(text):
        return False
    named = _REPORT.search(title)
    if _MINUTES.search(title) and _PARTS[0].search(text) is None:
        return False
    if _NAMED_SO.search(title):
        return True
    if slides and _PROGRAMME.search(text[:2500]):
        return True
    about = len({" ".join(found.group().casefold().split()) for found in _PROGRAMME.finditer(text)})
    told = len(_TOLD.findall(text))
    parts = sum(part.search(text) is not None for part in _PARTS)
    advice = len(_ADVICE.findall(text))
    if not (about or told) or not (named or advice or parts >= 3 or _PARTS[0].search(text)):
        return False
    score = 2 if named else int(_REPORT.search(text[:700]) is not None)
    score += 2 if _PROGRAMME.search(text[:700]) else int(_PROGRAMME.search(text[:2500]) is not None)
    score += min(parts, 3) + min(told, 2) + (advice >= 2) + (about >= 2)
    score += slides or len(_TYPED_SLIDES.findall(text)) >= 3
    return score >= _ENOUGH


def programme_in(text: str) -> bool:
    """Whether the text speaks of an internship or a visit."""
    return _PROGRAMME.search(text) is not None or _VISIT.search(text) is not None


def is_other_paper(text: str) -> bool:
    """Whether the paper names itself something that is no report of an internship: a plan, an order, a list, a yearly report."""
    if _OTHER_REPORT.search(text[:400]):
        return True
    named = _REPORT.search(text[:300])
    other = _OTHER_PAPER.search(text[:500])
    return other is not None and (named is None or other.start() < named.start())
