// Prints what the validator found in one file; exits with 1 if it is more than notes.
// Usage: node verdict.js <validated file> <the validator's own report>
const fs = require("fs");

// SARIF2002 wants message ids, which GitHub does not show; SARIF2006 asks the network.
// SARIF_ALSO_IGNORED may name more of them, separated by commas.
const more = (process.env.SARIF_ALSO_IGNORED || "").split(",").filter(Boolean);
const ignored = new Set(["SARIF2002", "SARIF2006", ...more]);

const [file, report] = process.argv.slice(2);
const run = JSON.parse(fs.readFileSync(report, "utf8").replace(/^\uFEFF/, "")).runs[0];
const failed = (run.invocations || []).filter((invocation) => !invocation.executionSuccessful);
const found = (run.results || []).filter(
  (result) => !ignored.has(result.ruleId) && ["error", "warning"].includes(result.level || "warning")
);
for (const result of found) {
  const where = (result.message.arguments || []).join(" ");
  console.log(`${file}: ${result.level || "warning"}: ${result.message.id}: ${where} [${result.ruleId}]`);
}
if (failed.length > 0) {
  console.log(`${file}: error: the validator did not finish`);
}
console.log(`${file}: ${found.length} errors and warnings, ${(run.results || []).length} statements in all`);
process.exit(found.length + failed.length > 0 ? 1 : 0);
