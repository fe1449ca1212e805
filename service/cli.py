"""flask extract | text | ingest | search | worker | init | password | demo | check | reindex | backup | corpus export.

Each parses, calls, prints. What a command needs is imported when it runs, so that the web process starts without it.
"""

import json
import sys
from pathlib import Path
from typing import Any

import click
from flask.cli import with_appcontext

from service.resources import Resources
from service.web import config, resources
from storage.errors import Newer

NEED_NO_SERVICE = ("extract", "text")


def needs_no_service() -> bool:
    """Whether this `flask …` needs neither database, queue nor configuration: those commands, and the help."""
    words = iter(sys.argv[1:])
    for word in words:
        if word in {"--app", "-A", "--env-file", "-e"}:
            next(words, None)
        elif not word.startswith("-"):
            return word in NEED_NO_SERVICE
    return True


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def extract(files: tuple[Path, ...]) -> None:
    """Print what each FILE says: parties, dates, recommendations … as JSON, one object a line."""
    _read_all(files, understand=True)


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def text(files: tuple[Path, ...]) -> None:
    """Print the text of each FILE as JSON, one page a line."""
    _read_all(files, understand=False)


def _read_all(files: tuple[Path, ...], *, understand: bool) -> None:
    from nlp.errors import ReadError
    from service.config import Config
    from service.isolation import IsolatedReader, ReaderFailed, ReaderUnavailable

    limits = Config()
    reader = IsolatedReader(limits.read_seconds, limits.read_memory_mb, understand=understand, places=False)
    bad = 0
    try:
        for path in files:
            try:
                if not path.is_file():
                    raise FileNotFoundError("berkas tidak ada" if not path.exists() else "bukan berkas")
                reading = reader.read(path, path.name)
            except (ReadError, ReaderFailed, OSError) as error:
                bad += 1
                click.echo(_printable(f"{path}: {error}"), err=True)
                continue
            lines: list[dict[str, Any]] = (
                [reading.extraction]
                if understand
                else [{"file": path.name, "page": page["number"], "text": page["text"]} for page in reading.pages]
            )
            for line in lines:
                click.echo(json.dumps(line, ensure_ascii=False))
    except ReaderUnavailable as error:
        raise click.ClickException("Pembaca dokumen tidak dapat dimulai; jalankan: make setup") from error
    finally:
        reader.close()
    if bad:
        sys.exit(1)


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@with_appcontext
def ingest(paths: tuple[Path, ...]) -> None:
    """Take in files, folders and ZIP archives, as an upload does; a receipt at the end."""
    from service.steps.ingest import ingest as step

    _tell_once_without_queue()
    receipt = step(_opened(), paths, say=lambda line: click.echo(_printable(line), err=True))
    click.echo(
        f"{receipt.total} berkas: {receipt.stored} disimpan, {receipt.already_there} sudah ada, "
        f"{receipt.refused} ditolak, {receipt.failed} gagal."
    )
    if receipt.refused or receipt.failed:
        sys.exit(1)


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--kind", help="mou, agreement, report, news, letter or other.")
@click.option("--institution", help="Official name of an institution.")
@click.option("--year", type=int, help="Year of the document.")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 1000), help="Hits to print.")
@with_appcontext
def search(words: tuple[str, ...], kind: str | None, institution: str | None, year: int | None, limit: int) -> None:
    """Search the pages and recommendations of all documents."""
    opened = _opened()
    with opened.database.session() as session:
        result = opened.index.search(
            session, " ".join(words), kind=kind, institution=institution, year=year, per_page=limit
        )
        for hit in result.hits:
            click.echo(_printable(_line(hit)))
    click.echo(f"{result.total} hasil.", err=True)


def _line(hit: Any) -> str:
    snippet = "".join(f"[{part.text}]" if part.hit else part.text for part in hit.snippet)
    place = f"{hit.document.id}:{hit.page or '-'}"
    return f"{place} {hit.document.title or hit.document.name}: {' '.join(snippet.split())}"


@click.command()
@click.option("--burst", is_flag=True, help="Stop when the queue is empty.")
@with_appcontext
def worker(burst: bool) -> None:
    """Read the documents that wait in the queue."""
    import logging

    from service.worker import run

    opened = _opened()
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    run(opened, burst=burst)


@click.command()
@with_appcontext
def init() -> None:
    """Bring the database to the newest schema; print the link for the first administrator while there is none."""
    from service.steps.accounts import first_invitation
    from storage.models import now

    _migrate()
    token = first_invitation(resources(), now())
    click.echo(f"Basis data siap: {config().data_dir}")
    if token:
        click.echo(f"Akun pengelola pertama: http://{config().host}:{config().port}/siapkan/{token}")


@click.command()
@click.argument("email")
@with_appcontext
def password(email: str) -> None:
    """Print a one-time link with which the owner of the account EMAIL sets a new password.

    For an administrator who forgot it and has no colleague to ask; others get their link on the page of accounts.
    """
    from service.steps.accounts import AccountError, password_link
    from storage.accounts import by_email
    from storage.models import now

    opened = _opened()
    with opened.database.session() as session:
        found = by_email(session, email)
    if found is None:
        raise click.ClickException(f"Tidak ada akun dengan surel {_printable(email)}.")
    try:
        token = password_link(opened, found.id, by=None, now=now())
    except AccountError as refused:
        raise click.ClickException(refused.message) from refused
    click.echo(f"Kata sandi baru untuk {_printable(found.name)}, satu kali, selama tujuh hari:")
    click.echo(f"http://{config().host}:{config().port}/sandi-baru/{token}")


@click.command()
@with_appcontext
def demo() -> None:
    """Fill the system with sample documents of our own, through the same door as an upload."""
    import tempfile

    from service.demo import make_demo
    from service.steps.ingest import ingest as step

    _migrate()
    _tell_once_without_queue()
    with tempfile.TemporaryDirectory(prefix="tilik-") as folder:
        receipt = step(resources(), make_demo(Path(folder)), say=lambda line: click.echo(_printable(line), err=True))
    click.echo(f"{receipt.stored} dokumen contoh disimpan, {receipt.already_there} sudah ada.")
    if receipt.refused or receipt.failed:
        sys.exit(1)


@click.command()
@with_appcontext
def check() -> None:
    """Compare rows, files, digests and index, and name every difference; exit code 1 when there is one."""
    from service.steps.check import check as step

    problems = 0
    for problem in step(_opened()):
        problems += 1
        click.echo(_printable(problem))
    click.echo(f"{problems} masalah." if problems else "Tidak ada masalah.", err=True)
    if problems:
        sys.exit(1)


@click.command()
@with_appcontext
def reindex() -> None:
    """Build the search index anew from the stored pages and recommendations."""
    opened = _opened()
    with opened.database.transaction() as session:
        count = opened.index.rebuild(session)
    click.echo(f"{count} dokumen diindeks ulang.")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@with_appcontext
def backup(folder: Path) -> None:
    """Copy database, files and key into FOLDER, which must be new or empty; the service may run meanwhile."""
    from service.steps.backup import backup as step
    from service.steps.refused import Refused

    try:
        count = step(_opened(), folder)
    except Refused as refused:
        raise click.ClickException(refused.message) from refused
    click.echo(f"Basis data dan {count} berkas disalin ke {_printable(str(folder))}.")


@click.group()
def corpus() -> None:
    """Labelled documents for training."""


@corpus.command()
@click.argument("folder", type=click.Path(path_type=Path))
@with_appcontext
def export(folder: Path) -> None:
    """Write every reviewed document with what people decided into FOLDER, for `make train MORE=FOLDER`."""
    from service.steps.export_corpus import export_corpus
    from service.steps.refused import Refused

    try:
        count = export_corpus(_opened(), folder)
    except Refused as refused:
        raise click.ClickException(refused.message) from refused
    click.echo(f"{count} dokumen yang sudah diperiksa ditulis ke {_printable(str(folder))}.")


def _migrate() -> None:
    try:
        resources().database.migrate()
    except Newer as error:
        raise click.ClickException("Basis data ini dari Tilik yang lebih baru. Jalankan versi itu.") from error


def _opened() -> Resources:
    """What the commands work on; one line says so where the database is missing or of another version."""
    if not resources().database.is_current():
        raise click.ClickException(f"Basis data di {config().data_dir} belum disiapkan; jalankan: flask init")
    return resources()


def _tell_once_without_queue() -> None:
    """One line instead of one a file: documents that were taken in while Tilik stands still are read when it runs."""
    import logging

    if resources().queue.waiting() is None:
        logging.getLogger("service.queue").setLevel(logging.ERROR)
        click.echo("Tilik belum berjalan; dokumen dibaca setelah `make run`.", err=True)


def _printable(line: str) -> str:
    """One line without control characters: a file's name or text must not steer the terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in line)


COMMANDS = (extract, text, ingest, search, worker, init, password, demo, check, reindex, backup, corpus)
