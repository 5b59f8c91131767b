"""Contrast as WCAG defines it, against figures that are known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.values.contrast import BLACK, LEAST, WHITE, Colour, contrast, darkened, lightened

CHANNEL = st.integers(0, 255)
COLOURS = st.builds(Colour, CHANNEL, CHANNEL, CHANNEL)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),  # the grey that just fails, and the one that just passes
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.0),
        ("#0000ff", "#ffffff", 8.59),
        ("#1a5fb4", "#1a5fb4", 1.0),
    ],
)
def test_a_ratio_is_that_of_the_guidelines(one: str, other: str, ratio: float) -> None:
    found = contrast(Colour.of(one), Colour.of(other))
    assert found == pytest.approx(ratio, abs=0.005)
    assert contrast(Colour.of(other), Colour.of(one)) == found


@given(COLOURS)
def test_a_colour_is_read_as_it_is_printed(colour: Colour) -> None:
    assert Colour.of(str(colour)) == colour
    assert Colour.of(str(colour).upper()) == colour


@given(COLOURS)
def test_the_nearest_that_fits_does_and_a_little_less_would_not(colour: Colour) -> None:
    def on_white(mixture: Colour) -> bool:
        return contrast(mixture, WHITE) >= LEAST

    def on_black(mixture: Colour) -> bool:
        return contrast(mixture, BLACK) >= LEAST

    for mended, other, fits in ((darkened, BLACK, on_white), (lightened, WHITE, on_black)):
        found = mended(colour, fits)
        assert fits(found)
        mixtures = [colour.mixed(other, part) for part in range(256)]
        assert not any(map(fits, mixtures[: mixtures.index(found)]))


@pytest.mark.parametrize("code", ["#12345", "red", "#1234567", "", "#gggggg"])
def test_what_is_no_colour_is_refused(code: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        Colour.of(code)
