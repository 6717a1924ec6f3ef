// HiGHS from npm (WebAssembly, one thread) as a program:
//   node highs.js PACKAGE MODEL.mps SECONDS ANSWER
// Writes the solution file that a HiGHS binary would write, and prints its bound.
const fs = require("fs");
const [folder, mps, seconds, answer] = process.argv.slice(2);

require(folder)().then((highs) => {
  const model = highs.createModel({ format: "mps", data: fs.readFileSync(mps) });
  model.options.set({ output_flag: false, time_limit: Number(seconds), mip_rel_gap: 0 });
  model.run();
  fs.writeFileSync(answer, model.exportSolution(false));
  console.log(`  Dual bound        ${model.info.get("mip_dual_bound")}`);
});
