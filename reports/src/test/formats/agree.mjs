// Holds what the readers of all formats have found against the JSON of the same check.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import Ajv from "ajv/dist/2020.js";
import { JSDOM } from "jsdom";

const here = path.dirname(new URL(import.meta.url).pathname);
const read = (name) => fs.readFileSync(path.join(here, name), "utf8");
const lines = (name) => read(name).split("\n").filter(Boolean);
const schema = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(
  JSON.parse(fs.readFileSync(process.argv[2], "utf8")),
);
const text = { type: "string", minLength: 1 };
const gitlab = new Ajv().compile({
  type: "array",
  items: {
    type: "object",
    required: ["description", "check_name", "fingerprint", "severity", "location"],
    properties: {
      description: text,
      check_name: text,
      fingerprint: text,
      severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
      location: {
        type: "object",
        required: ["path", "lines"],
        properties: {
          path: { type: "string", pattern: "^[^/]" },
          lines: { type: "object", required: ["begin"], properties: { begin: { type: "integer", minimum: 1 } } },
        },
      },
    },
  },
});
const violations = new Map(lines("violations").map((line) => line.split(" ")));
const counted = lines("counted");

/** What a list of entries has for the state of the scan, beside the findings. */
const STATES = /^(incomplete-scan|nothing-judged|missed-gate)$/;

function check(library) {
  const of = (format) => `${library}.${format}`;
  const json = JSON.parse(read(of("json")));
  assert.ok(schema(json), JSON.stringify(schema.errors));
  const { counts, outcome, findings } = json;
  const inState = (state) => findings.filter((each) => each.triage.state === state);
  const open = inState("open");
  const accepted = findings.length - open.length;
  const levels = ["error", "warning", "note"];
  const failing = open.filter((each) => levels.indexOf(each.severity) <= levels.indexOf(outcome.threshold));
  assert.equal(counts.open, open.length);
  assert.equal(counts.findings, findings.length);
  const words =
    `findings: ${open.length} open (${counts.error} error${counts.error === 1 ? "" : "s"}, ` +
    `${counts.warning} warning${counts.warning === 1 ? "" : "s"}, ${counts.note} note${counts.note === 1 ? "" : "s"}), ` +
    `${counts.suppressed} suppressed, ${counts.known} known`;

  const split = (rules) => [rules.filter((rule) => !STATES.test(rule)).length, rules.filter((rule) => STATES.test(rule)).length];
  // GitLab stops at the first entry that is not as it wants it, and takes equal fingerprints for one finding.
  const quality = JSON.parse(read(of("gitlab")));
  assert.ok(gitlab(quality), JSON.stringify(gitlab.errors));
  assert.equal(new Set(quality.map((each) => each.fingerprint)).size, quality.length);
  const [entries, states] = split(quality.map((each) => each.check_name));
  const commands = lines(of("github")).filter((line) => /^::(error|warning|notice) /.test(line));
  const found = {
    gitlab: entries,
    rdjson: split(JSON.parse(read(of("rdjson"))).diagnostics.map((each) => each.code.value))[0],
    github: split(commands.map((line) => /title=ssot%3A ([a-z-]+)/.exec(line)[1]))[0],
    sarif: JSON.parse(read(of("sarif"))).runs[0].results.length,
    csv: counted.filter((line) => line === `${of("csv")} finding open`).length,
    html: new JSDOM(read(of("html"))).window.document.querySelectorAll('.finding[data-state="open"]').length,
    "checkstyle as read for a build server": Number(violations.get(of("checkstyle"))) - states,
    "sarif as read for a build server": Number(violations.get(of("sarif"))),
  };
  for (const [format, number] of Object.entries(found)) {
    assert.equal(number, open.length, `${library}: ${format} has ${number} open findings, JSON ${open.length}`);
  }
  assert.equal(JSON.parse(read(of("sarif-archive"))).runs[0].results.length, findings.length);
  assert.equal(counted.filter((line) => line.startsWith(`${of("csv")} finding `)).length, findings.length);

  const junit = new JSDOM(read(of("junit")), { contentType: "text/xml" }).window.document;
  assert.equal(junit.querySelectorAll("failure").length, failing.length, `${library}: junit`);
  assert.ok(Number(violations.get(of("junit"))) >= failing.length);
  assert.equal(junit.querySelectorAll("error").length > 0, outcome.exitStatus === 3, `${library}: junit errors`);

  assert.ok(read(of("console")).includes(words), `${library}: console lacks ${words}`);
  assert.ok(read(of("github")).includes(words), `${library}: github lacks ${words}`);
  const markdown = read(of("markdown"));
  assert.ok(
    markdown.includes(`| ${open.length}: ${words.slice(words.indexOf("(") + 1, words.indexOf(")"))} | ${counts.suppressed} | ${counts.known} |`),
    `${library}: markdown`,
  );
  for (const format of ["console", "markdown", "html"]) {
    assert.ok(read(of(format)).includes(outcome.name), `${library}: ${format} does not say ${outcome.name}`);
  }
  assert.ok(read(of("console")).endsWith(`(exit status ${outcome.exitStatus})\n`), `${library}: console`);
  const badge = JSON.parse(read(of("badge-json")));
  assert.equal(badge.schemaVersion, 1);
  assert.equal(Boolean(badge.isError), outcome.exitStatus !== 0, `${library}: badge`);
  assert.ok(counted.some((line) => line.startsWith(`${of("badge")} `) && line.includes(badge.message)), `${library}: badge`);
  console.log(
    `${library}: ${open.length} open and ${accepted} accepted in 14 formats, exit status ${outcome.exitStatus} of all`,
  );
  return [open.length, accepted, outcome.exitStatus];
}

const all = ["commons-io", "commons-codec", "spring-websocket"].map(check);
assert.deepEqual(all.map(([, , status]) => status), [0, 1, 3]);
assert.ok(all.every(([open]) => open > 0), "each library has something to agree on");
assert.ok(all.some(([, accepted]) => accepted > 0), "something is accepted");
