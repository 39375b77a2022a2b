/** The first thing found wrong in part of a pack: where, what, and what would be right. Caught by the parser that threw it, never seen outside. */
export class Refusal extends Error {
  path: (string | number)[]
  hint: string
  constructor(path: (string | number)[], message: string, hint: string) {
    super(message)
    this.path = path
    this.hint = hint
  }
}

export type Fields = Record<string, unknown>

/** A mapping with no fields but the known ones. */
export function fieldsOf(
  value: unknown,
  known: readonly string[],
  path: (string | number)[],
  hint: string,
): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal(path, 'not a mapping', hint)
  for (const name of Object.keys(value))
    if (!known.includes(name))
      throw new Refusal([...path, name], `there is no field "${name}" here`, `known are ${known.join(', ')}`)
  return value as Fields
}
