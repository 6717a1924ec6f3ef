"use strict";
// Files of preferences that `rota check` refuses, or of which it names a wish and leaves it out, by
// kind of slip; none of them can be made with the form. The form is shown each wish that its lists
// could hold, control by control; what else a file may say is not of the shape of what the form
// writes. node impossible.js ROTA SERVICE MONTH FORMS LEAST
const fs = require("fs");
const { launch, open, finish } = require("./browser");
const { givenOf, yamlOf, shapeOf, fill, check } = require("./filling");

const [rota, service, month, forms, least] = process.argv.slice(2);
const IN_TIME = "2026-12-05";

const nothing = { sites: {}, tasks: {}, people: {}, requests: [] };
const weekdayOf = (date) => (new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7;
const request = (date, block, more) => ({ date, block, weekday: weekdayOf(date), weekly: false,
  off: false, level: "like", ...more });
const asking = (...requests) => ({ ...nothing, requests });
const ids = (list) => list.map((each) => each.id);

// --- wishes, each put to the controls of the form: [kind, what check says, wishes] ----------------

const everything = { sites: ["hove", "hangleton", "remote", "goldstone", "west-hove"],
  tasks: ["clinic", "spine", "fcp", "drop-in", "duty", "support"] };

const wishesOf = (given) => {
  const sessions = given.days.flatMap((day) => day.sessions.map((session) =>
    ({ ...session, date: day.date, weekday: day.weekday })));
  const there = sessions.filter((session) => !session.away);
  const [{ date, block }] = there;
  const off = (session, more) => request(session.date, session.block, { off: true, ...more });
  const elsewhere = (list, own) => list.filter((id) => !ids(own).includes(id));
  const has = (session, task, site) => session.work.some(([one, place]) =>
    (!task || one === task) && (!site || place === site));
  const without = (task, site) => there.filter((session) => !has(session, task, site)).slice(0, 1);
  const mine = given.clinician.id;
  const avoided = (list, count) => Object.fromEntries(ids(list).slice(0, count)
    .map((id) => [id, "avoid"]));
  const closed = (day) => !there.some((session) => session.date === day);
  const weekly = [...new Map(sessions.map((session) =>
    [`${session.weekday} ${session.block}`, session])).values()];
  return [
    ...["hov", "home", "Hove", "goldstone-pcn"].map((id) =>
      ["an unknown place", /unknown site/, { ...nothing, sites: { [id]: "love" } }]),
    ...["clinc", "triage", "off"].map((id) =>
      ["an unknown task", /unknown task/, { ...nothing, tasks: { [id]: "love" } }]),
    ...["mya", "nobody"].map((id) =>
      ["an unknown colleague", /unknown clinician/, { ...nothing, people: { [id]: "love" } }]),
    ...["adore", "hate", "Love", "3"].flatMap((level) => [
      ["an unknown level", /expected one of love/, { ...nothing, sites: { remote: level } }],
      ["an unknown level", /expected one of love/, asking(request(date, block, { site: "remote", level }))]]),
    ["an unknown session", /unknown session/, asking(request(date, "eve", { off: true }))],
    ["an unknown place in a session", /unknown site/, asking(request(date, block, { site: "hov" }))],
    ["an unknown task in a session", /unknown task/, asking(request(date, block, { task: "fpc" }))],
    ...["2026-12-31", "2027-02-01", "2026-01-11"].map((day) =>
      ["a day of another month", /the date is not in/, asking(request(day, "am", { off: true }))]),
    ...["2027-01-01", "2027-01-02", "2027-01-03"].filter(closed).map((day) =>
      ["a closed day", /no session|closed|this is no wish/, asking(request(day, "am", { off: true }))]),
    ...given.days.filter((day) => weekdayOf(day.date) < 5 && !day.holiday && !day.sessions.length)
      .slice(0, 3).map((day) =>
        ["a day not theirs", /this is no wish/, asking(request(day.date, "am", { off: true }))]),
    ...given.days.filter((day) => weekdayOf(day.date) < 5 &&
      !sessions.some((session) => session.weekday === weekdayOf(day.date))).slice(0, 1).map((day) =>
      ["a weekday not theirs", /this is no wish/, asking(request(day.date, "am", { off: true, weekly: true }))]),
    ...sessions.filter((session) => session.away).slice(0, 3).map((session) =>
      ["a day of leave", /this is no wish/, asking(off(session))]),
    ...elsewhere(everything.sites, given.sites).flatMap((id) => [
      ["a place they are not sent to", /is never sent to/, { ...nothing, sites: { [id]: "love" } }],
      ["a place they are not sent to", /nothing comes of this/, asking(request(date, block, { site: id }))]]),
    ...elsewhere(everything.tasks, given.tasks).flatMap((id) => [
      ["a task they lack the skill for", /can't do/, { ...nothing, tasks: { [id]: "love" } }],
      ["a task they lack the skill for", /nothing comes of this/, asking(request(date, block, { task: id }))]]),
    ...[["clinic", "remote"], ["fcp", "hove"], ["duty", "goldstone"], ["support", "hove"]]
      .map(([task, site]) =>
        ["a task not done there", /is not done at/, asking(request(date, block, { task, site }))]),
    ...["hove", "goldstone", "west-hove", "hangleton"].flatMap((site) =>
      (ids(given.sites).includes(site) ? without("", site) : []).map((session) =>
        ["a place closed then", /nothing comes of this/,
          asking(request(session.date, session.block, { site }))])),
    ...ids(given.tasks).flatMap((task) => without(task, "").map((session) =>
      ["a task not asked for then", /nothing comes of this/,
        asking(request(session.date, session.block, { task }))])),
    ...["dislike", "avoid"].flatMap((level) => [
      ["off, and against it", /off is asked for at/, asking(off(there[0], { level }))],
      ["off, and against it", /off is asked for at/, asking(off(there[0], { level, weekly: true }))]]),
    ...[3, 4].filter((count) => given.sites.length >= count).map((count) =>
      ["more places to avoid than allowed", /site to avoid; the service allows 2/,
        { ...nothing, sites: avoided(given.sites, count) }]),
    ...[2, 3].map((count) =>
      ["more tasks to avoid than allowed", /task to avoid; the service allows 1/,
        { ...nothing, tasks: avoided(given.tasks, count) }]),
    ...[5, 6, 9].map((count) =>
      ["more sessions than allowed", /session request.*the service allows 4/,
        asking(...there.filter((session) => session.weekday !== 0).slice(0, count).map((each) => off(each)))]),
    ["more sessions than allowed, every week", /session request.*the service allows 4/,
      asking(...weekly.filter((session) => session.weekday !== 0).slice(0, 5)
        .map((session) => off(session, { weekly: true })))],
    ["off more often than a limit allows", /asks to be off in 2 of these sessions; the service allows 1/,
      asking(...there.filter((session) => session.weekday === 0).slice(0, 2).map((each) => off(each)))],
    ...ids(given.tasks.filter((task) => task.ways)).flatMap((task) => [
      ["a task that can't be avoided", /can't be asked to be avoided/,
        { ...nothing, tasks: { [task]: "avoid" } }],
      ...there.filter((session) => has(session, task)).slice(0, 1).map((session) =>
        ["a task that can't be avoided, in a session", /can't be asked to be avoided/,
          asking(request(session.date, session.block, { task, level: "avoid" }))]),
    ]),
    ...given.tasks.filter((task) => task.ways && task.ways.every(([, site]) => site === "remote"))
      .slice(0, 1).map(() => ["a task that can't be avoided, by its only place", /leaves no session and place/,
        { ...nothing, sites: { remote: "avoid" } }]),
    ["oneself as a colleague", /nobody is with or without themselves/,
      { ...nothing, people: { [mine]: "love" } }],
    ["a colleague who has left", /has left|left on|is not here|no longer/,
      { ...nothing, people: { gone: "love" } }],
    ["a colleague never met", /never at one place/, { ...nothing, people: { rita: "like" } }],
  ];
};

// Of a service that limits nothing: [kind, what check says, wishes].
const looseWishesOf = (given) => {
  const sessions = given.days.flatMap((day) => day.sessions.map((session) =>
    ({ ...session, date: day.date })));
  const weekly = [...new Map(sessions.filter((session) => !session.away).map((session) =>
    [`${weekdayOf(session.date)} ${session.block}`, session])).values()];
  const off = weekly.map((session) => request(session.date, session.block, { off: true, weekly: true }));
  return [
    ["off in every session", /would be off in every session/, asking(...off)],
    ["more requests than a file may hold", /session requests/,
      asking(...Array.from({ length: 501 }, () => off[0]))],
  ];
};

// --- files that the form has no control for: [kind, what check says, text] -------------------------

const filesOf = (given) => {
  const head = `clinician: ${given.clinician.id}\nmonth: ${given.month}\nsubmitted: ${IN_TIME}\n`;
  const other = given.people[0].id;
  const day = given.days.find((each) => each.sessions.some((session) => !session.away));
  const when = `${day.date} ${day.sessions[0].block}`;
  return [
    ["no file of wishes", /./, ""],
    ["a list in place of a mapping", /expected a mapping/, "- clinician\n"],
    ["a word in place of a mapping", /expected a mapping/, "love\n"],
    ["not YAML: a brace left open", /:\d+:\d+: /, `${head}locations: {remote: love\n`],
    ["not YAML: a tab", /:\d+:\d+: /, `${head}locations:\n\tremote: love\n`],
    ["not YAML: quotes left open", /:\d+:\d+: /, `${head}locations: {remote: "love}\n`],
    ["an anchor that isn't there", /:\d+:\d+: /, `${head}locations: *mine\n`],
    ["a key twice", /:\d+:\d+: /, `${head}locations: {remote: love}\nlocations: {remote: like}\n`],
    ["sent in another way", /expected a date/, head.replace(/submitted.*/, "submitted: 5.12.2026")],
    ["nobody's", /needs 'clinician'/, head.replace(/clinician.*\n/, "")],
    ["of no month", /needs 'month'/, head.replace(/month.*\n/, "")],
    ["somebody else's", /in a file that is named for/, head.replace(/clinician.*/, `clinician: ${other}`)],
    ["an unknown person's", /unknown clinician/, head.replace(/clinician.*/, "clinician: noone")],
    ["of another month", /but in the folder of/, head.replace(/month.*/, "month: 2027-02")],
    ["of what is no month", /but in the folder of/, head.replace(/month.*/, "month: January")],
    ["sent on no day", /expected a date/, head.replace(/submitted.*/, "submitted: yesterday")],
    ["a misspelt key", /unknown key/, `${head}locatoins: {remote: love}\n`],
    ["a key of the service", /unknown key/, `${head}criteria: {avoid: {sites: 9}}\n`],
    ["a key of somebody's", /unknown key/, `${head}works: {mon-fri: [am]}\n`],
    ["places as a list", /expected a mapping/, `${head}locations: [remote]\n`],
    ["tasks as a word", /expected a mapping/, `${head}tasks: duty\n`],
    ["people as a list", /expected a mapping/, `${head}people: [${other}]\n`],
    ["a level that is a list", /expected one of/, `${head}locations: {remote: [love, like]}\n`],
    ["sessions as a mapping", /expected a list/, `${head}sessions: {on: ${when}, want: off}\n`],
    ["a session as a word", /expected a mapping/, `${head}sessions: [off]\n`],
    ["a session without a when", /needs 'on' or 'every'/, `${head}sessions: [{want: off}]\n`],
    ["a session with two", /not both/, `${head}sessions: [{on: ${when}, every: mon am, want: off}]\n`],
    ["a session without a want", /needs 'want'/, `${head}sessions: [{on: ${when}}]\n`],
    ["a want of nothing", /expected off, or/, `${head}sessions: [{on: ${when}, want: {}}]\n`],
    ["a want of a word", /expected off, or/, `${head}sessions: [{on: ${when}, want: on}]\n`],
    ["a want with another key", /unknown key/, `${head}sessions: [{on: ${when}, want: {with: ${other}}}]\n`],
    ["a session with another key", /unknown key/, `${head}sessions: [{on: ${when}, want: off, why: tired}]\n`],
    ["no date", /expected a date/, `${head}sessions: [{on: tomorrow, want: off}]\n`],
    ["a date the other way round", /expected a date/, `${head}sessions: [{on: 11/01/2027, want: off}]\n`],
    ["a day there isn't", /expected a date/, `${head}sessions: [{on: 2027-01-32 am, want: off}]\n`],
    ["an unknown weekday", /unknown|expected/, `${head}sessions: [{every: mno am, want: off}]\n`],
    ["how much, of a number", /expected one of/, `${head}sessions: [{on: ${when}, want: off, how: 2}]\n`],
  ];
};

// --- each of them ------------------------------------------------------------------------------------

const faults = [];
let refused = 0;

const expectRefused = (kind, says, path, text) => {
  const { said, isTaken } = check(rota, service, path, text);
  if (isTaken || !says.test(said)) faults.push(`${kind}: check does not say ${says}:\n${text}${said}`);
  else refused++;
};

const tryForm = async (browser, name) => {
  const page = await open(browser, `${forms}/${name}`, faults);
  const given = await givenOf(page), shape = shapeOf(given);
  const path = `${service}/${month}/preferences/${given.clinician.id}.yaml`;
  const isLoose = given.criteria.requests === null;
  for (const [kind, says, want] of isLoose ? looseWishesOf(given) : wishesOf(given)) {
    const whole = yamlOf(given, want, IN_TIME);
    expectRefused(kind, says, path, whole);
    const { text, hindered } = await fill(page, want);
    const made = text.replace(/submitted: .*/, `submitted: ${IN_TIME}`);
    if (made === whole || hindered.length === 0) faults.push(`${kind}: the form makes it:\n${made}`);
    if (!check(rota, service, path, made).isTaken)
      faults.push(`${kind}: check refuses what the form makes instead:\n${made}`);
    if (!shape.test(made)) faults.push(`${kind}: the form makes what is not of its shape:\n${made}`);
  }
  for (const [kind, says, text] of isLoose ? [] : filesOf(given)) {
    expectRefused(kind, says, path, text);
    if (shape.test(text)) faults.push(`${kind}: it is of the form's shape`);
  }
  fs.rmSync(path);
  const typed = await page.$$eval("input:not([type=checkbox]), textarea, [contenteditable]",
    (controls) => controls.length);
  if (typed) faults.push(`${name}: something can be typed`);
  await page.close();
};

// What the form says of its time, and whether a file can be had, on a day by the browser's clock.
const expectOn = async (browser, name, day, says, isOpen) => {
  const page = await open(browser, `${forms}/${name}`, faults, day);
  const { said, can } = await page.evaluate(() => ({ said: document.getElementById("when").textContent,
    can: !document.getElementById("download").disabled }));
  if (!says.test(said) || can !== isOpen) faults.push(`on ${day} the form says '${said}'; open: ${can}`);
  await page.close();
};

const main = async () => {
  const browser = await launch();
  for (const name of fs.readdirSync(forms)) {
    await tryForm(browser, name);
    await expectOn(browser, name, "2026-11-30", /can be sent from Tue 1 Dec on/, false);
    await expectOn(browser, name, "2026-12-01", /^$/, true);
    await expectOn(browser, name, "2026-12-10", /^$/, true);
    await expectOn(browser, name, "2026-12-11", /closed on Thu 10 Dec.*counts for 50%/, true);
  }
  await browser.close();
  console.log(`${refused} files were refused, and none can be made`);
  if (refused < Number(least)) faults.push(`only ${refused} files`);
  finish(faults);
};

main().catch((error) => {
  console.log(error);
  process.exitCode = 1;
});
