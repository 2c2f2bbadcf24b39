/* Furniture: title, source line, notes, and the places of legend and tools. Made from what is drawn, so that a screenshot explains itself. */
(function () {
  "use strict";
  const nexo = window.nexo;
  const SOURCES_SHOWN = 6;
  const [MANY, NAMED] = [8, 7]; // of more layers than the first, title and subtitle name the second (as in story.py)

  const make = (nexo.make = (tag, className, parent, text) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    if (parent) parent.appendChild(element);
    return element;
  });

  nexo.frame = function () {
    const root = make("div", "nexo", document.body);
    const head = make("header", "nx-head", root);
    const words = make("div", "nx-head-words", head);
    make("h1", "nx-title", words, "");
    make("p", "nx-subtitle", words, "");
    make("div", "nx-aside", head);
    make("div", "nx-play", head);
    const panes = make("div", "nx-panes", root);
    make("aside", "nx-legend", panes).hidden = true;
    const foot = make("footer", "nx-foot", root);
    const lines = make("div", "nx-foot-words", foot);
    make("div", "nx-sources", lines, "");
    make("div", "nx-notes-text", lines, "");
    const aside = make("div", "nx-data", foot, "");
    make("span", "nx-version", aside, "");
    const more = make("button", "nx-more", aside, "");
    more.type = "button";
    more.hidden = true;
    more.addEventListener("click", () => {
      foot.classList.toggle("open");
      nexo.writeSources();
      more.textContent = nexo.word(foot.classList.contains("open") ? "less" : "more");
    });
    return { root, panes };
  };

  nexo.dressFrame = function () {
    nexo.panes[0].map.getContainer().setAttribute("aria-label", nexo.word("map_label"));
    document.querySelector(".nx-more").textContent = nexo.word("more");
    document.querySelector(".nx-version").textContent = nexo.word("data_version", { version: nexo.manifest.data_version });
    nexo.buildPlay(document.querySelector(".nx-play"));
    nexo.buildReach(document.querySelector(".nx-play"));
    nexo.buildPen(document.querySelector(".nx-aside"), document.querySelector(".nx-panes"));
    nexo.buildPresent(document.querySelector(".nx-aside"));
  };

  nexo.dress = function () {
    const shown = nexo.state.layers.map((key) => nexo.files[key]); // the first leads the title
    const [left, right] = nexo.panes;
    const title = document.querySelector(".nx-title");
    const subtitle = document.querySelector(".nx-subtitle");
    const total = (file) => nexo.word("layer_total", { layer: file.title,
      total: nexo.panes.map((pane) => nexo.yearText(pane, file, "total_text")).join(" | ") });
    const named = shown.length > MANY ? shown.slice(0, NAMED) : shown;
    const more = shown.length > named.length ? [nexo.word("more_layers", { more: shown.length - named.length })] : [];
    const lead = nexo.mode === "one" ? null : shown.find((file) => file.leads);
    if (!shown.length) {
      title.textContent = nexo.word("title_empty", { year: left.year });
      subtitle.textContent = nexo.word("empty_hint");
    } else if (lead) {
      const told = lead.years[String(nexo.state.year)];
      title.textContent = told.title;
      subtitle.textContent = told.subtitle;
    } else if (right) {
      title.textContent = nexo.word("title_two", { layer: shown[0].title, first: left.year, second: right.year });
      const breaks = shown.flatMap((file) => file.breaks_before || []).filter((year) => year > left.year && year <= right.year);
      const warning = breaks.length ? nexo.word("break_between", { year: [...new Set(breaks)].join(", ") }) + "  \u00B7  " : "";
      subtitle.textContent = warning + [...named.map(total), ...more].join("  \u00B7  ");
    } else {
      title.textContent = nexo.yearText(left, shown[0], "title");
      subtitle.textContent = shown.length === 1 ? shown[0].when : [...named.slice(1).map(total), ...more].join("  \u00B7  ");
    }
    title.classList.toggle("sentence", Boolean(lead));
    title.title = title.textContent;
    subtitle.title = subtitle.textContent;
    nexo.writeLegend(shown.filter((file) => !file.silent).sort((a, b) => a.order - b.order));
    nexo.writeSources();
    nexo.writeNotes(shown);
    nexo.dressReach();
    nexo.tellChoices();
    nexo.panes.forEach((pane) => { pane.box.querySelector(".nx-year").textContent = nexo.caption(pane); });
    nexo.fitBoard();
  };

  /* Where a layer counts features, its words count those drawn, so that they stay true under filters. */
  nexo.yearText = function (pane, file, part) {
    const told = file.years[String(nexo.yearOf(pane, file))] || {};
    if (told.title_n && part !== "note") {
      const drawn = pane.layers[file.key].shapes.filter((one) => one.drawn);
      const count = nexo.featuresIn(drawn);
      const undated = nexo.featuresIn(drawn.filter((one) => one.look.undated));
      const counts = { n: count, u: undated, d: count - undated };
      if (part !== "title") return counts.n.toLocaleString("en");
      return told.title_n.replace(/\{([nud])\}/g, (_, name) => counts[name].toLocaleString("en"));
    }
    return told[part] || (part === "note" ? "" : nexo.word("no_figure"));
  };

  /* Short citations of the rows drawn, the most used first. */
  nexo.drawnSources = function () {
    const counts = new Map();
    for (const pane of nexo.panes) {
      for (const key of nexo.state.layers) {
        for (const shape of pane.layers[key].shapes) {
          if (shape.drawn) (shape.entry.s || []).forEach((index) => {
            const text = pane.layers[key].file.sources[index];
            counts.set(text, (counts.get(text) || 0) + 1);
          });
        }
      }
    }
    return [...counts.entries()].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([text]) => text);
  };

  /* What must be said about the years shown: breaks, bounds, coverage. */
  nexo.writeNotes = function (shown) {
    const [first, second] = nexo.pair || [];
    const spans = (file) => (file.spans && nexo.pair
      ? nexo.word(nexo.mode === "difference" ? "spans_all" : "spans_later", { first, second }) : "");
    const notes = shown.flatMap((file) => [...new Set([...nexo.panes.map((pane) => nexo.yearText(pane, file, "note")), spans(file)])].filter(Boolean)
      .map((note) => file.title + ": " + note));
    if (nexo.panes.some((pane) => pane.bundles.length)) notes.unshift(nexo.word("bundled"));
    const line = document.querySelector(".nx-notes-text");
    line.textContent = notes.length ? nexo.word("notes", { notes: notes.join("  ") }) : "";
    const foot = document.querySelector(".nx-foot");
    foot.classList.remove("open");
    const cut = line.scrollHeight > line.clientHeight + 2 || document.querySelector(".nx-sources").scrollWidth > foot.clientWidth - 120;
    document.querySelector(".nx-more").hidden = !cut;
  };

  nexo.writeSources = function () {
    const sources = nexo.drawnSources();
    const line = document.querySelector(".nx-sources");
    if (!sources.length) { line.textContent = nexo.word("base_credit"); return; }
    const most = document.querySelector(".nx-foot").classList.contains("open") ? sources.length : SOURCES_SHOWN;
    const rest = sources.length - most;
    const list = sources.slice(0, most).join("; ") + (rest > 0 ? nexo.word("more_sources", { number: rest }) : "");
    line.textContent = nexo.word("source_line", { sources: list }) + " " + nexo.word("base_credit");
    line.title = sources.join("; ");
  };
})();
