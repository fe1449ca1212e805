/* The desk: choosing a field brings its quote into view, choosing a quote opens its field; keys as in the help. */
(function () {
  "use strict";
  var waiting = document.querySelector("[data-waiting]");
  if (waiting) {
    var ask = function () {
      fetch(waiting.dataset.waiting).then(function (r) { return r.json(); }).then(function (a) {
        if (a.files.length && a.files[0].state !== "received" && a.files[0].state !== "reading") { location.reload(); } else { setTimeout(ask, 1500); }
      }).catch(function () { setTimeout(ask, 5000); });
    };
    setTimeout(ask, 1000);
  }
  var desk = document.querySelector(".t-desk");
  if (!desk) { return; }
  var typing = function (el) { return /^(INPUT|TEXTAREA|SELECT|BUTTON|A|SUMMARY)$/.test(el.tagName) && !el.classList.contains("jump") || el.isContentEditable; };
  var values = Array.prototype.slice.call(desk.querySelectorAll(".t-val")), view = desk.querySelector(".t-view");
  if (!values.length) { return; }
  var choose = function (value, focus, quiet) {
    values.forEach(function (v) { var on = v === value; v.classList.toggle("on", on); v.querySelector(".jump").setAttribute("aria-expanded", on); });
    var id = value.id.slice(1);
    desk.querySelectorAll("mark.on").forEach(function (m) { m.classList.remove("on"); });
    var mark = document.getElementById("m" + id);
    if (mark) {
      mark.classList.add("on");
      if (!quiet) { view.scrollTo({ top: mark.getBoundingClientRect().top - view.getBoundingClientRect().top + view.scrollTop - view.clientHeight * 0.4 }); }
    }
    if (focus) { value.querySelector(".jump").focus({ preventScroll: true }); value.scrollIntoView({ block: "nearest" }); }
    history.replaceState(null, "", "#" + value.id);
  };
  var edit = function (value, show) {
    var form = value.querySelector(".edit"); if (!form) { return; }
    form.hidden = !show; if (show) { var first = form.querySelector("input:not([type=hidden]), textarea, select"); if (first) { first.focus(); } }
  };
  values.forEach(function (v) {
    v.querySelector(".jump").addEventListener("click", function () { choose(v); });
    v.addEventListener("click", function (e) {
      var button = e.target.closest("[data-act]");
      if (button && button.dataset.act === "edit") { choose(v, false, true); edit(v, true); }
      if (button && button.dataset.act === "cancel") { edit(v, false); v.querySelector(".jump").focus(); }
    });
  });
  desk.querySelectorAll("mark[data-for]").forEach(function (m) { m.addEventListener("click", function () { var v = document.getElementById("v" + m.dataset.for); if (v) { choose(v, true, true); v.scrollIntoView({ block: "center" }); } }); });
  var current = function () { return values.findIndex(function (v) { return v.classList.contains("on"); }); };
  var press = function (act) { var v = values[current()], b = v && v.querySelector("[data-act='" + act + "']"); if (b) { b.click(); } };
  document.addEventListener("keydown", function (e) {
    if (e.key === "Escape") { var open = e.target.closest && e.target.closest(".edit"); if (open) { open.hidden = true; open.closest(".t-val").querySelector(".jump").focus(); } return; }
    if (typing(e.target) || e.ctrlKey || e.metaKey || e.altKey) { return; }
    var i = current(), step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[e.key];
    if (step && values[i + step]) { e.preventDefault(); choose(values[i + step], true); }
    else if (e.key === "d") { var next = values.slice(i + 1).concat(values.slice(0, i + 1)).find(function (v) { return v.dataset.doubt === "1"; }); if (next) { choose(next, true); } }
    else if (e.key === "Enter") { e.preventDefault(); press("confirm"); }
    else if (e.key === "e") { e.preventDefault(); press("edit"); }
    else if (e.key === "x") { press("reject"); }
    else if (e.key === "u") { press("undo"); }
    else if (e.key === "a") { var sure = document.getElementById("yakin"); if (sure) { sure.click(); } }
  });
  /* After a decision the page comes back at that value: go on with the next that waits. */
  var wanted = location.hash.match(/^#v\d+$/) && document.querySelector(location.hash);
  var wrong = desk.querySelector(".edit:not([hidden])");
  if (wrong) { choose(wrong.closest(".t-val"), true); }
  else if (wanted) { var at = values.indexOf(wanted); choose(values.slice(at).find(function (v) { return v.dataset.open === "1"; }) || wanted, true); }
  else if (/^#hal-\d+$/.test(location.hash)) { document.querySelector(location.hash).scrollIntoView(); }
  else {
    var page = new URLSearchParams(location.search).get("page"), start = new URLSearchParams(location.search).get("value");
    choose((start && document.getElementById("v" + start)) || values.find(function (v) { return v.dataset.doubt === "1"; }) || values[0], false, !!page);
    var sheet = page && document.getElementById("hal-" + page); if (sheet) { view.scrollTo({ top: sheet.offsetTop - view.offsetTop }); }
  }
})();
