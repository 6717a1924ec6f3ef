"use strict";
// The form against `rota check`: whatever a person fills in at random is accepted, and what
// check refuses can't be made. node form.js ROTA SERVICE MONTH FORMS SEED COUNT
const { execFileSync } = require("child_process");
const fs = require("fs");
const { launch, open, barriers, finish } = require("./browser");

const [rota, service, month, forms, seed, count] = process.argv.slice(2);

// A small generator of numbers, so that what fails can be run again.
let state = Number(seed) * 2654435761 % 4294967296;
const below = (n) => {
  state = (state * 1664525 + 1013904223) % 4294967296;
  return Math.floor(state / 4294967296 * n);
};
const one = (list) => list[below(list.length)];

const levels = ["love", "like", "dislike", "avoid", "avoid"];
const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

const someWishes = (things, most) => {
  const wishes = {};
  for (let i = below(most + 1); i > 0 && things.length; i--) wishes[one(things).id] = one(levels);
  return wishes;
};

const someRequest = (given) => {
  const day = one(given.days.filter((each) => each.sessions.some((session) => !session.away)));
  const session = one(day.sessions.filter((each) => !each.away));
  const request = { block: session.block, date: day.date, weekday: day.weekday,
    weekly: below(4) === 0, off: below(2) === 0 };
  request.level = request.off ? one(["love", "like"]) : one(levels);
  if (!request.off && below(3) > 0) request.task = one(given.tasks).id;
  if (!request.off && (!request.task || below(2))) request.site = one(given.sites).id;
  return request;
};

const someSet = (given) => ({
  sites: someWishes(given.sites, 4),
  tasks: someWishes(given.tasks, 3),
  people: someWishes(given.people, 2),
  requests: Array.from({ length: below(below(8) ? 5 : 40) }, () => someRequest(given)),
});

// As one would write it by hand, from docs/format.md.
const yamlOf = (given, want, submitted) => {
  const map = (wishes) =>
    `{${Object.entries(wishes).map(([id, level]) => `${id}: ${level}`).join(", ")}}`;
  let text = `clinician: ${given.clinician.id}\nmonth: ${given.month}\nsubmitted: ${submitted}\n`;
  if (Object.keys(want.sites).length) text += `locations: ${map(want.sites)}\n`;
  if (Object.keys(want.tasks).length) text += `tasks: ${map(want.tasks)}\n`;
  if (want.requests.length) text += "sessions:\n";
  for (const each of want.requests) {
    const when = each.weekly ? `every: ${weekdays[each.weekday]} ${each.block}`
      : `on: ${each.date} ${each.block}`;
    const what = each.off ? "off"
      : `{${[each.task && `task: ${each.task}`, each.site && `at: ${each.site}`]
        .filter(Boolean).join(", ")}}`;
    text += `  - {${when}, want: ${what}, how: ${each.level}}\n`;
  }
  if (Object.keys(want.people).length) text += `people: ${map(want.people)}\n`;
  return text;
};

// Fills the form in as a person does: by its controls alone.
const fill = (page, want) => page.evaluate((wanted) => {
  const choose = (select, value) => {
    select.value = value;
    select.dispatchEvent(new Event("change"));
  };
  const named = (id) => JSON.parse(document.getElementById("given").textContent)[id];
  document.getElementById("clear").click();
  for (const kind of ["sites", "tasks"])
    for (const [id, level] of Object.entries(wanted[kind])) {
      const index = named(kind).findIndex((each) => each.id === id);
      choose(document.querySelectorAll(`#${kind} select`)[index], level);
    }
  for (const [id, level] of Object.entries(wanted.people)) {
    choose(document.querySelector("#people label:last-child select"), id);
    const { name } = named("people").find((each) => each.id === id);
    choose([...document.querySelectorAll("#people select")]
      .filter((select) => select.ariaLabel === name).pop(), level);
  }
  for (const request of wanted.requests) {
    [...document.querySelectorAll("#calendar button")].find((button) =>
      button.ariaLabel.replace(", asked for", "") === `${request.date} ${request.block}`).click();
    const dialog = [...document.querySelectorAll("dialog")].pop();
    const [off, weekly] = dialog.querySelectorAll("input");
    const [task, site, level] = dialog.querySelectorAll("select");
    if (request.off) off.click();
    if (request.weekly) weekly.click();
    if (request.task) choose(task, request.task);
    if (request.site) choose(site, request.site);
    choose(level, request.level);
    dialog.querySelector("button").click();
  }
  return document.getElementById("text").textContent;
}, want);

// Does `rota check` take all of it?
const isAccepted = (path, text) => {
  fs.writeFileSync(path, text);
  try {
    execFileSync(rota, ["check", service], { stdio: ["ignore", "pipe", "pipe"] });
    return true;
  } catch (error) {
    if (error.status !== 2) throw error;
    return false;
  }
};

const main = async () => {
  const faults = [];
  const browser = await launch();
  let accepted = 0;
  for (const name of fs.readdirSync(forms)) {
    const page = await open(browser, `${forms}/${name}`, faults);
    const given = await page.evaluate(() =>
      JSON.parse(document.getElementById("given").textContent));
    const path = `${service}/${month}/preferences/${given.clinician.id}.yaml`;
    faults.push(...await barriers(page));
    for (let i = 0; i < Number(count); i++) {
      const want = someSet(given);
      const made = await fill(page, want);
      const submitted = /submitted: (.*)/.exec(made)[1];
      const inTime = `${month.slice(0, 4) - 1}-12-05`;
      const whole = yamlOf(given, want, submitted);
      const takes = isAccepted(path, whole.replace(submitted, inTime));
      if (takes !== (made === whole))
        faults.push(`${name}: check ${takes ? "takes" : "refuses"} this, the form does not:\n` +
          `${whole}the form makes:\n${made}`);
      if (!takes && !isAccepted(path, made.replace(submitted, inTime)))
        faults.push(`${name}: check refuses what the form makes:\n${made}`);
      accepted += takes;
    }
    fs.rmSync(path);
    await page.close();
  }
  await browser.close();
  console.log(`${accepted} sets of wishes were accepted`);
  finish(faults);
};

main().catch((error) => {
  console.log(error);
  process.exitCode = 1;
});
