/* Shapes: a layer's features become Leaflet paths once; a state only restyles them. */
(function () {
  "use strict";
  const nexo = window.nexo;
  const L = window.L;

  nexo.drawLayer = function (pane, key) {
    if (pane.layers[key]) return;
    const file = nexo.files[key];
    if (!file) return;
    nexo.chooseRenderer(pane, file.features.length);
    if (pane.layers[key]) return; // drawn while the renderer changed
    const layer = (pane.layers[key] = { file, shapes: [] });
    for (const feature of file.features) {
      const shape = { key, id: feature.properties.id, feature, parts: [], drawn: false, madeFor: file.base !== undefined };
      const depth = { LineString: 0, MultiLineString: 1, Polygon: 1, MultiPolygon: 2 }[feature.geometry.type];
      const options = { renderer: pane.renderer, nexoLayer: key, nexoOrder: file.order, interactive: false, className: "nx-shape",
        bubblingMouseEvents: false };
      if (depth === undefined) nexo.buildMark(shape, file, options);
      else if (feature.geometry.type.endsWith("Polygon")) nexo.buildArea(shape, depth, options);
      else nexo.buildLine(shape, depth, file, options);
      nexo.listen(pane, shape);
      shape.parts.forEach((part) => part.addTo(pane.map));
      shape.parts.forEach((part) => nexo.setVisible(pane, part, false));
      layer.shapes.push(shape);
    }
  };

  /* The layer whose feature a shape is: a made layer may stand for another, or for none. */
  nexo.owner = (shape) => (shape.madeFor ? nexo.files[shape.key].stands_for : shape.key);

  nexo.isChosen = function (shape) {
    const chosen = nexo.state.selected;
    return Boolean(chosen) && chosen.id === shape.id && chosen.layer === nexo.owner(shape);
  };

  nexo.forgetLayer = function (pane, key) {
    (pane.layers[key] || { shapes: [] }).shapes.forEach((shape) => shape.parts.forEach((part) => part.remove()));
    delete pane.layers[key];
  };

  nexo.buildArea = function (shape, depth, options) {
    const coordinates = L.GeoJSON.coordsToLatLngs(shape.feature.geometry.coordinates, depth);
    shape.main = shape.hit = L.polygon(coordinates, { ...options, interactive: true, smoothFactor: 0.5 });
    shape.parts.push(shape.main);
    shape.anchor = shape.main.getBounds().getCenter();
  };

  nexo.buildMark = function (shape, file, options) {
    const { properties, geometry } = shape.feature;
    const looks = Object.values(properties.years).map((entry) => file.looks[entry.k]);
    const place = { ...options, dx: properties.dx || 0, dy: properties.dy || 0 };
    const at = L.latLng(geometry.coordinates[1], geometry.coordinates[0]);
    if (looks.some((look) => look.casing)) {
      shape.casing = new nexo.Mark(at, { ...place, color: "#FFFFFF", fill: false });
      shape.parts.push(shape.casing);
    }
    shape.main = shape.hit = new nexo.Mark(at, { ...place, interactive: true });
    shape.parts.push(shape.main);
    const inner = looks.map((look) => nexo.innerSymbol(look.inner)).find(Boolean);
    if (inner) {
      shape.inner = new nexo.Mark(at, { ...place, symbol: inner });
      shape.parts.push(shape.inner);
    }
    shape.anchor = at;
  };

  nexo.listen = function (pane, shape) {
    const { hit } = shape;
    hit.on("click", () => (shape.bundle ? nexo.openBundle(pane, shape) : nexo.choose(shape)));
    hit.on("mouseover", () => nexo.hover(pane, shape, true));
    hit.on("mouseout", () => nexo.hover(pane, shape, false));
    hit.bindTooltip(() => shape.bundle ? nexo.bundleTip(shape) : nexo.tip(shape, shape.madeFor ? nexo.pairText() : pane.year), { sticky: true, className: "nx-tip", opacity: 1, direction: "auto" });
  };

  nexo.setVisible = function (pane, part, visible) {
    if (!pane.canvas) {
      part._path.style.display = visible ? "" : "none";
    } else if (visible !== pane.map.hasLayer(part)) {
      if (visible) part.addTo(pane.map); else part.remove();
    }
  };

  /* A feature passes when, for every field that is filtered, it has one of the chosen values. */
  nexo.passes = function (shape, filters) {
    const own = shape.feature.properties.f || {};
    return Object.entries(filters).every(([field, wanted]) => !wanted.length || (own[field] || []).some((one) => wanted.includes(one)));
  };

  /* Those chosen, else the layer's own defaults; an empty choice lets everything through. */
  nexo.filtersOf = (key) => ({ ...nexo.files[key].default_filters, ...((nexo.state.filters || {})[key] || {}) });

  nexo.paint = function (pane) {
    const { state } = nexo;
    const used = new Set();
    for (const key of Object.keys(pane.layers)) {
      const on = state.layers.includes(key);
      const filters = nexo.filtersOf(key);
      for (const shape of pane.layers[key].shapes) {
        shape.entry = nexo.hidesMade(pane, pane.layers[key].file) ? undefined
          : nexo.entryOf(pane, pane.layers[key].file, shape);
        shape.drawn = on && Boolean(shape.entry) && nexo.passes(shape, filters);
        if (shape.drawn) (shape.feature.properties.uses || []).forEach((one) => used.add(one));
      }
    }
    for (const [key, layer] of Object.entries(pane.layers)) {
      const dims = layer.file.dim_by && state.layers.includes(layer.file.dim_by);
      for (const shape of layer.shapes) shape.dim = Boolean(dims) && !used.has(key + ":" + shape.id);
    }
    nexo.bundle(pane);
    Object.values(pane.layers).forEach((layer) => layer.shapes.forEach((shape) => nexo.restyle(pane, shape)));
    if (pane.canvas) nexo.restack(pane);
  };

  /* Canvas draws in the order of adding: put the layers back into theirs. */
  nexo.restack = function (pane) {
    Object.values(pane.layers).sort((a, b) => a.file.order - b.file.order)
      .forEach((layer) => layer.shapes.forEach((shape) => shape.parts.forEach((part) => pane.map.hasLayer(part) && part.bringToFront())));
    pane.bundles.forEach((shape) => shape.parts.forEach((part) => pane.map.hasLayer(part) && part.bringToFront()));
  };

  nexo.restyle = function (pane, shape) {
    shape.parts.forEach((part) => nexo.setVisible(pane, part, shape.drawn && !shape.hidden));
    if (!shape.drawn) return;
    const { file } = pane.layers[shape.key];
    const look = (shape.look = file.looks[shape.entry.k]);
    if (shape.hidden) return;
    shape.selected = nexo.isChosen(shape);
    const fade = shape.dim ? 0.4 : 1;
    const width = shape.edge ? nexo.lineWidth(pane, shape, look) : (shape.entry.w || look.width) + (shape.selected ? 1.8 : 0);
    const ink = nexo.manifest.tokens.ink;
    const style = { color: shape.selected && !shape.edge ? ink : look.stroke, weight: width, opacity: fade * (look.opacity ?? 1),
      dashArray: look.dash || null, stroke: look.width > 0 };
    if (!shape.edge) {
      Object.assign(style, { fill: Boolean(look.fill) || look.hatch, fillOpacity: fade * (look.hatch ? 1 : look.fill_opacity),
        fillColor: look.hatch && !pane.canvas ? "url(#nx-hatch)" : look.fill || nexo.manifest.tokens.no_figure });
    }
    if (shape.entry.r !== undefined && shape.main.setRadius) {
      [shape.main, shape.casing, shape.inner].forEach((part) => part && (part.options.aside = shape.aside || [0, 0]));
      shape.main.options.symbol = look.symbol;
      const signed = nexo.fixedSize(shape);
      const radius = nexo.radiusOf(pane, shape, look) + (shape.selected ? 2 : 0);
      [shape.main, shape.casing, shape.inner].forEach((part) => part && (part.options.signed = signed));
      shape.main.setRadius(radius);
      if (shape.casing) {
        shape.casing.options.symbol = look.symbol;
        shape.casing.setRadius(radius);
        shape.casing.setStyle({ weight: width + 2.4, opacity: fade * 0.95 });
      }
      if (shape.inner) {
        const mixed = shape.bundle && shape.bundle.some((one) => file.looks[one.entry.k].inner !== look.inner);
        const sign = mixed ? null : nexo.innerSymbol(look.inner); // it may differ from year to year
        nexo.setVisible(pane, shape.inner, Boolean(sign));
        shape.inner.options.symbol = sign || "circle";
        shape.inner.setRadius(radius * 0.45);
        shape.inner.setStyle({ color: look.inner_colour || look.stroke, weight: 1.2, fill: true, fillColor: look.inner_colour || look.stroke,
          fillOpacity: fade, opacity: fade });
      }
    }
    shape.main.setStyle(style);
    if (shape.edge) nexo.restyleLine(pane, shape, look, width, fade);
  };

  nexo.hover = function (pane, shape, over) {
    if (pane.canvas) return;
    const group = shape.hit._path.parentNode;
    const lines = Boolean(shape.edge);
    group.style.opacity = "";
    for (const other of pane.layers[shape.key].shapes) {
      if (!lines || !other.drawn) continue;
      other.parts.forEach((part) => { part._path.style.opacity = over && other.id !== shape.id ? 0.2 : ""; });
    }
  };

  nexo.tip = function (shape, year) {
    const box = document.createElement("div");
    const add = (tag, text) => { const line = document.createElement(tag); line.textContent = text; box.appendChild(line); };
    const { properties } = shape.feature;
    add("strong", properties.name);
    const known = new Set([properties.name]);
    const text = (shape.entry && (shape.entry.d || shape.entry.t) || "").split("\n");
    text.filter((line) => line && !known.has(line) && known.add(line)).forEach((line) => add("div", line));
    const looks = shape.look && !known.has(shape.look.legend) ? shape.look.legend : "";
    add("em", [looks, year].filter(Boolean).join(" · "));
    return box;
  };
})();
