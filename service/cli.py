"""flask extract | text | ingest | search | worker | init | demo | check: parse, call, print.

What a command needs is imported when it runs, so that the web process starts without it.
"""

import json
import sys
from pathlib import Path
from typing import Any

import click
from flask.cli import with_appcontext

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
    from service.web import resources

    receipt = step(resources(), paths, say=lambda line: click.echo(_printable(line), err=True))
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
    from service.web import resources

    opened = resources()
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

    from service.web import resources
    from service.worker import run

    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    run(resources(), burst=burst)


@click.command()
@with_appcontext
def init() -> None:
    """Bring the database to the newest schema; print the link for the first administrator while there is none."""
    from service.steps.accounts import first_invitation
    from service.web import config, resources
    from storage.models import now

    resources().database.migrate()
    token = first_invitation(resources(), now())
    click.echo(f"Basis data siap: {config().data_dir}")
    if token:
        click.echo(f"Akun pengelola pertama: http://{config().host}:{config().port}/siapkan/{token}")


@click.command()
@with_appcontext
def demo() -> None:
    """Fill the system with sample documents of our own, through the same door as an upload."""
    import tempfile

    from service.demo import make_demo
    from service.steps.ingest import ingest as step
    from service.web import resources

    resources().database.migrate()
    with tempfile.TemporaryDirectory(prefix="tilik-") as folder:
        receipt = step(resources(), make_demo(Path(folder)), say=lambda line: click.echo(_printable(line), err=True))
    click.echo(
        f"{receipt.stored} dokumen contoh disimpan, {receipt.already_there} sudah ada. Hasilnya terbaca setelah `make run`."
    )
    if receipt.refused or receipt.failed:
        sys.exit(1)


@click.command()
@with_appcontext
def check() -> None:
    """Compare rows, files and digests, and name every difference; exit code 1 when there is one."""
    from service.steps.check import check as step
    from service.web import resources

    problems = 0
    for problem in step(resources()):
        problems += 1
        click.echo(_printable(problem))
    click.echo(f"{problems} masalah." if problems else "Tidak ada masalah.", err=True)
    if problems:
        sys.exit(1)


def _printable(line: str) -> str:
    """One line without control characters: a file's name or text must not steer the terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in line)


COMMANDS = (extract, text, ingest, search, worker, init, demo, check)
