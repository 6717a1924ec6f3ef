"use strict";
// A rota's page in a browser: filters, the keyboard, what is said of today, barriers, and print, in
// which nothing is clipped or lost, on sheets of each size.
// node pages.js PAGE [PDF WIDTH_INCHES HEIGHT_INCHES]...
const { execFileSync } = require("child_process");
const { launch, open, barriers, finish } = require("./browser");

const [path, ...printed] = process.argv.slice(2);
const papers = [];
for (let i = 0; i < printed.length; i += 3)
  papers.push({ pdf: printed[i], width: printed[i + 1], height: printed[i + 2] });

const counts = (page) => page.evaluate(() => ({
  all: document.querySelectorAll("#people .item").length,
  dim: document.querySelectorAll("#people .item.dim").length,
  rows: [...document.querySelectorAll("#people .rota tbody tr")].filter((row) =>
    row.offsetParent !== null).length,
  weeks: [...document.querySelectorAll("#people .week")].filter((week) =>
    week.offsetParent !== null).length,
  lines: [...document.querySelectorAll(".heat tbody tr, #fcp tbody tr")].filter((row) =>
    row.offsetParent !== null).length,
}));

const choose = (page, filter, index) => page.evaluate((name, at) => {
  const select = document.querySelector(`[data-filter=${name}]`);
  select.selectedIndex = at;
  select.dispatchEvent(new Event("change", { bubbles: true }));
}, filter, index);

// Each filter takes something away, and "Show all" brings it back.
const tryFilters = async (page, faults) => {
  const before = await counts(page);
  if (before.all === 0 || before.dim > 0) faults.push("nothing is shown, or some is dim, at first");
  for (const filter of ["week", "person", "site", "pcn", "task"]) {
    await choose(page, filter, 1);
    const after = await counts(page);
    const fewer = filter === "week" ? after.weeks < before.weeks
      : after.dim > 0 && after.rows <= before.rows;
    if (!fewer) faults.push(`the filter by ${filter} changes nothing`);
    if (["site", "pcn", "task"].includes(filter) !== after.lines < before.lines)
      faults.push(`the filter by ${filter} leaves ${after.lines} of ${before.lines} lines of cover`);
    await page.click(".filters button[type=reset]");
    await new Promise((done) => { setTimeout(done, 50); });
    if (JSON.stringify(await counts(page)) !== JSON.stringify(before))
      faults.push(`after the filter by ${filter}, not all comes back`);
  }
};

// Each gap that is listed also stands where it is, by site or on duty, and is found by its filters.
const tryGaps = async (page, faults) => {
  faults.push(...await page.evaluate(() => {
    const all = (selector) => [...document.querySelectorAll(selector)];
    const marks = all(":is(#sites, #duty) .missing");
    return all("#gaps tbody tr").filter((row) => !marks.some((mark) =>
      mark.dataset.t === row.dataset.t && mark.dataset.s === row.dataset.s))
      .map((row) => `where it is, nothing says: ${row.cells[0].textContent}, ${row.cells[1].textContent}`);
  }));
};

// With no mouse: into the table, along it, and what makes a cell so.
const tryKeyboard = async (page, faults) => {
  await page.evaluate(() => document.querySelector("#people td").focus());
  for (let i = 0; i < 40; i++) {
    if (await page.evaluate(() => Boolean(document.activeElement.querySelector(".item")))) break;
    await page.keyboard.press(i % 8 === 7 ? "ArrowDown" : "ArrowRight");
  }
  await page.keyboard.press("Enter");
  const said = await page.evaluate(() => document.querySelector("#detail:not([hidden])")?.innerText);
  if (!said || !said.includes(" at ")) faults.push("Enter on a cell tells nothing");
  await page.keyboard.press("Escape");
  if (await page.evaluate(() => !document.getElementById("detail").hidden))
    faults.push("Escape leaves what was told open");
};

// The form with no mouse: whoever changes something is still there after it; a session that can't
// be asked for says why where one is, and leads back to the session.
const tryForm = async (page, faults) => {
  const here = () => page.evaluate(() => document.activeElement.id);
  const expectHere = async (id, when) => {
    if (await here() !== id) faults.push(`${when} one is at '${await here()}', not at '${id}'`);
  };
  const choose = async (id) => {
    await page.focus(`#${id}`);
    await page.keyboard.press("ArrowDown");
    await expectHere(id, "after a choice");
  };
  const wish = await page.$eval("#sites select", (select) => select.id);
  await choose(wish);
  if (!await page.$eval(`#${wish}`, (select) => select.value)) faults.push("no wish was chosen");
  await choose("colleague");
  const session = await page.$eval("#calendar button", (button) => button.id);
  await page.focus(`#${session}`);
  await page.keyboard.press("Enter");
  await page.evaluate(() => document.querySelector("dialog button").focus());
  await page.keyboard.press("Enter");
  const why = await page.$eval("dialog[open] .why", (text) => text.textContent).catch(() => "");
  if (!why.startsWith("Choose")) faults.push(`nothing asked for: the form says '${why}'`);
  await page.keyboard.press("Escape");
  await new Promise((done) => { setTimeout(done, 50); });
  await expectHere(session, "after the dialog");
  await page.evaluate(() => document.getElementById("clear").click());
};

// What a screen reader goes by: one first heading and no level left out below it, whose cells the head
// of a table is of, what each table and drawing is called, and where the content begins.
const tryOutline = async (page, faults) => {
  faults.push(...await page.evaluate(() => {
    const all = (selector) => [...document.querySelectorAll(selector)];
    const levels = all("h1, h2, h3, h4, h5, h6").map((head) => Number(head.localName[1]));
    return [
      ...(levels[0] === 1 && levels.lastIndexOf(1) === 0 ? [] : ["there is not one first heading"]),
      ...levels.slice(1).filter((level, index) => level > levels[index] + 1)
        .map((level) => `a heading of level ${level} leaves one out`),
      ...all("th:not([scope])").map((head) => `'${head.textContent}' heads nothing`),
      ...all("table").filter((table) => !table.caption &&
        !table.closest("[aria-label], [aria-labelledby]")).map(() => "a table has no name"),
      ...all("svg").filter((drawing) => !drawing.hasAttribute("aria-label"))
        .map(() => "a drawing has no name"),
      ...(all("main#main").length === 1 && all(".skip[href='#main']").length === 1 ? []
        : ["nothing leads to the content"]),
    ].slice(0, 8);
  }));
};

// Nothing may be wider than the page on a phone but what scrolls by itself, and shows by its edge that
// it does; no words may stand out of sight beside what is read first, and no bank holiday be left out.
const tryPhone = async (page, faults) => {
  await page.setViewport({ width: 390, height: 844 });
  const { wide, unseen, untold, holidays } = await page.evaluate(() => {
    const all = (selector) => [...document.querySelectorAll(selector)];
    return {
      wide: document.documentElement.scrollWidth,
      unseen: all("td.text, td.word, :is(#gaps, #meetings, #fcp) td, caption").filter((cell) =>
        cell.getBoundingClientRect().right > 390).map((cell) => cell.innerText),
      untold: all(".scroll, .wide").filter((each) => each.scrollWidth > each.clientWidth &&
        !getComputedStyle(each).backgroundAttachment.includes("local")).map((each) => each.ariaLabel),
      holidays: all(".calendar td").filter((cell) => cell.textContent.includes("bank holiday") &&
        !cell.checkVisibility()).map((cell) => cell.dataset.date),
    };
  });
  if (wide > 390) faults.push(`on a phone the page is ${wide} wide`);
  if (unseen.length) faults.push(`on a phone is out of sight: ${unseen[0]}`);
  if (untold.length) faults.push(`on a phone nothing shows that there is more of: ${untold[0]}`);
  if (holidays.length) faults.push(`on a phone the bank holiday of ${holidays[0]} is left out`);
  faults.push(...(await barriers(page)).map((barrier) => `on a phone: ${barrier}`));
  await page.setViewport({ width: 1440, height: 900 });
};

// What a table says adds up, and none has a column that says nothing.
const tryFigures = async (page, faults) => {
  faults.push(...await page.evaluate(() => {
    const rows = [...document.querySelectorAll("#fcp tbody tr")].map((row) =>
      [...row.querySelectorAll(".number")].map((cell) => Number.parseInt(cell.textContent, 10)));
    const empty = [...document.querySelectorAll("table:not(:has(.badge))")].flatMap((table) =>
      [...table.tHead.rows].flatMap((head) => [...head.cells]).filter((head) => {
        const cells = [...table.tBodies[0].rows].map((row) => row.cells[head.cellIndex]);
        return cells.length > 1 && cells.every((cell) => cell?.textContent === "-");
      }).map((head) => `the column '${head.textContent}' says nothing`));
    return [
      ...rows.filter(([sessions, ...by]) => sessions !== by[0] + by[1] + by[2])
        .map((row) => `sessions of a PCN don't add up: ${row}`),
      ...empty,
    ];
  }));
};

// Of a list in columns what belongs to a name stands beside it.
// On screens no table but a month's of many sessions scrolls sideways, and no cell breaks a word.
const tryScreens = async (page, faults) => {
  for (const width of [1440, 1024, 390]) {
    await page.setViewport({ width, height: 900 });
    const { broken, hidden, below } = await page.evaluate(() => {
      const isBroken = (text, at, word) => {
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + word.length);
        return new Set([...range.getClientRects()].map((each) => Math.round(each.top))).size > 1;
      };
      const wordsOf = (item) => {
        const walker = document.createTreeWalker(item, NodeFilter.SHOW_TEXT), found = [];
        while (walker.nextNode())
          for (const each of walker.currentNode.data.matchAll(/[\p{L}\p{N}]+/gu))
            found.push([walker.currentNode, each.index, each[0]]);
        return found;
      };
      return {
        broken: [...document.querySelectorAll(".rota .item")].flatMap(wordsOf)
          .filter((word) => isBroken(...word)).map(([, , word]) => word),
        hidden: [...document.querySelectorAll(".scroll")].filter((each) =>
          each.checkVisibility() && each.scrollWidth > each.clientWidth).map((each) => each.ariaLabel),
        below: [...document.querySelectorAll(".columns li")].filter((each) =>
          each.lastElementChild.getBoundingClientRect().top >
          each.firstElementChild.getBoundingClientRect().bottom - 4).map((each) => each.innerText),
      };
    });
    if (broken.length) faults.push(`at ${width} is broken: ${[...new Set(broken)].join(" ")}`);
    if (width > 1000 && below.length) faults.push(`at ${width} stands below its name: ${below[0]}`);
    if (width > 1000 && hidden.length) faults.push(`at ${width} scrolls: ${hidden.join("; ")}`);
    const letters = await page.evaluate(() => Math.min(99, ...[...document.querySelectorAll(
      ".calendar :is(time, .item)")].map((each) => Number.parseFloat(getComputedStyle(each).fontSize))));
    if (letters < 10) faults.push(`at ${width} a calendar's letters are ${letters} pixels high`);
  }
  await page.setViewport({ width: 1440, height: 900 });
};

// On paper nothing is wider than the sheet, and no cell hides a part of its text; figures stand above
// each other, near what they are of; on A3 letters are larger.
const tryPaper = async (page, faults, width) => {
  const margins = 0.75;
  const sheet = Math.round((Number(width) - margins) * 96);
  await page.emulateMediaType("print");
  await page.setViewport({ width: sheet, height: 900 });
  const found = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    hidden: [...document.querySelectorAll(".item, .item b, .figures td")].filter((cell) =>
      cell.scrollWidth > cell.clientWidth + 1 && getComputedStyle(cell).overflowX !== "visible").length,
  }));
  if (found.wide > sheet + 1) faults.push(`in print it is ${found.wide} wide, of ${sheet}`);
  if (found.hidden) faults.push(`in print ${found.hidden} cells hide a part of their text`);
  faults.push(...await page.evaluate((wide) => {
    const endOf = (cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell.firstChild);
      return range.getBoundingClientRect().right;
    };
    const tables = [...document.querySelectorAll("main table:not(.rota, .heat)")].filter((table) =>
      table.checkVisibility());
    const apart = tables.filter((table) => table.querySelector(".badge")).filter((table) =>
      [...table.tHead.rows[0].cells].some((head) => {
        const ends = [...table.tBodies[0].rows].map((row) => row.cells[head.cellIndex])
          .filter((cell) => cell?.localName === "td").map(endOf);
        return Math.max(...ends) - Math.min(...ends) > 1;
      }));
    const stretched = tables.filter((table) => table.rows[0].cells.length < 4 &&
      table.offsetWidth > wide / 2 && ![...table.querySelectorAll("td")].some((cell) =>
        !cell.matches(".number")));
    const small = tables.filter((table) => wide > 1300 && table.querySelector("td") &&
      Number.parseFloat(getComputedStyle(table.querySelector("td")).fontSize) < 12);
    const name = (table) => table.closest("[aria-label]")?.ariaLabel;
    return [
      ...apart.map((table) => `in print figures are not aligned: ${name(table)}`),
      ...stretched.map((table) => `in print figures stand far from what they are of: ${name(table)}`),
      ...small.map((table) => `on A3 letters are as small as on A4: ${name(table)}`),
    ];
  }, sheet));
  await page.emulateMediaType(null);
  await page.setViewport({ width: 1440, height: 900 });
};

// On a day of the month, what is missing then or what there is to do is said first of all.
const tryToday = async (browser, faults) => {
  const page = await open(browser, path, faults, "2027-01-11");
  const said = await page.evaluate(() => {
    const note = document.getElementById("today");
    const gap = document.querySelector("#gaps tr.today");
    return note && { text: note.innerText, top: note.getBoundingClientRect().top,
      gap: gap && `${gap.cells[0].textContent}: ${gap.cells[1].textContent}` };
  });
  if (said?.gap && said.text.split(/\n+/)[1] !== said.gap)
    faults.push(`the gap of that day is not said first: '${said.text}'`);
  if (said && (!said.text.startsWith("Today, Monday 11 January") || said.top > 200))
    faults.push(`on 11 January is said, ${said.top} down: '${said.text}'`);
  const ofAll = await page.evaluate(() => Boolean(document.querySelector(".filters")) &&
    document.body.textContent.includes("Maya Desai"));
  await page.close();
  if (!ofAll) return;
  const later = await open(browser, path, faults, "2027-01-13");
  const text = await later.$eval("#today", (note) => note.innerText);
  if (!/^On duty: am \S.*; pm \S/m.test(text) || !/^Away: Maya Desai(, Owen Griffiths, Lee Chan)?$/m.test(text))
    faults.push(`on 13 January is said: '${text}'`);
  await later.close();
};

// Every word that the page shows in print is in the text of the PDF, as often as there.
const wordsOf = (text) => {
  const counts = new Map();
  for (const word of text.normalize("NFKC").split(/[^\p{L}\p{N}]+/u).filter(Boolean))
    counts.set(word, (counts.get(word) || 0) + 1);
  return counts;
};

// No sheet ends with a heading, a table's name or head, a sentence or a list's first line of what is on
// the next, and none has a single line.
const trySheets = async (page, faults, pdf) => {
  const enough = 12; // letters of a sentence's last line
  const plain = (text) => text.normalize("NFKC").replace(/\s+/g, "");
  const heads = (await page.evaluate(() =>
    [...document.querySelectorAll("h2, h3, caption, .group, thead tr, p:has(+ .scroll), " +
      "h2 + ul > :first-child:not(:only-child)")]
      .map((head) => head.textContent))).map(plain);
  const sheets = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" }).split("\f");
  for (const [index, sheet] of sheets.slice(0, -1).entries()) {
    const lines = sheet.split("\n").map(plain).filter(Boolean).slice(0, -1);
    const last = lines[lines.length - 1];
    if (heads.some((head) => head === last || (last?.length > enough && head.endsWith(last))))
      faults.push(`sheet ${index + 1} ends with the heading '${last}'`);
    if (lines.length < 2) faults.push(`sheet ${index + 1} has nothing but '${last}'`);
  }
};

const tryWords = async (page, faults, pdf) => {
  await page.emulateMediaType("print");
  const shown = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
      const of = walker.currentNode.parentElement;
      if (of.checkVisibility() && !of.closest("script, svg title, desc, .skip"))
        texts.push(walker.currentNode.textContent);
    }
    return texts.join(" ");
  });
  await page.emulateMediaType(null);
  const text = execFileSync("pdftotext", [pdf, "-"], { encoding: "utf8" });
  /* Words close together are one there: "0 h" is "0h". */
  const printed = wordsOf(text), close = text.normalize("NFKC").replace(/\s+/g, "");
  const lost = [...wordsOf(shown)].filter(([word, count]) =>
    (printed.get(word) || 0) < count && close.split(word).length - 1 < count);
  if (lost.length) faults.push(`in print are lost: ${lost.slice(0, 12).map(([word, count]) => `${word} ${printed.get(word) || 0} of ${count}`).join(" ")}`);
};

// Whoever isn't shown isn't in the file: a sheet goes to people whom others don't concern.
const tryPrivacy = async (page, faults) => {
  for (const name of (process.env.NAMES || "").split("|").filter(Boolean)) {
    const { inFile, shown } = await page.evaluate((one) => ({
      inFile: document.documentElement.outerHTML.includes(one),
      shown: document.body.innerText.includes(one),
    }), name);
    if (inFile && !shown) faults.push(`${name} is in the file and not shown`);
  }
};

const main = async () => {
  const faults = [];
  const browser = await launch();
  const page = await open(browser, path, faults);
  if (await page.$(".filters")) {
    await tryFilters(page, faults);
    await tryKeyboard(page, faults);
    await tryGaps(page, faults);
  }
  if (await page.$(".tally")) await tryForm(page, faults);
  await tryFigures(page, faults);
  await tryPhone(page, faults);
  await tryScreens(page, faults);
  await tryPrivacy(page, faults);
  await tryOutline(page, faults);
  faults.push(...await barriers(page));
  for (const { pdf, width, height } of papers) {
    await tryPaper(page, faults, width);
    await page.pdf({ path: pdf, width: `${width}in`, height: `${height}in`, preferCSSPageSize: false });
    await tryWords(page, faults, pdf);
    await trySheets(page, faults, pdf);
  }
  await tryToday(browser, faults);
  await browser.close();
  finish(faults);
};

main().catch((error) => {
  console.log(error);
  process.exitCode = 1;
});
