import assert from 'node:assert/strict'
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

/** How dear one guess is. */
export interface Cost {
  N: number
  r: number
  p: number
}

/** 64 MiB and two passes: one of the settings of OWASP's Password Storage Cheat Sheet, all of which are equally strong. */
export const COST: Cost = { N: 2 ** 16, r: 8, p: 2 }

const HASH_BYTES = 32
const SALT_BYTES = 16
/** Hashes computed at once, so that sign-ins neither eat the memory nor stand in the line's way. */
const AT_ONCE_MAX = 2
/** Those that may wait for it, about ten seconds' worth. */
const WAITING_MAX = 32

export const PASSWORD_LENGTH_MIN = 12
/** Longer ones only make work. */
export const PASSWORD_LENGTH_MAX = 256

/** More sign-ins at once than can be weighed: to be tried again in a moment. */
export class TooBusy extends Error {
  override name = 'TooBusy'
}

export interface Passwords {
  /** `scrypt$N$r$p$salt$hash`. Throws TooBusy. */
  hash(password: string): Promise<string>
  /** Takes as long where there is no password as where it is wrong. Throws TooBusy. */
  fits(password: string, stored: string | null): Promise<boolean>
  /** Whether it was hashed at another cost than today's. */
  isOutdated(stored: string): boolean
}

export function createPasswords(cost: Cost = COST): Passwords {
  const inTurn = limiter(AT_ONCE_MAX, WAITING_MAX)
  const nobody = format(cost, randomBytes(SALT_BYTES), randomBytes(HASH_BYTES))
  return {
    hash: (password) =>
      inTurn(async () => {
        const salt = randomBytes(SALT_BYTES)
        return format(cost, salt, await derive(password, salt, cost))
      }),
    fits: (password, stored) =>
      inTurn(async () => {
        const { cost: theirs, salt, hash } = parse(stored ?? nobody)
        return timingSafeEqual(await derive(password, salt, theirs), hash) && stored !== null
      }),
    isOutdated(stored) {
      const { cost: theirs } = parse(stored)
      return theirs.N !== cost.N || theirs.r !== cost.r || theirs.p !== cost.p
    },
  }
}

/**
 * What keeps a text from being a password, or null. Length counts, and that it is neither the name nor a few characters over and over;
 * rules about kinds of characters only make people write predictable ones. (NIST SP 800-63B, 3.1.1.2)
 */
export function passwordFault(password: string, name: string): string | null {
  const folded = normalized(password)
  const letters = [...folded]
  if (letters.length < PASSWORD_LENGTH_MIN) return `a password has at least ${PASSWORD_LENGTH_MIN} characters`
  if (password.length > PASSWORD_LENGTH_MAX) return `a password has at most ${PASSWORD_LENGTH_MAX} characters`
  if (new Set(letters).size < 6) return 'a password has at least six different characters'
  const plain = folded.toLowerCase()
  if (name.length >= 4 && plain.replaceAll(name, '').length < 6) return 'a password is not the name'
  if (isRun(plain)) return 'a password is not a row of the keyboard or the alphabet'
  return null
}

const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
]
const isRun = (text: string): boolean =>
  RUNS.some((run) => run.includes(text) || [...run].toReversed().join('').includes(text))

/** Keyboards differ in how they compose a letter; the password is the same. */
const normalized = (password: string): string => password.normalize('NFKC')

const derive = (password: string, salt: Uint8Array, { N, r, p }: Cost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r }
    scrypt(normalized(password), salt, HASH_BYTES, options, (error, hash) =>
      error ? reject(error) : resolve(hash),
    )
  })

const format = ({ N, r, p }: Cost, salt: Uint8Array, hash: Uint8Array): string =>
  ['scrypt', N, r, p, ...[salt, hash].map((bytes) => Buffer.from(bytes).toString('base64url'))].join('$')

function parse(stored: string): { cost: Cost; salt: Buffer; hash: Buffer } {
  const [kind, N, r, p, salt, hash] = stored.split('$')
  assert(kind === 'scrypt' && salt && hash, 'a stored password is not one of ours')
  return {
    cost: { N: Number(N), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64url'),
    hash: Buffer.from(hash, 'base64url'),
  }
}

/** Lets `atOnce` run, keeps `waiting` more in order, and turns the rest away. */
function limiter(atOnce: number, waitingMax: number) {
  let running = 0
  const waiting: (() => void)[] = []
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= atOnce) {
      if (waiting.length >= waitingMax) throw new TooBusy('too many sign-ins at once')
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else running += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }
}
