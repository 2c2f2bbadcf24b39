/* The legend: a section a layer, with counts for each year shown. What would take more of the map than it may is folded to
   a line with samples, the longest section first; a heading unfolds it, and one button puts the whole legend away. */
(function () {
  "use strict";
  const nexo = window.nexo;
  const MOST = 0.25; // of the map's area
  const SAMPLES = 3; // on a folded line
  const wishes = new Map(); // open or folded by layer: what the reader wanted; else the room decides
  const yielded = new Set(); // folded for want of room: they stay so while the same layers are shown, or a year would stir them
  let room = ""; // what that was decided for
  let away = false;

  const text = (shape) => shape.look.legend;

  nexo.writeLegend = function (shown) {
    const legend = document.querySelector(".nx-legend");
    const focused = legend.contains(document.activeElement) ? document.activeElement.dataset.fold : null;
    const scrolled = legend.scrollTop;
    legend.textContent = "";
    legend.hidden = !shown.length;
    legend.classList.toggle("away", away && !nexo.presenting);
    if (!nexo.presenting) writeAway(legend);
    fold(legend, away && !nexo.presenting ? [] : shown.map((file) => section(legend, file)), shown);
    legend.scrollTop = scrolled;
    if (focused) legend.querySelector('[data-fold="' + focused + '"]')?.focus({ preventScroll: true });
  };

  /* The button that puts the legend away and gets it back. */
  function writeAway(legend) {
    const button = nexo.make("button", "nx-away", nexo.make("div", "nx-corner", legend), away ? nexo.word("legend_open") : "\u2013");
    button.type = "button";
    button.dataset.fold = "all";
    button.title = nexo.word(away ? "legend_open_hint" : "legend_away_hint");
    button.setAttribute("aria-label", button.title);
    button.addEventListener("click", () => { away = !away; again(); });
  }

  /* One layer: a heading that folds it, a line a look with how many features have it, keys, sizes. */
  function section(legend, file) {
    const box = nexo.make("section", "nx-block", legend);
    box.dataset.layer = file.key;
    const rows = counted(file);
    const fields = file.keys.filter((key) => drawnOf(file).some((shape) => nexo.explains(key, shape.look)));
    heading(box, file, rows);
    const list = nexo.make("ul", "", box);
    rows.forEach(([words, row]) => {
      const line = nexo.make("li", "", list);
      line.appendChild(sample(file, row.look));
      nexo.make("span", "", line, words);
      if (file.counted !== false) nexo.make("b", "", line, row.counts.join(" | "));
    });
    fields.forEach((key) => {
      const line = nexo.make("li", "", list);
      line.appendChild(nexo.swatch({ ...key.look, stroke: nexo.manifest.tokens.ink }));
      nexo.make("span", "", line, key.legend);
    });
    if (!rows.length) nexo.make("li", "nx-note", list, nexo.noneText(file));
    else if (file.sizes.length) nexo.writeSizes(box, file);
    return box;
  }

  /* A board that is presented has no controls: there the heading is plain. */
  function heading(box, file, rows) {
    const head = nexo.make(nexo.presenting ? "span" : "button", "nx-fold", nexo.make("h2", "", box));
    const samples = nexo.make("span", "nx-samples", head);
    const step = Math.max(1, (rows.length - 1) / (SAMPLES - 1));
    for (let at = 0; Math.round(at) < rows.length; at += step) samples.appendChild(sample(file, rows[Math.round(at)][1].look, 0.62));
    const words = nexo.make("span", "nx-block-title", head, file.title);
    if (file.unit) nexo.make("i", "", words, "  " + file.unit);
    const drawn = nexo.panes.map((pane) => nexo.featuresIn(pane.layers[file.key].shapes.filter((one) => one.drawn)));
    nexo.make("b", "", head, rows.length && file.counted !== false ? drawn.map((n) => n.toLocaleString("en")).join(" | ") : "");
    box.classList.toggle("none", !rows.length);
    if (!rows.length) head.title = nexo.noneText(file);
    if (nexo.presenting) return;
    head.type = "button";
    head.dataset.fold = file.key;
    head.addEventListener("click", () => { wishes.set(file.key, box.classList.contains("folded")); again(); });
  }

  /* Where dash and dot have their own lines below, a market's swatch shows its colour alone. */
  function sample(file, look, size) {
    const explained = file.keys.some((key) => key.field && look[key.field]);
    return nexo.swatch(explained ? { ...look, dash: "" } : look, size);
  }

  const drawnOf = (file) => nexo.panes.flatMap((pane) => pane.layers[file.key].shapes.filter((one) => one.drawn));

  /* The lines of a layer in the order of their looks: words, look, how many features in each pane. */
  function counted(file) {
    const rows = new Map();
    nexo.panes.forEach((pane, index) => {
      const seen = new Set();
      for (const shape of pane.layers[file.key].shapes) {
        if (!shape.drawn || !text(shape) || seen.has(text(shape) + "\n" + shape.id)) continue;
        seen.add(text(shape) + "\n" + shape.id);
        const row = rows.get(text(shape)) || { look: shape.look, counts: nexo.panes.map(() => 0) };
        row.counts[index] += 1;
        // an outline speaks for its circle, a dated feature for the undated ones
        if (shape.look.symbol === "area" ? !shape.look.undated || row.look.symbol !== "area" : row.look.symbol !== "area") row.look = shape.look;
        rows.set(text(shape), row);
      }
    });
    return [...rows.entries()].sort((a, b) => (a[1].look.legend_rank || 0) - (b[1].look.legend_rank || 0));
  }

  /* What the reader asked for holds; of the rest those with nothing drawn, then the longest, are folded until it fits;
     the layer that gives the title comes last. */
  function fold(legend, boxes, shown) {
    const key = (box) => box.dataset.layer;
    const set = (box, open) => {
      box.classList.toggle("folded", !open);
      if (!nexo.presenting) box.querySelector(".nx-fold").setAttribute("aria-expanded", String(open));
    };
    const panes = legend.parentElement;
    const decided = [...roomOf(panes), ...shown.map((file) => file.key)].join();
    if (decided !== room) yielded.clear();
    room = decided;
    const [leading] = nexo.state.layers; // it gives the title
    const free = boxes.filter((box) => !wishes.has(key(box)));
    boxes.forEach((box) => set(box, wishes.get(key(box)) ?? !yielded.has(key(box))));
    const longest = free.filter((box) => !yielded.has(key(box)))
      .sort((a, b) => (key(a) === leading) - (key(b) === leading) || b.classList.contains("none") - a.classList.contains("none")
        || b.offsetHeight - a.offsetHeight);
    const tooMuch = () => legend.scrollHeight > legend.clientHeight + 2
      || (nexo.mode !== "side" && legend.offsetWidth * legend.offsetHeight > MOST * panes.clientWidth * panes.clientHeight);
    legend.classList.toggle("folds", yielded.size > 0);
    while (longest.length && tooMuch()) {
      legend.classList.add("folds");
      yielded.add(key(longest[0]));
      set(longest.shift(), false);
    }
  }

  const roomOf = (panes) => [nexo.mode, panes.clientWidth, panes.clientHeight];

  /* A window of another size leaves other room. */
  nexo.refoldLegend = function () {
    if (room && !room.startsWith(roomOf(document.querySelector(".nx-panes")).join())) again();
  };

  function again() {
    nexo.dress();
    nexo.panes.forEach(nexo.placeLabels);
  }

  /* A key has to do with a look whose field is set; one without a field, of width, with every line. */
  nexo.explains = (key, look) => (key.field ? Boolean(look[key.field]) : look.symbol === "line");

  /* Nothing drawn: say in which years there would be something. */
  nexo.noneText = function (file) {
    const filters = nexo.filtersOf(file.key);
    const years = Object.keys(file.years).filter((year) => nexo.panes[0].layers[file.key].shapes
      .some((shape) => shape.feature.properties.years[year] && nexo.passes(shape, filters)));
    return years.length ? nexo.word("none_but", { years: years.join(", ") }) : nexo.word("none_drawn");
  };
})();
