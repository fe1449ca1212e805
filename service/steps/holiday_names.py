"""The names of holidays as the `holidays` package writes them, so that a page can say them in its language."""

from service.steps.refused import Told

_NAMES = (
    Told("Cuti Bersama Hari Kemerdekaan Republik Indonesia"),
    Told("Cuti Bersama Hari Raya Idul Adha"),
    Told("Cuti Bersama Hari Raya Idul Fitri"),
    Told("Cuti Bersama Hari Raya Natal"),
    Told("Cuti Bersama Hari Raya Waisak"),
    Told("Cuti Bersama Hari Suci Nyepi"),
    Told("Cuti Bersama Kenaikan Yesus Kristus"),
    Told("Cuti Bersama Tahun Baru Imlek"),
    Told("Cuti Bersama Wafat Yesus Kristus"),
    Told("Hari Buruh Internasional"),
    Told("Hari Kemerdekaan Republik Indonesia"),
    Told("Hari Lahir Pancasila"),
    Told("Hari Pemilihan Kepala Daerah"),
    Told("Hari Pemilihan Umum"),
    Told("Hari Raya Idul Adha"),
    Told("Hari Raya Idul Fitri"),
    Told("Hari Raya Natal"),
    Told("Hari Raya Waisak"),
    Told("Hari Suci Nyepi"),
    Told("Hari kedua dari Hari Raya Idul Fitri"),
    Told("Isra Mikraj Nabi Muhammad"),
    Told("Kebangkitan Yesus Kristus"),
    Told("Kenaikan Yesus Kristus"),
    Told("Maulid Nabi Muhammad"),
    Told("Tahun Baru Imlek"),
    Told("Tahun Baru Islam"),
    Told("Tahun Baru Masehi"),
    Told("Wafat Yesus Kristus"),
)
_KNOWN = {str(name): name for name in _NAMES}
_ESTIMATED = " (perkiraan)"


def named(name: str, *, estimated: bool = False) -> Told:
    """The name, marked as an estimate where the package marks it or the caller knows it for one."""
    plain = name.removesuffix(_ESTIMATED)
    known = _KNOWN.get(plain) or Told(plain)
    return Told("%(cause)s (perkiraan)", cause=known) if estimated or plain != name else known
