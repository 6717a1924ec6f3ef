"use strict";
// Reads calendars with a parser that is not ours nor libical: each line of rota.csv is an
// event of its person's, at the time by London's clock; each of an EARLIER that is no more is
// cancelled. node calendars.js FOLDER CSV [EARLIER]
const fs = require("fs");
const ICAL = require("ical.js");

const [folder, csv, earlier] = process.argv.slice(2);

const eventsOf = (path) => {
  const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(path, "utf8")));
  return calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
};

// When it is in London, by the machine's own table of zones.
const inLondon = (time) => new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/London",
  dateStyle: "short", timeStyle: "short" }).format(time.toJSDate());

const statusOf = (event) => event.component.getFirstPropertyValue("status");
const rowsOf = (path) =>
  fs.readFileSync(path, "utf8").trim().split("\n").slice(1).map((row) => row.split(","));

const faults = [];
const rows = rowsOf(csv), before = earlier ? rowsOf(earlier) : [];
const people = new Set([...rows, ...before].map((row) => row[4]));
const events = {};
for (const person of people) events[person] = eventsOf(`${folder}/person-${person}.ics`);

for (const [date, , from, to, person] of rows) {
  const found = events[person].filter((event) => inLondon(event.startDate) === `${date} ${from}` &&
    inLondon(event.endDate) === `${date} ${to}` && statusOf(event) === "CONFIRMED");
  if (found.length !== 1) faults.push(`${person} has ${found.length} events on ${date} ${from}`);
}
const all = Object.values(events).flat();
const sessions = new Set(rows.map((row) => [row[0], row[1], row[4]].join()));
const gone = new Set(before.map((row) => [row[0], row[1], row[4]].join())
  .filter((session) => !sessions.has(session)));
const cancelled = all.filter((event) => statusOf(event) === "CANCELLED");
if (all.length - cancelled.length !== sessions.size)
  faults.push(`${all.length - cancelled.length} events of ${sessions.size} sessions`);
if (earlier && (gone.size === 0 || cancelled.length !== gone.size))
  faults.push(`${cancelled.length} events are cancelled, of ${gone.size} sessions that are gone`);
if (cancelled.some((event) => event.sequence < 1)) faults.push("cancelled under the same number");
if (new Set(all.map((event) => event.uid)).size !== all.length) faults.push("a UID is there twice");
for (const fault of faults) console.log(fault);
process.exitCode = faults.length ? 1 : 0;
