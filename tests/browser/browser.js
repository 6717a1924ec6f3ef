"use strict";
// Debian's Chromium, without a screen; every page must be silent on its console.
const puppeteer = require("puppeteer-core");

const paths = ["/usr/bin/chromium", "/usr/bin/chromium-browser"];

exports.launch = () => puppeteer.launch({
  executablePath: paths.find((path) => require("fs").existsSync(path)),
  args: ["--no-sandbox", "--disable-dev-shm-usage"],
  headless: true,
});

// Opens a file, on a day or today; what the page says on its console, or asks of a network, is a
// fault.
exports.open = async (browser, path, faults, day) => {
  const page = await browser.newPage();
  if (day)
    await page.evaluateOnNewDocument((noon) => {
      const Real = Date;
      globalThis.Date = class extends Real {
        constructor(...given) {
          super(...(given.length ? given : [noon]));
        }
      };
    }, `${day}T12:00`);
  page.on("console", (message) => faults.push(`${path}: console: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`${path}: ${error.message}`));
  page.on("request", (request) => {
    if (!/^(file|data|blob):/.test(request.url())) faults.push(`${path}: asks for ${request.url()}`);
  });
  await page.goto(`file://${path}`);
  return page;
};

// Whoever uses the page otherwise than by looking: axe-core's serious findings. The shade at the
// edges of what scrolls is no ground of the text, which axe-core would not judge on it.
exports.barriers = async (page) => {
  await page.addStyleTag({ content: ".scroll, .wide { background: none !important; }" });
  await page.addScriptTag({ path: require.resolve("axe-core") });
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  return violations.filter(({ impact }) => ["serious", "critical"].includes(impact))
    .map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`);
};

exports.finish = (faults) => {
  for (const fault of faults) console.log(fault);
  process.exitCode = faults.length ? 1 : 0;
};
