// The blocks of the README that a reader copies, and a `ssot` on the path as they call it.
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { command } from './project.mjs'

const README = join(dirname(fileURLToPath(import.meta.url)), '../../../README.md')

/** The one block of a language that holds some words. */
export function block(language, words) {
  const all = [...readFileSync(README, 'utf8').matchAll(/^```(\w+)\n(.*?)^```/gms)]
    .filter(([, kind, text]) => kind === language && text.includes(words))
    .map(([, , text]) => text)
  if (all.length !== 1) throw new Error(`${all.length} blocks of ${language} hold ${words}`)
  return all[0]
}

/** A path on which there is a `ssot`. */
export function pathWithCommand() {
  const folder = mkdtempSync(join(tmpdir(), 'ssot-bin-'))
  const script = join(folder, 'ssot')
  const words = command.map(word => `'${word.replaceAll("'", "'\\''")}'`).join(' ')
  writeFileSync(script, `#!/bin/sh\nexec ${words} "$@"\n`)
  chmodSync(script, 0o755)
  return { folder, path: `${folder}:${process.env.PATH}` }
}
