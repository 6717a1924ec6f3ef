"use strict";
// The form as a person fills it in, by its controls alone; the same as one would write it by hand;
// and what `rota check` says of that.
const { spawnSync } = require("child_process");
const fs = require("fs");

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

exports.givenOf = (page) => page.evaluate(() =>
  JSON.parse(document.getElementById("given").textContent));

// What is wanted: {sites, tasks, people: {id: level}, requests: [{date, weekday, block, weekly, off,
// task, site, level}]}; from docs/format.md.
exports.yamlOf = (given, want, submitted) => {
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

// All that the form can ever write, with words of its own lists alone.
exports.shapeOf = (given) => {
  const one = (list) => `(?:${list.join("|")})`;
  const ids = (list) => one(list.map((each) => each.id));
  const level = ids(given.criteria.levels);
  const map = (list) => `\\{${ids(list)}: ${level}(?:, ${ids(list)}: ${level})*\\}\n`;
  const blocks = one(given.days.flatMap((day) => day.sessions.map((session) => session.block)));
  const dates = one(given.days.filter((day) => day.sessions.length).map((day) => day.date));
  const want = `(?:off|\\{task: ${ids(given.tasks)}(?:, at: ${ids(given.sites)})?\\}|` +
    `\\{at: ${ids(given.sites)}\\})`;
  const request = `  - \\{(?:on: ${dates}|every: ${one(weekdays)}) ${blocks}, ` +
    `want: ${want}, how: ${level}\\}\n`;
  return new RegExp(`^clinician: ${given.clinician.id}\nmonth: ${given.month}\n` +
    `submitted: \\d{4}-\\d\\d-\\d\\d\n(?:locations: ${map(given.sites)})?` +
    `(?:tasks: ${map(given.tasks)})?(?:sessions:\n(?:${request})+)?` +
    `(?:people: ${map(given.people)})?$`);
};

// The text that the form then has, and what hindered: a control that isn't there or can't be used,
// or what the form said.
exports.fill = (page, want) => page.evaluate((wanted) => {
  const hindered = [];
  const given = JSON.parse(document.getElementById("given").textContent);
  const listen = () => {
    if (document.getElementById("said").textContent)
      hindered.push(document.getElementById("said").textContent);
  };
  const choose = (select, value) => {
    const option = select && [...select.options].find((each) => each.value === value);
    if (!option || option.disabled || select.disabled) {
      hindered.push(`${value} can't be chosen`);
      return false;
    }
    select.value = value;
    select.dispatchEvent(new Event("change"));
    return true;
  };
  const selectOf = (kind, id) => {
    const label = document.querySelectorAll(`#${kind} label`)[
      given[kind].findIndex((each) => each.id === id)];
    return label && label.querySelector("select");
  };
  document.getElementById("clear").click();
  for (const kind of ["sites", "tasks"])
    for (const [id, level] of Object.entries(wanted[kind]))
      if (choose(selectOf(kind, id), level)) listen();
  for (const [id, level] of Object.entries(wanted.people)) {
    const { name } = given.people.find((each) => each.id === id) || {};
    if (!choose(document.querySelector("#people label:last-child select"), id)) continue;
    if (choose([...document.querySelectorAll("#people select")]
      .filter((select) => select.ariaLabel === name).pop(), level)) listen();
  }
  for (const request of wanted.requests) {
    const button = [...document.querySelectorAll("#calendar button")].find((each) =>
      each.value === `${request.date} ${request.block}`);
    if (!button) {
      hindered.push(`no session to choose on ${request.date} ${request.block}`);
      continue;
    }
    button.click();
    const dialog = [...document.querySelectorAll("dialog")].pop();
    const [off, weekly] = dialog.querySelectorAll("input");
    const [task, site, level] = dialog.querySelectorAll("select");
    const [ask, cancel] = dialog.querySelectorAll("button");
    if (request.weekly) weekly.click();
    if (request.off) off.click();
    if ((!request.task || choose(task, request.task)) && (!request.site || choose(site, request.site)) &&
        choose(level, request.level)) {
      ask.click();
      if (dialog.open) {
        hindered.push(dialog.querySelector(".why").textContent);
        cancel.click();
      }
    } else cancel.click();
  }
  return { text: document.getElementById("text").textContent, hindered };
}, want);

// What check says of the file, and whether it takes all of it: a wish of which nothing can come is
// named and left out.
exports.check = (rota, service, path, text) => {
  fs.writeFileSync(path, text);
  const { status, stdout, stderr } = spawnSync(rota, ["check", service], { encoding: "utf8" });
  if (status !== 0 && status !== 2) throw new Error(`check ended with ${status}: ${stderr}`);
  const said = stdout + stderr;
  const isNothing = /nothing comes of this|this is no wish|is never sent to|can't do '/.test(said);
  return { said, status, isTaken: status === 0 && !isNothing };
};
