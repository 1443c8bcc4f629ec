"""Fonts that come late on a slow line move nothing that somebody is reading already."""

from time import sleep

WATCH = """window.moved = 0;
new PerformanceObserver((list) => { for (const shift of list.getEntries()) window.moved += shift.value; })
  .observe({ type: "layout-shift", buffered: true });"""
LATE = 0.15  # seconds a face


def test_late_fonts_and_pictures_move_nothing(visit, addresses):
    tab = visit("/no-such-page/", width=360, height=740)
    tab.add_init_script(WATCH)

    def late(route) -> None:
        sleep(LATE)
        route.continue_()

    tab.route("**/*.woff2", late)
    moved = {}
    for name in ("home", "process", "best practice", "results"):
        tab.goto(addresses[name], wait_until="load")
        tab.evaluate("document.fonts.ready.then(() => new Promise((done) => setTimeout(done, 100)))")
        moved[name] = tab.evaluate("window.moved")
    assert {name: shift for name, shift in moved.items() if shift > 0.1} == {}, moved
