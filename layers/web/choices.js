/* Choices: beside each choice of a filter the page shows how many features it would leave in the year shown. The numbers
   are handed over as style properties of the page, so that a year change needs no word from the server. */
(function () {
  "use strict";
  const nexo = window.nexo;
  const told = new Map();

  /* Features of a layer, by value of a field, that pass every other filter. */
  nexo.choiceCounts = function (key, field, year) {
    const { [field]: own, ...others } = nexo.filtersOf(key);
    const counts = {};
    nexo.files[key].filters[field].forEach(({ value }) => { counts[value] = new Set(); });
    for (const shape of nexo.panes[0].layers[key].shapes) {
      if (!shape.feature.properties.years[String(year)] || !nexo.passes(shape, others)) continue;
      (shape.feature.properties.f[field] || []).forEach((value) => counts[value].add(shape.id));
    }
    return Object.fromEntries(Object.entries(counts).map(([value, ids]) => [value, ids.size]));
  };

  nexo.tellChoices = function () {
    let page;
    try { page = window.parent.document.documentElement.style; } catch (fault) { return; } // a frame of another origin
    for (const key of nexo.state.layers) {
      for (const [field, values] of Object.entries(nexo.files[key].filters || {})) {
        if (!values.length) continue;
        const counts = nexo.choiceCounts(key, field, nexo.panes[0].year);
        values.forEach(({ value }, index) => {
          const name = ["--nx", key, field, index].join("-");
          if (told.get(name) === counts[value]) return;
          told.set(name, counts[value]);
          page.setProperty(name, JSON.stringify(String(counts[value])));
          page.setProperty(name + "-fade", counts[value] ? "1" : "0.45");
        });
      }
      if (nexo.files[key].flows) tellDrawn(page, key);
    }
  };

  /* The page lists the lines in words: it shows those drawn in the year, and their number. */
  function tellDrawn(page, key) {
    const { shapes } = nexo.panes[0].layers[key];
    for (const shape of shapes) {
      const shown = shape.drawn ? "flex" : "none";
      if (told.get(shape.id) === shown) continue;
      told.set(shape.id, shown);
      page.setProperty("--nx-show-" + shape.id, shown);
    }
    page.setProperty("--nx-drawn-" + key, JSON.stringify(String(nexo.featuresIn(shapes.filter((one) => one.drawn)))));
  }
})();
