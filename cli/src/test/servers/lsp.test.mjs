// The language server as a process, asked by the JSON-RPC library and the types of Visual Studio
// Code, and by bytes that no client would send.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterEach, beforeEach, test } from 'node:test'
import { MAIN, Project, RIVAL } from './project.mjs'

const require = createRequire(process.env.SSOT_SERVERS_WORK + '/')
const rpc = require('vscode-jsonrpc/node')
const lsp = require('vscode-languageserver-protocol/node')
const { TextDocument } = require('vscode-languageserver-textdocument')

const MAIN_FILE = 'src/main/java/com/acme/app/Main.java'
const TRAIL_FILE = 'src/main/java/com/acme/trail/TrailKeeper.java'

/** An editor with one connection: it keeps what it is told, and lets a test wait for it. */
class Editor {
  constructor(child) {
    this.child = child
    this.diagnostics = new Map()
    this.messages = []
    this.progress = []
    this.registered = []
    this.waiting = []
    this.connection = rpc.createMessageConnection(
      new rpc.StreamMessageReader(child.stdout),
      new rpc.StreamMessageWriter(child.stdin))
    this.connection.onNotification('textDocument/publishDiagnostics', params => {
      this.diagnostics.set(params.uri, params)
      this.wake()
    })
    this.connection.onNotification('window/showMessage', params => {
      this.messages.push(params)
      this.wake()
    })
    this.connection.onNotification('$/progress', params => {
      this.progress.push(params.value)
      this.wake()
    })
    this.connection.onRequest('window/workDoneProgress/create', () => null)
    this.connection.onRequest('client/registerCapability', params => {
      this.registered.push(...params.registrations)
      return null
    })
    this.connection.listen()
  }

  wake() {
    this.waiting = this.waiting.filter(({ holds, resolve }) => !holds() || resolve())
  }

  /** Waits until something holds. */
  until(holds) {
    return holds() ? Promise.resolve() : new Promise(resolve => {
      this.waiting.push({ holds, resolve: () => (resolve(), true) })
    })
  }

  ask(method, params) {
    return this.connection.sendRequest(method, params)
  }

  tell(method, params) {
    return this.connection.sendNotification(method, params)
  }

  async open(folders, more = {}, capabilities = {}) {
    const answer = await this.ask('initialize', {
      processId: process.pid,
      rootUri: folders[0] ?? null,
      workspaceFolders: folders.map(uri => ({ uri, name: 'project' })),
      capabilities: {
        general: more.encodings ? { positionEncodings: more.encodings } : {},
        window: { workDoneProgress: true },
        workspace: {
          didChangeWatchedFiles: { dynamicRegistration: true },
          workspaceEdit: { documentChanges: true, resourceOperations: ['delete'] }
        },
        textDocument: {
          publishDiagnostics: { relatedInformation: true, versionSupport: true },
          codeAction: {
            codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } },
            disabledSupport: true
          },
          hover: { contentFormat: ['markdown'] },
          ...capabilities
        }
      }
    })
    await this.tell('initialized', {})
    return answer
  }

  of(uri) {
    return this.diagnostics.get(uri)?.diagnostics ?? []
  }

  rules(uri) {
    return this.of(uri).map(one => one.code)
  }

  openFile(uri, text, version = 1) {
    return this.tell('textDocument/didOpen', {
      textDocument: { uri, languageId: 'java', version, text }
    })
  }

  change(uri, text, version) {
    return this.tell('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }]
    })
  }

  async close() {
    await this.ask('shutdown')
    await this.tell('exit')
    const status = await this.child.ended
    this.connection.dispose()
    return status
  }
}

let project
let editor

beforeEach(() => {
  project = new Project()
  editor = new Editor(project.start('lsp', '--no-cache'))
})

afterEach(() => {
  editor.child.kill()
  project.remove()
})

test('shows findings, their other side, and what the client can do', async () => {
  const answer = await editor.open([project.uri('')])
  assert.equal(answer.capabilities.positionEncoding, 'utf-16')
  assert.equal(answer.serverInfo.name, 'ssot')
  const main = project.uri(MAIN_FILE)
  await editor.until(() => editor.of(main).length > 0)
  const [finding] = editor.of(main)
  assert.equal(finding.code, 'forbidden-import')
  assert.equal(finding.severity, 1)
  assert.equal(finding.source, 'ssot')
  assert.deepEqual(finding.range.start, { line: 2, character: 0 })
  assert.match(finding.message, /the legacy log loses entries\nhelp: use `com.acme.audit.AuditLog`/)
  const [canonical] = finding.relatedInformation
  assert.equal(canonical.location.uri, project.uri('src/main/java/com/acme/audit/AuditLog.java'))
  assert.match(canonical.message, /canonical/)
  await editor.until(() => editor.progress.at(-1)?.kind === 'end')
  assert.equal(editor.progress[0].kind, 'begin')
  assert.ok(editor.registered.some(one => one.method === 'workspace/didChangeWatchedFiles'))
  assert.equal(await editor.close(), 0)
  assert.equal(editor.child.errors, '')
})

test('a planted rival appears with its file and goes with it', async () => {
  await editor.open([project.uri('')])
  await editor.until(() => editor.of(project.uri(MAIN_FILE)).length > 0)
  project.write(TRAIL_FILE, RIVAL)
  const trail = project.uri(TRAIL_FILE)
  await editor.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: trail, type: 1 }] })
  await editor.until(() => editor.rules(trail).includes('duplicate-implementation'))
  const rival = editor.of(trail).find(one => one.code === 'duplicate-implementation')
  assert.ok(rival.relatedInformation.length > 1)
  project.write(TRAIL_FILE, 'package com.acme.trail;\n')
  await editor.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: trail, type: 2 }] })
  await editor.until(() => editor.of(trail).length === 0)
})

test('a hover shows the evidence and the page of the rule', async () => {
  await editor.open([project.uri('')])
  const main = project.uri(MAIN_FILE)
  await editor.openFile(main, MAIN)
  await editor.until(() => editor.of(main).length > 0)
  const hover = await editor.ask('textDocument/hover', {
    textDocument: { uri: main },
    position: { line: 2, character: 9 }
  })
  assert.equal(hover.contents.kind, 'markdown')
  assert.match(hover.contents.value, /^```text\n.*forbidden-import/)
  assert.match(hover.contents.value, /fingerprint: v1:/)
  assert.ok(hover.contents.value.includes(readFileSync(process.env.SSOT_RULE_PAGE, 'utf8').trim()))
  assert.equal(await editor.ask('textDocument/hover', {
    textDocument: { uri: main },
    position: { line: 0, character: 0 }
  }), null)
})

/** Carries an edit out as a client does, on the text that it is for. */
function applied(text, uri, edit) {
  const change = edit.documentChanges.find(one => one.textDocument?.uri === uri)
  return TextDocument.applyEdits(TextDocument.create(uri, 'java', 1, text), change.edits)
}

test('a quick fix that the client carries out removes the finding', async () => {
  await editor.open([project.uri('')])
  const main = project.uri(MAIN_FILE)
  const text = MAIN.replace('new OldLog()', 'null')
  await editor.openFile(main, text, 4)
  await editor.until(() => editor.diagnostics.get(main)?.version === 4)
  const [finding] = editor.of(main)
  const actions = await editor.ask('textDocument/codeAction', {
    textDocument: { uri: main },
    range: finding.range,
    context: { diagnostics: [finding] }
  })
  const fix = actions.find(one => one.edit)
  assert.ok(fix, JSON.stringify(actions))
  assert.equal(fix.kind, 'quickfix')
  assert.deepEqual(fix.diagnostics, [finding])
  assert.equal(fix.edit.documentChanges[0].textDocument.version, 4)
  const mended = applied(text, main, fix.edit)
  assert.match(mended, /import com.acme.audit.AuditLog;/)
  await editor.change(main, mended, 5)
  await editor.until(() => editor.of(main).length === 0)
  assert.equal(editor.diagnostics.get(main).version, 5)
})

test('sees what is typed, and the file again when the document is closed', async () => {
  await editor.open([project.uri('')])
  const main = project.uri(MAIN_FILE)
  await editor.openFile(main, MAIN)
  await editor.until(() => editor.of(main).length === 1)
  await editor.change(main, 'package com.acme.app;\n\npublic class Main {}\n', 2)
  await editor.until(() => editor.of(main).length === 0)
  assert.equal(project.read(MAIN_FILE), MAIN)
  await editor.tell('textDocument/didClose', { textDocument: { uri: main } })
  await editor.until(() => editor.of(main).length === 1)
})

test('columns count what client and server agreed on', async () => {
  const line = '  /** \u{1F600}\u00e9 */ public com.acme.legacy.OldLog log;'
  const text = `package com.acme.app;\n\npublic class Main {\n\n${line}\n}\n`
  const units = { 'utf-16': 2 + 1, 'utf-8': 4 + 2, 'utf-32': 1 + 1 }
  for (const [encoding, wide] of Object.entries(units)) {
    const other = new Editor(project.start('lsp', '--no-cache'))
    project.write(MAIN_FILE, text)
    const { capabilities } = await other.open([project.uri('')], { encodings: [encoding, 'utf-16'] })
    assert.equal(capabilities.positionEncoding, encoding)
    const main = project.uri(MAIN_FILE)
    await other.until(() => other.of(main).length > 0)
    const before = '  /** '.length + wide + ' */ public '.length
    assert.equal(other.of(main)[0].range.start.character, before, encoding)
    await other.openFile(main, text)
    const at = column =>
      other.ask('textDocument/hover', {
        textDocument: { uri: main },
        position: { line: 4, character: column }
      })
    assert.equal(await at(before - 2), null)
    assert.notEqual(await at(before + 1), null)
    await other.close()
  }
})

test('several folders, each by its own policy, come and go', async () => {
  const second = new Project()
  second.write('ssot.yaml', 'version: 1\n')
  try {
    await editor.open([project.uri('')])
    await editor.until(() => editor.of(project.uri(MAIN_FILE)).length > 0)
    second.write(MAIN_FILE, MAIN.replace('com.acme.legacy.OldLog', 'com.acme.legacy.OldLogg'))
    await editor.tell('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: second.uri(''), name: 'second' }], removed: [] }
    })
    const main = second.uri(MAIN_FILE)
    await editor.until(() => editor.rules(main).includes('unresolved-import'))
    await editor.tell('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri: second.uri(''), name: 'second' }] }
    })
    await editor.until(() => editor.of(main).length === 0)
    assert.equal(editor.of(project.uri(MAIN_FILE)).length, 1)
  } finally {
    second.remove()
  }
})

test('a wrong policy is told once, in its file and in a message, and its mending is seen', async () => {
  await editor.open([project.uri('')])
  const main = project.uri(MAIN_FILE)
  const policy = project.uri('ssot.yaml')
  await editor.until(() => editor.of(main).length > 0)
  const sound = project.read('ssot.yaml')
  project.write('ssot.yaml', sound.replace('title:', 'titel:'))
  const changed = { changes: [{ uri: policy, type: 2 }] }
  await editor.tell('workspace/didChangeWatchedFiles', changed)
  await editor.until(() => editor.of(policy).length > 0)
  assert.match(editor.of(policy)[0].message, /unknown key `titel`/)
  assert.equal(editor.of(policy)[0].range.start.line, 3)
  assert.equal(editor.of(main).length, 1, 'what was told stays')
  await editor.until(() => editor.messages.length > 0)
  assert.equal(editor.messages[0].type, 1)
  await editor.tell('workspace/didChangeWatchedFiles', changed)
  project.write('ssot.yaml', sound)
  await editor.tell('workspace/didChangeWatchedFiles', changed)
  await editor.until(() => editor.of(policy).length === 0)
  assert.equal(editor.messages.length, 1)
})

test('a file that is not understood is never silently clean', async () => {
  await editor.open([project.uri('')])
  const main = project.uri(MAIN_FILE)
  await editor.until(() => editor.of(main).length > 0)
  const broken = 'src/main/java/com/acme/app/Broken.java'
  project.write(broken, 'package com.acme.app;\n\nclass Broken {\n  void m( {\n')
  await editor.tell('workspace/didChangeWatchedFiles', {
    changes: [{ uri: project.uri(broken), type: 1 }]
  })
  await editor.until(() => editor.of(project.uri(broken)).length > 0)
  assert.match(editor.rules(project.uri(broken))[0], /understood$/)
  await editor.until(() => editor.messages.some(one => one.type === 2))
  assert.match(editor.messages.at(-1).message, /incomplete.*Broken.java/)
})

test('a cancelled request is answered as cancelled', async () => {
  await editor.open([project.uri('')])
  const main = project.uri(MAIN_FILE)
  await editor.openFile(main, MAIN)
  const source = new rpc.CancellationTokenSource()
  const asked = editor.connection.sendRequest(
    'textDocument/codeAction',
    { textDocument: { uri: main }, range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, context: { diagnostics: [] } },
    source.token)
  source.cancel()
  await assert.rejects(asked, error => error.code === -32800)
  await editor.until(() => editor.of(main).length > 0)
})

test('requests at the wrong time, unknown ones, and an end without shutdown', async () => {
  await assert.rejects(editor.ask('textDocument/hover', {}), error => error.code === -32002)
  await editor.open([project.uri('')])
  await assert.rejects(editor.ask('textDocument/rename', {}), error => error.code === -32601)
  await assert.rejects(editor.ask('initialize', {}), error => error.code === -32600)
  await editor.tell('textDocument/somethingNew', { deep: [1] })
  await editor.tell('$/unknown')
  await editor.until(() => editor.of(project.uri(MAIN_FILE)).length > 0)
  await editor.tell('exit')
  assert.equal(await editor.child.ended, 1)
})

/** Speaks in bytes and reads whole messages. */
class Raw {
  constructor(child) {
    this.child = child
    this.messages = []
    this.waiting = []
    let rest = Buffer.alloc(0)
    child.stdout.on('data', data => {
      rest = Buffer.concat([rest, data])
      for (;;) {
        const head = rest.indexOf('\r\n\r\n')
        if (head < 0) return
        const [, digits] = /^Content-Length: (\d+)$/.exec(rest.subarray(0, head).toString())
        const end = head + 4 + Number(digits)
        if (rest.length < end) return
        this.messages.push(JSON.parse(rest.subarray(head + 4, end).toString()))
        rest = rest.subarray(end)
        this.waiting = this.waiting.filter(({ holds, resolve }) => !holds() || resolve())
      }
    })
  }

  send(text) {
    this.child.stdin.write(text)
  }

  until(holds) {
    return holds() ? Promise.resolve() : new Promise(resolve => {
      this.waiting.push({ holds, resolve: () => (resolve(), true) })
    })
  }
}

function framed(message) {
  const body = typeof message === 'string' ? message : JSON.stringify({ jsonrpc: '2.0', ...message })
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
}

test('hostile bytes get an error and cost no message', async () => {
  const raw = new Raw(project.start('lsp', '--no-cache'))
  const hostile = [
    ['GET / HTTP/1.1\r\nHost: localhost\r\n\r\n', -32700],
    ['Content-Length: 99999999999\r\n\r\n', -32700],
    ['Content-Length: -7\r\n\r\n', -32700],
    ['Content-Length: seven\r\n\r\n{}', -32700],
    ['Content-Type: application/json\r\n\r\n', -32700],
    ['\u0000\u0001garbage', -32700],
    [framed('{"jsonrpc":"2.0","id":'), -32700],
    [framed('['.repeat(100000)), -32700],
    [framed('{} {}'), -32700],
    ['Content-Length: 40\r\n\r\n{"jsonrpc":"2.0"}', -32700],
    [framed('[]'), -32600],
    [framed('7'), -32600],
    [framed('{"jsonrpc":"1.0","id":1,"method":"initialize"}'), -32600],
    [framed('{"jsonrpc":"2.0","id":{},"method":"initialize"}'), -32600],
    [framed('{"jsonrpc":"2.0","id":"x","method":7}'), -32600]
  ]
  let asked = 0
  for (const [bytes, code] of hostile) {
    const before = raw.messages.length
    raw.send(bytes)
    asked++
    raw.send(framed({ id: asked, method: 'nothing/atAll' }))
    await raw.until(() => raw.messages.some(one => one.id === asked))
    const answers = raw.messages.slice(before)
    assert.ok(answers.some(one => one.error?.code === code && one.id !== asked), bytes.slice(0, 40))
    assert.equal(answers.length, 2, JSON.stringify([bytes.slice(0, 40), answers]))
  }
  const before = raw.messages.length
  raw.send('\r\n\r\n' + framed({ id: 'last', method: 'initialize', params: { capabilities: {} } }))
  await raw.until(() => raw.messages.length > before)
  assert.equal(raw.messages.at(-1).id, 'last')
  assert.ok(raw.messages.at(-1).result)
  raw.child.stdin.end()
  assert.equal(await raw.child.ended, 1)
})
