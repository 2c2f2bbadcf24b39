/* Layers made for one view travel with the state. What came once is kept under its hash, so that a later state need
   only name it; a state that names what never arrived asks for it. */
(function () {
  "use strict";
  const nexo = window.nexo;
  const KEPT = 24; // files, of pairs and subjects looked at before
  const archive = new Map();

  /* Taken in as soon as they arrive: the state that brought them may be overtaken before it is painted. */
  nexo.keepMade = function (made) {
    for (const { hash, file } of made.filter((one) => one.file)) {
      archive.delete(hash);
      archive.set(hash, file);
    }
    for (const hash of [...archive.keys()].slice(0, Math.max(0, archive.size - KEPT))) archive.delete(hash);
  };

  /* One that changed is drawn anew, one that is gone is forgotten; gives the keys that can be drawn. */
  nexo.takeMade = function (made) {
    const known = made.filter((one) => archive.has(one.hash));
    if (known.length < made.length) nexo.lack();
    for (const key of Object.keys(nexo.made)) {
      const now = known.find((one) => one.key === key);
      if (now && now.hash === nexo.made[key]) continue;
      nexo.panes.forEach((pane) => nexo.forgetLayer(pane, key));
      delete nexo.files[key];
      delete nexo.made[key];
    }
    for (const { key, hash } of known) {
      nexo.files[key] = archive.get(hash);
      nexo.made[key] = hash;
    }
    return known.map((one) => one.key);
  };
})();
