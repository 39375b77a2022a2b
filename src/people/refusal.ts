/** Why something was not done, in words for whoever asked, and what they can do about it. */
export interface Refusal {
  ok: false
  why: 'invalid' | 'wrong' | 'wait' | 'missing' | 'conflict' | 'forbidden'
  reason: string
  hint: string
  /** Which part of what was sent. */
  field?: string
  waitSeconds?: number
}

export type Outcome<T> = ({ ok: true } & T) | Refusal

export const refused = (
  why: Refusal['why'],
  reason: string,
  hint: string,
  more: Pick<Refusal, 'field' | 'waitSeconds'> = {},
): Refusal => ({ ok: false, why, reason, hint, ...more })

export const noSuchPerson = (): Refusal =>
  refused('missing', 'there is nobody with this id', 'GET /v1/people lists them.')
