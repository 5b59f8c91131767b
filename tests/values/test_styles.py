"""What a style sheet loads: every way in which browsers read an address, and nothing else."""

import pytest

from generator.values.styles import decoded, loads

ELSEWHERE = (
    '@import "https://example.org/a.css";',
    "@import url(//example.org/a.css);",
    "@IMPORT/**/'https://example.org/a.css' screen;",
    "@import 'data:text/css,a{}';",
    "@\\69 mport 'https://example.org/a.css';",
    "a { background: url(//example.org/a.png) }",
    "a { background: URL( \n'https://example.org/a.png' ) }",
    "a { background: u\\72l(https://example.org/a.png) }",
    "a { background: u\\000072 l(https://example.org/a.png) }",
    "a { background: url(\\68ttps://example.org/a.png) }",
    "a { background: url('\\2f/example.org/a.png') }",
    "a { background: url('/\\\\example.org/a.png') }",
    "a { background: url('ht\\\ntps://example.org/a.png') }",
    "a { background: image-set('https://example.org/a.png' 1x) }",
    "a { --own: 'https://example.org/a.png' }",
    "@font-face { src: local('Own'), url(https://example.org/own.woff2) }",
    'a::before { content: "/*" } b { background: url(//example.org/a.png) } c { content: "*/" }',
    "a { background: url(a/*b) } b { background: url(//example.org/a.png) } /**/",
    "li { list-style: \\40 namespace url(//example.org/a.png) }",
)
HERE = (
    "a { background: url(own.png) } b { background: url('../a b.png') }",
    "@import 'more.css'; @import url(\"more.css\") print;",
    "/* @import 'https://example.org/a.css'; url(//example.org) */ a { color: red }",
    "@namespace svg url(http://www.w3.org/2000/svg); @namespace 'http://www.w3.org/1999/xhtml';",
    "a[href^='https://'] { color: red } img[src^='//'] { color: blue }",
    "a::after { content: ' https://example.org' } a::before { content: '\\201c' }",
    "a { background: url(data:image/png;base64,AA==); font: 1rem '\\5b8b\\4f53' }",
    ":root { --gk-font: 'Source Han Serif', serif; --gk-ink: #222 }",
    "a { background: curl(//example.org) ",
    "",
)


@pytest.mark.parametrize("sheet", ELSEWHERE)
def test_whatever_is_taken_from_elsewhere_is_found(sheet: str) -> None:
    assert any(load.is_elsewhere for load in loads(sheet))


@pytest.mark.parametrize("sheet", HERE)
def test_what_lies_beside_or_loads_nothing_passes(sheet: str) -> None:
    assert not any(load.is_elsewhere for load in loads(sheet))


def test_a_sheet_is_decoded_as_a_browser_does() -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert decoded("a{}".encode(encoding)) == "a{}"
