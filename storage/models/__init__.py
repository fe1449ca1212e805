"""All tables; importing this package registers every model with `Base.metadata`."""

from storage.models.accounts import Account, Invitation, PasswordLink, Role
from storage.models.agreements import Agreement, AgreementParty
from storage.models.aliases import Alias
from storage.models.base import Base, now
from storage.models.documents import Decision, Document, DocumentPage, State, Value
from storage.models.events import Event
from storage.models.recommendations import OPEN, Progress, ProgressNote, Proof, Recommendation
from storage.models.visits import Visit, VisitStatus

__all__ = [
    "OPEN",
    "Account",
    "Agreement",
    "AgreementParty",
    "Alias",
    "Base",
    "Decision",
    "Document",
    "DocumentPage",
    "Event",
    "Invitation",
    "PasswordLink",
    "Progress",
    "ProgressNote",
    "Proof",
    "Recommendation",
    "Role",
    "State",
    "Value",
    "Visit",
    "VisitStatus",
    "now",
]
