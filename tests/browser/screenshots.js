"use strict";
// Pictures of pages: each at three widths, and each sheet as it prints on A4 and A3 landscape; those
// with gaps also on a day that has one. node screenshots.js FOLDER PAGE...
const path = require("path");
const { execFileSync } = require("child_process");
const { launch, open, finish } = require("./browser");

const [folder, ...pages] = process.argv.slice(2);
const widths = [1440, 1024, 390];
const papers = { A4: "print", A3: "a3" };

(async () => {
  const faults = [];
  const browser = await launch();
  for (const file of pages) {
    const name = path.join(folder, path.basename(file, ".html"));
    const page = await open(browser, file, faults);
    /* What is out of sight is laid out late, and would be missing from a picture of the whole. */
    await page.addStyleTag({ content: ".week { content-visibility: visible !important; }" });
    for (const width of widths) {
      await page.setViewport({ width, height: 900 });
      await page.screenshot({ path: `${name}-${width}.png` });
      await page.screenshot({ path: `${name}-${width}-whole.png`, fullPage: true });
    }
    for (const [format, word] of Object.entries(papers)) {
      await page.pdf({ path: `${name}.pdf`, format, landscape: true, printBackground: true });
      execFileSync("pdftoppm", ["-r", "60", "-png", `${name}.pdf`, `${name}-${word}`]);
    }
    await page.close();
    if (!name.endsWith("-with-gaps")) continue;
    const onTheDay = await open(browser, file, faults, "2027-01-12");
    for (const width of widths) {
      await onTheDay.setViewport({ width, height: 900 });
      await onTheDay.screenshot({ path: `${name}-${width}-today.png` });
    }
    await onTheDay.close();
  }
  await browser.close();
  finish(faults);
})();
