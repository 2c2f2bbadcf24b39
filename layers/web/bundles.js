/* Bundles: on a small-scale map, signs of a layer that are alike and stand close together are drawn as one, with their number.
   A sign whose size says nothing may give way; a circle that stands for a figure never does (bundles.py has the same). */
(function () {
  "use strict";
  const nexo = window.nexo;
  const APART_FROM = 6.4; // zoom from which every sign stands alone
  const REACH = 18; // px round the middle one
  const FEWEST = 3;
  // Steps aside, the shortest first.
  const ASIDE = [[0, 0], ...[14, 22, 30].flatMap((far) => [0, 4, 2, 6, 1, 5, 3, 7].map((turn) => turn * Math.PI / 4)
    .map((angle) => [far * Math.cos(angle), far * Math.sin(angle)]))];
  const NAMED = 6; // of a bundle's features, on its tooltip
  const ASIDE_FROM = 4.5; // zoom below which a step aside would be a thousand kilometres
  const LARGER = 1.35; // a bundle's sign
  const CLOSEST = 9; // zoom to which a bundle is opened

  /* Groups of points, the densest first: [index of the middle one, indices of all]. */
  nexo.bundled = function (points) {
    let left = points.map((_, index) => index);
    const near = (at) => left.filter((one) => Math.hypot(points[one][0] - points[at][0], points[one][1] - points[at][1]) <= REACH);
    const found = [];
    for (;;) {
      let best = [];
      let middle = null;
      for (const at of left) {
        const group = near(at);
        if (group.length > best.length) [best, middle] = [group, at];
      }
      if (best.length < FEWEST) return found;
      found.push([middle, best]);
      left = left.filter((one) => !best.includes(one));
    }
  };

  /* Which shapes of a pane give way at this zoom, and to which: called once they are known to be drawn. */
  nexo.bundle = function (pane) {
    const apart = pane.map.getZoom() >= APART_FROM;
    const before = pane.bundles || [];
    pane.bundles = [];
    for (const layer of Object.values(pane.layers)) {
      layer.shapes.forEach((shape) => { shape.bundle = shape.aside = null; shape.hidden = false; });
      if (apart || layer.file.sizes.length) continue;
      const signs = layer.shapes.filter((shape) => shape.drawn && !shape.dim && !shape.madeFor && shape.main.setRadius && !nexo.isChosen(shape));
      const lookOf = (shape) => layer.file.looks[shape.entry.k];
      for (const kind of new Set(signs.map((shape) => outside(lookOf(shape))))) {
        const alike = signs.filter((shape) => outside(lookOf(shape)) === kind);
        for (const [middle, group] of nexo.bundled(alike.map((shape) => nexo.placeOf(pane, shape, lookOf(shape))))) {
          const speaker = alike[middle];
          speaker.bundle = group.map((index) => alike[index]);
          speaker.bundle.forEach((shape) => { shape.hidden = shape !== speaker; });
          pane.bundles.push(speaker);
        }
      }
    }
    part(pane);
    before.filter((shape) => !shape.bundle).forEach((shape) => putIn(pane, shape, shape.key, pane.layers[shape.key]?.file.order));
    pane.bundles.forEach((shape) => putIn(pane, shape, "bundles", Infinity));
  };

  /* A sign with a number lies over every layer, or the number would be read as that of another sign and a route would
     take its clicks. A canvas has no groups: there restack does it. */
  function putIn(pane, shape, name, order) {
    if (pane.canvas || order === undefined) return;
    const group = pane.renderer._groupOf(name, order);
    shape.parts.forEach((one) => group.appendChild(one._path));
  }

  /* What a sign says but for what stands inside it: full and hollow ones are never one. */
  const outside = (look) => [look.symbol, look.fill, look.hatch, look.stroke, look.dash].join("|");

  const digits = (shape) => String(shape.bundle.length).length * 6.5 + 3;

  /* Bundles of several layers at one place step aside, each to the nearest place that no other one has. Without such a place
     the sign stays, and keeps its number for the pointer: two numbers on each other would be read as a third. */
  function part(pane) {
    const taken = [];
    const steps = pane.map.getZoom() < ASIDE_FROM ? ASIDE.slice(0, 1) : ASIDE;
    for (const shape of pane.bundles) {
      const look = pane.layers[shape.key].file.looks[shape.entry.k];
      const [x, y] = nexo.placeOf(pane, shape, look);
      const r = nexo.radiusOf(pane, shape, look) + 1.5;
      const box = ([across, down]) => [x + across - r, y + down - r, x + across + r + digits(shape), y + down + r];
      const free = steps.find((step) => !taken.some((other) => nexo.touches(box(step), other)));
      shape.aside = free || [0, 0];
      shape.untold = !free;
      if (free) taken.push(box(free));
    }
  }

  /* Where a mark stands, in px of the whole map at this zoom: distances hold, wherever it is panned to. */
  nexo.placeOf = function (pane, shape, look) {
    const scale = nexo.signSize(pane.map, look.symbol);
    const at = pane.map.project(shape.anchor);
    return [at.x + (shape.main.options.dx || 0) * scale, at.y + (shape.main.options.dy || 0) * scale];
  };

  /* Come close enough to tell the signs of a bundle apart. */
  nexo.openBundle = function (pane, shape) {
    const bounds = window.L.latLngBounds(shape.bundle.map((one) => one.anchor));
    const zoom = Math.min(CLOSEST, Math.max(APART_FROM + 0.1, pane.map.getBoundsZoom(bounds.pad(0.3))));
    pane.map.setView(bounds.getCenter(), zoom);
  };

  nexo.bundleTip = function (shape) {
    const box = nexo.make("div");
    nexo.make("strong", "", box, nexo.word("bundle", { number: shape.bundle.length, layer: nexo.files[shape.key].title }));
    const names = [...new Set(shape.bundle.map((one) => one.feature.properties.name))];
    names.slice(0, NAMED).forEach((name) => nexo.make("div", "", box, name));
    if (names.length > NAMED) nexo.make("div", "", box, nexo.word("bundle_more", { number: names.length - NAMED }));
    nexo.make("em", "", box, nexo.word("bundle_open"));
    return box;
  };

  /* Radius of a mark as it is drawn, but for what is added to a chosen one. */
  nexo.radiusOf = (pane, shape, look) => (shape.entry.r || 0) * nexo.signSize(pane.map, look.symbol) * (shape.bundle ? LARGER : 1);

  /* The number to the right of its sign. */
  nexo.placeNumbers = function (pane, taken) {
    for (const shape of (pane.bundles || []).filter((one) => !one.untold)) {
      const at = pane.map.latLngToContainerPoint(shape.anchor).add(shape.main._shift());
      const box = [at.x + shape.main._radius + 1, at.y - 5, at.x + shape.main._radius + digits(shape), at.y + 5];
      taken.push({ box, owner: null });
      const number = nexo.make("div", "nx-number", pane.labels, String(shape.bundle.length));
      number.addEventListener("mouseover", () => shape.hit.openTooltip(shape.anchor));
      number.addEventListener("mouseout", () => shape.hit.closeTooltip());
      window.L.DomEvent.on(number, "click", (event) => { window.L.DomEvent.stop(event); nexo.openBundle(pane, shape); });
      const corner = pane.map.containerPointToLayerPoint(box.slice(0, 2));
      Object.assign(number.style, { left: corner.x + "px", top: corner.y + "px" });
    }
  };
})();
