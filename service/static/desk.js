/* The desk: choosing a field brings its words into view, choosing words opens their field; keys as in the help. */
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
  var view = desk.querySelector(".t-view"), values = Array.prototype.slice.call(desk.querySelectorAll(".t-val"));
  var narrow = window.matchMedia("(max-width: 62rem)");
  var marksOf = function (value) { return desk.querySelectorAll("mark[data-for~='" + value.id.slice(1) + "']"); };
  var valueOf = function (mark) {
    var ids = mark.dataset.for.split(" "); /* the innermost value that is not chosen yet, so that a second click takes the next one */
    var found = ids.map(function (id) { return document.getElementById("v" + id); }).filter(Boolean);
    var at = found.findIndex(function (v) { return v.classList.contains("on"); });
    return found[at < 0 ? found.length - 1 : (at + found.length - 1) % found.length];
  };
  var bring = function (mark) {
    var box = mark.getBoundingClientRect(), frame = view.getBoundingClientRect();
    view.scrollTo({ top: view.scrollTop + box.top - frame.top - view.clientHeight * 0.4 });
  };

  /* Pages: where one is, and the next one. */
  var sheets = Array.prototype.slice.call(desk.querySelectorAll(".t-paper")), shown = desk.querySelector("[data-page]");
  var here = function () { var top = view.getBoundingClientRect().top + view.clientHeight * 0.4, at = 0; sheets.forEach(function (s, i) { if (s.getBoundingClientRect().top <= top) { at = i; } }); return at; };
  var turn = function (sheet) { if (sheet) { view.scrollTo({ top: view.scrollTop + sheet.getBoundingClientRect().top - view.getBoundingClientRect().top - 48 }); } };
  if (shown) {
    view.addEventListener("scroll", function () { shown.textContent = sheets[here()].dataset.number; }, { passive: true });
    desk.querySelectorAll("[data-turn]").forEach(function (b) { b.addEventListener("click", function () { turn(sheets[here() + Number(b.dataset.turn)]); }); });
  }

  /* Values. */
  var choose = function (value, options) {
    options = options || {};
    values.forEach(function (v) { var on = v === value; v.classList.toggle("on", on); v.querySelector(".jump").setAttribute("aria-expanded", on); });
    desk.querySelectorAll("mark.on").forEach(function (m) { m.classList.remove("on"); m.removeAttribute("data-name"); });
    var marks = marksOf(value);
    marks.forEach(function (m) { m.classList.add("on"); });
    if (marks.length) {
      marks[0].dataset.name = value.querySelector(".jump").firstChild.textContent;
      if (!options.still) { bring(marks[0]); }
    }
    if (options.focus) { value.querySelector(".jump").focus({ preventScroll: true }); }
    if (options.focus || options.show) { value.scrollIntoView({ block: options.centre ? "center" : "nearest" }); }
    if (!options.first) { history.replaceState(null, "", "#" + value.id); }
  };
  var edit = function (value, show) {
    var form = value.querySelector(".edit"); if (!form) { return; }
    form.hidden = !show; value.classList.toggle("editing", show);
    if (show) { var first = form.querySelector("input:not([type=hidden]), textarea, select"); if (first) { first.focus(); if (first.select) { first.select(); } } }
  };
  var filled = function (form) { if (form) { form.addEventListener("focusin", function (e) { if (e.target.matches("input, textarea")) { filling = e.target; } }); } };
  values.forEach(function (v) {
    v.querySelector(".jump").addEventListener("click", function () { choose(v); });
    v.addEventListener("click", function (e) {
      var button = e.target.closest("[data-act]");
      if (button && button.dataset.act === "edit") { choose(v, { still: true }); edit(v, true); }
      if (button && button.dataset.act === "cancel") { edit(v, false); v.querySelector(".jump").focus(); }
    });
    filled(v.querySelector(".edit"));
  });
  var filling = null;
  desk.querySelectorAll("mark").forEach(function (m) {
    m.addEventListener("click", function () { var v = String(window.getSelection()) ? null : valueOf(m); if (v) { choose(v, { focus: true, centre: !narrow.matches, still: true }); } });
  });
  view.addEventListener("mouseup", function () { /* words marked on the page fill the field that is open */
    var text = String(window.getSelection()).replace(/\s+/g, " ").trim();
    if (text && filling && filling.isConnected && !filling.closest("[hidden]") && /^(text|textarea)$/.test(filling.type)) { filling.value = text; filling.focus(); }
  });

  var current = function () { return values.findIndex(function (v) { return v.classList.contains("on"); }); };
  var press = function (act) { var v = values[current()], b = v && v.querySelector("[data-act='" + act + "']"); if (b) { b.click(); } };
  var typing = function (el) { return /^(INPUT|TEXTAREA|SELECT)$/.test(el.tagName) || el.isContentEditable; };
  var acting = function (el) { return /^(BUTTON|A|SUMMARY)$/.test(el.tagName) && !el.classList.contains("jump"); };
  document.addEventListener("keydown", function (e) {
    if (e.key === "Escape") { var open = e.target.closest && e.target.closest(".edit"); if (open) { edit(open.closest(".t-val"), false); open.closest(".t-val").querySelector(".jump").focus(); } return; }
    if (typing(e.target) || e.target.closest("dialog") || e.ctrlKey || e.metaKey || e.altKey) { return; }
    var i = current(), key = e.key.length === 1 ? e.key.toLowerCase() : e.key, step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[key];
    var scrolls = /^Arrow/.test(key) && (e.target === view || acting(e.target));
    if (step && !scrolls && values[i + step]) { e.preventDefault(); choose(values[i + step], { focus: true }); }
    else if (key === "d") { var next = values.slice(i + 1).concat(values.slice(0, i + 1)).find(function (v) { return v.dataset.doubt === "1"; }); if (next) { choose(next, { focus: true }); } }
    else if (key === "g" && i >= 0) {
      var mark = marksOf(values[i])[0];
      if (e.target.tagName === "MARK") { values[i].querySelector(".jump").focus(); } else if (mark) { bring(mark); mark.focus({ preventScroll: true }); }
    }
    else if (key === "Enter" && e.target.tagName === "MARK") { e.target.click(); }
    else if (key === "Enter" && !acting(e.target)) { e.preventDefault(); press("confirm"); }
    else if (key === "e") { e.preventDefault(); press("edit"); }
    else if (key === "x") { press("reject"); }
    else if (key === "u") { var undo = document.getElementById("urung"); if (undo && !e.repeat) { undo.requestSubmit(); } }
    else if (key === "a") { var sure = document.getElementById("yakin"); if (sure) { sure.click(); } }
    else if (key === "n") { var on = desk.querySelector("[data-next]"); if (on) { on.click(); } }
  });

  /* Adding: the parts of the kind that is chosen are asked, no others are sent. */
  var add = document.getElementById("tambah"), what = document.getElementById("tambah-apa");
  if (add) {
    var askParts = function () { add.querySelectorAll("fieldset").forEach(function (f) { f.hidden = f.disabled = f.dataset.add !== what.value; }); };
    what.addEventListener("change", askParts);
    askParts();
    filled(add);
  }

  /* Where to begin: at what was wrong, at the next value to add, after a decision at the next that waits, at the place a link asks for, else at the first doubt. */
  var wanted = /^#v\d+$/.test(location.hash) && document.querySelector(location.hash), wrong = desk.querySelector(".edit:not([hidden])");
  var quoted = desk.querySelector("mark.quoted"), page = new URLSearchParams(location.search).get("page");
  if (wrong) { choose(wrong.closest(".t-val"), { focus: true }); edit(wrong.closest(".t-val"), true); }
  else if (add && add.open && location.hash === "#tambah") {
    (add.querySelector("fieldset:not([hidden]) :is(input, textarea, select)") || what).focus({ preventScroll: true });
    add.scrollIntoView({ block: narrow.matches || add.offsetHeight > add.parentNode.clientHeight ? "start" : "nearest" });
  }
  else if (wanted && values.indexOf(wanted) >= 0) { choose(values.slice(values.indexOf(wanted)).find(function (v) { return v.dataset.open === "1"; }) || wanted, { focus: true }); }
  else if (quoted) {
    var owner = quoted.dataset.for && valueOf(quoted);
    if (owner) { choose(owner, { first: true, still: true, show: !narrow.matches }); }
    bring(quoted);
  }
  else if (page) { turn(document.getElementById("hal-" + page)); }
  else if (values.length) {
    var start = values.find(function (v) { return v.dataset.doubt === "1"; }) || values.find(function (v) { return v.dataset.open === "1"; }) || values[0];
    choose(start, { first: true, show: !narrow.matches });
  }
})();
