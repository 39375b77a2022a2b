import { createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { VaultError } from '../evidence/vault.ts'
import { sha256 } from '../lib/hash.ts'

/** A key of the vault. Its id is derived from it, so that none has to be named, and tells nothing of it. */
export interface VaultKey {
  id: string
  /** The key of one file: no two files share one, so a counter will do as nonce. */
  forFile(salt: Uint8Array): KeyObject
}

/** The key that seals what is new, and those that open what was sealed before. */
export interface KeyRing {
  current: VaultKey
  find(id: string): VaultKey | undefined
}

export interface KeySource {
  /** Keys in base64, the current one first, separated by white space or commas. Goes before the file. */
  given?: string | undefined
  /** One key a line, the current one first. */
  file: string
}

const KEY_BYTES = 32

/**
 * The keys of the vault, from the environment or a file. `make`: where there are none yet, one is made in the file, readable by its owner
 * alone. Throws a VaultError whose words hold no key. (docs/spec/evidence.md, E10)
 */
export function loadKeys({ given, file }: KeySource, { make }: { make: boolean }): KeyRing {
  if (given !== undefined && given.trim() !== '') return ringOf(given, 'HOLDFAST_EVIDENCE_KEY')
  if (!existsSync(file)) {
    if (!make) throw noKey(`there is no key at ${file}`)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  }
  try {
    return ringOf(readFileSync(file, 'utf8'), file)
  } catch (error) {
    if (error instanceof VaultError) throw error
    throw noKey(`${file} cannot be read (${(error as NodeJS.ErrnoException).code})`)
  }
}

const noKey = (what: string): VaultError =>
  new VaultError(
    'no-key',
    what,
    'Give the key with HOLDFAST_EVIDENCE_KEY or --evidence-key-file. Without it what was preserved cannot be read, by anybody.',
  )

function ringOf(text: string, where: string): KeyRing {
  const keys = text
    .split(/[\s,]+/)
    .filter((one) => one !== '')
    .map((one) => Buffer.from(one, 'base64'))
  if (keys.length === 0 || keys.some((key) => key.length !== KEY_BYTES))
    throw noKey(`${where} holds no keys: each is ${KEY_BYTES} bytes in base64`)
  const ring = new Map(keys.map((key) => [idOf(key), keyOf(key)]))
  return { current: ring.get(idOf(keys[0]!))!, find: (id) => ring.get(id) }
}

const idOf = (key: Uint8Array): string =>
  sha256(Buffer.concat([Buffer.from('holdfast evidence key\0'), key])).slice(0, 16)

function keyOf(key: Uint8Array): VaultKey {
  const master = createSecretKey(key)
  return {
    id: idOf(key),
    forFile: (salt) =>
      createSecretKey(Buffer.from(hkdfSync('sha256', master, salt, 'holdfast evidence file', KEY_BYTES))),
  }
}
