"""The benchmark of pictures and slides: seconds and bytes, printed; the clock is never asserted."""

import time

from layers.deck import deck, slide
from layers.deck.spec import BRIEFING, read_spec
from layers.figure import render
from layers.offers import bare_view


def test_one_picture_one_slide_and_the_briefing(capsys):
    view, spec = bare_view("situation"), read_spec(BRIEFING)
    render(view)  # layer files and faces are made once a machine
    lines, files = [], []
    for name, make in (
        ("one PNG, 1920 x 1080", lambda: render(view)),
        ("one PNG, 3840 x 2160", lambda: render(view, size=(3840, 2160))),
        ("one PPTX", lambda: slide(view)),
        (f"the briefing of {len(spec.pages)} slides", lambda: deck(spec.pages, spec.dress)),
    ):
        clock, processor = time.perf_counter(), time.process_time()
        files.append(make())
        took = time.perf_counter() - clock, time.process_time() - processor
        lines.append(f"{name}: {took[0]:.1f} s ({took[1]:.1f} s CPU), {len(files[-1]):,} bytes")
    with capsys.disabled():
        print("\n" + "\n".join(lines))
    assert all(len(data) < 6_000_000 for data in files)
