"""What staff must know about pages that OCR read badly or not at all."""

from collections.abc import Sequence

from nlp.readers.ocr_page import DOUBTFUL, READ, Result


def doubts(result: Result) -> list[str]:
    """What staff must know about a page that OCR read badly."""
    if result.blank or result.late:
        return []
    if result.error:
        return [
            f"Halaman {result.number} tidak dapat dibaca oleh mesin OCR; pindai ulang yang tegak dan jelas, lalu unggah lagi."
        ]
    if result.quality < DOUBTFUL:
        return [f"Halaman {result.number} tidak terbaca oleh OCR (mutu {round(100 * result.quality)} dari 100)."]
    if result.quality < READ:
        return [
            f"Halaman {result.number} terbaca meragukan oleh OCR (mutu {round(100 * result.quality)} dari 100); periksa isinya."
        ]
    return []


def cuts(numbers: Sequence[int]) -> list[str]:
    """What staff must know about pages of whose pictures a part is missing."""
    if not numbers:
        return []
    return [
        f"Gambar pada halaman {listed(numbers)} rusak atau terpotong; sebagian isinya mungkin hilang. Mintalah berkas yang utuh."
    ]


def emptiness(numbers: Sequence[int]) -> list[str]:
    """What staff must know about a file of whose pages none says anything."""
    return [f"Halaman {listed(numbers)} tampak kosong; periksa berkas aslinya."] if numbers else []


def hiddenness(numbers: Sequence[int]) -> list[str]:
    """What staff must know about slides that a show leaves out."""
    return [f"Halaman {listed(numbers)} tersembunyi saat ditayangkan; isinya tetap dibaca."] if numbers else []


def lateness(numbers: Sequence[int]) -> list[str]:
    """What staff must know about pages for which there was no time."""
    if not numbers:
        return []
    return [
        f"Halaman {listed(numbers)} belum dibaca dengan OCR karena waktunya habis; pecah berkasnya menjadi beberapa bagian, "
        "lalu unggah bagian itu."
    ]


def listed(numbers: Sequence[int]) -> str:
    """`1, 2, dan 5`, shortened after ten."""
    shown = [str(number) for number in numbers[:10]]
    if len(numbers) > 10:
        return ", ".join(shown) + f", dan {len(numbers) - 10} lainnya"
    return shown[0] if len(shown) == 1 else " dan ".join((", ".join(shown[:-1]), shown[-1]))
