import type { LinkEvidence } from '../api/types.ts'
import { texts } from '../texts/texts.ts'

/** Fields whose values are keyed tokens or ids: what they are says nothing to a reader, how many agree does. */
const OPAQUE = new Set(['email', 'emailDomain', 'device', 'network', 'avatar'])
/** Fields whose values are a moment and, behind a comma, what it amounts to. */
const MOMENTS = new Set(['gap', 'age', 'change'])

/** A field's name in the reader's words. */
export const fieldName = (field: string): string =>
  field.startsWith('cap:') ? texts.links.cap : (texts.links.fields[field] ?? field)

/** What was compared, as far as it tells a reader something: one or two lines. */
export function valuesOf({ field, bits, left, right }: LinkEvidence): string[] {
  // The lists shown are a part of those that were compared: what they came to is said, not counted again.
  if (field === 'company') return [texts.links.company(bits > 0)]
  if (OPAQUE.has(field)) return [sharedOf(left, right)]
  if (MOMENTS.has(field)) return [left.split(', ')[1] ?? left]
  if (field.startsWith('cap:')) return [`${left}: ${right.split(' ').map(fieldName).join(', ')}`]
  return left === right ? [left] : [left, right]
}

function sharedOf(left: string, right: string): string {
  const [ours, theirs] = [new Set(left.split(' ')), new Set(right.split(' '))]
  return texts.links.shared(ours.intersection(theirs).size, Math.min(ours.size, theirs.size))
}
