"""What was left blank in brackets stays there: a draft keeps one row to a line."""

from generator.source import Layout, layout_of, read, write

ROW = "rows:\n  - {name: a, score: , note: }\n"


def test_a_blank_stays_in_brackets() -> None:
    reading = read(ROW.encode(), "a.yml")
    assert reading.document is not None
    assert reading.diagnostics == ()
    assert reading.document.data == {"rows": [{"name": "a", "score": None, "note": None}]}
    assert write(reading.document.data, layout_of(ROW.encode())) == ROW


def test_no_text_at_all_is_no_blank() -> None:
    layout = Layout(inline=frozenset({("rows", 0)}))
    text = write({"rows": [{"name": "a", "score": ""}]}, layout)
    assert text == 'rows:\n  - {name: a, score: ""}\n'


def test_a_blank_item_is_written_on_its_own_line() -> None:
    assert write({"rows": None}, Layout(inline=frozenset({("rows",)}))) == "rows:\n"
