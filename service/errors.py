"""One table: which error becomes which status and page (JSON below /api).

Every answer that is an error carries an id, which stands in the log line too.
"""

import errno
import logging
import secrets
from dataclasses import dataclass

from flask import Flask, Response, jsonify, make_response, redirect, render_template, request
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException, MethodNotAllowed, RequestEntityTooLarge
from werkzeug.wrappers import Response as BaseResponse

from nlp.errors import ReadError
from service.filters import told
from service.late_forms import SessionEnded, page_of, written
from service.steps.accounts import AccountError
from service.steps.refused import Refused
from storage.errors import Duplicate, Full, NotFound, Stale, StorageError

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    title: object  # lazy text
    advice: object


TABLE: dict[type[Exception], Answer] = {
    NotFound: Answer(404, _l("Tidak ditemukan"), _l("Halaman atau dokumen ini tidak ada, atau sudah dihapus.")),
    Duplicate: Answer(409, _l("Sudah ada"), _l("Data yang sama sudah ada. Buka yang sudah ada itu.")),
    Stale: Answer(
        409,
        _l("Sudah diubah orang lain"),
        _l("Muat ulang halaman untuk melihat yang terbaru, lalu ulangi perubahan Anda."),
    ),
    Full: Answer(
        507,
        _l("Penyimpanan penuh"),
        _l("Tidak ada ruang untuk menyimpan berkas. Hubungi pengelola Tilik, lalu coba lagi."),
    ),
    StorageError: Answer(
        500, _l("Data tidak dapat disimpan"), _l("Coba lagi. Jika terulang, hubungi pengelola Tilik.")
    ),
    OperationalError: Answer(
        503, _l("Sedang sibuk"), _l("Basis data sedang sibuk. Tunggu sebentar, lalu muat ulang halaman.")
    ),
    RequestEntityTooLarge: Answer(
        413, _l("Kiriman terlalu besar"), _l("Kirim berkas yang lebih kecil atau lebih sedikit sekaligus.")
    ),
    CSRFError: Answer(
        400,
        _l("Formulir kedaluwarsa"),
        _l("Kiriman Anda belum disimpan. Buka lagi halamannya, lalu ulangi. Pastikan kuki diizinkan di peramban Anda."),
    ),
    SessionEnded: Answer(
        401, _l("Sesi Anda berakhir"), _l("Kiriman Anda belum disimpan. Masuk lagi untuk mengulanginya.")
    ),
}
BY_STATUS: dict[int, Answer] = {
    400: Answer(400, _l("Permintaan tidak dapat dimengerti"), _l("Periksa isian Anda, lalu coba lagi.")),
    401: Answer(401, _l("Belum masuk"), _l("Masuk dahulu, lalu coba lagi.")),
    403: Answer(
        403, _l("Tidak diizinkan"), _l("Akun Anda tidak boleh melakukan ini. Hubungi pengelola Tilik bila perlu.")
    ),
    404: Answer(404, _l("Tidak ditemukan"), _l("Halaman atau dokumen ini tidak ada, atau sudah dihapus.")),
    405: Answer(405, _l("Cara ini tidak tersedia"), _l("Kembali ke halaman sebelumnya, lalu coba dari sana.")),
    413: TABLE[RequestEntityTooLarge],
    429: Answer(429, _l("Terlalu sering"), _l("Tunggu sebentar, lalu coba lagi.")),
    500: Answer(
        500, _l("Terjadi kesalahan"), _l("Kesalahan ini sudah dicatat. Sebutkan nomor di bawah kepada pengelola Tilik.")
    ),
    503: TABLE[OperationalError],
}


def init_app(app: Flask) -> None:
    """Answer every error by the table."""
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _other)


def respond(answer: Answer, detail: str | None = None) -> Response:
    """The page, or below /api the JSON, of one answer."""
    error_id = secrets.token_hex(4)
    level = logging.ERROR if answer.status >= 500 else logging.INFO
    logger.log(level, "%s %s %s: %d", error_id, request.method, _printable(request.path), answer.status)
    try:
        response = make_response(_body(answer, detail, error_id), answer.status)
    except Exception:  # the last edge: a page needs the database too, and may be broken itself
        logger.exception("%s the page of this error could not be made", error_id)
        text = f"Tilik sedang tidak dapat melayani permintaan ini. Coba lagi nanti. Nomor: {error_id}\n"
        response = Response(text, answer.status, mimetype="text/plain")
    if answer.status in {429, 503}:
        response.headers["Retry-After"] = "10"
    return response


def _body(answer: Answer, detail: str | None, error_id: str) -> Response | str:
    title, advice = str(answer.title), detail or str(answer.advice)
    if request.path.startswith("/api/"):
        return jsonify({"error": {"status": answer.status, "title": title, "detail": advice, "id": error_id}})
    late = answer in (TABLE[CSRFError], TABLE[SessionEnded])
    return render_template(
        "errors/error.html",
        status=answer.status,
        title=title,
        advice=advice,
        error_id=error_id,
        page=page_of(request.path) if late else None,
        written=written() if late else [],
    )


def _http(error: HTTPException) -> BaseResponse:
    if error.response is not None or (error.code is not None and error.code < 400):
        return error.get_response()  # an answer made by abort(response), or a redirect by the router
    if isinstance(error, MethodNotAllowed) and request.method == "GET" and not request.path.startswith("/api/"):
        return redirect(page_of(request.path))  # reloaded or kept after a refused form
    if isinstance(error, CSRFError) and not current_user.is_authenticated and request.blueprint != "accounts":
        return respond(TABLE[SessionEnded])  # the token went with the session
    answer = TABLE.get(type(error)) or BY_STATUS.get(error.code or 500)
    return respond(answer or Answer(error.code or 500, _("Permintaan tidak dapat dilayani"), BY_STATUS[400].advice))


def _other(error: Exception) -> Response:
    match error:
        case ReadError():
            english = str(get_locale()) == "en"
            return respond(Answer(422, _("Berkas tidak dapat diterima"), ""), error.english if english else str(error))
        case Refused():
            return respond(Answer(409, _("Tidak dapat dilakukan"), ""), told(error.message))
        case AccountError():
            return respond(Answer(400, _("Akun tidak dapat diubah"), ""), told(error.message))
    for kind in (Full,) if _is_full(error) else type(error).__mro__:
        if kind in TABLE:
            answer = TABLE[kind]
            if answer.status >= 500:
                logger.error("%s", type(error).__name__, exc_info=error)
            return respond(answer)
    logger.error("unexpected %s", type(error).__name__, exc_info=error)
    return respond(BY_STATUS[500])


def _is_full(error: Exception) -> bool:
    """Whether no space is left: for the database, or for the parts of a form, which wait in files while they come in."""
    if isinstance(error, OperationalError):
        return "disk is full" in str(error.orig)
    return isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}


def _printable(text: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in text[:200])
