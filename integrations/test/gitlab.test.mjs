// The GitLab template: its job as a runner of GitLab's jobs understands and runs it.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import { block, BROKEN, commit, folder, git, must, repository, ROOT, run, text, write } from "./support.mjs";

const RUNNER = path.resolve("node_modules/.bin/gitlab-ci-local");
const programs = folder("programs");
write(programs, {
  ssot: `#!/bin/sh\nexec java -XX:TieredStopAtLevel=1 -jar '${ROOT}/cli/target/ssot.jar' "$@"\n`,
});
fs.chmodSync(path.join(programs, "ssot"), 0o755);

/** Puts the block of the README into a repository, with the template beside it in place of another project. */
function including(at, more = "") {
  const wanted = parse(block("GitLab CI"));
  assert.deepEqual(
    wanted.include.map((each) => each.file),
    ["/integrations/gitlab/ssot.gitlab-ci.yml"],
  );
  const own = block("GitLab CI").slice(block("GitLab CI").indexOf("\nssot:"));
  write(at, {
    "template.yml": text("integrations/gitlab/ssot.gitlab-ci.yml"),
    ".gitlab-ci.yml": `include:\n  - local: template.yml\n${own}${more}`,
    ".gitignore": ".gitlab-ci-local/\n",
  });
  git(at, "remote", "add", "origin", "git@gitlab.example.org:acme/chat.git");
  commit(at, "pipeline");
  return at;
}

/** Runs the job in the working tree, as the shell of a runner does. */
function job(at, variables = {}) {
  const more = Object.entries(variables).flatMap(([name, value]) => ["--variable", `${name}=${value}`]);
  const options = ["--force-shell-executor", "--shell-isolation"];
  return run(RUNNER, ["ssot", ...options, ...more], {
    cwd: at,
    env: { PATH: `${programs}:${process.env.PATH}`, HOME: folder("home") },
  });
}

/** What a job left behind, whose counts must agree. */
function reports(at) {
  const read = (name) => fs.readFileSync(path.join(at, name), "utf8");
  const json = JSON.parse(read("ssot.json"));
  const quality = JSON.parse(read("gl-code-quality-report.json"));
  return { json, quality, junit: read("ssot-junit.xml"), markdown: read("ssot.md") };
}

/** What GitLab does not read past: it drops all entries after a wrong one, and equal fingerprints are one. */
function assertCodeQuality(quality) {
  for (const entry of quality) {
    assert.ok(entry.description && entry.check_name && entry.fingerprint, JSON.stringify(entry));
    assert.match(entry.severity, /^(info|minor|major|critical|blocker)$/);
    assert.ok(!path.isAbsolute(entry.location.path));
    assert.ok(Number.isInteger(entry.location.lines.begin));
  }
  assert.equal(new Set(quality.map((entry) => entry.fingerprint)).size, quality.length);
}

test("GitLab's schema takes the job, which runs for merge requests and the default branch only", () => {
  const at = including(repository("tidy-chat"));
  const listed = (...variables) =>
    must(RUNNER, ["--list-csv", ...variables.flatMap((each) => ["--variable", each])], { cwd: at })
      .split("\n")
      .filter((line) => line.startsWith("ssot;"));
  assert.equal(listed("CI_PIPELINE_SOURCE=merge_request_event", "CI_COMMIT_BRANCH=topic").length, 1);
  assert.equal(listed("CI_PIPELINE_SOURCE=push", "CI_COMMIT_BRANCH=main").length, 1);
  assert.deepEqual(listed("CI_PIPELINE_SOURCE=push", "CI_COMMIT_BRANCH=topic"), []);
  write(at, { "template.yml": text("integrations/gitlab/ssot.gitlab-ci.yml").replace("reports:", "report:") });
  assert.notEqual(run(RUNNER, ["--list"], { cwd: at }).status, 0, "a wrong key is refused");
});

test("shellcheck finds nothing in the script", () => {
  const { script } = parse(text("integrations/gitlab/ssot.gitlab-ci.yml")).ssot;
  // The two variables hold several arguments each, so they stand without quotes.
  const checked = run("shellcheck", ["--shell=sh", "--exclude=SC2086", "-"], { input: script.join("\n") });
  assert.equal(checked.status, 0, checked.out);
});

test("a clean project passes", () => {
  const at = including(repository("tidy-chat"));
  const done = job(at);
  assert.equal(done.status, 0, done.out + done.err);
  assert.deepEqual(reports(at).quality, []);
  assert.ok(!done.err.includes("no matching files"), "all artefacts are there, and the cache");
});

test("findings fail the job, and the reports agree", () => {
  const at = including(repository("fragmented-chat"));
  const done = job(at);
  assert.equal(done.status, 1, done.out + done.err);
  const { json, quality, junit } = reports(at);
  const open = json.counts.error + json.counts.warning + json.counts.note;
  assertCodeQuality(quality);
  assert.equal(quality.filter((entry) => entry.check_name !== "missed-gate").length, open);
  assert.equal(junit.match(/<failure /g).length, open);
});

test("an incomplete scan has its own status", () => {
  const at = including(repository("tidy-chat"));
  write(at, BROKEN);
  commit(at, "broken");
  const done = job(at);
  assert.match(done.out + done.err, /FAIL 3/);
  assertCodeQuality(reports(at).quality);
});

test("a merge request fails for what it introduces", () => {
  const at = including(repository("fragmented-chat"));
  const base = git(at, "rev-parse", "HEAD");
  git(at, "checkout", "-q", "-b", "topic");
  write(at, { "README.md": "more\n" });
  commit(at, "words");
  const words = job(at, { CI_MERGE_REQUEST_DIFF_BASE_SHA: base });
  assert.equal(words.status, 0, words.out + words.err);
  assert.ok(reports(at).quality.length > 0, "GitLab compares the branches itself");
  const file = path.join(at, "src/main/java/com/acme/chat/app/OutboxReplayer.java");
  fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace("\nimport", "\nimport com.acme.chat.legacy.MessageRouter;\nimport"));
  commit(at, "legacy");
  const legacy = job(at, { CI_MERGE_REQUEST_DIFF_BASE_SHA: base });
  assert.equal(legacy.status, 1, legacy.out + legacy.err);
});

test("paths and arguments are taken apart at blanks, and never run", () => {
  const at = including(repository("tidy-chat"));
  const done = job(at, { SSOT_PATHS: "src/main/java src/test/java", SSOT_ARGUMENTS: "--threads 1 $(touch,pwned) *" });
  assert.match(done.out + done.err, /FAIL 2/);
  assert.ok(!fs.existsSync(path.join(at, "pwned")));
  const chosen = job(at, { SSOT_PATHS: "src/main/java src/test/java", SSOT_ARGUMENTS: "--threads 1" });
  assert.equal(chosen.status, 0, chosen.out + chosen.err);
});
