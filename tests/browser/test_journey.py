"""The main job in a real browser: a document comes in, is read and reviewed, found, followed up, and visited for."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from service.demo import DOCUMENTS
from service.demo.writers import write
from tests.browser.conftest import Visitor

AGREEMENT = "PKS BPSDM Sumbar - BPSDMD Jateng 2024.pdf"
REPORT = "Laporan Magang Jawa Tengah Angkatan II.docx"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """A PDF and a DOCX as staff have them, and one that nobody can read."""
    folder = tmp_path / "berkas"
    folder.mkdir()
    made = [write(folder / document.name, document) for document in DOCUMENTS if document.name in (AGREEMENT, REPORT)]
    empty = folder / "kosong.pdf"
    empty.touch()
    return [*made, empty]


@pytest.mark.usefixtures("reading")
def test_from_upload_to_visit(
    visitor: Callable[..., Visitor], new_account: Callable[..., int], files: list[Path], tmp_path: Path
) -> None:
    new_account(name="Ratna Wulandari", unit="BPSDM")
    staff = visitor()
    staff.sign_in("staff1@contoh.go.id")
    _upload(staff, files)
    _review(staff)
    _find(staff)
    _follow_up(staff, tmp_path)
    _visit(staff)
    assert staff.wrong == []


def _upload(staff: Visitor, files: list[Path]) -> None:
    page = staff.open("/unggah")
    page.set_input_files("#berkas", [str(path) for path in files])
    expect(_row(page, "kosong.pdf")).to_contain_text("Berkas kosong")
    for name in (AGREEMENT, REPORT):
        expect(_row(page, name).locator(".t-st")).to_contain_text("Selesai dibaca", timeout=60_000)
        expect(_row(page, name)).to_contain_text("nilai")
    for part, count in {"stored": 2, "duplicate": 0, "refused": 1, "sending": 0, "all": 3}.items():
        expect(page.locator(f"[data-sum={part}]")).to_have_text(str(count))
    page.set_input_files("#berkas", str(files[0]))
    expect(page.locator("#daftar .t-st.warn")).to_contain_text("Duplikat")
    page.reload()
    expect(page.locator("[data-sum=all]")).to_have_text("4")
    _row(page, AGREEMENT).first.get_by_role("link").click()


def _row(page: Page, name: str) -> Locator:
    return page.locator("#daftar > li").filter(has_text=name)


def _review(staff: Visitor) -> None:
    page = staff.page
    expect(page.locator(".t-text mark").first).to_be_visible()
    _jumps(page, "Berakhir")
    _jumps(page, "Tentang")
    page.locator(".t-text mark", has_text="800.1/147").first.click()
    expect(page.locator(".t-val.on .v")).to_contain_text("800.1/147")
    title = page.locator(".t-val", has=page.get_by_role("button", name="Tentang"))
    title.locator(".jump").click()
    title.get_by_role("button", name="Koreksi").click()
    title.locator(".edit textarea").fill("Magang Aparatur antara Dua Provinsi")
    title.get_by_role("button", name="Simpan").click()
    expect(title).to_contain_text("Dikoreksi")
    expect(title.locator(".was")).to_contain_text("Mesin membaca")
    expect(title.locator(".was")).to_contain_text("Ratna Wulandari")
    place = page.locator(".t-val", has=page.get_by_role("button", name="Tempat"))
    place.locator(".jump").focus()
    place.locator(".jump").press("Space")
    page.keyboard.press("Enter")
    expect(place).to_contain_text("Dikonfirmasi")
    page.keyboard.press("u")  # the next value is chosen by now; the last decision is what counts
    expect(_value(page, "Tempat")).not_to_contain_text("Dikonfirmasi")
    page.locator("#yakin").click()
    expect(page.locator(".t-note.ok")).to_contain_text("dikonfirmasi")
    page.locator(".t-note.ok").get_by_role("button", name="Urungkan").click()
    expect(page.locator(".t-note.ok")).to_contain_text("konfirmasi diurungkan")
    page.locator("#yakin").click()
    expect(page.locator(".t-note.ok")).to_contain_text("dikonfirmasi")
    with page.expect_download() as download:
        page.get_by_role("link", name="Unduh").click()
    assert download.value.suggested_filename == AGREEMENT
    page.get_by_role("button", name="Baca ulang").click()
    expect(page.locator("[data-waiting]")).to_have_count(0, timeout=60_000)
    expect(_value(page, "Tentang")).to_contain_text("Magang Aparatur antara Dua Provinsi")


def _value(page: Page, name: str) -> Locator:
    return page.locator(".t-val", has=page.get_by_role("button", name=name))


def _jumps(page: Page, name: str) -> None:
    """A click on the field brings its words into the window of the page."""
    page.locator(".t-val .jump", has_text=name).first.click()
    chosen = page.locator(".t-text mark.on").first
    expect(chosen).to_be_in_viewport()
    inside = page.evaluate(
        """() => {
          const words = document.querySelector("mark.on").getBoundingClientRect();
          const frame = document.querySelector(".t-view").getBoundingClientRect();
          return words.top >= frame.top && words.bottom <= frame.bottom;
        }"""
    )
    assert inside, name


def _find(staff: Visitor) -> None:
    page = staff.open("/telusuri?q=manajemen+talenta")
    expect(page.locator("main mark").first).to_have_text(re.compile("talenta|manajemen", re.IGNORECASE))
    page.locator(".t-facets a", has_text="Laporan magang").click()
    expect(page.locator(".t-chip")).to_contain_text("Laporan magang")
    page.locator(".t-list li:not(:has(.t-st)) > a").first.click()
    expect(page.locator("mark.quoted").first).to_be_in_viewport()


def _follow_up(staff: Visitor, folder: Path) -> None:
    page = staff.open("/tindak-lanjut/")
    page.locator("tbody a.main").first.click()
    words = page.locator(".t-quote.big").inner_text()
    page.get_by_role("button", name="Terima").click()
    page.get_by_label("OPD penanggung jawab").fill("Biro Organisasi")
    page.get_by_label("PIC (opsional)").fill("Dedi Saputra")
    page.get_by_role("button", name="Tetapkan").click()
    page.get_by_role("button", name="Mulai kerjakan").click()
    proof = folder / "notula rapat.txt"
    proof.write_text("Notula rapat penyusunan pohon kinerja.", encoding="utf-8")
    page.get_by_text("Unggah bukti").click()
    page.set_input_files("#berkas", str(proof))
    page.locator("#bukti").get_by_role("button", name="Unggah").click()
    expect(page.locator("#bukti")).to_contain_text("notula rapat.txt")
    page.get_by_role("button", name="Ajukan verifikasi").click()
    page.get_by_role("button", name="Nyatakan selesai").click()
    expect(page.locator("main .t-st.ok").first).to_contain_text("Selesai")
    expect(page.locator("main .t-time")).to_contain_text("Dedi Saputra")
    staff.open("/tindak-lanjut/?tampilan=selesai")
    expect(page.locator("tbody a.main")).to_have_text(words)


def _visit(staff: Visitor) -> None:
    page = staff.open("/kunjungan/baru")
    page.get_by_label("Yang berkunjung").fill("Pemerintah Provinsi Jawa Tengah")
    page.get_by_label("Tuan rumah").fill("Pemerintah Provinsi Sumatera Barat")
    page.get_by_label("Tanggal mulai").fill("2027-01-19")
    page.get_by_label("Tanggal selesai").fill("2027-01-21")
    page.locator(".w-topics input").first.check()
    page.get_by_role("button", name="Simpan rencana").click()
    expect(page.locator("h1")).to_contain_text("Pemerintah Provinsi Jawa Tengah")
    expect(page.locator(".sub")).to_contain_text("19–21 Januari 2027")
    with page.expect_download() as download:
        page.get_by_role("link", name="Unduh ICS").click()
    calendar = Path(download.value.path()).read_text(encoding="utf-8")
    assert calendar.startswith("BEGIN:VCALENDAR")
    assert "DTSTART;VALUE=DATE:20270119" in calendar
