/* Labels: data first, then the base map's; a label that would touch another label or symbol is left out until there is room. */
(function () {
  "use strict";
  const nexo = window.nexo;
  const ruler = document.createElement("canvas").getContext("2d");
  const SIZES = { data: 12, selected: 13.5, country: 12, department: 11, river: 11, sea: 12, lake: 12, town: 11 };
  const WIDEST = 150; // px of a label's line
  const NAMES_FROM = 6.4; // zoom
  const BUDGET = [[6.4, 14], [7.4, 26], [8.6, 45], [30, 90]]; // data labels shown up to a zoom

  function measure(text, kind) {
    const data = kind === "data" || kind === "selected";
    const width = (line, index) => {
      const weight = kind === "country" || (data && index === 0) ? "700 " : "400 ";
      const slant = kind === "river" || kind === "sea" || kind === "lake" ? "italic " : "";
      ruler.font = slant + weight + SIZES[kind] + "px 'Nexo Sans', Arial, sans-serif";
      return ruler.measureText(line).width + (kind === "country" ? 1.75 : 0.3) * line.length;
    };
    const lines = text.split("\n");
    return [Math.ceil(Math.max(...lines.map(width))) + 2, lines.length * SIZES[kind] * 1.18];
  }

  /* Long lines break between words; the name's own lines stay bold. */
  function wrapped(text, kind) {
    const broken = text.split("\n").map((line) => line.split(" ").reduce((lines, word) => {
      const longer = lines.length ? lines.at(-1) + " " + word : word;
      if (lines.length && measure(longer, kind)[0] > WIDEST) lines.push(word); else lines.splice(-1, 1, longer);
      return lines;
    }, []).join("\n"));
    return broken.join("\n");
  }

  const touches = (nexo.touches = (a, b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1]);
  const around = (x, y, r) => [x - r, y - r, x + r, y + r];

  const LEADERS = [0, 18, 40]; // px a label may stand off before it is left out; beyond 0 a line leads back

  /* Where a label may sit beside its symbol, best place first. */
  function* candidates(x, y, r, w, h) {
    for (const off of LEADERS) {
      const gap = r + 4 + off;
      const slant = (r + off) * 0.75 + 3;
      for (const [left, top] of [[x + gap, y - h / 2], [x - gap - w, y - h / 2], [x - w / 2, y + gap - 1], [x - w / 2, y - gap - h + 1],
        [x + slant, y + slant - 2], [x + slant, y - slant - h + 2], [x - slant - w, y + slant - 2], [x - slant - w, y - slant - h + 2]]) {
        yield { left, top, off };
      }
    }
  }

  /* Beside a second year, the change on the year before would answer a question that nobody asked. */
  nexo.labelText = function (shape, pane) {
    const lines = shape.entry.t.split("\n");
    const compared = pane && nexo.panes.length > 1 && nexo.files[shape.key].compared;
    return (compared ? lines.slice(0, 2) : lines).join("\n");
  };

  nexo.placeLabels = function (pane) {
    if (!nexo.state || !nexo.manifest) return;
    const { map } = pane;
    pane.labels.textContent = "";
    nexo.placeInset(pane);
    const size = map.getSize();
    const frame = [4, 4, size.x - 4, size.y - 4];
    const taken = nexo.furnitureBoxes(pane);
    const wanted = [];
    for (const key of nexo.state.layers) {
      const layer = pane.layers[key];
      if (!layer) continue;
      for (const shape of layer.shapes) {
        if (!shape.drawn || shape.hidden) continue;
        const point = map.latLngToContainerPoint(shape.anchor);
        if (shape.main._shift) point._add(window.L.point(shape.main._shift()));
        const radius = nexo.radiusOf(pane, shape, shape.look);
        if (radius >= 4) taken.push({ box: around(point.x, point.y, radius * 0.86), owner: shape.key + shape.id });
        // A sign that carries no figure is named only where there is room for names.
        const plain = nexo.fixedSize(shape) && map.getZoom() < NAMES_FROM && !shape.selected;
        if (shape.entry.t && !shape.dim && !shape.bundle && !plain) {
          wanted.push({ shape, point, radius, order: -layer.file.order, rank: shape.selected ? Infinity : shape.feature.properties.rank || 0 });
        }
      }
    }
    nexo.placeNumbers(pane, taken);
    wanted.sort((a, b) => (b.rank === Infinity) - (a.rank === Infinity) || (a.shape.feature.properties.tier || 0)
      - (b.shape.feature.properties.tier || 0) || b.order - a.order || b.rank - a.rank);
    let budget = BUDGET.find(([zoom]) => map.getZoom() < zoom)[1];
    for (const one of wanted) {
      if (budget <= 0) break;
      const kind = one.shape.selected ? "selected" : "data";
      const told = nexo.labelText(one.shape, pane);
      const text = wrapped(told, kind);
      const [w, h] = measure(text, kind);
      const owner = one.shape.key + one.shape.id;
      const spot = [...candidates(one.point.x, one.point.y, one.radius, w, h)]
        .find(({ left, top }) => free([left, top, left + w, top + h], owner));
      if (!spot) continue;
      const box = [spot.left, spot.top, spot.left + w, spot.top + h];
      taken.push({ box, owner: null });
      if (spot.off) lead(pane, one.point, one.radius, box);
      write(pane, text, kind, spot.left, spot.top, w, 0, wrapped(told.split("\n")[0], kind).split("\n").length);
      budget -= 1;
    }
    placeBase(pane, free, taken);

    function free(box, owner) {
      if (box[0] < frame[0] || box[1] < frame[1] || box[2] > frame[2] || box[3] > frame[3]) return false;
      return !taken.some((other) => (owner === null || other.owner !== owner) && touches(box, other.box));
    }
  };

  /* A thin line from the symbol's edge to the nearest point of the label that stands off. */
  function lead(pane, point, radius, box) {
    const end = [Math.min(Math.max(point.x, box[0]), box[2]), Math.min(Math.max(point.y, box[1]), box[3])];
    const length = Math.hypot(end[0] - point.x, end[1] - point.y) || 1;
    const start = [point.x + (end[0] - point.x) * radius / length, point.y + (end[1] - point.y) * radius / length];
    const [from, to] = [start, end].map((at) => pane.map.containerPointToLayerPoint(at));
    const svg = window.L.SVG.create("svg");
    svg.setAttribute("class", "nx-leader");
    const line = window.L.SVG.create("path");
    line.setAttribute("d", "M" + from.x + " " + from.y + "L" + to.x + " " + to.y);
    svg.appendChild(line);
    pane.labels.appendChild(svg);
  }

  function placeBase(pane, free, taken) {
    const zoom = pane.map.getZoom();
    const labels = (nexo.base.labels ? nexo.base.labels.features : []).filter(({ properties }) => zoom >= (properties.min_zoom ?? 0)
      && zoom <= (properties.max_zoom ?? 30));
    labels.sort((a, b) => (a.properties.rank ?? 9) - (b.properties.rank ?? 9));
    for (const { geometry, properties } of labels) {
      const kind = properties.kind in SIZES ? properties.kind : "town";
      const point = pane.map.latLngToContainerPoint([geometry.coordinates[1], geometry.coordinates[0]]);
      const [w, h] = measure(properties.text, kind);
      const left = kind === "town" ? point.x + 7 : point.x - w / 2;
      const angle = kind === "river" ? properties.angle || 0 : 0;
      const lean = Math.abs(Math.sin(angle * Math.PI / 180)) * (w - h) / 2;
      const box = [left, point.y - h / 2 - lean, left + w, point.y + h / 2 + lean];
      if (kind === "town") box[0] -= 10;
      if (!free(box, null)) continue;
      taken.push({ box, owner: null });
      write(pane, properties.text, kind, left, point.y - h / 2, w, angle);
    }
  }

  function write(pane, text, kind, x, y, width, angle, bold = 1) {
    const label = document.createElement("div");
    label.className = "nx-label " + (kind === "selected" ? "data selected" : kind);
    if (kind === "data" || kind === "selected") {
      const name = document.createElement("b");
      const lines = text.split("\n");
      name.textContent = lines.slice(0, bold).join("\n");
      label.append(name, lines.length > bold ? "\n" + lines.slice(bold).join("\n") : "");
    } else {
      label.textContent = text;
    }
    const at = pane.map.containerPointToLayerPoint([x, y]);
    label.style.left = at.x + "px";
    label.style.top = at.y + "px";
    label.style.width = width + "px";
    if (angle) label.style.transform = "rotate(" + angle + "deg)";
    pane.labels.appendChild(label);
  }

  /* The year, the legend, the controls and the reader's own words lie over the map: nothing is written under them. */
  nexo.furnitureBoxes = function (pane) {
    const origin = pane.box.getBoundingClientRect();
    const scale = origin.width / pane.box.offsetWidth || 1; // a board that is presented is scaled
    const own = pane.box.querySelectorAll(".nx-year, .nx-inset, .leaflet-control");
    return nexo.inkBoxes(pane).concat([...own, ...document.querySelectorAll(".nx-legend")]
      .map((element) => element.getBoundingClientRect())
      .filter((box) => box.width)
      .map((box) => ({ box: [(box.left - origin.left) / scale - 4, (box.top - origin.top) / scale - 4,
        (box.right - origin.left) / scale + 4, (box.bottom - origin.top) / scale + 4], owner: null })));
  };
})();
