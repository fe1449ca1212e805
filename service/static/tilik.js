/* Every page: "/" goes to the search box, "?" shows the keys; menus close when one clicks elsewhere. */
(function () {
  "use strict";
  var typing = function (el) { return /^(INPUT|TEXTAREA|SELECT)$/.test(el.tagName) || el.isContentEditable; };
  var showKeys = function () { var help = document.getElementById("pintasan"); if (help && !help.open) { help.showModal(); } };
  document.addEventListener("keydown", function (e) {
    if (typing(e.target) || e.ctrlKey || e.metaKey || e.altKey) { return; }
    if (e.key === "/") { var box = document.querySelector("#cari, #cari-atas"); if (box) { e.preventDefault(); box.focus(); } }
    if (e.key === "?") { showKeys(); }
  });
  document.addEventListener("click", function (e) {
    if (e.target.closest("[data-keys]")) { showKeys(); }
    if (e.target.matches("[data-copy]")) { e.target.select(); }
    document.querySelectorAll("details.t-me[open], details.t-menu[open]").forEach(function (d) { if (!d.contains(e.target)) { d.open = false; } });
  });
  if (window.matchMedia("(max-width: 62rem)").matches) {
    document.querySelectorAll("details.t-facets, details.t-filterbox").forEach(function (d) { d.open = false; });
  }
})();
