"""What can go wrong while a file is read: one class a cause, each with a sentence for staff in both languages.

ReadError
├── EmptyFile
│   └── EmptyArchive
├── UnsupportedFormat
│   ├── OldOfficeFormat
│   ├── PhonePicture
│   ├── RenamedFile
│   └── ZipArchive
├── LockedFile
├── DamagedFile
├── TooLarge
│   ├── TooManyPages
│   ├── TooManyPixels
│   └── SuspiciousArchive
│       └── SuspiciousZip
└── TooHard            (time or memory ran out, or the reader died)
"""

from collections.abc import Iterator


class ReadError(Exception):
    """A file cannot be read. `str(error)` is the Indonesian sentence, `error.english` the English one."""

    code = "unreadable"
    indonesian = "Berkas tidak dapat dibaca. Periksa berkas itu, lalu unggah lagi."
    english = "The file cannot be read. Check it and upload it again."

    def __init__(self, detail: str = "") -> None:
        self.detail = detail
        super().__init__(self.indonesian)


class EmptyFile(ReadError):
    code = "empty"
    indonesian = "Berkas kosong (0 bita). Simpan ulang berkas aslinya, lalu unggah lagi."
    english = "The file is empty (0 bytes). Save the original again and upload it."


class EmptyArchive(EmptyFile):
    code = "empty_archive"
    indonesian = "Arsip ZIP ini tidak berisi berkas. Buat ulang arsipnya, atau unggah berkasnya satu per satu."
    english = "This ZIP archive holds no file. Make the archive again, or upload the files themselves."


class UnsupportedFormat(ReadError):
    code = "unsupported"
    indonesian = "Jenis berkas ini tidak dapat dibaca. Simpan sebagai PDF, DOCX, atau PPTX, lalu unggah lagi."
    english = "This type of file cannot be read. Save it as PDF, DOCX or PPTX and upload it again."


class OldOfficeFormat(UnsupportedFormat):
    code = "old_office"
    indonesian = (
        "Format Office lama (DOC/PPT). Buka di Word atau PowerPoint, simpan sebagai DOCX atau PPTX, lalu unggah lagi."
    )
    english = "An old Office format (DOC/PPT). Open it, save it as DOCX or PPTX and upload that."


class PhonePicture(UnsupportedFormat):
    indonesian = "Foto berformat HEIC atau AVIF tidak dapat dibaca. Simpan sebagai JPG atau PNG, lalu unggah lagi."
    english = "A photo in HEIC or AVIF cannot be read. Save it as JPG or PNG and upload that."


class RenamedFile(UnsupportedFormat):
    code = "renamed"
    indonesian = "Isi berkas tidak cocok dengan akhiran namanya. Buka dengan aplikasi asalnya, simpan sebagai PDF, lalu unggah lagi."
    english = (
        "The content does not match the file's extension. Open it in its own program, save it as PDF and upload that."
    )


class ZipArchive(UnsupportedFormat):
    """Several files packed into one: what takes in files unpacks it, a reader does not."""

    code = "zip"
    indonesian = "Arsip ZIP tidak dibaca di sini. Buka arsipnya, lalu unggah berkas di dalamnya."
    english = "A ZIP archive is not read here. Open it and upload the files inside."


class LockedFile(ReadError):
    code = "locked"
    indonesian = (
        "Berkas terkunci kata sandi, jadi isinya tidak dapat dibaca. Buka kuncinya, simpan ulang, lalu unggah lagi."
    )
    english = "The file is locked with a password. Remove the password, save it again and upload that."


class DamagedFile(ReadError):
    code = "damaged"
    indonesian = (
        "Berkas rusak, jadi isinya tidak dapat dibaca. Minta salinan yang utuh atau simpan ulang, lalu unggah lagi."
    )
    english = "The file is damaged. Get an intact copy or save it again, then upload it."


class TooLarge(ReadError):
    code = "too_large"
    indonesian = "Berkas terlalu besar. Pecah menjadi beberapa berkas atau perkecil gambarnya, lalu unggah lagi."
    english = "The file is too large. Split it or shrink its pictures, then upload it again."


class TooManyPages(TooLarge):
    code = "too_many_pages"
    indonesian = "Berkas terlalu banyak halamannya. Pecah menjadi beberapa berkas, lalu unggah lagi."
    english = "The file has too many pages. Split it and upload the parts."


class TooManyPixels(TooLarge):
    code = "too_many_pixels"
    indonesian = "Gambar terlalu besar. Pindai ulang dengan 200–300 dpi, lalu unggah lagi."
    english = "The picture is too large. Scan it again at 200–300 dpi and upload that."


class SuspiciousArchive(TooLarge):
    code = "suspicious_archive"
    indonesian = "Susunan berkas tidak wajar, jadi tidak dibuka. Buka di Word atau PowerPoint, simpan sebagai PDF, lalu unggah lagi."
    english = (
        "The file is built in an unsafe way and was not opened. Open it in its program, save it as PDF and upload that."
    )


class SuspiciousZip(SuspiciousArchive):
    code = "suspicious_zip"
    indonesian = (
        "Arsip ZIP ini terlalu besar, terlalu banyak isinya, atau susunannya tidak wajar, jadi tidak dibuka. "
        "Buka arsipnya di komputer Anda, lalu unggah berkas di dalamnya."
    )
    english = (
        "This ZIP archive is too large, holds too many files or is built in an unsafe way, and was not opened. "
        "Open it on your computer and upload the files inside."
    )


class TooHard(ReadError):
    code = "too_hard"
    indonesian = "Berkas terlalu rumit: pembacaannya melewati batas waktu atau memori. Simpan sebagai PDF baru atau pecah, lalu unggah lagi."
    english = "The file is too complex: reading exceeded its time or memory limit. Save it as a new PDF or split it."


def kinds(kind: type[ReadError] = ReadError) -> Iterator[type[ReadError]]:
    """`kind` and all below it."""
    yield kind
    for below in kind.__subclasses__():
        yield from kinds(below)
