// The GitHub action: held against its published schema, and run step by step in real repositories.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { validateAction, validateWorkflow } from "@action-validator/core";
import { parse } from "yaml";
import { block, BROKEN, checkout, commit, folder, git, must, repository, ROOT, run, text, write } from "./support.mjs";
import { Cache, runAction } from "./runner.mjs";

const JAR = path.join(ROOT, "cli/target/ssot.jar");
const cache = new Cache();

function act(workspace, job = {}) {
  const inputs = { program: JAR, ...job.inputs };
  return runAction(ROOT, { workspace, cache, ...job, inputs });
}

function counts(done) {
  const json = JSON.parse(fs.readFileSync(done.outputs.json, "utf8"));
  const sarif = JSON.parse(fs.readFileSync(done.outputs.sarif, "utf8"));
  return { json, sarif, open: json.counts.error + json.counts.warning + json.counts.note };
}

/** A rival that a change adds to the tidy project: a copy of its router under another name. */
function rival(at) {
  const router = fs.readFileSync(path.join(at, "src/main/java/com/acme/tidy/routing/MessageRouter.java"), "utf8");
  return {
    "src/main/java/com/acme/tidy/copy/ChatRouter.java": router
      .replace("com.acme.tidy.routing;", "com.acme.tidy.copy;\n\nimport com.acme.tidy.routing.*;")
      .replaceAll("MessageRouter", "ChatRouter"),
  };
}

function pullRequest(at, more = {}) {
  return {
    eventName: "pull_request",
    ref: "refs/pull/7/merge",
    event: { pull_request: { base: { sha: git(at, "rev-parse", "main") }, head: { repo: { fork: false } } } },
    ...more,
  };
}

test("the published schema takes the action and the workflow of the README", () => {
  assert.deepEqual(validateAction(text("action.yml")).errors, []);
  assert.deepEqual(validateWorkflow(block("GitHub Actions")).errors, []);
  // The validator does look: the same with a wrong key is refused.
  assert.notDeepEqual(validateAction(text("action.yml").replace("composite", "composit")).errors, []);
});

test("the workflow of the README gives the action inputs that it has, and the rights that it needs", () => {
  const workflow = parse(block("GitHub Actions"));
  const [job] = Object.values(workflow.jobs);
  const step = job.steps.find((each) => each.uses.includes("ssot@"));
  const { inputs } = parse(text("action.yml"));
  for (const name of Object.keys(step.with ?? {})) assert.ok(name in inputs, name);
  assert.equal(workflow.permissions["security-events"], "write");
  assert.equal(job.steps[0].with["fetch-depth"], 0);
});

test("shellcheck finds nothing in the scripts, and no expression is part of one", () => {
  for (const step of parse(text("action.yml")).runs.steps.filter((each) => each.run)) {
    assert.equal(step.shell, "bash");
    assert.ok(!step.run.includes("${{"), step.name);
    const checked = run("shellcheck", ["--shell=bash", "-"], { input: step.run });
    assert.equal(checked.status, 0, checked.out);
  }
});

test("a clean project passes", () => {
  const done = act(repository("tidy-chat"));
  assert.equal(done.status, 0, done.log);
  assert.equal(done.outputs.status, "0");
  assert.equal(counts(done).open, 0);
  assert.match(done.summary, /ssot/);
  assert.equal(done.uploads.length, 1);
});

test("findings fail the job and are shown all the same", () => {
  const done = act(repository("fragmented-chat"));
  assert.equal(done.status, 1, done.log);
  const { open, sarif } = counts(done);
  assert.ok(open > 0);
  assert.equal(sarif.runs[0].results.length, open);
  assert.deepEqual(done.uploads, [{ sarif_file: done.outputs.sarif, category: "ssot" }]);
  const shown = done.log.split("\n").filter((line) => /^::(error|warning|notice) file=/.test(line));
  assert.equal(shown.filter((line) => !line.includes("missed-gate")).length, open);
  assert.match(done.summary, /duplicate-implementation/);
});

test("an incomplete scan fails with a status of its own, and is reported", () => {
  const at = repository("tidy-chat");
  write(at, BROKEN);
  const done = act(at);
  assert.equal(done.status, 3, done.log);
  assert.equal(done.uploads.length, 1);
  assert.match(done.summary, /Broken\.java/);
});

test("a wrong policy uploads nothing, and the summary says what is wrong", () => {
  const at = repository("tidy-chat");
  write(at, { "ssot.yaml": "version: 1\nrolls: []\n" });
  const done = act(at);
  assert.equal(done.status, 2, done.log);
  assert.equal(done.uploads.length, 0);
  assert.equal(done.outputs.json, "");
  assert.match(done.summary, /judged nothing \(exit status 2\)/);
  assert.match(done.summary, /unknown key `rolls`/);
});

test("a pull request fails for what it introduces and for nothing else", () => {
  const at = repository("fragmented-chat");
  git(at, "checkout", "-q", "-b", "topic");
  write(at, { "README.md": "more\n" });
  commit(at, "words");
  const words = act(at, pullRequest(at));
  assert.equal(words.status, 0, words.log);
  assert.ok(counts(words).open > 0);
  assert.ok(!/^::(error|warning|notice) file=/m.test(words.log));

  const tidy = repository("tidy-chat");
  git(tidy, "checkout", "-q", "-b", "topic");
  write(tidy, rival(tidy));
  commit(tidy, "a copy");
  const copied = act(tidy, pullRequest(tidy));
  assert.equal(copied.status, 1, copied.log);
  assert.match(copied.log, /^::warning file=src\/main\/java\/com\/acme\/tidy\/copy\/ChatRouter\.java/m);
});

test("the merge that GitHub makes is compared with its first parent, though the event names an older base", () => {
  const at = repository("tidy-chat");
  const old = git(at, "rev-parse", "HEAD");
  git(at, "checkout", "-q", "-b", "topic");
  write(at, { "README.md": "more\n" });
  commit(at, "words");
  git(at, "checkout", "-q", "main");
  write(at, rival(at));
  commit(at, "somebody else's copy");
  git(at, "checkout", "-q", "--detach", "main");
  git(at, "merge", "-q", "--no-ff", "-m", "merge", "topic");
  const job = pullRequest(at);
  job.event.pull_request.base.sha = old;
  const done = act(at, job);
  assert.equal(done.status, 0, done.log);
  assert.equal(act(at, { ...job, ref: "refs/heads/topic" }).status, 1);
});

test("a clone without history is told what to fetch", () => {
  const at = repository("tidy-chat");
  const base = git(at, "rev-parse", "HEAD");
  write(at, { "README.md": "more\n" });
  commit(at, "words");
  const shallow = folder("shallow");
  must("git", ["clone", "-q", "--depth", "1", `file://${at}`, shallow]);
  const done = act(shallow, pullRequest(at, { event: { pull_request: { base: { sha: base } } } }));
  assert.equal(done.status, 2);
  assert.match(done.summary, /fetch-depth: 0/);
});

test("a fork's pull request hands nothing to code scanning, which it may not", () => {
  const at = repository("tidy-chat");
  const job = pullRequest(at);
  job.event.pull_request.head.repo.fork = true;
  const done = act(at, job);
  assert.equal(done.status, 0, done.log);
  assert.equal(done.uploads.length, 0);
});

test("since none judges all code, and a revision by name is taken", () => {
  const at = repository("fragmented-chat");
  assert.equal(act(at, pullRequest(at, { inputs: { since: "none" } })).status, 1);
  assert.equal(act(at, { inputs: { since: "main" } }).status, 0);
});

test("inputs are arguments and nothing more", () => {
  const at = repository("tidy-chat");
  const trap = "$(touch pwned)`touch pwned`';touch pwned;\"";
  const done = act(at, { inputs: { paths: trap, since: trap, category: trap, arguments: "--threads\n1" } });
  assert.equal(done.status, 2, done.log);
  assert.ok(!fs.existsSync(path.join(at, "pwned")));
  const chosen = act(at, { inputs: { paths: "src/main/java\n", arguments: "--rule\nforbidden-import", annotate: "false" } });
  assert.equal(chosen.status, 0, chosen.log);
  assert.ok(!chosen.log.includes("::"), chosen.log);
  assert.match(chosen.log, /^outcome: clean/m);
  const missing = act(at, { inputs: { program: "nowhere.jar" } });
  assert.equal(missing.status, 2);
  assert.match(missing.log, /::error::input program: there is no file nowhere\.jar/);
});

test("the program is built once, and what was read is kept though the job fails", () => {
  const store = new Cache();
  const at = repository("fragmented-chat");
  const first = runAction(ROOT, { workspace: at, cache: store });
  assert.equal(first.status, 1, first.log);
  assert.deepEqual([...store.kept.keys()].map((key) => key.replace(/[0-9a-f]{64}/, "SUM")), [
    "ssot-program-SUM",
    "ssot-facts-Linux-SUM-ssot-1-1",
  ]);
  // The same files elsewhere, of which nothing is built, where Maven must not be needed.
  const without = folder("without");
  write(without, { mvn: "#!/bin/sh\nexit 77\n" });
  fs.chmodSync(path.join(without, "mvn"), 0o755);
  const env = { PATH: `${without}:${process.env.PATH}` };
  const same = checkout();
  // What a workspace may hold beside them is no part of the program.
  write(same, { ".corpus/library/pom.xml": "<project/>\n", ".corpus/src/main/java/A.java": "class A {}\n" });
  const second = runAction(same, { workspace: at, cache: store, runId: "2", env });
  assert.equal(second.status, 1, second.log);
  assert.ok(store.kept.size === 3, [...store.kept.keys()].join("\n"));
});
