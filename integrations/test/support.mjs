// What the tests of the integrations share: commands, repositories and the blocks of the README.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

export const ROOT = process.env.ROOT;

/** The text of a file of this project. */
export function text(name) {
  return fs.readFileSync(path.join(ROOT, name), "utf8");
}

/** A folder that is there until the tests end. */
export function folder(name = "it") {
  const made = fs.mkdtempSync(path.join(os.tmpdir(), `ssot ${name} `));
  process.on("exit", () => fs.rmSync(made, { recursive: true, force: true }));
  return made;
}

/** Runs a program to its end: its status and both outputs. */
export function run(command, args, options = {}) {
  const { env = {}, ...others } = options;
  const done = spawnSync(command, args, {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...process.env, ...env },
    ...others,
  });
  if (done.error) throw done.error;
  return { status: done.status, out: done.stdout, err: done.stderr };
}

/** Runs a program that must end with 0; what it printed. */
export function must(command, args, options = {}) {
  const done = run(command, args, options);
  if (done.status !== 0) {
    throw new Error(`${command} ${args.join(" ")} ended with ${done.status}\n${done.out}${done.err}`);
  }
  return done.out;
}

/** Writes files below a folder. */
export function write(into, files) {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(into, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }
}

/** A repository with the files of one of the example projects, committed on the branch main. */
export function repository(project) {
  const at = folder(project);
  fs.cpSync(path.join(ROOT, "cli/src/test/projects", project), at, { recursive: true });
  git(at, "init", "-q", "-b", "main");
  commit(at, "begin");
  return at;
}

export function git(at, ...args) {
  return must("git", args, { cwd: at }).trim();
}

export function commit(at, message) {
  git(at, "add", "-A");
  git(at, "commit", "-q", "-m", message);
  return git(at, "rev-parse", "HEAD");
}

/** A copy of what git tracks of this project, as an action or a hook is fetched; nothing of it is built. */
export function checkout() {
  const at = folder("checkout");
  const names = must("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: ROOT });
  for (const name of names.split("\0").filter((each) => each && fs.existsSync(path.join(ROOT, each)))) {
    fs.cpSync(path.join(ROOT, name), path.join(at, name));
  }
  return at;
}

/** The block of code below a heading of the README of the integrations. */
export function block(heading) {
  const readme = text("integrations/README.md");
  const from = readme.indexOf(`\n## ${heading}\n`);
  if (from < 0) throw new Error(`integrations/README.md has no heading ${heading}`);
  const found = /\n```[a-z]*\n([^]*?)```/.exec(readme.slice(from));
  if (!found) throw new Error(`no block of code follows the heading ${heading}`);
  return found[1];
}

/** A broken file, which makes a scan incomplete, and a class that a policy of the examples objects to. */
export const BROKEN = { "src/main/java/com/acme/Broken.java": "package com.acme;\n\nclass {\n" };
