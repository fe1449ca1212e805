"""How the units are written in which participants are placed: what begins a name, goes on with it, stands before or behind it."""

import re

from nlp.components.placement_unit_names import SECTION

SCHOOL = re.compile(
    r"\b(?:(?:SD|SMP|SMA|SMK|TK|SLB)\s+Negeri|(?:SD|SMP|SMA|SMK|TK|SLB)N)\s+(?:\d{1,3}(?!\s+orang)(?:\s+[A-Z][\w'’-]+)*|[A-Z][\w'’-]+(?:\s+[A-Z\d][\w'’-]*)*)"
)
# Words that begin the name of a unit which no list of agencies holds.
_HEAD = (
    r"(?:BLUD?\s+)?UPT[DB]?\.?(?:\s+BLUD?)?|UPPD|KPPD|UP3AD|Balai(?!\s+(?:Kota|Desa|Kelurahan|Pertemuan|Provinsi|Kabupaten)\b)(?:\s+Besar)?|BPP|Unit(?:\s+(?:Pelaksana|Pengelola|Layanan|Pengolahan))?|Kelurahan|Kecamatan|Kemantren|Kapanewon|Kalurahan|Distrik|Desa|Nagari"
    r"|Gampong|Pekon|Lembang|Taman\s+Bacaan|Puskesmas|Pustu|Labkesda|Laboratorium|RSUD|RSUP|RSJD?|RSD|Rumah\s+Sakit|Mal\s+Pelayanan\s+Publik|MPP|Museum|Perpustakaan|Samsat"
    r"|Terminal|Pelabuhan|Instalasi|Panti|Rumah\s+Potong(?:\s+Hewan)?|RPH|Badan\s+Pengelola|Biro|TPST|TPS3R|TPA|Bank\s+Sampah|Pos|Loket|Rumah\s+(?:Aman|Kompos|Singgah|Data|Kemasan?|Produksi)|BUMDes(?:ma)?|Command\s+Center|TPI|PPI|Sentra|Perumda|Perseroda|PDAM"
)
_TAIL = r"(?:\s+(?:[A-Z][\w'’.-]*|[IVX]+|\d{1,2}(?=\s*\((?!\d+\)))|[1-4](?=\s+(?:dan|serta)\s)|dan(?=\s+(?!Taman\s+Bacaan\b)[A-Z])|di(?=\s+[A-Z])))*"
NAMED = re.compile(rf"\b(?:{_HEAD})\s+[A-Z][\w'’.-]*{_TAIL}|\bMal\s+Pelayanan\s+Publik\b|\bMPP\b(?!\s+[A-Z])")
# `Bidang Perencanaan, Pengendalian dan Evaluasi`: one section, where no other head follows the comma.
_NO_HEAD = rf"(?!(?:{SECTION}|{_HEAD}|Dinas|Badan|Kantor)\b)[A-Z][a-z][\w'’-]*"
_MORE_WORDS = rf"(?:(?:,\s+{_NO_HEAD}(?:\s+[A-Z][a-z][\w'’-]*)*)+,?\s+(?:dan|serta)\s+{_NO_HEAD}{_TAIL})?"
NAMED_SECTION = re.compile(rf"\b(?:{SECTION})\s+[A-Z][\w'’.-]*{_TAIL}{_MORE_WORDS}")
# `Dinas Kearsipan dan Perpustakaan` is one agency, `Museum X dan Perpustakaan Y` are two.
_AND_LIBRARY = r"(?<![Aa]rsip)(?<!ARSIP)(?<!(?i:arsipan))(?<!(?i:iterasi))\s+dan\s+(?=Perpustakaan\b)"
ANOTHER = re.compile(
    rf"\s+dan\s+(?=(?:UPT[DB]?|Balai|Biro|Kantor|Dinas|Badan|Pos|Puskesmas|Kecamatan|Kelurahan|Mal|MPP|RSUD|Museum|TPA|TPST|Terminal|Perumda|Samsat|Taman\s+Bacaan|{SECTION})\b)|{_AND_LIBRARY}|\s*,\s+(?:dan\s+|serta\s+)?(?=(?:{_HEAD})\s)"
    # `Bagian Organisasi, BPKPD dan Diskominfo`: a Bagian belongs to the secretariat, not to the agency named next.
    r"|(?<=\w)\s*,\s+(?=(?:[A-Z]{3,}\w*|Dinas|Badan|Inspektorat)\b)"
)
# What a province has in the regencies.
FIELD_UNIT = re.compile(r"(?:Unit\s+P|UPT[DB]?|UPPD|KPPD|Balai|Samsat|Cabang\s+Dinas|Kantor\s+Cabang)\w*\b")
LEVEL = re.compile(r"\b(?:Kota|Kabupaten|Kab)\b")
ORDINAL = re.compile(r"\s+(?:[IVX]+|\d{1,2}(?!\s*(?:orang|peserta|org|pegawai|ASN)))\b")
# What stands right before an agency's name and is a part of it.
PART_BEFORE = re.compile(
    rf"(?<![\w-])(?P<part>(?:IGD|ICU|ICCU|NICU|PICU|IBS|IPSRS|Pusdalops(?:[ -]?PB)?|LPSE|UPT[DB]?(?:\s+BLUD?)?|(?:{SECTION})\s+[A-Z][\w'’-]*{_TAIL}))\s+$"
)
# `paparan di ruang Pusdalops BPBD`: at the agency.
IN_ROOM = re.compile(r"\b(?:ruang|aula|gedung|kantor)\s+$")
HEAD_BEFORE = re.compile(rf"\b(?:{SECTION}|{_HEAD}|Dinas|Badan|Kantor)\s+$")
# A part of the host agency that has no name but its kind.
SECRETARIAT = re.compile(
    r"(?:\b(?:di|pada|ke|dan|serta)\s+|[,;:]\s*|^\W*)(?P<part>Sekretariat)(?=\s+(?:dan|serta|bagian|sub\w+|sebanyak|untuk|selama)\b|\s*[,.;:()]|\s*$|\s+\d)"
)
PART_CELL = re.compile(
    r"\W*(?P<part>IGD|ICU|ICCU|NICU|PICU|IBS|IPSRS|PONEK|Pusdalops(?:[ -]?PB)?|LPSE|PPID|Command\s+Center|Laboratorium|Farmasi|Radiologi|Rekam\s+Medi[sk]|Gizi|Poliklinik|Hemodialisis?|Sekretariat|Tata\s+Usaha)\s*(?:\([^()]{2,40}\))?\W*"
)
PARTY = re.compile(r"\s+(?:PIHAK|PARA)\b.*$", re.DOTALL)
# `Kantor Dinsos`: the agency itself, not an office that is called so.
OFFICE_OF = re.compile(
    r"\b[Kk]antor(?=\s+(?:Dis[a-z]{2,}|Din[a-z]{2,}|Bap[a-z]{3,}|Set[dw]a|BK(?:D|PSDM|PP|PSDMD)|BP[KBP][A-Z]*|DP[A-Z]{2,}|DLH)\b)(?!\s+Dinas\s)"
)
HEADS = re.compile(r"\s*(?:[.…]{2,}|[-–:(|])?\s*\(?\d+\s*(?:orang|peserta|org|pegawai|ASN)\b.*$", re.DOTALL)
PROPER = re.compile(r"[A-Z][\w'’.-]*(?:\s+(?:[A-Z][\w'’.-]*|dan|di|untuk|&))*$")
# `Difasilitasi Lembaga X`, `Dipimpin Sekretaris`: what was done, no unit.
DEED = re.compile(
    r"Di(?:(?!nas|klat|gital|rektorat|strik|visi|s[a-z]+|mensi)[a-z]{4,})\b|(?:Bersama|Oleh|Kerja\s+Sama|Angkatan|Periode|Tahun|Melalui)\b"
)
MOST_WORDS = 9
JOINT = re.compile(r"\s*(?:,|\bdan|\bserta|;)*\s*$")
SHORTEST = 6  # characters of a name
# The licensing agency is hardly ever written out in full.
HALF_SHORT = re.compile(
    r"\bDinas\s+Penanaman\s+Modal\s*(?:,|dan|&)\s*P(?:TSP|tsp)\b(?!\s*(?:,|dan|&)\s*(?:Tenaga|Naker))"
)
ONE_DOOR = "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu"
HOST_ITSELF = re.compile(
    r"\W*kantor\s+(?:dinas|badan|satuan|sekretariat|inspektorat|biro|bagian|induk|pusat|utama)\W*", re.IGNORECASE
)
IN_ADDRESS = re.compile(r"[.@/]\w|\w?[\w.]*@")  # of a web page or for letters
