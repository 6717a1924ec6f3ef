"use strict";
// Reads calendars with a parser that is not ours nor libical: each line of rota.csv is an
// event of its person's, at the time by London's clock. node calendars.js FOLDER CSV
const fs = require("fs");
const ICAL = require("ical.js");

const [folder, csv] = process.argv.slice(2);

const eventsOf = (path) => {
  const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(path, "utf8")));
  return calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
};

// When it is in London, by the machine's own table of zones.
const inLondon = (time) => new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/London",
  dateStyle: "short", timeStyle: "short" }).format(time.toJSDate());

const faults = [];
const rows = fs.readFileSync(csv, "utf8").trim().split("\n").slice(1).map((row) => row.split(","));
const people = new Set(rows.map((row) => row[4]));
const events = {};
for (const person of people) events[person] = eventsOf(`${folder}/person-${person}.ics`);

for (const [date, , from, to, person] of rows) {
  const found = events[person].filter((event) => inLondon(event.startDate) === `${date} ${from}` &&
    inLondon(event.endDate) === `${date} ${to}`);
  if (found.length !== 1) faults.push(`${person} has ${found.length} events on ${date} ${from}`);
}
const all = Object.values(events).flat();
const sessions = new Set(rows.map((row) => [row[0], row[1], row[4]].join()));
if (all.length !== sessions.size) faults.push(`${all.length} events of ${sessions.size} sessions`);
if (new Set(all.map((event) => event.uid)).size !== all.length) faults.push("a UID is there twice");
for (const fault of faults) console.log(fault);
process.exitCode = faults.length ? 1 : 0;
