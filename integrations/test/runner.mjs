// Runs the steps of a composite action as GitHub's runner does: conditions and expressions by GitHub's own
// evaluator, steps in their order in bash, and a cache that lasts from one run to the next.
import fs from "node:fs";
import path from "node:path";
import { data, Evaluator, Lexer, Parser } from "@actions/expressions";
import { parse } from "yaml";
import { folder, run } from "./support.mjs";

const CONTEXTS = ["inputs", "steps", "runner", "github"];

function toData(value) {
  if (value === null || value === undefined) return new data.Null();
  if (typeof value === "boolean") return new data.BooleanData(value);
  if (typeof value === "number") return new data.NumberData(value);
  if (typeof value === "string") return new data.StringData(value);
  const pairs = Object.entries(value).map(([key, each]) => ({ key, value: toData(each) }));
  return new data.Dictionary(...pairs);
}

function evaluate(expression, contexts) {
  const { tokens } = new Lexer(expression).lex();
  const tree = new Parser(tokens, CONTEXTS, []).parse();
  return new Evaluator(tree, toData(contexts)).evaluate();
}

function filled(value, contexts) {
  return String(value ?? "").replace(/\$\{\{([^]*?)\}\}/g, (_, inner) =>
    evaluate(inner.trim(), contexts).coerceString(),
  );
}

/** A cache of GitHub: keys to folders, the latest last. */
export class Cache {
  kept = new Map();

  restore({ path: to, key, "restore-keys": prefixes = "" }) {
    const wanted = prefixes.split("\n").filter(Boolean);
    const found = this.kept.has(key)
      ? key
      : [...this.kept.keys()].reverse().find((each) => wanted.some((prefix) => each.startsWith(prefix)));
    if (found === undefined) return {};
    fs.cpSync(this.kept.get(found), to, { recursive: true, preserveTimestamps: true });
    return { "cache-hit": String(found === key) };
  }

  save({ path: from, key }) {
    if (this.kept.has(key) || !fs.existsSync(from)) return;
    const to = folder("cache");
    fs.cpSync(from, to, { recursive: true, preserveTimestamps: true });
    this.kept.set(key, to);
  }
}

/**
 * Runs an action.
 *
 * @param action folder of the action
 * @param job `inputs`, `event` and `eventName`, `ref`, `workspace`, `cache`, `env`
 */
export function runAction(action, job) {
  const described = parse(fs.readFileSync(path.join(action, "action.yml"), "utf8"));
  const temporary = folder("runner");
  const files = (name) => {
    const file = path.join(temporary, name);
    fs.writeFileSync(file, "");
    return file;
  };
  const inputs = {};
  for (const [name, input] of Object.entries(described.inputs)) {
    inputs[name] = job.inputs?.[name] ?? input.default ?? "";
  }
  for (const name of Object.keys(job.inputs ?? {})) {
    if (!(name in inputs)) throw new Error(`the action has no input ${name}`);
  }
  const sha = job.sha ?? run("git", ["rev-parse", "HEAD"], { cwd: job.workspace }).out.trim();
  const contexts = {
    inputs,
    steps: {},
    runner: { os: "Linux", temp: temporary },
    github: { event: job.event ?? {}, run_id: job.runId ?? "1", run_attempt: "1" },
  };
  const summary = files("summary");
  const environment = {
    GITHUB_ACTIONS: "true",
    GITHUB_ACTION_PATH: action,
    GITHUB_EVENT_NAME: job.eventName ?? "push",
    GITHUB_REF: job.ref ?? "refs/heads/main",
    GITHUB_SHA: sha,
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_WORKSPACE: job.workspace,
    RUNNER_TEMP: temporary,
    ...job.env,
  };
  const uploads = [];
  const uses = [];
  let log = "";
  let status = 0;
  for (const step of described.runs.steps) {
    if (status !== 0) break; // Every condition implies success(), as none names always().
    if (step.if !== undefined) {
      const value = evaluate(String(step.if), contexts);
      if (value.coerceString() !== "true") continue;
    }
    const given = {};
    for (const [name, value] of Object.entries(step.with ?? {})) given[name] = filled(value, contexts);
    let outputs = {};
    if (step.uses) {
      uses.push(step.uses);
      const [name] = step.uses.split("@");
      if (name === "actions/cache/restore") outputs = job.cache?.restore(given) ?? {};
      else if (name === "actions/cache/save") job.cache?.save(given);
      else if (name === "github/codeql-action/upload-sarif") uploads.push(given);
      else if (name !== "actions/setup-java") throw new Error(`nobody plays ${step.uses}`);
    } else {
      if (step.run.includes("${{")) throw new Error(`an expression inside of a script: ${step.name}`);
      const script = path.join(temporary, "script.sh");
      fs.writeFileSync(script, step.run);
      const output = files("output");
      const env = { ...environment, GITHUB_OUTPUT: output };
      for (const [name, value] of Object.entries(step.env ?? {})) env[name] = filled(value, contexts);
      const done = run("bash", ["--noprofile", "--norc", "-e", "-o", "pipefail", script], {
        cwd: job.workspace,
        env,
      });
      log += done.out + done.err;
      status = done.status;
      for (const line of fs.readFileSync(output, "utf8").split("\n").filter(Boolean)) {
        const equals = line.indexOf("=");
        outputs[line.slice(0, equals)] = line.slice(equals + 1);
      }
    }
    if (step.id) contexts.steps[step.id] = { outputs };
  }
  const outputs = {};
  for (const [name, output] of Object.entries(described.outputs)) outputs[name] = filled(output.value, contexts);
  return { status, log, outputs, uploads, uses, summary: fs.readFileSync(summary, "utf8") };
}
