import { fnv1a } from '../lib/hash.ts'

/*
 * How many different values a bucket has seen. Up to 64 of them by their 32-bit hashes, exact but for a collision; past that a
 * HyperLogLog of 512 registers (Flajolet, Fusy, Gandouet, Meunier 2007), standard error 1.04 / sqrt(512) = 4.6 %.
 */

export const EXACT_MAX = 64
const REGISTER_BITS = 9
export const REGISTERS = 1 << REGISTER_BITS
/** 2 to the minus n, for every place a bit can have. */
const HALVES = Array.from({ length: 34 }, (_, n) => 2 ** -n)
const ALPHA = 0.7213 / (1 + 1.079 / REGISTERS)

/** FNV-1a spreads its low bits well and its high ones badly: MurmurHash3's finalizer evens that out. */
export function hashOf(value: string): number {
  let mixed = fnv1a(value)
  mixed ^= mixed >>> 16
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}

/** Puts a hash into a sorted list without doubles. */
export function addHash(hashes: number[], hash: number): void {
  let [low, high] = [0, hashes.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (hashes[middle]! < hash) low = middle + 1
    else high = middle
  }
  if (hashes[low] !== hash) hashes.splice(low, 0, hash)
}

export const emptyRegisters = (): number[] => new Array<number>(REGISTERS).fill(0)

/** The first 9 bits choose the register; it keeps the largest place of the first set bit among the others. */
export function addToRegisters(registers: number[], hash: number): void {
  const register = hash >>> (32 - REGISTER_BITS)
  const rank = Math.clz32((hash << REGISTER_BITS) | (1 << (REGISTER_BITS - 1))) + 1
  if (rank > registers[register]!) registers[register] = rank
}

export function mergeRegisters(into: number[], from: number[]): void {
  for (let i = 0; i < REGISTERS; i++) if (from[i]! > into[i]!) into[i] = from[i]!
}

/** Small numbers by the registers still empty (linear counting), larger ones by the harmonic mean. */
export function estimate(registers: number[]): number {
  let sum = 0
  let empty = 0
  for (const rank of registers) {
    sum += HALVES[rank]!
    if (rank === 0) empty += 1
  }
  const mean = (ALPHA * REGISTERS * REGISTERS) / sum
  const small = mean <= 2.5 * REGISTERS && empty > 0
  return Math.round(small ? REGISTERS * Math.log(REGISTERS / empty) : mean)
}
