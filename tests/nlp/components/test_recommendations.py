from datetime import date
from typing import Any

import pytest
import spacy

import nlp.pipeline  # registers doc._.source and doc._.facts
from nlp.components.recommendations import Recommendations, find_recommendations
from nlp.extraction import Kind, Recommendation, Topic
from tests.nlp.components.documents import facts, source

assert nlp.pipeline.COMPONENTS
HOME = "Badan Kepegawaian Daerah Provinsi Sumatera Barat"
SUMBAR = " Provinsi Sumatera Barat"


def found(notation: str, kind: Kind = Kind.REPORT, file_format: str = "docx", **given: Any) -> list[Recommendation]:
    return find_recommendations(source(notation, file_format=file_format), facts(kind, **given))


def texts(notation: str, kind: Kind = Kind.REPORT, file_format: str = "docx") -> list[str]:
    return [item.text for item in found(notation, kind, file_format)]


REPORT = """
# BAB V PENUTUP
## A. Kesimpulan
Penerapan sistem merit di Jawa Timur telah berjalan baik.
## B. Saran
1. Menyusun peta talenta bagi seluruh pejabat pengawas;
2. Perlunya penguatan tim asesor internal; dan
3. Menetapkan peraturan gubernur tentang manajemen talenta paling lambat Maret 2025.
Demikian laporan ini disusun.
Padang, 20 Mei 2024
"""


def test_the_items_below_the_heading_saran_are_recommendations():
    assert texts(REPORT) == [
        "Menyusun peta talenta bagi seluruh pejabat pengawas",
        "Perlunya penguatan tim asesor internal",
        "Menetapkan peraturan gubernur tentang manajemen talenta paling lambat Maret 2025.",
    ]


def test_the_stated_time_gives_the_last_day():
    last = found(REPORT)[-1]
    assert (last.due, last.due_text) == (date(2025, 3, 31), "paling lambat Maret 2025")


@pytest.mark.parametrize(
    "heading",
    [
        "Rekomendasi", "REKOMENDASI KEBIJAKAN", "4.2 Saran dan Masukan", "C. Usulan", "Rencana Tindak Lanjut (RTL)", "IV. RENCANA AKSI",
        "Langkah yang Perlu Dilakukan", "Upaya Perbaikan", "Hal-hal yang Dapat Diadopsi", "Adopsi dan Adaptasi", "Inovasi yang dapat diterapkan",
        "Next Steps", "Action Plan", "Recommendations", "Kesimpulan dan Saran", "Solusi", "Usul Tindak", "Praktik baik yang dapat direplikasi di Sumatera Barat",
        "Apa yang bisa kita tiru?", "Tindak Lanjut", "Implementasi di Sumatera Barat",
    ],
)  # fmt: skip
def test_the_field_calls_such_a_section_by_many_names(heading: str):
    assert texts(f"# {heading}\n- Menyusun peta talenta pejabat pengawas\n- Membentuk tim asesor internal") == [
        "Menyusun peta talenta pejabat pengawas",
        "Membentuk tim asesor internal",
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "Daftar Isi", "Kata Pengantar", "Tugas dan Fungsi", "Praktik Baik", "Kritik dan Saran", "Catatan yang Harus Dipertahankan", "Tindak lanjut yang telah dilakukan",
        "Dasar Hukum", "Temuan Lapangan", "Agenda",
    ],
)  # fmt: skip
def test_other_sections_hold_none(heading: str):
    assert texts(f"# {heading}\n- Menyusun peta talenta pejabat pengawas\n- Membentuk tim asesor internal") == []


def test_an_agenda_line_and_a_line_of_the_contents_open_nothing():
    assert (
        texts("# Agenda\n- Profil lokus\n- Rekomendasi\n- Menutup acara bersama\n# Profil\n- Menyusun kebijakan teknis")
        == []
    )
    assert texts("DAFTAR ISI\nBAB V SARAN ........ 12\nMenyusun kebijakan teknis daerah\nLampiran ........ 13") == []


def test_sub_headings_and_lead_ins_are_no_entries_and_done_work_neither():
    assert texts(
        "# REKOMENDASI\nBerdasarkan uraian di atas, tim menyampaikan hal-hal berikut:\n- Manajemen talenta\n  - Menyusun peta talenta\n  - Telah membentuk tim\n"
        "- Data:\n  - Menghubungkan SIMPEG dengan e-Kinerja\n- Terima kasih kepada pembimbing"
    ) == ["Menyusun peta talenta", "Menghubungkan SIMPEG dengan e-Kinerja"]


def test_an_agreement_has_none():
    document = spacy.blank("id").make_doc("x")
    document._.source = source(REPORT)
    document._.facts = facts(Kind.AGREEMENT)
    assert Recommendations()(document)._.facts.recommendations == []


@pytest.mark.parametrize(
    ("line", "addressee"),
    [
        ("Kepada Bappeda: menyusun satu formulir usulan pembangunan", "Badan Perencanaan Pembangunan Daerah" + SUMBAR),
        ("Inspektorat agar mereviu laporan barang setiap semester", "Inspektorat" + SUMBAR),
        ("BKD Provinsi Sumatera Barat perlu menyusun peta talenta", HOME),
        ("Menyusun peta talenta bersama BKD Provinsi Jawa Timur", None),
        ("Diharapkan Dinas Kesehatan Provinsi Sumatera Barat menempatkan satu verifikator", "Dinas Kesehatan" + SUMBAR),
    ],
)
def test_the_addressee_in_the_words(line: str, addressee: str | None):
    assert [item.addressee for item in found(f"# Saran\n- {line}")] == [addressee]


def test_the_heading_of_a_block_names_the_addressee():
    result = found(
        "# Rekomendasi\n## Bagi BKD Provinsi Sumatera Barat\n- Menyusun peta talenta\n## Bagi seluruh perangkat daerah\n- Menunjuk satu admin e-Kinerja"
    )
    assert [item.addressee for item in result] == [HOME, "Perangkat Daerah" + SUMBAR]


def test_block_headings_give_their_time():
    result = found(
        "# Rencana Tindak Lanjut\nJangka pendek (2024)\n1. Menyusun peta talenta\nJangka menengah (2025-2026)\n2. Membangun pusat asesmen"
    )
    assert [(item.due, item.due_text) for item in result] == [
        (date(2024, 12, 31), "Jangka pendek (2024)"),
        (date(2026, 12, 31), "Jangka menengah (2025-2026)"),
    ]


TABLE = """
# Matriks
| No | Permasalahan | Rekomendasi | Penanggung Jawab | Target Waktu |
| 1 | Data belum terhubung | Menghubungkan SIMPEG dengan e-Kinerja | BKD | Triwulan II 2025 |
| 2 | ^ | a. Melatih admin SIMPEG\\nb. Menunjuk satu admin tiap OPD | Bappeda | Desember 2025 |
| 3 | Asesor kurang | Membentuk tim asesor | ^ | ^ |
"""


def test_a_table_gives_one_entry_an_action_with_owner_and_time_over_merged_cells():
    bkd, bappeda = HOME, "Badan Perencanaan Pembangunan Daerah" + SUMBAR
    assert [(item.text, item.addressee, item.due) for item in found(TABLE)] == [
        ("Menghubungkan SIMPEG dengan e-Kinerja", bkd, date(2025, 6, 30)),
        ("Melatih admin SIMPEG", bappeda, date(2025, 12, 31)),
        ("Menunjuk satu admin tiap OPD", bappeda, date(2025, 12, 31)),
        ("Membentuk tim asesor", bappeda, date(2025, 12, 31)),
    ]


def test_of_two_columns_the_one_called_rekomendasi_counts():
    assert texts(
        "| No | Temuan | Rekomendasi | Tindak Lanjut |\n| 1 | Aset tercecer | Menata aset daerah | Telah dibahas |"
    ) == ["Menata aset daerah"]


def test_a_comparison_with_a_column_of_what_to_adopt():
    notation = "| Aspek | Kondisi Lokus | Kondisi Daerah Asal | Yang Dapat Diadopsi |\n| Talenta | Menyusun peta tiap tahun | Belum ada | Menyusun peta talenta tiap tahun |"
    assert texts(notation) == ["Menyusun peta talenta tiap tahun"]


def test_a_matrix_with_the_time_in_its_columns():
    result = found(
        "# Next Steps\n| Bidang | Jangka Pendek (2025) | Jangka Panjang (2028) |\n| Regulasi | Menyusun draf perda | Menetapkan sanksi administratif |\n| SDM | – | Melatih kader |"
    )
    assert [(item.text, item.due) for item in result] == [
        ("Menyusun draf perda", date(2025, 12, 31)),
        ("Menetapkan sanksi administratif", date(2028, 12, 31)),
        ("Melatih kader", date(2028, 12, 31)),
    ]


def test_a_plan_table_below_its_heading_needs_no_column_of_that_name():
    result = found(
        "# RENCANA TINDAK LANJUT\n| No | Kegiatan | Output | PIC | Waktu |\n| 1 | Rapat pembentukan tim asesor | SK Tim | BKD | Juli 2024 |\n| 2 | Penyusunan peta talenta | Dokumen | BKD | 2025 |"
    )
    assert [(item.text, item.addressee, item.due) for item in result] == [
        ("Rapat pembentukan tim asesor", HOME, date(2024, 7, 31)),
        ("Penyusunan peta talenta", HOME, date(2025, 12, 31)),
    ]


def test_a_daily_log_holds_none():
    assert (
        texts(
            "# Kegiatan\n| Hari | Kegiatan | Hasil |\n| Senin | Menyusun SKP contoh | Pembimbing menyarankan membaca modul |\n| Selasa | Mengikuti rapat | Usulan dibahas |"
        )
        == []
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Kami merekomendasikan agar BKD Provinsi Sumatera Barat membuka kelas daring paling lambat Maret 2025.",
        "Tim juga mengusulkan agar Bappeda menggabungkan enam formulir usulan menjadi satu.",
        "Disarankan agar Pemerintah Provinsi Sumatera Barat membentuk tim asesor.",
        "Perlu dilakukan penyederhanaan persyaratan izin praktik tenaga kesehatan.",
        "Sebaiknya Dinas Kesehatan Provinsi Sumatera Barat menempatkan satu verifikator.",
        "Ke depan, survei kepuasan hendaknya dilakukan setiap triwulan.",
    ],
)
def test_a_sentence_of_running_text(sentence: str):
    assert texts(f"# Apa artinya bagi kita\nJarak menjadi keluhan utama. {sentence} Kendaraan sudah tersedia.") == [
        sentence
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Pengurus barang wajib melapor setiap bulan.",
        "Beliau menyarankan agar tim tidak meniru seluruh layanan sekaligus.",
        "Kepala Bidang berpesan agar peserta memanfaatkan kesempatan ini sebaik-baiknya.",
        "Magang ini bertujuan untuk meningkatkan kompetensi pegawai.",
        "Kritik dan saran yang membangun sangat kami harapkan.",
        "Diharapkan laporan ini bermanfaat bagi pembaca.",
        "Sejak 2022 Jawa Timur sudah menerapkan manajemen talenta.",
        "Pihak Jawa Timur menjelaskan bahwa asesor perlu dilatih setiap enam bulan.",
        "Demikian laporan ini dibuat untuk dapat dipergunakan seperlunya.",
        "Saran: https://contoh.example",
    ],
)
def test_what_is_none_in_running_text(sentence: str):
    assert texts(f"# Catatan\nJarak menjadi keluhan utama. {sentence} Kendaraan tersedia.") == []


def test_a_sentence_may_open_a_list():
    notation = "# Evaluasi\nBerdasarkan pengamatan, kami menyarankan hal-hal sebagai berikut:\n1. Menyusun peta talenta;\n2. Membentuk tim asesor.\nSelama magang kami menginap di asrama."
    assert texts(notation) == ["Menyusun peta talenta", "Membentuk tim asesor."]


def test_lines_below_an_item_state_its_owner_and_time():
    result = found(
        "# Rencana Tindak Lanjut\n- Menyusun peta talenta pejabat\n  - PIC: Bappeda\n  - Waktu: Triwulan I 2025\n- Membentuk tim asesor internal"
    )
    assert [(item.text, item.addressee, item.due) for item in result] == [
        ("Menyusun peta talenta pejabat", "Badan Perencanaan Pembangunan Daerah" + SUMBAR, date(2025, 3, 31)),
        ("Membentuk tim asesor internal", None, None),
    ]


def test_an_item_that_goes_on_after_the_slide_break_is_one():
    notation = "# REKOMENDASI (1/2)\n1. Menyusun peta talenta\n2. Mewajibkan setiap OPD menyusun register risiko\n===\n# REKOMENDASI (2/2) - lanjutan\ndan melaporkannya setiap semester\n3. Membuka klinik"
    assert texts(notation, file_format="pptx") == [
        "Menyusun peta talenta",
        "Mewajibkan setiap OPD menyusun register risiko dan melaporkannya setiap semester",
        "Membuka klinik",
    ]


def test_evidence_is_the_slice_that_it_quotes():
    document = source(REPORT)
    for item in find_recommendations(document, facts()):
        page = document.pages.pages[item.evidence.page - 1]
        assert page.text[item.evidence.start : item.evidence.end] == item.evidence.quote
        assert item.text in item.evidence.quote


def test_what_a_summary_repeats_counts_once():
    notation = "# Ringkasan\n## Rekomendasi\n- Menyusun peta talenta pejabat pengawas\n# Bab 4\n## Rekomendasi\n- Menyusun peta talenta pejabat pengawas paling lambat Juli 2025"
    result = found(notation)
    assert len(result) <= 2
    assert result[-1].due == date(2025, 7, 31)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Menyusun pohon kinerja dan perjanjian kinerja berjenjang", Topic.KINERJA_AKUNTABILITAS),
        ("Menyelenggarakan bimbingan teknis bagi bendahara", Topic.PENGEMBANGAN_KOMPETENSI),
        ("Memetakan pejabat ke dalam kotak talenta", Topic.KEPEGAWAIAN),
        ("Menggabungkan formulir usulan musrenbang", Topic.PERENCANAAN_PENGANGGARAN),
        ("Mengintegrasikan aplikasi ke pusat data provinsi", Topic.DIGITAL_SPBE),
        ("Menambah titik layanan samsat keliling", Topic.PENDAPATAN_DAERAH),
        ("Menata sertifikat tanah dan barang milik daerah", Topic.KEUANGAN_ASET),
        ("Menyusun register risiko setiap OPD", Topic.PENGAWASAN),
        ("Membuka loket pengaduan di mal pelayanan publik", Topic.PELAYANAN_PUBLIK),
        ("Menambah halte dan koridor angkutan umum", Topic.INFRASTRUKTUR_PERHUBUNGAN),
        ("Membangun gudang beku bagi nelayan", Topic.EKONOMI_SUMBER_DAYA),
        ("Memutakhirkan data kemiskinan penerima bantuan sosial", Topic.SOSIAL_TENAGA_KERJA),
        ("Menyusun perjanjian kerja sama dengan Provinsi Bali", Topic.KERJA_SAMA),
        ("Membangun zona integritas menuju WBK", Topic.REFORMASI_BIROKRASI),
        ("Memilah sampah dari rumah tangga", Topic.LAINNYA),
    ],
)
def test_topics(text: str, topic: Topic):
    assert [item.topic for item in found(f"# Saran\n- {text}")] == [topic]


@pytest.mark.parametrize(
    "heading",
    [
        "Lalu kita harus apa?", "Yang bisa kita bawa pulang", "Quick Wins (2025)", "Pekerjaan rumah kita", "Masukan untuk Disdukcapil:",
        "Masalah dan Jalan Keluar", "Agenda Aksi", "Langkah Kami", "Gagasan Perbaikan", "Opsi Kebijakan",
    ],
)  # fmt: skip
def test_slides_call_it_by_plain_words_too(heading: str):
    assert texts(f"# {heading}\n- Pindai berkas pensiun\n- Tutup loket manual", file_format="pptx") == [
        "Pindai berkas pensiun", "Tutup loket manual",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "heading", ["Yang telah dilakukan", "Langkah-langkah kegiatan", "Agenda", "Kesan", "Kritik dan saran"]
)
def test_such_headings_hold_none(heading: str):
    assert texts(f"# {heading}\n- Menata ulang kios contoh\n- Menyusun draf kalender acara") == []


@pytest.mark.parametrize("bullet", ["~", "v", "✔", "➜", "🔹", "=>"])
def test_any_sign_before_a_line_is_a_bullet(bullet: str):
    notation = (
        f"# Saran\n{bullet} Tempelkan label pada kendaraan dinas\n{bullet} Sanksi bagi pengurus barang yang terlambat"
    )
    assert [text.split()[0] for text in texts(notation, file_format="txt")] == ["Tempelkan", "Sanksi"]


def test_a_table_typed_with_strokes_is_a_table():
    document = source(
        "# Saran\nNo / Saran / Bidang / Waktu\n1 / Menyusun peta jabatan / Bidang Mutasi / Mei 2025\n2 / Melatih asesor / Bidang Mutasi / Juni 2025".replace(
            "/", "¦"
        ).replace("¦", "|"),
        file_format="txt",
    )
    items = find_recommendations(document, facts())
    assert [(item.text, item.due) for item in items] == [
        ("Menyusun peta jabatan", date(2025, 5, 31)), ("Melatih asesor", date(2025, 6, 30)),
    ]  # fmt: skip


def test_each_line_of_a_cell_takes_its_own_time():
    items = found(
        "# Rencana Tindak Lanjut\n| Aksi | PIC | Waktu |\n| Menyusun standar pindai\\nMelatih 120 pengurus barang | BKD | Mei 2025\\nJuni 2025 |"
    )
    assert [(item.text, item.due) for item in items] == [
        ("Menyusun standar pindai", date(2025, 5, 31)), ("Melatih 120 pengurus barang", date(2025, 6, 30)),
    ]  # fmt: skip


def test_a_column_may_be_a_stretch_of_time():
    items = found(
        "# Tindak Lanjut\n| Perangkat Daerah | Enam bulan pertama (s.d. Agustus 2025) | Setahun (s.d. Februari 2026) |\n"
        "| Dinas Sosial | Perbarui data penerima | Terapkan insentif bagi pendamping |"
    )
    assert [(item.addressee, item.due) for item in items] == [
        ("Dinas Sosial" + SUMBAR, date(2025, 8, 31)), ("Dinas Sosial" + SUMBAR, date(2026, 2, 28)),
    ]  # fmt: skip


def test_the_next_number_after_the_section_ends_it():
    notation = "3. Hasil. Layanan cepat.\n4. Usul tindak.\na) Menetapkan peraturan gubernur\nb) Memindahkan berkas\n5. Telah dibentuk tim kecil untuk itu."
    assert texts(notation, file_format="txt") == ["Menetapkan peraturan gubernur", "Memindahkan berkas"]


def test_lines_below_an_item_say_who_and_when():
    items = found(
        "# Apa yang bisa dibawa pulang?\nTetapkan dewan pengarah\nKapan: Januari 2025\nSiapa: Dinas Sosial",
        file_format="pptx",
    )
    assert [(item.text, item.addressee, item.due) for item in items] == [
        ("Tetapkan dewan pengarah", "Dinas Sosial" + SUMBAR, date(2025, 1, 31))
    ]


def test_a_slide_goes_on_under_the_same_title():
    notation = "# Dinas Sosial\nMasukan untuk Dinsos:\n- Kaji ulang panti\n===\n# Dinas Sosial (lanjutan)\n- Pasang alat pantau di tiap panti"
    items = found(notation, file_format="pptx")
    assert [item.addressee for item in items] == ["Dinas Sosial" + SUMBAR] * 2


@pytest.mark.parametrize(
    ("sentence", "addressee"),
    [
        ("Adapun Inspektorat, kami sarankan mengubah pola evaluasi.", "Inspektorat" + SUMBAR),
        ("Sejalan dengan itu, Bappeda seyogianya menghapus subkegiatan yang berulang.", "Badan Perencanaan Pembangunan Daerah" + SUMBAR),
        ("Inspektur kiranya menambah enam auditor terampil.", "Inspektorat" + SUMBAR),
        ("Gubernur hendaknya menetapkan peraturan tentang talenta.", "Pemerintah Provinsi Sumatera Barat"),
        ("Menambah formasi auditor dalam usulan kebutuhan (Dinas Sosial).", "Dinas Sosial" + SUMBAR),
        ("Menyusun peta jabatan tiap unit oleh Biro Organisasi.", "Biro Organisasi Sekretariat Daerah" + SUMBAR),
        ("Menyusun pedoman kerja sama dengan Badan Kepegawaian Negara (BKN).", None),
        ("Mengusulkan penghapusan barang kepada Sekretaris Daerah.", None),
    ],
)  # fmt: skip
def test_who_is_to_act_is_read_from_the_sentence(sentence: str, addressee: str | None):
    (item,) = found(f"# Saran\n{sentence}")
    assert item.addressee == addressee


def test_what_the_host_proposes_is_not_ours():
    assert texts("# Hasil\nTim Jawa Timur mengusulkan agar pertukaran kertas kerja dilakukan secara daring.") == []


def test_a_sentence_that_advises_against_is_none():
    assert (
        texts("# Saran\nJangan meniru pembelajaran tanpa tugas\nSatu hal yang tidak disarankan ialah subsidi angkut.")
        == []
    )
