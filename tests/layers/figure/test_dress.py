"""Titles, markings and logos are checked before anything is drawn."""

import colorsys
import struct
import zlib

import pytest

from layers.figure.dress import Banner, Dress, contrast, dress_faults, logo_fault, logo_size, luminance


def png_file(across: int = 3, down: int = 2, declared: tuple[int, int] | None = None) -> bytes:
    """Give a red PNG file; `declared` is the size that its header says instead."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", *(declared or (across, down)), 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\xff\0\0" * across) * down)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert luminance("#FF0000") == pytest.approx(0.2126)


@pytest.mark.parametrize("hue", range(0, 360, 15))
@pytest.mark.parametrize("light", [0.05, 0.3, 0.45, 0.5, 0.6, 0.95])
def test_the_words_of_a_banner_can_be_read_on_any_colour(hue, light):
    parts = colorsys.hls_to_rgb(hue / 360, light, 1.0)
    banner = Banner("SECRET", "#" + "".join(f"{round(255 * part):02X}" for part in parts))
    assert contrast(banner.ink, banner.colour) >= 4.5


def test_a_plain_dress_has_no_fault():
    assert list(dress_faults(Dress())) == []
    assert list(dress_faults(Dress("A title", "", Banner("UNCLASSIFIED", "#00703c"), png_file()))) == []


@pytest.mark.parametrize("colour", ["red", "#12345", "#1234567", "#GGGGGG", "", "00703C", "#00703C\n"])
def test_a_bad_colour_is_named(colour):
    (fault,) = dress_faults(Dress(banner=Banner("X", colour)))
    assert "expected six hexadecimal digits such as #B2182B" in fault


def test_every_fault_is_named_at_once():
    faults = list(dress_faults(Dress("t" * 501, "s" * 501, Banner("b" * 121, "red"), b"GIF89a")))
    assert len(faults) == 5
    assert faults[0] == "title has 501 characters, expected at most 500"
    assert faults[-1].startswith("logo is no PNG file")


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", "is no PNG file"),
        (b"<svg/>", "is no PNG file"),
        (png_file()[:40], "cannot be read"),
        (png_file(declared=(60_000, 60_000)), "measures 60,000 x 60,000 px"),
        (png_file(declared=(0, 5)), "measures 0 x 5 px"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 2_000_000, "has 2,000,008 bytes"),
    ],
)
def test_a_logo_that_cannot_be_shown_is_named(data, fault):
    assert logo_fault(data).startswith(fault)


def test_the_size_of_a_logo_is_read_from_its_head():
    assert logo_size(png_file(30, 20)) == (30, 20)
    assert logo_fault(png_file(30, 20)) == ""
