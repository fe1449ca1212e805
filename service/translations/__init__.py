"""English for the switch; Indonesian is the source text. `STEPS` are sentences that no call names where they are raised."""

from flask_babel import lazy_gettext as _l

STEPS = (
    _l("Orang lain baru saja mengubah rekomendasi ini. Muat keadaan terbarunya, lalu ulangi bila masih perlu."),
    _l("Orang lain baru saja mengubah kunjungan ini. Periksa keadaan terbarunya, lalu simpan lagi bila masih perlu."),
)
