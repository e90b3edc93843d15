// The hooks, installed as the README says and run by real commits; CommitHookTest of the cli tries git's own in depth.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { block, checkout, commit, folder, git, must, repository, ROOT, run, text, write } from "./support.mjs";

const LEGACY = "src/main/java/com/acme/chat/app/Added.java";

/** A class that reaches what the policy of the project forbids. */
const BAD = "package com.acme.chat.app;\n\nimport com.acme.chat.legacy.MessageRouter;\n\nclass Added {}\n";

/** A commit of the class is stopped, and one without it is not, though it is on disk. */
function assertGuards(at, env = {}) {
  write(at, { [LEGACY]: BAD, "README.md": "more\n" });
  git(at, "add", LEGACY);
  const stopped = run("git", ["commit", "-m", "bad"], { cwd: at, env });
  assert.equal(stopped.status, 1, stopped.out + stopped.err);
  assert.ok((stopped.out + stopped.err).includes(`${LEGACY}:3:1: error: `), stopped.out + stopped.err);
  git(at, "reset", "-q");
  git(at, "add", "README.md");
  const taken = run("git", ["commit", "-m", "good"], { cwd: at, env });
  assert.equal(taken.status, 0, taken.out + taken.err);
}

test("shellcheck finds nothing in the hook and in the commands of the README", () => {
  must("shellcheck", [path.join(ROOT, "integrations/git/pre-commit")]);
  must("shellcheck", ["--shell=sh", "-"], { input: block("A hook of git") });
});

test("the hook of git is installed by the block of the README", () => {
  const at = repository("fragmented-chat");
  const link = path.join(fs.mkdtempSync("/tmp/ssot-"), "ssot");
  fs.symlinkSync(ROOT, link);
  must("sh", ["-eu", "-c", block("A hook of git").replaceAll("/path/to/ssot", link)], { cwd: at });
  assertGuards(at);
  fs.rmSync(path.dirname(link), { recursive: true });
});

test("the block of the README goes where core.hooksPath says, and finds the program on the PATH", () => {
  const at = repository("fragmented-chat");
  git(at, "config", "core.hooksPath", "hooks");
  fs.mkdirSync(path.join(at, "hooks"));
  const [copy] = block("A hook of git").split("\n");
  must("sh", ["-eu", "-c", copy.replaceAll("/path/to/ssot", `'${ROOT}'`)], { cwd: at });
  assert.deepEqual(fs.readdirSync(path.join(at, "hooks")), ["pre-commit"]);
  assertGuards(at, { PATH: `${ROOT}:${process.env.PATH}` });
});

test("pre-commit takes the manifest and the configuration of the README", () => {
  must("pre-commit", ["validate-manifest", path.join(ROOT, ".pre-commit-hooks.yaml")]);
  const at = folder("configuration");
  write(at, { ".pre-commit-config.yaml": block("pre-commit") });
  must("pre-commit", ["validate-config", path.join(at, ".pre-commit-config.yaml")]);
});

/** In the place of Maven, whose build of a fresh copy the launcher's own test waits for. */
function builder() {
  const at = folder("builder");
  const jars = ["cli/target/ssot.jar", "router/target/ssot-router.jar"];
  const copies = jars.map((jar) => `mkdir -p ${path.dirname(jar)} && cp '${ROOT}/${jar}' ${jar}\n`);
  write(at, { mvn: `#!/bin/sh\nset -e\n${copies.join("")}` });
  fs.chmodSync(path.join(at, "mvn"), 0o755);
  return at;
}

test("pre-commit fetches, builds and runs the hooks", () => {
  const source = checkout();
  git(source, "init", "-q", "-b", "main");
  commit(source, "all");
  git(source, "tag", "v0.1.0");
  const kept = folder("kept");
  const env = { PRE_COMMIT_HOME: kept, PATH: `${builder()}:${ROOT}:${process.env.PATH}` };
  for (const hook of ["ssot", "ssot-installed"]) {
    const at = repository("fragmented-chat");
    const wanted = block("pre-commit")
      .replace("https://github.com/OWNER/ssot", JSON.stringify(source))
      .replace(/id: ssot$/m, `id: ${hook}`);
    write(at, { ".pre-commit-config.yaml": wanted });
    commit(at, "configuration");
    must("pre-commit", ["install", "--install-hooks"], { cwd: at, env });
    assertGuards(at, env);
  }
  assert.ok(text(".pre-commit-hooks.yaml").includes("- id: ssot-installed\n"));
});
