/* Upload: one request a file with its progress, then the state of each from the server until it is final. */
(function () {
  "use strict";
  var form = document.getElementById("kirim"), input = document.getElementById("berkas");
  if (!form) { return; }
  var list = document.getElementById("daftar"), card = document.getElementById("kiriman"), words = form.dataset;
  var waiting = [], active = 0, rows = [];
  var GLYPH = { sending: "arrow-up-circle", received: "baru", reading: "berjalan", extracted: "verifikasi", reviewed: "selesai", failed: "x-octagon", refused: "x-octagon", duplicate: "files" };
  var LOOK = { sending: "", received: "", reading: "go", extracted: "go", reviewed: "ok", failed: "bad", refused: "bad", duplicate: "warn" };
  var NAME = { sending: words.wSending, received: words.wReceived, reading: words.wReading, extracted: words.wExtracted, reviewed: words.wReviewed, failed: words.wFailed, refused: words.wRefused, duplicate: words.wDuplicate };
  var make = function (tag, cls, text) { var el = document.createElement(tag); if (cls) { el.className = cls; } if (text) { el.textContent = text; } return el; };
  var icon = function (name) {
    var svg = document.createElementNS("http://www.w3.org/2000/svg", "svg"), use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    svg.setAttribute("class", "ic"); svg.setAttribute("aria-hidden", "true"); use.setAttribute("href", "#i-" + name); svg.appendChild(use); return svg;
  };
  var sum = function () {
    var count = { stored: 0, duplicate: 0, refused: 0, sending: 0 };
    rows.forEach(function (r) { count[r.state === "sending" ? "sending" : r.state === "duplicate" ? "duplicate" : r.state === "refused" ? "refused" : "stored"] += 1; });
    count.all = rows.length;
    Object.keys(count).forEach(function (k) { document.querySelector("[data-sum='" + k + "']").textContent = count[k]; });
    document.getElementById("jumlah").textContent = rows.length; card.hidden = rows.length === 0;
  };
  var draw = function (row) {
    row.pill.replaceChildren();
    var pill = make("span", "t-st " + LOOK[row.state]); pill.appendChild(icon(GLYPH[row.state])); pill.appendChild(document.createTextNode(NAME[row.state] || row.state)); row.pill.appendChild(pill);
    row.info.className = row.state === "failed" || row.state === "refused" ? "t-invalid" : "meta";
    row.info.replaceChildren();
    [].concat(row.said || []).forEach(function (part) { row.info.appendChild(make("span", "", part)); });
    if (row.bar) { row.bar.hidden = row.state !== "sending"; }
    if (row.url && row.open) { row.open.href = row.url; row.open.hidden = false; row.open.textContent = row.state === "duplicate" ? words.wOpen : row.state === "extracted" ? words.wReview : words.wShow; }
    sum();
  };
  /* What the server does not keep, so that a reload shows the same receipt: what was refused, and what was there already. */
  var KEPT = "tilik-" + words.batch;
  var keep = function () {
    var mine = rows.filter(function (r) { return r.state === "refused" || r.state === "duplicate"; });
    try { sessionStorage.setItem(KEPT, JSON.stringify(mine.map(function (r) { return { name: r.name, state: r.state, said: r.said, url: r.url || "" }; }))); } catch (e) { /* a full or forbidden store: the reload shows less */ }
  };
  var PICTURE = { pdf: "pdf", pptx: "slides", ppt: "slides", odp: "slides", xlsx: "spreadsheet", ods: "spreadsheet", jpg: "image", jpeg: "image", png: "image", tif: "image", tiff: "image", zip: "zip" };
  var picture = function (name) { return "file-earmark-" + (PICTURE[name.split(".").pop().toLowerCase()] || "text"); };
  var sized = function (bytes) { var mb = bytes / 1048576; return mb >= 0.1 ? mb.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 }) + "\u00a0MB" : Math.ceil(bytes / 1024) + "\u00a0KB"; };
  var addRow = function (file) {
    var li = make("li", "d-block"), up = make("div", "t-up"), mark = make("span", "t-icon"), body = make("div"), end = make("div", "end t-acts");
    mark.appendChild(icon(picture(file.name)));
    var row = { file: file, name: file.name, said: file.size ? [sized(file.size)] : [], state: "sending", li: li, mark: mark, title: make("div", "ttl", file.name), info: make("div", "meta"), pill: make("span"), bar: make("progress", "t-bar"), open: make("a", "btn btn-second btn-sm") };
    row.bar.max = 100; row.bar.value = 0; row.open.hidden = true;
    row.bar.setAttribute("aria-label", file.name);
    body.appendChild(row.title); body.appendChild(row.info); body.appendChild(row.bar);
    end.appendChild(row.pill); end.appendChild(row.open); up.appendChild(mark); up.appendChild(body); up.appendChild(end); li.appendChild(up); list.prepend(li);
    rows.push(row); draw(row); return row;
  };
  var refuse = function (row, why) { row.state = "refused"; row.said = why; draw(row); keep(); };
  var next = function () {
    while (active < 3 && waiting.length) { send(waiting.shift()); }
  };
  var send = function (row) {
    active += 1;
    var data = new FormData(), request = new XMLHttpRequest();
    data.append("batch", words.batch); data.append("csrf_token", form.elements.csrf_token.value); data.append("files", row.file, row.file.name);
    request.open("POST", form.action); request.setRequestHeader("X-Requested-With", "fetch"); request.responseType = "json";
    request.upload.onprogress = function (e) { if (e.lengthComputable) { row.bar.value = 100 * e.loaded / e.total; } };
    request.onload = function () {
      var answers = request.response && request.response.files;
      if (!answers || !answers.length) { refuse(row, request.status === 413 ? words.wBig : words.wLost); return; }
      /* A ZIP archive is answered file by file: its row becomes that of its first file, and the others get their own. */
      var above = row;
      answers.forEach(function (answer, number) {
        var own = number ? addRow({ name: answer.name, size: 0 }) : row;
        if (number) { above.li.before(own.li); }
        settle(own, answer);
        above = own;
      });
    };
    request.onerror = function () { refuse(row, words.wLost); };
    request.onloadend = function () { active -= 1; next(); };
    request.send(data);
  };
  var settle = function (row, answer) {
    if (row.name !== answer.name) { row.name = answer.name; row.said = []; row.title.textContent = answer.name; row.mark.replaceChildren(icon(picture(answer.name))); }
    if (answer.state === "refused") { refuse(row, answer.reason); return; }
    row.id = answer.id; row.url = answer.url; row.state = answer.state; row.said = answer.state === "duplicate" ? words.wSame : row.said;
    draw(row); keep(); watch();
  };
  var take = function (files) {
    history.replaceState(null, "", "?kiriman=" + encodeURIComponent(words.batch));
    Array.prototype.forEach.call(files, function (file) {
      var row = addRow(file);
      if (file.size === 0) { refuse(row, words.wEmpty); }
      else if (file.size > Number(words.maxMb) * 1048576) { refuse(row, words.wBig); }
      else { waiting.push(row); }
    });
    next();
  };
  var timer = null;
  var open = function (row) { return row.id && (row.state === "received" || row.state === "reading"); };
  var watch = function () {
    if (timer || !rows.some(open)) { return; }
    timer = window.setTimeout(function () {
      var ids = rows.filter(open).slice(0, 500).map(function (r) { return "id=" + r.id; }).join("&");
      fetch(words.status + "?" + ids, { headers: { Accept: "application/json" } }).then(function (r) { return r.json(); }).then(function (answer) {
        answer.files.forEach(function (f) {
          rows.filter(function (r) { return r.id === f.id && r.state !== "duplicate"; }).forEach(function (row) {
            row.state = f.state; row.url = f.url;
            if (f.state === "failed") { row.said = f.reason; }
            else if (f.state === "extracted" || f.state === "reviewed") { row.said = [f.pages + " " + words.wPages, f.values + " " + words.wValues].concat(f.doubtful ? [f.doubtful + " " + words.wDoubtful] : []); }
            draw(row);
          });
        });
      }).catch(function () { /* the next round asks again */ }).finally(function () { timer = null; watch(); });
    }, 1000);
  };
  list.querySelectorAll("li[data-id]").forEach(function (li) {
    var info = li.querySelector("[data-info]");
    rows.push({ id: Number(li.dataset.id), name: li.dataset.name, state: li.dataset.state, li: li, info: info, pill: li.querySelector("[data-pill]"), open: li.querySelector("[data-open]") });
  });
  try {
    (JSON.parse(sessionStorage.getItem(KEPT)) || []).forEach(function (kept) {
      var row = addRow({ name: kept.name, size: 0 });
      row.state = kept.state; row.said = kept.said; row.url = kept.url; draw(row);
    });
  } catch (e) { /* nothing kept */ }
  sum(); watch();
  input.addEventListener("change", function () { take(input.files); input.value = ""; });
  ["dragover", "dragleave", "drop"].forEach(function (n) { form.addEventListener(n, function (e) { e.preventDefault(); form.classList.toggle("over", n === "dragover"); if (n === "drop") { take(e.dataTransfer.files); } }); });
})();
