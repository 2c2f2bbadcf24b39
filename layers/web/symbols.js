/* Symbols: one path a symbol, used alike by SVG, canvas and legend. A mark keeps its size in pixels at every zoom. */
(function () {
  "use strict";
  const nexo = window.nexo;
  const L = window.L;
  const number = (value) => Math.round(value * 100) / 100;
  const polygon = (x, y, points) => "M" + points.map(([dx, dy]) => number(x + dx) + " " + number(y + dy)).join("L") + "Z";
  const corners = (x, y, r, shares) => polygon(x, y, shares.map(([dx, dy]) => [r * dx, r * dy]));
  const lines = (x, y, segments) => segments.map(([a, b, c, d]) => "M" + number(x + a) + " " + number(y + b) + "L" + number(x + c)
    + " " + number(y + d)).join("");

  const SHAPES = {
    circle: (x, y, r) => "M" + number(x - r) + " " + number(y) + "a" + r + " " + r + " 0 1 0 " + 2 * r + " 0a" + r + " " + r + " 0 1 0 "
      + -2 * r + " 0Z",
    square: (x, y, r) => polygon(x, y, [[-r, -r], [r, -r], [r, r], [-r, r]]),
    diamond: (x, y, r) => polygon(x, y, [[0, -r * 1.25], [r * 1.25, 0], [0, r * 1.25], [-r * 1.25, 0]]),
    triangle: (x, y, r) => polygon(x, y, [[0, -r * 1.2], [r * 1.1, r * 0.85], [-r * 1.1, r * 0.85]]),
    cross: (x, y, r) => lines(x, y, [[-r, -r, r, r], [-r, r, r, -r]]),
    plus: (x, y, r) => lines(x, y, [[-r, 0, r, 0], [0, -r, 0, r]]),
    bar: (x, y, r) => lines(x, y, [[-r, 0, r, 0]]),
    airstrip: (x, y, r) => polygon(x, y, [[-r * 1.3, -r * 0.4], [r * 1.3, -r * 0.4], [r * 1.3, r * 0.4], [-r * 1.3, r * 0.4]]),
    hexagon: (x, y, r) => corners(x, y, r, [[0, -1.15], [1, -0.58], [1, 0.58], [0, 1.15], [-1, 0.58], [-1, -0.58]]),
    post: (x, y, r) => corners(x, y, r, [[0, -1.25], [1.05, -0.25], [1.05, 1], [-1.05, 1], [-1.05, -0.25]]),
    gate: (x, y, r) => corners(x, y, r, [[-1.1, 1], [-1.1, -1], [1.1, -1], [1.1, 1], [0.45, 1], [0.45, -0.3], [-0.45, -0.3], [-0.45, 1]]),
    boat: (x, y, r) => corners(x, y, r, [[-1.3, 0.2], [-0.2, 0.2], [-0.2, -1.2], [0.95, 0.2], [1.3, 0.2], [0.8, 1], [-0.8, 1]]),
    arrow: (x, y, r, angle) => {
      const cos = Math.cos(angle), sin = Math.sin(angle);
      const turn = ([dx, dy]) => [dx * cos - dy * sin, dx * sin + dy * cos];
      return polygon(x, y, [[r, 0], [-r, r * 0.85], [-r * 0.45, 0], [-r, -r * 0.85]].map(turn));
    },
  };
  SHAPES.ring = SHAPES.circle;
  SHAPES.area = SHAPES.circle;

  /* What stands inside a base's square, by who runs it: a second sign beside the colour. */
  const INNER = { army: "cross", navy: "bar", air_force: "triangle", police: "circle", joint: "plus" };
  nexo.innerSymbol = (name) => INNER[name] || (SHAPES[name] ? name : null);

  nexo.symbolPath = function (symbol, x, y, radius, angle) {
    return (SHAPES[symbol] || SHAPES.circle)(x, y, radius, angle || 0);
  };

  /* Signs whose size says nothing shrink on a small-scale map; a circle that stands for a figure never does. */
  const FIXED = new Set(["square", "diamond", "triangle", "hexagon", "airstrip", "post", "gate", "boat", "cross", "plus",
    "bar"]);
  nexo.fixedSize = (shape) => Boolean(shape.look) && FIXED.has(shape.look.symbol);
  nexo.signScale = (map) => Math.min(1, Math.max(0.56, 0.56 + (map.getZoom() - 5.5) * 0.2));

  /* The factor on a symbol's size at the map's zoom (sign_scale in symbols.py). */
  nexo.signSize = (map, symbol) => (FIXED.has(symbol) ? nexo.signScale(map) : 1);

  nexo.Mark = L.CircleMarker.extend({
    options: { symbol: "circle", angle: 0, dx: 0, dy: 0, aside: [0, 0] },
    _updatePath() { this._renderer._updateMark(this); },
    _shift() {
      const scale = FIXED.has(this.options.symbol) || this.options.signed ? nexo.signScale(this._map) : 1;
      const [across, down] = this.options.aside; // where a bundle makes way for another one
      return [this.options.dx * scale + across, this.options.dy * scale + down];
    },
    _path2d() {
      const { symbol, angle } = this.options;
      const [dx, dy] = this._shift();
      return nexo.symbolPath(symbol, this._point.x + dx, this._point.y + dy, this._radius, angle);
    },
    _containsPoint(point) {
      const [dx, dy] = this._shift();
      return point.distanceTo(this._point.add([dx, dy])) <= this._radius + this._clickTolerance();
    },
  });

  L.SVG.include({
    _updateMark(mark) { this._setPath(mark, mark._path2d()); },
    /* One group a layer keeps the drawing order whatever arrives first, and lets a layer be faded as one. */
    _addPath(path) {
      if (!this._rootGroup) this._initContainer();
      this._groupOf(path.options.nexoLayer, path.options.nexoOrder).appendChild(path._path);
      path.addInteractiveTarget(path._path);
    },
    _groupOf(key, order) {
      if (!key) return this._rootGroup;
      const found = [...this._rootGroup.children].find((one) => one.dataset.layer === key);
      if (found) return found;
      const group = L.SVG.create("g");
      group.dataset.layer = key;
      group.dataset.order = order;
      const next = [...this._rootGroup.children].find((one) => Number(one.dataset.order) > order);
      this._rootGroup.insertBefore(group, next || null);
      return group;
    },
  });

  L.Canvas.include({
    _updateMark(mark) {
      if (!this._drawing || mark._empty()) return;
      const { options } = mark;
      const path = new Path2D(mark._path2d());
      if (options.fill) {
        this._ctx.globalAlpha = options.fillOpacity;
        this._ctx.fillStyle = options.fillColor || options.color;
        this._ctx.fill(path);
      }
      if (options.stroke && options.weight) {
        this._ctx.globalAlpha = options.opacity;
        this._ctx.lineWidth = options.weight;
        this._ctx.strokeStyle = options.color;
        this._ctx.stroke(path);
      }
    },
  });

  /* The no-figure look: hatching, in the renderer's own drawing. Canvas cannot hatch, there the fill is a plain tint. */
  nexo.defineHatch = function (pane) {
    const defs = L.SVG.create("defs");
    const pattern = L.SVG.create("pattern");
    for (const [name, value] of Object.entries({ id: "nx-hatch", width: 6, height: 6, patternUnits: "userSpaceOnUse",
      patternTransform: "rotate(45)" })) pattern.setAttribute(name, value);
    const line = L.SVG.create("rect");
    for (const [name, value] of Object.entries({ width: 1.6, height: 6, fill: "#C9C4BA" })) line.setAttribute(name, value);
    pattern.appendChild(line);
    defs.appendChild(pattern);
    pane.renderer._container.insertBefore(defs, pane.renderer._container.firstChild);
  };
})();
