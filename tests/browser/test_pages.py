"""Every page in a real browser, wide and narrow, in both languages: nothing sticks out, nothing is wrong in the console."""

import io
import zipfile
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from playwright.sync_api import FilePayload, expect

from service.resources import Resources
from storage.models import AgreementParty, DocumentPage, Role, Value, VisitStatus
from tests.browser.conftest import DESK, PHONE, Visitor
from tests.follow_up_rows import TODAY, agreement, document, recommendation, visit
from tests.service.views.pages import pages_of

LONG = "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kabupaten Kepulauan Tanimbar Provinsi Maluku"
WORD = "Pertanggungjawabankeuangandaerahsecaraberkesinambungandanberkelanjutan_rev_final_2.pdf"

FAULTS = """() => {
  const ids = [...document.querySelectorAll("[id]")].map((e) => e.id), found = [];
  ids.forEach((id, at) => { if (ids.indexOf(id) !== at) found.push("id twice: " + id); });
  if (document.querySelectorAll("h1").length !== 1) found.push(document.querySelectorAll("h1").length + " h1");
  document.querySelectorAll("input:not([type=hidden]), select, textarea").forEach((e) => {
    if (!e.labels.length && !e.getAttribute("aria-label")) found.push("no label: " + (e.id || e.name));
  });
  document.querySelectorAll("a, button, summary").forEach((e) => {
    if (!(e.textContent.trim() || e.getAttribute("aria-label"))) found.push("no name: " + e.outerHTML.slice(0, 80));
  });
  document.querySelectorAll("use").forEach((e) => {
    if (!document.querySelector(e.getAttribute("href"))) found.push("no glyph " + e.getAttribute("href"));
  });
  return found;
}"""


@pytest.fixture
def full(resources: Resources) -> None:
    """One of everything, with the longest names that paper has."""
    with resources.database.transaction() as session:
        report = document(session, f"Laporan Hasil Magang di {LONG}")
        report.name, report.institutions, report.page_count, report.undecided = WORD, f"{LONG}\n{LONG} II", 2, 2
        report.doubtful, report.format = 1, "pdf"
        report.pages = [
            DocumentPage(number=1, text=f"Rekomendasi\n{WORD}\n{LONG}\n"),
            DocumentPage(number=2, text="", source="ocr"),
        ]
        report.values = [
            Value(
                key="title", field="title", position=0, read={"value": LONG}, page=1, start=12, end=40, confidence=0.4
            ),
            Value(
                key="n", field="numbers", position=1, read={"value": WORD}, page=1, start=12, end=60, confidence=0.97
            ),
        ]
        kept = agreement(
            session, LONG, f"{LONG} II", title=f"Perjanjian Kerja Sama dengan {LONG}", numbers=WORD,
            signed_on=TODAY - timedelta(days=900), starts_on=TODAY - timedelta(days=880), ends_on=TODAY + timedelta(days=20),
        )  # fmt: skip
        kept.parties.append(AgreementParty(position=3, name=WORD, representative=LONG, representative_position=LONG))
        wanted = recommendation(
            session, f"Menyusun {WORD} pada {LONG}", document=report, addressee=LONG, page=1, start=0, end=11,
            due=TODAY - timedelta(days=40), due_text=f"paling lambat {LONG}",
        )  # fmt: skip
        visit(session, LONG, f"{LONG} II", promised_on=TODAY - timedelta(days=300), quote=f"{LONG} akan membalas.")
        visit(
            session, LONG, WORD, VisitStatus.PLANNED, starts_on=TODAY + timedelta(days=60), place=LONG, topics=[wanted],
            delegation=f"{LONG}\n{WORD}", agenda=WORD, promised=False,
        )  # fmt: skip


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.usefixtures("full")
def test_no_page_sticks_out(
    app: Flask, visitor: Callable[..., Visitor], new_account: Callable[..., int], language: str
) -> None:
    new_account(Role.ADMIN, name=f"Dr. {LONG}, M.Si.", unit=LONG)
    person = visitor(PHONE)
    found = {path: _faults(person, path) for path in ("/masuk", "/bantuan", "/siapkan/salah")}
    person.sign_in("admin1@contoh.go.id")
    if language == "en":
        person.page.set_viewport_size(PHONE)
        person.page.locator(".t-menu > summary").click()
        person.page.locator(".t-menu").get_by_role("button", name="English").click()
        expect(person.page.locator("html")).to_have_attribute("lang", "en")
    found |= {path: _faults(person, path) for path in (*pages_of(app), "/tidak-ada")}
    assert {path: faults for path, faults in found.items() if faults} == {}
    assert [line for line in person.wrong if "410" not in line and "/tidak-ada" not in line] == []


def _faults(person: Visitor, path: str) -> list[str]:
    person.page.set_viewport_size(PHONE)
    page = person.open(path)
    faults: list[str] = page.evaluate(FAULTS)
    for window in (PHONE, {"width": 768, "height": 1024}, DESK):
        page.set_viewport_size(window)
        if (wide := person.overhang()) > 0:
            faults.append(f"{wide} px wider than {window['width']}")
    return faults


@pytest.mark.usefixtures("full")
def test_the_language_is_switched_where_one_is_and_stays(
    visitor: Callable[..., Visitor], new_account: Callable[..., int]
) -> None:
    new_account()
    person = visitor()
    person.sign_in("staff1@contoh.go.id")
    page = person.open("/dokumen?kind=report")
    page.locator(".t-me > summary").click()
    page.locator(".t-me").get_by_role("button", name="English").click()
    expect(page).to_have_url(f"{person.address}/dokumen?kind=report")
    expect(page.locator("h1")).to_have_text("All documents")
    person.open("/kunjungan/")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.locator(".t-me > summary").click()
    page.locator(".t-me").get_by_role("button", name="Bahasa Indonesia").click()
    expect(page.locator("h1")).to_have_text("Kunjungan balasan")


def test_a_file_is_dropped_onto_the_page(visitor: Callable[..., Visitor], new_account: Callable[..., int]) -> None:
    new_account()
    person = visitor()
    person.sign_in("staff1@contoh.go.id")
    page = person.open("/unggah")
    dropped = page.evaluate_handle(
        """() => {
          const held = new DataTransfer();
          held.items.add(new File(["Nota kesepahaman"], "nota.txt", { type: "text/plain" }));
          held.items.add(new File([], "kosong.pdf"));
          return held;
        }"""
    )
    page.dispatch_event("#kirim", "dragover", {"dataTransfer": dropped})
    expect(page.locator("#kirim.over")).to_have_count(1)
    page.dispatch_event("#kirim", "drop", {"dataTransfer": dropped})
    expect(page.locator("#daftar > li")).to_have_count(2)
    expect(page.locator("#daftar .t-st", has_text="Antre")).to_have_count(1)
    expect(page.locator("#daftar .t-st.bad")).to_have_text("Ditolak")
    assert person.wrong == []


def test_a_zip_archive_becomes_a_row_for_each_file_and_a_phone_is_not_told_to_drag(
    visitor: Callable[..., Visitor], new_account: Callable[..., int]
) -> None:
    new_account()
    person = visitor()
    person.sign_in("staff1@contoh.go.id")
    page = person.open("/unggah")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("nota.txt", "Nota kesepahaman")
        archive.writestr("kosong.pdf", "")
    sent = FilePayload(name="paket.zip", mimeType="application/zip", buffer=packed.getvalue())
    page.set_input_files("#berkas", sent)
    expect(page.locator("#daftar .ttl")).to_have_text(["paket.zip/kosong.pdf", "paket.zip/nota.txt"])
    expect(page.locator("#daftar .t-st")).to_have_text(["Ditolak", "Antre"])
    expect(page.locator("[data-sum=all]")).to_have_text("2")
    expect(page.get_by_text("Seret berkas ke sini")).to_be_visible()
    page.set_viewport_size(PHONE)
    expect(page.get_by_text("Seret berkas ke sini")).to_be_hidden()
    expect(page.get_by_text("Pilih berkas")).to_be_visible()
    assert person.wrong == []


@pytest.mark.usefixtures("full")
def test_nothing_in_the_ledger_breaks_beside_an_empty_column(
    visitor: Callable[..., Visitor], new_account: Callable[..., int]
) -> None:
    new_account()
    person = visitor({"width": 1280, "height": 900})
    person.sign_in("staff1@contoh.go.id")
    line = person.open("/kunjungan/").get_by_text("belum pernah berkunjung").first
    assert line.evaluate("e => e.getClientRects().length === 1 && e.getBoundingClientRect().height < 30")


@pytest.mark.usefixtures("full")
def test_the_keys_of_every_page(visitor: Callable[..., Visitor], new_account: Callable[..., int]) -> None:
    new_account()
    person = visitor()
    person.sign_in("staff1@contoh.go.id")
    page = person.page
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Lewati ke isi")).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("#cari-atas")).to_be_focused()
    page.locator("body").click(position={"x": 2, "y": 300})
    page.keyboard.press("?")
    expect(page.locator("#pintasan")).to_be_visible()
