"""Who settled a file that could not be read, and when"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # In SQL, as Alembic would copy the whole table to SQLite, extractions and all, for a column that refers to another table.
    op.add_column("documents", sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True))
    op.execute("ALTER TABLE documents ADD COLUMN settled_by INTEGER CONSTRAINT fk_documents_settled_by REFERENCES accounts (id)")


def downgrade() -> None:
    op.drop_column("documents", "settled_by")
    op.drop_column("documents", "settled_at")
