"""Kinds of lines around a title."""

import re

INSTITUTION_LINE = re.compile(
    r"^\W*(?:pemerintah|pemprov|pemkab|pemkot|dinas|badan|biro|bagian|inspektorat|sekretariat|rsud|"
    r"rumah\s+sakit|universitas|kantor|"
    r"pemda|setda\w*|bpkad|bkad|bp[a-z]?ad|bapp?enda|bapp\w+|baperida|bpbd|dinkes|dinsos|dishub|dinas\w*|disk\w+|disd(?:ik|uk|ag)\w*|dispar\w*|"
    r"dlh|satpol|itda|puskesmas|provinsi|kabupaten|kota|bkd|bkpsdm|bpsdm|bappeda|dpmptsp|kementerian|lembaga|balai|upt|dpr|satuan|"
    r"politeknik|fakultas|kecamatan)\b",
    re.I,
)
