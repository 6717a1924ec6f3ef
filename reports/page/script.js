"use strict";
(() => {
  const filters = document.querySelector(".filters");
  const detail = document.getElementById("detail");
  const facts = [...document.querySelectorAll("#facts > li")].map((fact) => fact.textContent);
  const items = [...document.querySelectorAll(".item, .missing")];
  const weeks = [...document.querySelectorAll(".week")];
  const choices = filters ? [...filters.querySelectorAll("select")] : [];

  /* --- today ------------------------------------------------------------- */

  const now = new Date();
  const pad = (number) => String(number).padStart(2, "0");
  const today = `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
  /* A day; or all from one to another, as a gap of a week is. */
  const isNow = (place) => place.dataset.date <= today && today <= (place.dataset.until || place.dataset.date);
  for (const place of document.querySelectorAll("[data-date]")) {
    place.classList.toggle("today", isNow(place));
    place.classList.toggle("past", !isNow(place) && place.dataset.date < today);
  }

  /* --- filters ------------------------------------------------------------- */

  const wanted = () => {
    const values = {};
    for (const choice of choices) values[choice.dataset.filter] = choice.value;
    return values;
  };

  const isThere = (item, want) =>
    (!want.site || item.dataset.s === want.site) && (!want.pcn || item.dataset.s === want.pcn);
  const fits = (item, want) =>
    (!want.person || item.dataset.c === want.person) &&
    (!want.task || item.dataset.t === want.task) && isThere(item, want);

  const rowFits = (row, want) => {
    const found = [...row.querySelectorAll(".item, .missing")].some((item) => fits(item, want));
    if (row.dataset.c !== undefined && want.person && row.dataset.c !== want.person) return false;
    return found || !(want.task || want.site || want.pcn || (want.person && row.dataset.c === undefined));
  };

  const filter = () => {
    const want = wanted();
    for (const week of weeks)
      week.classList.toggle("gone", want.week !== "" && week.dataset.week !== want.week);
    let shown = 0;
    for (const item of items) {
      const fit = fits(item, want);
      item.classList.toggle("dim", !fit);
      if (fit && item.closest("#people") && !item.closest(".week.gone")) shown++;
    }
    /* A site's name spans its rows: of those tables whole bodies go, or none. */
    for (const row of document.querySelectorAll("#people .rota tbody tr"))
      row.classList.toggle("gone", !rowFits(row, want));
    for (const body of document.querySelectorAll("#sites .rota tbody"))
      body.classList.toggle("gone", ![...body.rows].some((row) => rowFits(row, want)));
    for (const row of document.querySelectorAll(".heat tbody tr"))
      row.classList.toggle("gone", !fits(row, { ...want, person: "" }));
    for (const row of document.querySelectorAll("#fcp tbody tr"))
      row.classList.toggle("gone", !isThere(row, want));
    for (const row of document.querySelectorAll(".figures tbody tr[data-c]"))
      row.classList.toggle("gone", want.person !== "" && row.dataset.c !== want.person);
    filters.querySelector("output").textContent = `${shown} assignments shown`;
    remember(want);
  };

  /* The choice stands in the address, so that it can be kept and sent. */
  const remember = (want) => {
    const words = Object.entries(want).filter(([, value]) => value !== "")
      .map(([key, value]) => `${key}=${value}`);
    const place = words.length ? `#${words.join("&")}` : location.pathname + location.search;
    try { history.replaceState(null, "", place); } catch { /* a page that was opened from a mail */ }
  };

  const recall = () => {
    const given = new URLSearchParams(location.hash.slice(1));
    for (const choice of choices)
      if (given.has(choice.dataset.filter)) choice.value = given.get(choice.dataset.filter);
  };

  if (filters) {
    filters.hidden = false;
    recall();
    filter();
    filters.addEventListener("change", filter);
    filters.addEventListener("reset", () => setTimeout(filter));
    filters.addEventListener("submit", (event) => event.preventDefault());
  }

  /* --- what makes a cell so -------------------------------------------------- */

  const namesOf = (kind) => Object.fromEntries(
    [...document.querySelectorAll(`#names-${kind} > li`)].map((name) => [name.dataset.n, name.textContent]));
  const names = { c: namesOf("c"), t: namesOf("t"), s: namesOf("s") };

  const element = (name, text) => {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  };

  /* A cell's session is what heads its column, or of a calendar its day and the time before it. */
  const whenOf = (item) => {
    const cell = item.closest("td"), date = cell.querySelector(".date");
    if (!date)
      return cell.closest("table").tHead.rows[1].cells[
        [...cell.parentElement.querySelectorAll("td")].indexOf(cell)].dataset.when;
    let before = item.previousElementSibling;
    while (before.localName !== "time") before = before.previousElementSibling;
    return `${date.dataset.day}, ${before.textContent}`;
  };

  const open = (item) => {
    const list = document.createElement("ul");
    for (const number of (item.dataset.f || "").split(" ").filter(Boolean))
      list.append(element("li", facts[Number(number)]));
    if (!list.children.length) list.append(element("li", "nothing but what it costs elsewhere"));
    const close = element("button", "Close");
    close.addEventListener("click", shut);
    detail.replaceChildren(
      element("h2", `${names.c[item.dataset.c]}, ${whenOf(item)}`),
      element("p", `${names.t[item.dataset.t]} at ${names.s[item.dataset.s]}`),
      list, close);
    detail.hidden = false;
  };

  const shut = () => {
    detail.hidden = true;
  };

  /* One cell of a table can be reached by Tab; arrows go on from there. */
  const cellOf = (item) => item.closest("td");
  const reach = (cell) => {
    for (const other of cell.closest("table").querySelectorAll("td[tabindex='0']"))
      other.tabIndex = -1;
    cell.tabIndex = 0;
    cell.focus();
  };

  /* Past a gap of a week, which has a row of its own. */
  const step = (cell, rows, columns) => {
    const cellsOf = (row) => [...row.querySelectorAll("td:not([colspan])")];
    const all = [...cell.closest("table").querySelectorAll("tbody tr:not(.gone)")]
      .filter((row) => cellsOf(row).length);
    const row = cell.parentElement;
    const next = all[all.indexOf(row) + rows];
    return (next && cellsOf(next)[cellsOf(row).indexOf(cell) + columns]) || null;
  };

  const moves = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  for (const table of document.querySelectorAll(".rota")) {
    const first = table.querySelector("td:not([colspan])");
    if (first) first.tabIndex = 0;
    table.addEventListener("click", (event) => {
      const item = event.target.closest(".item");
      if (!item) return;
      reach(cellOf(item));
      open(item);
    });
    table.addEventListener("keydown", (event) => {
      const cell = event.target.closest("td");
      if (!cell) return;
      const item = cell.querySelector(".item");
      if (moves[event.key]) {
        const next = step(cell, ...moves[event.key]);
        if (next) reach(next);
        event.preventDefault();
      } else if ((event.key === "Enter" || event.key === " ") && item) {
        open(item);
        event.preventDefault();
      }
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") shut();
  });

  /* --- what is read first: today, and what comes next ------------------------- */

  const note = document.getElementById("today");
  const dates = [...document.querySelectorAll("[data-date]")].flatMap((place) =>
    [place.dataset.date, place.dataset.until || place.dataset.date]).sort();

  const gapWords = (row) => `${row.cells[0].textContent}: ${row.cells[1].textContent}`;
  const gaps = [...document.querySelectorAll("#gaps tr[data-date]")];
  const gapsNow = gaps.filter(isNow);
  const sayGapsNow = () => {
    note.classList.toggle("bad", gapsNow.length > 0);
    note.append(...gapsNow.map((row) => element("p", gapWords(row))));
  };
  const sayGaps = () => {
    const next = gaps.find((row) => row.dataset.date > today);
    sayGapsNow();
    if (!gapsNow.length) note.append(element("p", "Nothing that is needed is missing."));
    note.append(element("p", next ? `The next gap: ${gapWords(next)}` : "No gap after today."));
    sayDuty();
    sayAway();
  };

  /* Whom colleagues can ask today. */
  const sayDuty = () => {
    const row = document.querySelector(`#duty tr[data-date="${today}"]`);
    if (!row) return;
    const heads = row.closest("table").tHead.rows[0].cells;
    const sessions = [...row.cells].slice(1).map((cell, index) => [heads[index + 1], cell])
      .filter(([, cell]) => cell.textContent)
      .map(([head, cell]) => `${head.textContent} ${cell.innerText.replace(/\s*\n\s*/g, ", ")}`);
    if (sessions.length) note.append(element("p", `On duty: ${sessions.join("; ")}`));
  };

  /* Whoever has leave in a session of today, by the grid. */
  const sayAway = () => {
    const head = document.querySelector("#people th.today");
    if (!head) return;
    const days = [...head.parentElement.querySelectorAll("[data-date]")];
    const first = days.slice(0, days.indexOf(head)).reduce((sum, day) => sum + day.colSpan, 0);
    const away = [...head.closest("table").tBodies[0].rows]
      .filter((row) => [...row.querySelectorAll("td")].slice(first, first + head.colSpan)
        .some((cell) => cell.matches(".leave")))
      .map((row) => row.cells[0].textContent);
    if (away.length) note.append(element("p", `Away: ${away.join(", ")}`));
  };

  /* Times, work, gaps and leave of a day of a calendar. */
  const partWords = (part) => part.matches(".item")
    ? [...part.childNodes].map((each) => each.textContent).join(", ") : part.textContent;
  const dayWords = (cell) => [...cell.querySelectorAll("time, .item, .missing, .standing")]
    .map((part, index, parts) => (index === 0 ? "" : !part.matches(".item, .missing") ? "; "
      : parts[index - 1].localName === "time" ? " " : ", ") + partWords(part)).join("");
  const sayDay = () => {
    const days = [...document.querySelectorAll(".calendar td[data-date]")];
    const here = days.find((day) => day.dataset.date === today);
    const next = days.find((day) => day.dataset.date > today && day.querySelector(".item, .missing"));
    sayGapsNow();
    note.append(element("p", (here && dayWords(here)) || "Nothing planned."));
    if (next)
      note.append(element("p", `Next: ${next.querySelector(".date").dataset.day}, ${dayWords(next)}`));
    if (!here) return;
    here.id = "now";
    const link = element("a", "To this week");
    link.href = "#now";
    note.append(link);
  };

  /* Of a page with filters: that week alone. */
  const offerWeek = () => {
    const week = weeks.find((each) => each.querySelector("th.today"));
    const choice = choices.find((each) => each.dataset.filter === "week");
    if (!week || !choice) return;
    const button = element("button", "Show this week");
    button.addEventListener("click", () => {
      choice.value = week.dataset.week;
      filter();
      document.getElementById("people").scrollIntoView();
    });
    note.append(button);
  };

  const say = () => {
    const inWords = { weekday: "long" }, ofMonth = { month: "long" };
    note.append(element("h2", `Today, ${now.toLocaleDateString("en-GB", inWords)} ${now.getDate()} ` +
      now.toLocaleDateString("en-GB", ofMonth)));
    if (document.querySelector(".calendar")) sayDay();
    else sayGaps();
    offerWeek();
    note.hidden = false;
  };
  if (note && dates.length && dates[0] <= today && today <= dates[dates.length - 1]) say();
})();
