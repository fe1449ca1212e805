"""Questions about the aliases that staff have added."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.errors import Duplicate, NotFound
from storage.models import Alias


def fold(written: str) -> str:
    """What is compared: lower case, single blanks."""
    return " ".join(written.casefold().split())


def everyone(session: Session) -> list[Alias]:
    """All aliases, by the name that they stand for."""
    return list(session.scalars(select(Alias).order_by(Alias.name, Alias.folded)))


def mapping(session: Session) -> dict[str, str]:
    """Alias as written → official name, for the reading of documents."""
    return {alias.written: alias.name for alias in session.scalars(select(Alias))}


def get(session: Session, alias_id: int) -> Alias:
    alias = session.get(Alias, alias_id)
    if alias is None:
        raise NotFound(f"no alias {alias_id}")
    return alias


def add(session: Session, *, written: str, name: str, by: int | None) -> Alias:
    """A new alias; `Duplicate` (holding the official name) when the short form stands for something already."""
    known = session.scalar(select(Alias).where(Alias.folded == fold(written)))
    if known is not None:
        raise Duplicate(known.name)
    alias = Alias(written=" ".join(written.split()), folded=fold(written), name=" ".join(name.split()), added_by=by)
    session.add(alias)
    session.flush()
    return alias
