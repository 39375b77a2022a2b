/*
 * Comparisons of short texts go through all places of one at once: a number whose bits say where in it a letter stands (Baeza-Yates & Gonnet 1992).
 */

/** Places that one number has room for. */
export const PLACES_MAX = 32

/** Where in a text of at most 32 UTF-16 units each letter stands. Taken anew for another text, and kept for the same. */
export class Pattern {
  #text = ''
  /** By code unit: which of `#places` is its, 0 for a letter that is not in the text. */
  readonly #letters = new Uint8Array(0x1_00_00)
  readonly #places = new Int32Array(PLACES_MAX + 1)

  take(text: string): void {
    if (text === this.#text) return
    for (let i = 0; i < this.#text.length; i++) this.#letters[this.#text.charCodeAt(i)] = 0
    this.#text = text
    let known = 0
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      if (this.#letters[unit] === 0) {
        this.#letters[unit] = ++known
        this.#places[known] = 0
      }
      this.#places[this.#letters[unit]!]! |= 1 << i
    }
  }

  /** Bit i is set where the text's unit i is this one. */
  placesOf(unit: number): number {
    return this.#places[this.#letters[unit]!]!
  }
}
