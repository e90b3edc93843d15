// The configurations of the README: Neovim's own client, and the commands of the others.
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterEach, beforeEach, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { Project } from './project.mjs'
import { block, pathWithCommand } from './readme.mjs'

const require = createRequire(process.env.SSOT_SERVERS_WORK + '/')
const load = name => import(pathToFileURL(require.resolve('@modelcontextprotocol/sdk/' + name)).href)

const MAIN_FILE = 'src/main/java/com/acme/app/Main.java'

let project
let bin

beforeEach(() => {
  project = new Project()
  bin = pathWithCommand()
})

afterEach(() => {
  project.remove()
  rmSync(bin.folder, { recursive: true })
})

/** What a person does: waits for the finding, asks about it, fixes it, and sees it gone. */
const SESSION = `
local said = {}
local function say(words) table.insert(said, words) end
local function wait(holds)
  if not vim.wait(60000, holds, 50) then say('timeout') end
end
vim.cmd('edit ' .. vim.fn.fnameescape('${MAIN_FILE}'))
wait(function() return #vim.diagnostic.get(0) == 1 end)
local finding = vim.diagnostic.get(0)[1]
say(finding.source .. ' ' .. finding.lnum .. ':' .. finding.col .. ' ' .. finding.message)
vim.api.nvim_win_set_cursor(0, { 3, 10 })
local position = vim.lsp.util.make_position_params(0, 'utf-16')
for _, answer in pairs(vim.lsp.buf_request_sync(0, 'textDocument/hover', position, 30000)) do
  say(answer.result.contents.value)
end
local range = vim.lsp.util.make_range_params(0, 'utf-16')
range.context = { diagnostics = {} }
for _, answer in pairs(vim.lsp.buf_request_sync(0, 'textDocument/codeAction', range, 30000)) do
  say(answer.result[1].title)
  vim.lsp.util.apply_workspace_edit(answer.result[1].edit, 'utf-16')
end
wait(function() return #vim.diagnostic.get(0) == 0 end)
say('fixed')
vim.cmd('write')
vim.fn.writefile(vim.split(table.concat(said, '\\n'), '\\n'), 'said.txt')
vim.cmd('quitall!')
`

const nvim = spawnSync('nvim', ['--version']).status === 0

test('Neovim', { skip: nvim ? false : 'there is no nvim' }, () => {
  project.write(MAIN_FILE, project.read(MAIN_FILE).replace('new OldLog()', 'null'))
  writeFileSync(project.path('init.lua'), block('lua', "'ssot', 'lsp'"))
  writeFileSync(project.path('session.lua'), SESSION)
  execFileSync(
    'nvim',
    ['--headless', '-n', '-i', 'NONE', '-u', 'init.lua', '-c', 'luafile session.lua'],
    {
      cwd: project.folder,
      env: { ...process.env, PATH: bin.path, HOME: project.folder, SSOT_CACHE: project.path('cache') },
      stdio: 'inherit',
      timeout: 120000
    })
  const said = project.read('said.txt')
  assert.match(said, /^ssot 2:0 this import reaches `com.acme.legacy.OldLog`/)
  assert.match(said, /# forbidden-import/)
  assert.match(said, /ssot: use `com.acme.audit.AuditLog` instead\nfixed\n$/)
  assert.match(project.read(MAIN_FILE), /import com.acme.audit.AuditLog;/)
})

test('Visual Studio Code and others', async () => {
  const settings = JSON.parse(block('json', 'glspc'))
  const rpc = require('vscode-jsonrpc/node')
  const child = project.startOn(
    bin.path, settings['glspc.server.command'], settings['glspc.server.commandArguments'])
  const connection = rpc.createMessageConnection(
    new rpc.StreamMessageReader(child.stdout), new rpc.StreamMessageWriter(child.stdin))
  const main = project.uri(MAIN_FILE)
  const told = new Promise(resolve =>
    connection.onNotification('textDocument/publishDiagnostics', params => {
      if (params.uri === main && params.diagnostics.length === 1) resolve()
    }))
  connection.listen()
  await connection.sendRequest('initialize', {
    rootUri: project.uri(''), capabilities: {}, processId: null
  })
  await connection.sendNotification('initialized', {})
  await told
  await connection.sendRequest('shutdown')
  await connection.sendNotification('exit')
  assert.equal(await child.ended, 0)
  assert.deepEqual(settings['glspc.server.languageId'], ['java'])
})

test('an agent', async () => {
  const { Client } = await load('client/index.js')
  const { StdioClientTransport } = await load('client/stdio.js')
  const { ssot } = JSON.parse(block('json', 'mcpServers')).mcpServers
  const args = ssot.args.map(word => (word === '/path/to/project' ? project.folder : word))
  assert.notDeepEqual(args, ssot.args)
  const client = new Client({ name: 'test', version: '1' })
  await client.connect(
    new StdioClientTransport({
      command: ssot.command,
      args,
      env: { PATH: bin.path, SSOT_CACHE: project.path('cache') },
      cwd: bin.folder
    }))
  const answer = await client.callTool({ name: 'canonical_for_task', arguments: { task: 'audit' } })
  assert.match(answer.content[0].text, /use: import com.acme.audit.AuditLog;/)
  await client.close()
})
