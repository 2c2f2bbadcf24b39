/* Furniture: title, legend with counts, source line. Made from what is drawn, so that a screenshot explains itself. */
(function () {
  "use strict";
  const nexo = window.nexo;
  const SOURCES_SHOWN = 6;

  const make = (tag, className, parent, text) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    if (parent) parent.appendChild(element);
    return element;
  };

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
      subtitle.textContent = warning + shown.map(total).join("  \u00B7  ");
    } else {
      title.textContent = nexo.yearText(left, shown[0], "title");
      subtitle.textContent = shown.length === 1 ? shown[0].when : shown.slice(1).map(total).join("  \u00B7  ");
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

  nexo.writeLegend = function (shown) {
    const legend = document.querySelector(".nx-legend");
    legend.textContent = "";
    legend.classList.remove("wide");
    legend.hidden = !shown.length;
    for (const file of shown) {
      const counts = new Map();
      const fields = new Set();
      for (const pane of nexo.panes) {
        const seen = new Set();
        for (const shape of pane.layers[file.key].shapes) {
          if (!shape.drawn) continue;
          file.keys.forEach((key) => nexo.explains(key, shape.look) && fields.add(key));
          if (!shape.look.legend) continue;
          const text = shape.look.legend;
          if (seen.has(text + "\n" + shape.id)) continue;
          seen.add(text + "\n" + shape.id);
          const row = counts.get(text) || { look: shape.look, counts: nexo.panes.map(() => 0) };
          row.counts[nexo.panes.indexOf(pane)] += 1;
          // an outline speaks for its circle, a dated feature for the undated ones
          if (shape.look.symbol === "area" ? !shape.look.undated || row.look.symbol !== "area" : row.look.symbol !== "area") row.look = shape.look;
          counts.set(text, row);
        }
      }
      const heading = make("h2", "", legend, file.title);
      if (file.unit) make("span", "", heading, "  " + file.unit);
      const list = make("ul", "", legend);
      [...counts.entries()].sort((a, b) => (a[1].look.legend_rank || 0) - (b[1].look.legend_rank || 0)).forEach(([text, row]) => {
        const line = make("li", "", list);
        // Where dash and dot have their own lines below, a market's swatch shows its colour alone.
        const explained = file.keys.some((key) => key.field && row.look[key.field]);
        line.appendChild(nexo.swatch(explained ? { ...row.look, dash: "" } : row.look));
        make("span", "", line, text);
        if (file.counted !== false) make("b", "", line, row.counts.join(" | "));
      });
      file.keys.filter((key) => fields.has(key)).forEach((key) => {
        const line = make("li", "", list);
        line.appendChild(nexo.swatch({ ...key.look, stroke: nexo.manifest.tokens.ink }));
        make("span", "", line, key.legend);
      });
      if (!counts.size) make("li", "nx-note", list, nexo.noneText(file));
      else if (file.sizes.length) nexo.writeSizes(legend, file);
    }
    // Taller than the map: two columns, rather than a part that nobody sees.
    if (nexo.mode !== "side" && legend.scrollHeight > legend.clientHeight + 2) legend.classList.add("wide");
  };

  /* A key has to do with a look whose field is set; one without a field, of width, with every line. */
  nexo.explains = (key, look) => (key.field ? Boolean(look[key.field]) : look.symbol === "line");

  /* Nothing drawn: say in which years there would be something. */
  nexo.noneText = function (file) {
    const filters = nexo.filtersOf(file.key);
    const years = Object.keys(file.years).filter((year) => nexo.panes[0].layers[file.key].shapes
      .some((shape) => shape.feature.properties.years[year] && nexo.passes(shape, filters)));
    return years.length ? nexo.word("none_but", { years: years.join(", ") }) : nexo.word("none_drawn");
  };

  /* Circles nested on one foot: what a size stands for. */
  nexo.writeSizes = function (legend, file) {
    const svg = window.L.SVG.create("svg");
    const largest = Math.max(...file.sizes.map((one) => one.r));
    svg.setAttribute("class", "nx-sizes");
    svg.setAttribute("width", 2 * largest + 110);
    svg.setAttribute("height", 2 * largest + 4);
    [...file.sizes].sort((a, b) => b.r - a.r).forEach((size) => {
      const y = 2 * largest + 3 - size.r;
      const circle = window.L.SVG.create("path");
      Object.entries({ d: nexo.symbolPath("circle", largest + 2, y, size.r), fill: "none", stroke: nexo.manifest.tokens.muted, "stroke-width": 1 })
        .forEach(([name, value]) => circle.setAttribute(name, value));
      const text = window.L.SVG.create("text");
      Object.entries({ x: 2 * largest + 12, y: y - size.r + 5, "font-size": 11, fill: nexo.manifest.tokens.muted })
        .forEach(([name, value]) => text.setAttribute(name, value));
      text.textContent = size.label;
      const rule = window.L.SVG.create("path");
      Object.entries({ d: "M" + (largest + 2) + " " + (y - size.r) + "H" + (2 * largest + 9), stroke: nexo.manifest.tokens.no_figure })
        .forEach(([name, value]) => rule.setAttribute(name, value));
      svg.append(circle, rule, text);
    });
    legend.appendChild(svg);
  };

  /* An area's sample: a rectangle, or the arrow that the area is on the map (legend_rows.py has the same). */
  const AREA_SWATCH = {
    "": "M3 2H23V14H3Z",
    arrow: "M2 7.4L15 5.4V2.4L24 8L15 13.6V10.6L2 8.6Z",
    band: "M2 7.4L23 4.8V11.2L2 8.6Z",
    barred: "M2 7.4L19 5.6V2.4H23V13.6H19V10.4L2 8.6Z",
  };

  nexo.swatch = function (look) {
    const svg = window.L.SVG.create("svg");
    svg.setAttribute("width", 26);
    svg.setAttribute("height", 15);
    const add = (attributes) => {
      const path = window.L.SVG.create("path");
      Object.entries(attributes).forEach(([name, value]) => path.setAttribute(name, value));
      svg.appendChild(path);
    };
    const stroke = { stroke: look.stroke || "none", "stroke-width": look.width, "stroke-dasharray": look.dash || "none", "stroke-opacity": look.opacity ?? 1 };
    if (look.symbol === "line") {
      if (look.casing) {
        add({ d: "M1 8L25 8", stroke: nexo.manifest.tokens.ink, "stroke-width": look.width + 3, "stroke-opacity": 0.45 });
        add({ d: "M1 8L25 8", stroke: "#FFFFFF", "stroke-width": look.width + 2 });
      }
      add({ ...stroke, d: "M1 8L25 8" });
      return svg;
    }
    const fill = { fill: look.hatch ? "url(#nx-hatch)" : look.fill || "none", "fill-opacity": look.hatch ? 1 : look.fill_opacity };
    const area = look.symbol === "area";
    add({ ...stroke, ...fill, d: area ? AREA_SWATCH[look.swatch || ""] : nexo.symbolPath(look.symbol, 13, 8, 5.5) });
    const inner = nexo.innerSymbol(look.inner);
    if (inner) add({ d: nexo.symbolPath(inner, 13, 8, 2.4), stroke: look.inner_colour || look.stroke, "stroke-width": 1.2, fill: "none" });
    return svg;
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
    const notes = shown.flatMap((file) => [...new Set(nexo.panes.map((pane) => nexo.yearText(pane, file, "note")))].filter(Boolean)
      .map((note) => file.title + ": " + note));
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
