import io

import pytest

from service.isolation import IsolatedReader
from service.resources import Resources
from service.steps import aliases
from service.steps.read import read
from service.steps.receive import receive
from service.steps.refused import Refused
from storage import aliases as stored
from storage import documents
from storage.errors import NotFound

LETTER = (
    "SIARAN PERS\nPADANG – Sebanyak 12 ASN Disperkoda magang di Badan Kepegawaian Daerah Provinsi Bali, 3 sampai 7 Maret 2025.\n"
    "“Kami belajar banyak,” kata Rina. Peserta magang Disperkoda mempelajari manajemen talenta.\n"
)


def test_an_alias_counts_from_the_next_document_on(resources: Resources, new_account) -> None:  # type: ignore[no-untyped-def]
    by = new_account()
    aliases.add(resources, "Disperkoda", "Dinas Perdagangan dan Koperasi Kota Padang", by=by)
    number = receive(resources, io.BytesIO(LETTER.encode()), name="siaran.txt", by=by).document_id
    reader = IsolatedReader(seconds=60, memory_mb=1024)
    try:
        read(resources, reader, number)
    finally:
        reader.close()
    with resources.database.session() as session:
        extraction = documents.get(session, number).extraction
    assert extraction is not None
    assert "Dinas Perdagangan dan Koperasi Kota Padang" in {party["name"] for party in extraction["parties"]}


def test_an_alias_stands_for_one_institution_only(resources: Resources, new_account) -> None:  # type: ignore[no-untyped-def]
    by = new_account()
    number = aliases.add(resources, "Disdag", "Dinas Perdagangan Kota Padang", by=by)
    with pytest.raises(Refused, match="sudah berarti Dinas Perdagangan Kota Padang") as refused:
        aliases.add(resources, "  DISDAG ", "Dinas Perdagangan Kota Solok", by=by)
    assert refused.value.field == "written"
    aliases.remove(resources, number, by=by)
    aliases.add(resources, "Disdag", "Dinas Perdagangan Kota Solok", by=by)
    with resources.database.session() as session:
        assert stored.mapping(session) == {"Disdag": "Dinas Perdagangan Kota Solok"}
    with pytest.raises(NotFound):
        aliases.remove(resources, 99, by=by)


@pytest.mark.parametrize(
    ("written", "name", "field"),
    [
        ("x", "Dinas Perdagangan Kota Padang", "written"),
        ("123", "Dinas Perdagangan Kota Padang", "written"),
        ("Disdag", "Dinas", "name"),
        ("dinas  perdagangan", "Dinas Perdagangan", "name"),
    ],
)
def test_what_is_no_alias_is_refused(resources: Resources, new_account, written: str, name: str, field: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(Refused) as refused:
        aliases.add(resources, written, name, by=new_account())
    assert refused.value.field == field
