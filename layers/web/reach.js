/* Reach: one press shows Peru, or all that the drawn lines reach. Offered only where lines leave the country. */
(function () {
  "use strict";
  const nexo = window.nexo;
  const LEAST = [[-18.5, -81.6], [0.1, -68.5]];

  nexo.buildReach = function (box) {
    const group = document.createElement("div");
    group.className = "nx-reach";
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", nexo.word("reach_label"));
    for (const [name, show] of [["reach_peru", nexo.showPeru], ["reach_world", nexo.showWorld]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.reach = name;
      button.textContent = nexo.word(name);
      button.title = nexo.word(name + "_hint");
      button.addEventListener("click", show);
      group.appendChild(button);
    }
    group.hidden = true;
    box.prepend(group);
  };

  const flowing = () => nexo.state.layers.filter((key) => nexo.files[key].flows);

  nexo.showPeru = function () {
    nexo.quietly(nexo.fit);
    nexo.fitted = true;
    nexo.tellView();
  };

  /* The world as far as the lines drawn now reach; the least is Peru. */
  nexo.showWorld = function () {
    const [pane] = nexo.panes;
    const bounds = window.L.latLngBounds(LEAST);
    flowing().forEach((key) => pane.layers[key].shapes.filter((one) => one.drawn)
      .forEach((one) => bounds.extend(one.main.getBounds ? one.main.getBounds() : one.anchor)));
    const wide = nexo.mode !== "side" && pane.map.getSize().x > 700;
    nexo.fitted = false;
    nexo.quietly(() => pane.map.fitBounds(bounds, { paddingTopLeft: [wide ? 150 : 12, 24], paddingBottomRight: [40, 40], animate: false }));
    nexo.tellView();
  };

  nexo.tellView = () => nexo.report({ view: nexo.viewport(nexo.panes[0].map) });

  nexo.dressReach = function () {
    const group = document.querySelector(".nx-reach");
    if (group) group.hidden = !flowing().length;
  };
})();
