"use strict";
// Pictures of pages: each at three widths, and each sheet as it prints on A4 landscape.
// node screenshots.js FOLDER PAGE...
const path = require("path");
const { execFileSync } = require("child_process");
const { launch, open, finish } = require("./browser");

const [folder, ...pages] = process.argv.slice(2);
const widths = [1440, 1024, 390];

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
    await page.pdf({ path: `${name}.pdf`, format: "A4", landscape: true, printBackground: true });
    execFileSync("pdftoppm", ["-r", "60", "-png", `${name}.pdf`, `${name}-print`]);
    await page.close();
  }
  await browser.close();
  finish(faults);
})();
