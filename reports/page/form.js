"use strict";
(() => {
  const given = JSON.parse(document.getElementById("given").textContent);
  const { criteria } = given;
  /* The strongest against, if there is one; at the others one may ask to be off. */
  const against = criteria.levels.filter((level) => level.off === null);
  const avoid = against.length ? against.pop().id : null;
  const sessions = given.days.flatMap((day) =>
    day.sessions.map((session) => ({ ...session, date: day.date, weekday: day.weekday })));
  const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
  const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
  const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const key = `rota:${given.service}:${given.month}:${given.clinician.id}`;
  const nothing = () => ({ sites: {}, tasks: {}, people: {}, requests: [] });
  let wishes = nothing();

  /* --- what may be asked for: the same as `rota check` enforces --------------- */

  const speaksOf = (request, session) =>
    session.block === request.block &&
    (request.date ? session.date === request.date : session.weekday === request.weekday);

  /* A request counts once for each session of its day, or of the week. */
  const counts = (request, among) =>
    sessions.some((session) => !session.away && speaksOf(request, session) &&
      (!among || among.includes(session.slot))) ? 1 : 0;

  /* What the person could be given in the sessions that a request speaks of, as [task, site]. */
  const workIn = (request) => sessions.filter((session) => !session.away &&
    speaksOf(request, session)).flatMap((session) => session.work);
  const isWork = (pairs, task, site) =>
    pairs.some(([one, place]) => (!task || one === task) && (!site || place === site));
  const everywhen = sessions.filter((session) => !session.away).flatMap((session) => session.work);

  const sum = (numbers) => numbers.reduce((all, number) => all + number, 0);
  const avoided = (levels) => Object.values(levels).filter((level) => level === avoid).length;
  const asked = (want) => sum(want.requests.map((request) => counts(request)));
  const offs = (want) => want.requests.filter((request) => request.off);

  const avoids = (want, task, slot, site) => {
    const session = sessions.find((each) => each.slot === slot);
    return want.sites[site] === avoid || want.requests.some((request) =>
      speaksOf(request, session) && (request.off || (request.level === avoid &&
        (!request.task || request.task === task) && (!request.site || request.site === site))));
  };

  const some = (count, what) => `${count} ${what}${count === 1 ? "" : "s"}`;

  /* What is wrong with these wishes, in a sentence; "" when nothing is. */
  const fault = (want) => {
    if (criteria.avoided_sites !== null && avoided(want.sites) > criteria.avoided_sites)
      return `No more than ${some(criteria.avoided_sites, "place")} can be avoided.`;
    if (criteria.avoided_tasks !== null && avoided(want.tasks) > criteria.avoided_tasks)
      return `No more than ${some(criteria.avoided_tasks, "task")} can be avoided.`;
    if (criteria.requests !== null && asked(want) > criteria.requests)
      return `No more than ${some(criteria.requests, "session")} can be asked for.`;
    if (want.requests.length > given.most_requests)
      return `No more than ${given.most_requests} requests fit into a file.`;
    const astray = want.requests.find((each) => !each.off &&
      !isWork(workIn(each), each.task, each.site));
    if (astray) return `There is no such work for you then: ${requestWords(astray)}.`;
    for (const limit of criteria.off)
      if (sum(offs(want).map((request) => counts(request, limit.slots))) > limit.most)
        return `No more than ${limit.most} of ${limitWords(limit)} can be asked to be off.`;
    if (sessions.length && sessions.every((session) =>
      offs(want).some((request) => speaksOf(request, session))))
      return "You would be off in every session; who is away all month is on leave.";
    for (const task of given.tasks.filter((each) => each.ways)) {
      if (want.tasks[task.id] === avoid ||
          want.requests.some((each) => each.task === task.id && each.level === avoid))
        return `${task.name} can't be asked to be avoided.`;
      if (task.ways.length &&
          task.ways.every(([slot, site]) => avoids(want, task.id, slot, site)))
        return `This leaves no session and place for ${task.name}, which can't be avoided.`;
    }
    return "";
  };

  const points = (want) => {
    const worth = Object.fromEntries(criteria.levels.map((level) => [level.id, level]));
    const each = [want.sites, want.tasks, want.people]
      .flatMap((levels) => Object.values(levels).map((level) => Math.abs(worth[level].points)));
    return sum(each) + sum(want.requests.map((request) => counts(request) *
      Math.abs(request.off ? worth[request.level].off : worth[request.level].session)));
  };

  /* --- the file --------------------------------------------------------------- */

  const map = (levels) => Object.entries(levels).map(([id, level]) => `${id}: ${level}`).join(", ");

  const line = (request) => {
    const when = request.date ? `on: ${request.date} ${request.block}`
      : `every: ${weekdays[request.weekday]} ${request.block}`;
    if (request.off) return `{${when}, want: off, how: ${request.level}}`;
    const want = [request.task && `task: ${request.task}`, request.site && `at: ${request.site}`];
    return `{${when}, want: {${want.filter(Boolean).join(", ")}}, how: ${request.level}}`;
  };

  const pad = (number) => String(number).padStart(2, "0");
  const today = () => {
    const now = new Date();
    return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
  };

  /* Why the file can't be sent today, or what becomes of it; "" where it is in time. */
  const lateness = { 0: "is not counted", 100: "counts in full" };
  const timing = () => {
    if (criteria.open && today() < criteria.open)
      return `It can be sent from ${dayWords(criteria.open)} on; until then a draft is kept here.`;
    if (criteria.close && today() > criteria.close)
      return `Requests closed on ${dayWords(criteria.close)}: what is sent now ` +
        `${lateness[criteria.late] || `counts for ${criteria.late}%`}.`;
    return "";
  };
  const isOpen = () => !criteria.open || today() >= criteria.open;

  const text = () => {
    const lines = [`clinician: ${given.clinician.id}`, `month: ${given.month}`,
      `submitted: ${today()}`];
    if (Object.keys(wishes.sites).length) lines.push(`locations: {${map(wishes.sites)}}`);
    if (Object.keys(wishes.tasks).length) lines.push(`tasks: {${map(wishes.tasks)}}`);
    if (wishes.requests.length)
      lines.push("sessions:", ...wishes.requests.map((request) => `  - ${line(request)}`));
    if (Object.keys(wishes.people).length) lines.push(`people: {${map(wishes.people)}}`);
    return `${lines.join("\n")}\n`;
  };

  /* --- what is seen ----------------------------------------------------------- */

  const at = (id) => document.getElementById(id);
  const make = (name, attributes, ...content) => {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) made[attribute] = value;
    made.append(...content);
    return made;
  };
  const dayWords = (date) => {
    const [year, month, day] = date.split("-").map(Number);
    const weekday = (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;
    return `${days[weekday].slice(0, 3)} ${day} ${months[month - 1]}`;
  };
  /* "Mon am, Mon pm" */
  const limitWords = (limit) => {
    const words = [...new Set(sessions.filter((session) => limit.slots.includes(session.slot))
      .map((session) => `${days[session.weekday].slice(0, 3)} ${session.block}`))];
    return words.length > 6 ? `${limit.slots.length} sessions` : words.join(", ");
  };
  const sessionWords = (session) => `${dayWords(session.date)} ${session.block}`;
  const nameOf = (list, id) => (list.find((each) => each.id === id) || {}).name || id;
  const say = (words) => { at("said").textContent = words; };

  /* Takes the wishes if they may be asked for; otherwise says why not. */
  const ask = (want) => {
    const wrong = fault(want);
    say(wrong);
    if (!wrong) {
      wishes = want;
      try { localStorage.setItem(key, JSON.stringify(wishes)); } catch { /* no draft, then */ }
    }
    show();
    return !wrong;
  };

  /* `id`: of what is made anew after each change, so that whoever is there stays there. */
  const levelChoice = (id, label, chosen, change, some) => {
    const select = make("select", { id, ariaLabel: label });
    if (!some) select.append(make("option", { value: "" }, "no wish"));
    for (const level of criteria.levels)
      select.append(make("option", { value: level.id }, level.name));
    select.value = chosen || (some ? criteria.levels[0].id : "");
    if (change) select.addEventListener("change", () => change(select.value));
    return select;
  };

  const changed = (kind, id, level) => {
    const want = structuredClone(wishes);
    delete want[kind][id];
    if (level) want[kind][id] = level;
    ask(want);
  };

  const showList = (kind) => {
    const rows = given[kind].map((thing) => {
      const isThere = isWork(everywhen, kind === "tasks" && thing.id, kind === "sites" && thing.id);
      return make("label", { className: "wish" }, make("span", {}, thing.name), isThere
        ? levelChoice(`${kind}-${thing.id}`, thing.name, wishes[kind][thing.id],
          (level) => changed(kind, thing.id, level))
        : make("small", {}, "no work for you this month"));
    });
    at(kind).replaceChildren(...rows);
  };

  const requestWords = (request) => {
    const when = request.date ? sessionWords(request)
      : `every ${days[request.weekday]} ${request.block}`;
    if (request.off) return `${when}: off (${request.level})`;
    const what = [request.task && nameOf(given.tasks, request.task),
      request.site && `at ${nameOf(given.sites, request.site)}`];
    return `${when}: ${what.filter(Boolean).join(" ")} (${request.level})`;
  };

  const drop = (index) => {
    const want = structuredClone(wishes);
    want.requests.splice(index, 1);
    ask(want);
  };

  const showAsked = () => {
    const rows = wishes.requests.map((request, index) => make("li", {}, `${requestWords(request)} `,
      make("button", { type: "button", id: `drop-${index}`, onclick: () => drop(index),
        ariaLabel: `Remove ${requestWords(request)}` }, "Remove")));
    at("asked").replaceChildren(rows.length ? make("ul", {}, ...rows)
      : make("p", {}, "Nothing yet."));
  };

  const choices = (list, none) => {
    const select = make("select", {}, make("option", { value: "" }, none));
    for (const each of list) select.append(make("option", { value: each.id }, each.name));
    return select;
  };

  /* Asks what is wanted in a session. */
  const open = (session, day) => {
    const title = sessionWords({ ...session, date: day.date });
    const dialog = make("dialog", { ariaLabel: title });
    const why = make("p", { className: "why" });
    why.setAttribute("role", "alert");
    const off = make("input", { type: "checkbox" });
    const weekly = make("input", { type: "checkbox" });
    const task = choices(given.tasks, "any task");
    const site = choices(given.sites, "any place");
    const level = levelChoice("much", "How much", "", null, true);
    const field = (words, control) => make("label", { className: "wish" },
      make("span", {}, words), control);
    const take = () => {
      const request = { block: session.block, off: off.checked, level: level.value };
      if (weekly.checked) request.weekday = day.weekday;
      else request.date = day.date;
      if (!request.off && task.value) request.task = task.value;
      if (!request.off && site.value) request.site = site.value;
      if (!request.off && !task.value && !site.value) {
        why.textContent = "Choose to be off, or a task, or a place.";
        return;
      }
      const want = structuredClone(wishes);
      want.requests.push(request);
      if (ask(want)) dialog.close();
      else why.textContent = at("said").textContent;
    };
    dialog.append(make("h3", {}, title), field("To be off", off),
      field("A task", task), field("A place", site), field("How much", level),
      field(`Every ${days[day.weekday]} ${session.block} of the month`, weekly), why,
      make("p", {}, make("button", { type: "button", onclick: take }, "Ask for it"), " ",
        make("button", { type: "button", onclick: () => dialog.close() }, "Cancel")));
    /* Only what there is for the person then can be chosen. */
    const offer = (select, fits) => {
      for (const option of select.options) option.disabled = Boolean(option.value) && !fits(option.value);
      if (select.selectedOptions[0].disabled) select.value = "";
    };
    const offerWork = () => {
      const work = workIn({ block: session.block,
        ...(weekly.checked ? { weekday: day.weekday } : { date: day.date }) });
      offer(task, (value) => isWork(work, value));
      offer(site, (value) => isWork(work, task.value, value));
    };
    offerWork();
    task.addEventListener("change", offerWork);
    weekly.addEventListener("change", offerWork);
    /* To be off is asked for, never against. */
    off.addEventListener("change", () => {
      task.disabled = site.disabled = off.checked;
      for (const option of level.options)
        option.disabled = off.checked && criteria.levels[option.index].off === null;
      if (level.selectedOptions[0].disabled) level.selectedIndex = 0;
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
      say("");
      stay(idOf(session, day));
    });
    document.body.append(dialog);
    dialog.showModal();
  };

  const idOf = (session, day) => `session-${day.date}-${session.block}`;
  const sessionButton = (session, day) => {
    if (session.away) return make("span", { className: "standing" }, `${session.block}, leave`);
    const wanted = wishes.requests.some((request) =>
      speaksOf(request, { ...session, date: day.date, weekday: day.weekday }));
    return make("button", { type: "button", className: wanted ? "session wanted" : "session",
      id: idOf(session, day), value: `${day.date} ${session.block}`,
      ariaLabel: `${sessionWords({ ...session, date: day.date })}${wanted ? ", asked for" : ""}`,
      onclick: () => open(session, day) }, wanted ? `${session.block} \u2713` : session.block);
  };

  const showCalendar = () => {
    const last = Math.max(4, ...given.days.filter((day) => day.sessions.length)
      .map((day) => day.weekday));
    const head = make("tr", {}, ...days.slice(0, last + 1)
      .map((name) => make("th", { scope: "col" }, name.slice(0, 3))));
    const body = make("tbody", {});
    for (const week of new Set(given.days.map((day) => day.week))) {
      const row = make("tr", {});
      for (let weekday = 0; weekday <= last; weekday++) {
        const day = given.days.find((each) => each.week === week && each.weekday === weekday);
        const cell = make("td", { className: day ? "" : "off" });
        if (day) {
          cell.append(make("span", { className: "date" }, String(Number(day.date.slice(-2)))));
          if (day.holiday) cell.append(make("span", { className: "standing" }, "bank holiday"));
          cell.append(...day.sessions.map((session) => sessionButton(session, day)));
        }
        row.append(cell);
      }
      body.append(row);
    }
    at("calendar").replaceChildren(make("table", { className: "sessions" },
      make("thead", {}, head), body));
  };

  const showPeople = () => {
    const rows = Object.entries(wishes.people).map(([id, level]) =>
      make("label", { className: "wish" }, make("span", {}, nameOf(given.people, id)),
        levelChoice(`people-${id}`, nameOf(given.people, id), level,
          (next) => changed("people", id, next))));
    const others = choices(given.people.filter((each) => !wishes.people[each.id]), "choose");
    others.id = "colleague";
    others.addEventListener("change", () => {
      if (others.value) changed("people", others.value, criteria.levels[0].id);
    });
    at("people").replaceChildren(...rows, make("label", { className: "wish" },
      make("span", {}, "Add a colleague"), others));
  };

  const left = (most, used, one, many) =>
    most === null ? [] : [make("li", {}, make("b", {}, String(most - used)),
      ` more ${most - used === 1 ? one : many}`)];

  const showLeft = () => {
    at("when").textContent = timing();
    at("download").disabled = !isOpen();
    const cut = criteria.points !== null && points(wishes) > criteria.points;
    at("left").replaceChildren(
      ...left(criteria.requests, asked(wishes), "session to ask for", "sessions to ask for"),
      ...left(criteria.avoided_sites, avoided(wishes.sites), "place to avoid", "places to avoid"),
      ...left(criteria.avoided_tasks, avoided(wishes.tasks), "task to avoid", "tasks to avoid"),
      ...criteria.off.map((limit) => make("li", {}, make("b", {}, String(limit.most -
        sum(offs(wishes).map((request) => counts(request, limit.slots))))),
      ` more of ${limitWords(limit)} to be off`)),
      ...criteria.at_once.map((limit) => make("li", {}, make("b", {}, String(limit.most)),
        ` may be off at once on ${limitWords(limit)}: who asks first`)),
      ...(criteria.points === null ? [] : [make("li", {}, make("b", {}, String(points(wishes))),
        ` of ${criteria.points} points asked for${cut ? "; all will be cut in proportion" : ""}`)]));
  };

  /* Of requests that can be removed: the one after, or the last. */
  const stay = (id) => {
    const drops = id.startsWith("drop-") ? [...at("asked").querySelectorAll("button")] : [];
    const control = at(id) || drops.pop();
    if (control) control.focus();
  };

  const show = () => {
    const { id } = document.activeElement;
    showList("sites");
    showList("tasks");
    showCalendar();
    showAsked();
    showPeople();
    showLeft();
    at("text").textContent = text();
    if (id) stay(id);
  };

  at("download").addEventListener("click", () => {
    const file = new Blob([text()], { type: "application/yaml" });
    const link = make("a", { href: URL.createObjectURL(file),
      download: `${given.clinician.id}.yaml` });
    link.click();
    URL.revokeObjectURL(link.href);
  });
  at("clear").addEventListener("click", () => ask(nothing()));

  /* A draft of before, if it may still be asked for. */
  const isKnown = (draft) => ["sites", "tasks", "people"].every((kind) =>
    Object.entries(draft[kind]).every(([id, level]) => given[kind].some((each) => each.id === id) &&
      criteria.levels.some((each) => each.id === level))) &&
    draft.requests.every((each) => criteria.levels.some((level) => level.id === each.level));
  const recall = () => {
    const draft = { ...nothing(), ...JSON.parse(localStorage.getItem(key) || "{}") };
    const wrong = isKnown(draft) ? fault(draft) : "The service has changed since.";
    if (wrong) say(`What you asked for before can't be kept. ${wrong}`);
    else wishes = draft;
  };
  try { recall(); } catch { /* there is none, or it can't be read */ }
  show();
})();
