import { type Program, parsePattern } from './pattern-parse.ts'

/*
 * `matches` takes patterns from an analyst and text from a stranger. Engines that backtrack (V8's among them) can be made to
 * take hours by such a pair; RE2, which CEL prescribes, cannot. This is the same idea, small: Thompson's construction, run
 * as a set of states (Thompson 1968; Cox, "Regular Expression Matching Can Be Simple And Fast", 2007), with the sets seen so far
 * remembered as states of a deterministic automaton. Time is linear in the text, whatever the pattern.
 */

export type Pattern = { ok: true; test(text: string): boolean } | { ok: false; reason: string }

/** Sets, and steps between them, remembered per pattern; past either the memory is emptied and built anew. */
const SETS_MAX = 500
const STEPS_MAX = 20_000
/** Text past this many code units is not searched: with the bound on a pattern's size, at most 4 million steps. */
const TEXT_MAX = 20_000
const PATTERNS_MAX = 1_000

const compiled = new Map<string, Pattern>()

export function compilePattern(source: string): Pattern {
  let pattern = compiled.get(source)
  if (pattern === undefined) {
    pattern = patternFrom(source)
    if (compiled.size >= PATTERNS_MAX) compiled.clear()
    compiled.set(source, pattern)
  }
  return pattern
}

function patternFrom(source: string): Pattern {
  const parsed = parsePattern(source)
  if (!parsed.ok) return parsed
  const automaton = new Automaton(parsed.program)
  return { ok: true, test: (text) => automaton.finds(text) }
}

/** A set of states, with the sets that each character seen so far leads to. */
interface States {
  members: number[]
  accepts: boolean
  acceptsAtEnd: boolean
  next: Map<number, States>
}

class Automaton {
  private readonly program: Program
  private memory = new Map<string, States>()
  private steps = 0

  constructor(program: Program) {
    this.program = program
  }

  finds(text: string): boolean {
    let states = this.remember([0], true)
    const end = Math.min(text.length, TEXT_MAX)
    for (let i = 0; i < end && !states.accepts; i++) {
      const character = text.codePointAt(i)!
      if (character > 0xffff) i += 1
      states = states.next.get(character) ?? this.step(states, character)
    }
    return states.accepts || (end === text.length && states.acceptsAtEnd)
  }

  private step(states: States, character: number): States {
    const seeds = [0]
    for (const at of states.members) {
      const op = this.program[at]!
      if (op.kind === 'take' && op.test(character)) seeds.push(at + 1)
    }
    const next = this.remember(seeds, false)
    states.next.set(character, next)
    this.steps += 1
    return next
  }

  /** The set that these seeds lead to. At the start of a text other states are reachable, so it is part of the name. */
  private remember(seeds: Iterable<number>, atStart: boolean): States {
    const members = closure(this.program, seeds, atStart, false)
    const name = `${atStart ? '^' : ''}${members.join()}`
    if (this.memory.size >= SETS_MAX || this.steps >= STEPS_MAX) {
      this.memory = new Map()
      this.steps = 0
    }
    const known = this.memory.get(name)
    if (known !== undefined) return known
    const accepting = (states: number[]) => states.some((at) => this.program[at]!.kind === 'accept')
    const states: States = {
      members,
      accepts: accepting(members),
      acceptsAtEnd: accepting(closure(this.program, members, atStart, true)),
      next: new Map(),
    }
    this.memory.set(name, states)
    return states
  }
}

/** All states reachable without taking a character, in order. */
function closure(program: Program, seeds: Iterable<number>, atStart: boolean, atEnd: boolean): number[] {
  const seen = new Set<number>()
  const open = [...seeds]
  while (open.length > 0) {
    const at = open.pop()!
    if (seen.has(at)) continue
    seen.add(at)
    const op = program[at]!
    if (op.kind === 'split') open.push(op.left, op.right)
    else if (op.kind === 'jump') open.push(op.to)
    else if ((op.kind === 'start' && atStart) || (op.kind === 'end' && atEnd)) open.push(at + 1)
  }
  return [...seen].sort((a, b) => a - b)
}
