// The tool server as a process, asked by the protocol's official client, which holds each answer
// against the schema of its tool, and by bytes that no client would send.
import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { afterEach, beforeEach, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { command, Project, RIVAL } from './project.mjs'

const require = createRequire(process.env.SSOT_SERVERS_WORK + '/')
const load = name => import(pathToFileURL(require.resolve('@modelcontextprotocol/sdk/' + name)).href)
const { Client } = await load('client/index.js')
const { StdioClientTransport } = await load('client/stdio.js')

const MAIN_FILE = 'src/main/java/com/acme/app/Main.java'

let project
let client

async function connect(...options) {
  const [program, ...rest] = [...command, 'mcp', '--no-cache', ...options]
  const one = new Client({ name: 'test', version: '1' })
  await one.connect(
    new StdioClientTransport({ command: program, args: rest, cwd: project.folder, stderr: 'inherit' }))
  return one
}

beforeEach(() => {
  project = new Project()
})

afterEach(async () => {
  await client?.close()
  client = undefined
  project.remove()
})

async function ask(name, args) {
  const answer = await client.callTool({ name, arguments: args })
  assert.ok(!answer.isError, JSON.stringify(answer.content))
  return { ...answer.structuredContent, text: answer.content[0].text }
}

async function refused(name, args, pattern) {
  const answer = await client.callTool({ name, arguments: args })
  assert.equal(answer.isError, true, JSON.stringify(answer))
  assert.match(answer.content[0].text, pattern)
}

test('lists its tools, each with schemas', async () => {
  client = await connect()
  assert.equal(client.getServerVersion().name, 'ssot')
  assert.match(client.getInstructions(), /canonical_for_task/)
  const { tools } = await client.listTools()
  assert.deepEqual(
    tools.map(tool => tool.name),
    ['canonical_for_task', 'check', 'explain_finding', 'find_similar', 'may_import'])
  for (const tool of tools) {
    assert.equal(tool.inputSchema.type, 'object')
    assert.ok(tool.outputSchema.required.includes('gaps'), tool.name)
    assert.equal(tool.annotations.readOnlyHint, true)
    assert.ok(tool.description.length > 50)
  }
  await client.ping()
})

test('tells what is canonical for a task', async () => {
  client = await connect()
  await client.listTools()
  for (const task of ['audit-log', 'write to the audit log', 'AuditLog', 'auditing']) {
    const { roles, text } = await ask('canonical_for_task', { task })
    assert.equal(roles[0].canonical, 'com.acme.audit.AuditLog', task)
    assert.equal(roles[0].import, 'import com.acme.audit.AuditLog;')
    assert.equal(roles[0].declaration.path, 'src/main/java/com/acme/audit/AuditLog.java')
    assert.match(roles[0].reason, /ssot.yaml:5/)
    assert.equal(roles[0].avoid[0].reason, 'the legacy log loses entries')
    assert.match(text, /use: import com.acme.audit.AuditLog;/)
  }
  const nothing = await ask('canonical_for_task', { task: 'grill a sausage' })
  assert.deepEqual(nothing.roles, [])
  assert.deepEqual(nothing.declaredRoles, ['audit-log'])
  await refused('canonical_for_task', { task: ' ' }, /error: `task` is missing.*\n {2}help: /)
  await refused('canonical_for_task', { tusk: 'x' }, /no argument `tusk`\n {2}help: did you mean `task`/)
  await refused('canonical_for_task', { task: 'x', limit: 0 }, /`limit` is 0\n {2}help: give a number/)
})

test('tells whether a file may import something', async () => {
  client = await connect()
  await client.listTools()
  const forbidden = await ask('may_import', {
    file: 'src/main/java/com/acme/app/New.java',
    import: 'import com.acme.legacy.OldLog;'
  })
  assert.equal(forbidden.decision, 'forbidden')
  assert.equal(forbidden.objections[0].rule, 'forbidden-import')
  assert.equal(forbidden.objections[0].use, 'com.acme.audit.AuditLog')
  assert.match(forbidden.objections[0].reason, /the legacy log loses entries/)
  const allowed = await ask('may_import', { file: MAIN_FILE, import: 'com.acme.audit.AuditLog' })
  assert.equal(allowed.decision, 'allowed')
  assert.deepEqual(allowed.objections, [])
  assert.equal((await ask('may_import', { file: MAIN_FILE, import: 'java.util.*' })).decision, 'allowed')
  const missing = await ask('may_import', { file: MAIN_FILE, import: 'com.acme.audit.AuditLogg' })
  assert.equal(missing.objections[0].rule, 'unresolved-import')
  assert.equal(missing.objections[0].use, 'com.acme.audit.AuditLog')
  project.write('src/main/java/com/acme/trail/TrailKeeper.java', RIVAL)
  const rival = await ask('may_import', { file: MAIN_FILE, import: 'com.acme.trail.TrailKeeper' })
  assert.equal(rival.decision, 'discouraged')
  assert.equal(rival.objections[0].use, 'com.acme.audit.AuditLog')
  await refused('may_import', { file: '../x.java', import: 'a.B' }, /outside of the project/)
  await refused('may_import', { file: '/etc/passwd', import: 'a.B' }, /outside of the project/)
  await refused('may_import', { file: 'ssot.yaml', import: 'a.B' }, /no Java file/)
  await refused('may_import', { file: MAIN_FILE, import: 'a b' }, /`a b` is no import\n {2}help: /)
  await refused('may_import', { file: 7, import: 'a.B' }, /`file` is no text/)
})

test('finds what is like a type, by source and by name', async () => {
  client = await connect()
  await client.listTools()
  const bySource = await ask('find_similar', { source: RIVAL, limit: 2 })
  assert.equal(bySource.similar[0].name, 'com.acme.audit.AuditLog')
  assert.ok(bySource.similar[0].score > 0.5)
  assert.ok(bySource.similar.length <= 2)
  assert.match(bySource.text, /com.acme.audit.AuditLog/)
  project.write('src/main/java/com/acme/trail/TrailKeeper.java', RIVAL)
  const byName = await ask('find_similar', { type: 'AuditLog' })
  assert.equal(byName.similar[0].name, 'com.acme.trail.TrailKeeper')
  assert.deepEqual(bySource.findings, [])
  assert.deepEqual(byName.findings.map(finding => finding.rule), ['duplicate-implementation'])
  assert.match(byName.text, /^finding: `com.acme.trail.TrailKeeper` is .* \[duplicate-implementation\] v1:/m)
  await refused('find_similar', {}, /nothing to look for/)
  await refused('find_similar', { type: 'Nope' }, /`Nope` is no type of this codebase\n {2}help: /)
  await refused('find_similar', { source: 'class {' }, /not understood/)
  await refused('find_similar', { source: 'package a;' }, /declares no type/)
})

test('checks files and explains a finding', async () => {
  client = await connect()
  await client.listTools()
  const { findings, exitStatus, more, text } = await ask('check', { files: [MAIN_FILE] })
  assert.equal(findings.length, 1)
  assert.equal(more, 0)
  assert.equal(exitStatus, 1)
  assert.equal(findings[0].rule, 'forbidden-import')
  assert.equal(findings[0].fixable, true)
  assert.match(text, /Main.java:3: error: /)
  assert.equal((await ask('check', { files: ['src/main/java/com/acme/audit'] })).findings.length, 0)
  const one = await ask('explain_finding', { fingerprint: findings[0].fingerprint.slice(0, 12) })
  assert.equal(one.findings[0].fingerprint, findings[0].fingerprint)
  assert.match(one.page, /^# forbidden-import/)
  assert.match(one.text, /fingerprint: v1:/)
  await refused('explain_finding', { fingerprint: 'v1:0000' }, /no finding has the fingerprint/)
  await refused('explain_finding', { fingerprint: 'v' }, /no finding has the fingerprint/)
  await refused('check', { files: ['../..'] }, /outside of the project/)
  await refused('check', { files: [] }, /no list of texts/)
})

test('a file that changed is seen by the next question', async () => {
  client = await connect()
  assert.equal((await ask('check', {})).findings.length, 1)
  project.write(MAIN_FILE, 'package com.acme.app;\n\npublic class Main {}\n')
  assert.equal((await ask('check', {})).findings.length, 0)
})

test('answers several calls at once, and drops one that is cancelled', async () => {
  client = await connect()
  const stop = new AbortController()
  const dropped = assert.rejects(
    client.callTool({ name: 'check', arguments: {} }, undefined, { signal: stop.signal }))
  stop.abort('no longer wanted')
  const calls = Array.from({ length: 20 }, (_, i) =>
    i % 2 ? ask('check', {}) : ask('canonical_for_task', { task: 'audit-log' }))
  const answers = await Promise.all(calls)
  answers.forEach((answer, i) => assert.equal(i % 2 ? answer.findings.length : answer.roles.length, 1))
  await dropped
})

test('a broken policy is an error of each tool until it is mended', async () => {
  const sound = project.read('ssot.yaml')
  project.write('ssot.yaml', sound.replace('title:', 'titel:'))
  client = await connect()
  await refused('check', {}, /ssot.yaml:4:5: error: unknown key `titel`.*\n {2}help: did you mean `title`/)
  await refused('canonical_for_task', { task: 'audit' }, /unknown key `titel`/)
  project.write('ssot.yaml', sound)
  assert.equal((await ask('check', {})).findings.length, 1)
})

test('says what it does not see', async () => {
  project.write('src/main/java/com/acme/app/Broken.java', 'package com.acme.app;\n\nclass {\n')
  client = await connect()
  const answer = await ask('check', {})
  assert.equal(answer.exitStatus, 3)
  assert.match(answer.gaps[0], /Broken.java/)
  assert.match(answer.text, /incomplete: /)
})

test('calls of what is not there, and hostile lines', async () => {
  client = await connect()
  await assert.rejects(client.callTool({ name: 'nope' }), error => error.code === -32602)
  await assert.rejects(
    client.callTool({ name: 'check', arguments: [1] }).catch(error => Promise.reject(error)))
  const child = project.start('mcp', '--no-cache')
  let out = ''
  child.stdout.on('data', data => (out += data))
  child.stdin.write('{"jsonrpc":"2.0","id":1,"method":"tools/list"}\n')
  child.stdin.write('no json\n\n\u0000\n[]\n{"jsonrpc":"2.0","id":2,"method":7}\n')
  child.stdin.write('['.repeat(5000) + '\n')
  child.stdin.write('{"jsonrpc":"2.0","id":3,"method":"initialize","params":{"protocolVersion":"1"}}\n')
  child.stdin.write('{"jsonrpc":"2.0","id":4,"method":"resources/list"}\n')
  child.stdin.end('{"jsonrpc":"2.0","id":5,"method":"ping"}')
  assert.equal(await child.ended, 0)
  const answers = out.trim().split('\n').map(line => JSON.parse(line))
  assert.deepEqual(
    answers.map(one => [one.id, one.error?.code ?? 0]),
    [[1, -32600], [null, -32700], [null, -32700], [null, -32600], [2, -32600], [null, -32700],
      [3, 0], [4, -32601], [5, 0]])
  assert.equal(answers[6].result.protocolVersion, '2025-11-25')
})
