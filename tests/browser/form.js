"use strict";
// The form against `rota check`: whatever a person fills in at random is accepted, and what
// check refuses can't be made. node form.js ROTA SERVICE MONTH FORMS SEED COUNT
const fs = require("fs");
const { launch, open, barriers, finish } = require("./browser");
const { givenOf, yamlOf, shapeOf, fill, check } = require("./filling");

const [rota, service, month, forms, seed, count] = process.argv.slice(2);

// A small generator of numbers, so that what fails can be run again.
let state = Number(seed) * 2654435761 % 4294967296;
const below = (n) => {
  state = (state * 1664525 + 1013904223) % 4294967296;
  return Math.floor(state / 4294967296 * n);
};
const one = (list) => list[below(list.length)];

const levels = ["love", "like", "dislike", "avoid", "avoid"];

const someWishes = (things, most) => {
  const wishes = {};
  for (let i = below(most + 1); i > 0 && things.length; i--) wishes[one(things).id] = one(levels);
  return wishes;
};

// Mostly for work that there is in the session.
const someWork = (given, session) => {
  const [task, site] = below(8) && session.work.length ? one(session.work)
    : [one(given.tasks).id, one(given.sites).id];
  return one([{ task, site }, { task }, { site }]);
};

const someRequest = (given) => {
  const day = one(given.days.filter((each) => each.sessions.some((session) => !session.away)));
  const session = one(day.sessions.filter((each) => !each.away));
  const request = { block: session.block, date: day.date, weekday: day.weekday,
    weekly: below(4) === 0, off: below(2) === 0 };
  request.level = request.off ? one(["love", "like"]) : one(levels);
  return request.off ? request : { ...request, ...someWork(given, session) };
};

const someSet = (given) => ({
  sites: someWishes(given.sites, 4),
  tasks: someWishes(given.tasks, 3),
  people: someWishes(given.people, 2),
  requests: Array.from({ length: below(below(8) ? 5 : 40) }, () => someRequest(given)),
});

const main = async () => {
  const faults = [];
  const browser = await launch();
  let accepted = 0;
  for (const name of fs.readdirSync(forms)) {
    const page = await open(browser, `${forms}/${name}`, faults);
    const given = await givenOf(page), shape = shapeOf(given);
    const path = `${service}/${month}/preferences/${given.clinician.id}.yaml`;
    const inTime = `${month.slice(0, 4) - 1}-12-05`;
    faults.push(...await barriers(page));
    for (let i = 0; i < Number(count); i++) {
      const want = someSet(given);
      const { text } = await fill(page, want);
      const made = text.replace(/submitted: .*/, `submitted: ${inTime}`);
      const whole = yamlOf(given, want, inTime);
      const { isTaken, said } = check(rota, service, path, whole);
      if (isTaken !== (made === whole))
        faults.push(`${name}: check ${isTaken ? "takes" : "refuses"} this, the form does not:\n` +
          `${whole}${said}the form makes:\n${made}`);
      if (!isTaken && !check(rota, service, path, made).isTaken)
        faults.push(`${name}: check refuses what the form makes:\n${made}`);
      if (!shape.test(made)) faults.push(`${name}: the form makes what is not of its shape:\n${made}`);
      accepted += isTaken;
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
