// The Dockerfile, without a daemon: its text by a checker, and its stages by running their commands, each stage in
// a root of its own that lies over the one of this machine, which plays the base images. Needs root for that.
import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { DockerfileParser } from "dockerfile-ast";
import { validate } from "dockerfile-utils";
import { block, checkout, folder, git, must, repository, run, text, write } from "./support.mjs";

const dockerfile = text("Dockerfile");
const instructions = DockerfileParser.parse(dockerfile).getInstructions();
const named = (keyword) => instructions.filter((each) => each.getKeyword() === keyword);

test("a checker finds nothing in the Dockerfile", () => {
  assert.deepEqual(validate(dockerfile), []);
  assert.notDeepEqual(validate(dockerfile.replace("WORKDIR", "WORKDIRS")), []);
});

test("the base images have exact tags, and the last user is nobody", () => {
  for (const from of named("FROM")) {
    assert.match(from.getImage(), /^[a-z/-]+:\d+\.\d+[\w.-]*$/);
  }
  assert.match(named("USER").at(-1).getArgumentsContent(), /^[1-9]\d*:[1-9]\d*$/);
  assert.equal(named("ENTRYPOINT").at(-1).getArgumentsContent(), '["ssot"]');
});

test("shellcheck finds nothing in the commands", () => {
  for (const each of named("RUN")) {
    const checked = run("shellcheck", ["--shell=sh", "-"], { input: each.getRawArgumentsContent() });
    assert.equal(checked.status, 0, checked.out);
  }
  must("shellcheck", ["--shell=sh", "-"], { input: block("A container") });
});

/** A root over that of this machine, which stays as it is. */
class Stage {
  constructor() {
    this.base = fs.mkdtempSync(path.join(os.tmpdir(), "ssot stage "));
    process.on("exit", () => this.end());
    must("mount", ["-t", "tmpfs", "ssot-stage", this.base]);
    for (const name of ["upper", "work", "root"]) fs.mkdirSync(path.join(this.base, name));
    const [upper, work, root] = ["upper", "work", "root"].map((name) => path.join(this.base, name));
    this.root = root;
    // Blanks are fine in a path of mount, but its options know no quotes.
    must("mount", ["-t", "overlay", "-o", "lowerdir=/,upperdir=upper,workdir=work", "stage", root], { cwd: this.base });
    must("mount", ["-t", "proc", "proc", path.join(root, "proc")]);
    must("mount", ["-t", "tmpfs", "dev", path.join(root, "dev")]);
    const devices = [["null", 3], ["zero", 5], ["random", 8], ["urandom", 9]];
    for (const [name, minor] of devices) must("mknod", ["-m", "666", path.join(root, "dev", name), "c", "1", String(minor)]);
    must("mount", ["-t", "tmpfs", "tmp", path.join(root, "tmp")]);
    this.folder = "/";
    // The image has git and its list of packages elsewhere; here it has to be there already.
    write(path.join(root, "usr/local/bin"), { "apt-get": "#!/bin/sh\ncase $1 in install) command -v git ;; esac\n" });
    fs.chmodSync(path.join(root, "usr/local/bin/apt-get"), 0o755);
  }

  inside(name) {
    return path.join(this.root, path.resolve(this.folder, name));
  }

  sh(command) {
    must("chroot", [this.root, "sh", "-c", `cd '${this.folder}' && ${command}`], { env: { GIT_CONFIG_NOSYSTEM: "" } });
  }

  /** Takes the mounts away; what they held is gone with them, and nothing below them is ever deleted. */
  end() {
    if (!fs.existsSync(this.base)) return;
    run("umount", ["-R", this.base]);
    fs.rmdirSync(this.base);
  }
}

/** Carries out the Dockerfile; what is left is its last stage. */
function build(context) {
  const stages = new Map();
  let stage;
  for (const each of instructions) {
    const content = each.getRawArgumentsContent();
    switch (each.getKeyword()) {
      case "FROM":
        stage = new Stage();
        stages.set(each.getBuildStage() ?? "", stage);
        break;
      case "WORKDIR":
        stage.folder = content;
        fs.mkdirSync(stage.inside("."), { recursive: true });
        break;
      case "COPY": {
        const from = each.getFromFlag()?.getValue();
        const names = each.getArguments().map((argument) => argument.getValue());
        const to = names.pop();
        for (const name of names) {
          const source = from ? stages.get(from).inside(name) : path.join(context, name);
          const directory = fs.statSync(source).isDirectory();
          // As the builder does: the content of a folder, but a file into a folder that ends in a slash.
          const target = directory || !to.endsWith("/") ? to : path.join(to, path.basename(name));
          fs.cpSync(source, stage.inside(target), { recursive: true, preserveTimestamps: true });
        }
        break;
      }
      case "RUN":
        stage.sh(content);
        break;
      case "USER":
        stage.user = content;
        break;
      default:
        assert.ok(["ENTRYPOINT", "CMD"].includes(each.getKeyword()), each.getKeyword());
    }
  }
  return stage;
}

/** Whether this machine lets a test lay one root over another. */
function canMount() {
  const lay = "mount -t tmpfs t . && cd \"$PWD\" && mkdir u w m && mount -t overlay -o lowerdir=/,upperdir=u,workdir=w o m";
  return run("unshare", ["--mount", "sh", "-c", lay], { cwd: folder("mount") }).status === 0;
}

const skip = canMount() ? false : "this machine lets nobody mount an overlay";

test("the stages build, and what they leave runs as nobody, read-only and without a network", { skip }, () => {
  const { root, user } = build(checkout());
  const at = repository("fragmented-chat");
  fs.chmodSync(at, 0o755);
  git(at, "checkout", "-q", "-b", "topic");
  fs.mkdirSync(path.join(root, "code"), { recursive: true });
  must("mount", ["--bind", "-o", "ro", at, path.join(root, "code")]);
  must("mount", ["-o", "remount,ro", root]);
  const [uid, gid] = user.split(":");
  // As the block of the README has docker start it.
  assert.ok(block("A container").includes('--network none --read-only --tmpfs /tmp --volume "$PWD:/code:ro" ssot check'));
  const start = (...args) =>
    run("unshare", [
      "--net", "chroot", `--userspec=${uid}:${gid}`, root, "env", "-i", "PATH=/usr/local/bin:/usr/bin:/bin",
      "sh", "-c", 'cd /code && exec ssot "$@"', "sh", ...args,
    ]);
  const written = run("chroot", [`--userspec=${uid}:${gid}`, root, "touch", "/code/it", "/opt/it"]);
  assert.equal(written.status, 1, "nothing can be written");

  const version = start("--version");
  assert.equal(version.status, 0, version.out + version.err);
  assert.match(version.out, /^ssot \d/);
  const all = start("check");
  assert.equal(all.status, 1, all.out + all.err);
  assert.equal(all.err, "");
  const since = start("check", "--since", "main");
  assert.equal(since.status, 0, since.out + since.err);
  assert.match(since.out, /introduced: 0 /);
  assert.deepEqual(
    fs.readdirSync(path.join(root, "opt/ssot")).sort(),
    ["cli", "ssot", "target"],
    "nothing of the sources stays",
  );
});
