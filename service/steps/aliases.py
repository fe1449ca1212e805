"""Staff teach Tilik the short names of their office; each counts from the next reading on."""

from service.resources import Resources
from service.steps.refused import Refused
from storage import aliases
from storage.errors import Duplicate
from storage.models import Event


def add(resources: Resources, written: str, name: str, *, by: int) -> int:
    """Keep the short form and what it stands for. Raises Refused, naming the input that is wrong."""
    written, name = " ".join(written.split()), " ".join(name.split())
    if not 2 <= len(written) <= 120 or not any(letter.isalpha() for letter in written):
        raise Refused("Tulis singkatan atau sebutan, 2 sampai 120 huruf.", field="written")
    if not 4 <= len(name) <= 300 or " " not in name:
        raise Refused("Tulis nama resmi instansi selengkapnya, beserta daerahnya.", field="name")
    if aliases.fold(written) == aliases.fold(name):
        raise Refused("Singkatan dan nama resmi tidak boleh sama.", field="name")
    with resources.database.transaction() as session:
        try:
            alias = aliases.add(session, written=written, name=name, by=by)
        except Duplicate as known:
            raise Refused(
                "“%(written)s” sudah berarti %(known)s. Hapus dahulu bila keliru.",
                field="written",
                written=written,
                known=str(known),
            ) from known
        session.add(Event(act="alias.added", by_id=by, details={"written": written, "name": name}))
        return alias.id


def remove(resources: Resources, alias_id: int, *, by: int) -> None:
    """Forget an alias; documents that were read with it keep what they have. Raises NotFound."""
    with resources.database.transaction() as session:
        alias = aliases.get(session, alias_id)
        session.add(Event(act="alias.removed", by_id=by, details={"written": alias.written, "name": alias.name}))
        session.delete(alias)
