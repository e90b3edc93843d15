// A project with a rival, a forbidden import and an import that names nothing, in a folder of its
// own, and the server as a process beside it.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The words of the command, as the launcher would run it. */
export const command = JSON.parse(process.env.SSOT_COMMAND)

export const POLICY = `version: 1
roles:
  - id: audit-log
    title: writing the audit log
    canonical: com.acme.audit.AuditLog
    forbid:
      - path: com.acme.legacy.OldLog
        reason: the legacy log loses entries
        use: com.acme.audit.AuditLog
`

const LOG = (name, pkg) => `package ${pkg};

import java.util.ArrayList;
import java.util.List;

public class ${name} {

  private final List<String> entries = new ArrayList<>();
  private int dropped;

  public void append(String who, String what) {
    if (who == null || who.isEmpty()) {
      dropped++;
      return;
    }
    entries.add(who + " did " + what);
  }

  public List<String> entriesOf(String who) {
    List<String> found = new ArrayList<>();
    for (String entry : entries) {
      if (entry.startsWith(who + " ")) {
        found.add(entry);
      }
    }
    return found;
  }

  public int dropped() {
    return dropped;
  }
}
`

export const RIVAL = LOG('TrailKeeper', 'com.acme.trail')

export const MAIN = `package com.acme.app;

import com.acme.legacy.OldLog;

public class Main {

  /** \u{1F600} */ public OldLog log = new OldLog();
}
`

export class Project {
  constructor() {
    this.folder = realpathSync(mkdtempSync(join(tmpdir(), 'ssot servers ')))
    this.write('ssot.yaml', POLICY)
    this.write('src/main/java/com/acme/audit/AuditLog.java', LOG('AuditLog', 'com.acme.audit'))
    this.write(
      'src/main/java/com/acme/legacy/OldLog.java',
      'package com.acme.legacy;\n\npublic class OldLog {\n\n  public int dropped() {\n    return 3;\n  }\n}\n')
    this.write('src/main/java/com/acme/app/Main.java', MAIN)
  }

  path(name) {
    return join(this.folder, name)
  }

  uri(name) {
    return pathToFileURL(this.path(name)).href
  }

  write(name, text) {
    mkdirSync(dirname(this.path(name)), { recursive: true })
    writeFileSync(this.path(name), text)
  }

  read(name) {
    return readFileSync(this.path(name), 'utf8')
  }

  remove() {
    rmSync(this.folder, { recursive: true })
  }

  /** Starts a command of the program in the folder. */
  start(...words) {
    const [program, ...rest] = [...command, ...words]
    return this.startOn(process.env.PATH, program, rest)
  }

  /** Starts any command in the folder, found on a path. */
  startOn(path, program, words) {
    const child = spawn(program, words, {
      cwd: this.folder,
      env: { ...process.env, PATH: path, SSOT_CACHE: this.path('cache') },
      stdio: ['pipe', 'pipe', 'pipe']
    })
    child.errors = ''
    child.stderr.on('data', data => (child.errors += data))
    child.ended = new Promise(resolve => child.on('close', status => resolve(status)))
    return child
  }
}
