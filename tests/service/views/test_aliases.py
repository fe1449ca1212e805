from flask.testing import FlaskClient

ALIAS = {"written": "Disdag", "name": "Dinas Perdagangan Kota Padang"}


def test_staff_add_and_remove_an_alias(staff: FlaskClient) -> None:
    page = staff.post("/alias/", data=ALIAS, follow_redirects=True).get_data(as_text=True)
    assert "Alias disimpan" in page
    assert "Dinas Perdagangan Kota Padang" in page
    page = staff.post("/alias/1/hapus", follow_redirects=True).get_data(as_text=True)
    assert '<th scope="row">Disdag' not in page
    assert "Belum ada alias." in page


def test_a_wrong_entry_is_told_beside_its_field(staff: FlaskClient) -> None:
    staff.post("/alias/", data=ALIAS)
    answer = staff.post("/alias/", data={**ALIAS, "name": "Dinas Perdagangan Kota Solok"})
    assert answer.status_code == 400
    assert "sudah berarti Dinas Perdagangan Kota Padang" in answer.get_data(as_text=True)


def test_readers_see_aliases_but_add_none(reader: FlaskClient) -> None:
    assert reader.get("/alias/").status_code == 200
    assert reader.post("/alias/", data=ALIAS).status_code == 403
