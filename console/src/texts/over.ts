type Words = { [name: string]: unknown }

/**
 * A translation laid over the English words: what it does not say yet is said in English, rather than not at all. The test beside this file
 * lists what is missing.
 */
export function over<T extends Words>(
  english: T,
  words: Partial<{ [K in keyof T]: T[K] extends Words ? Partial<T[K]> : T[K] }>,
): T {
  const merged: Words = { ...english }
  for (const [name, word] of Object.entries(words)) {
    const before = merged[name]
    merged[name] = isWords(word) && isWords(before) ? { ...before, ...word } : word
  }
  return merged as T
}

const isWords = (value: unknown): value is Words =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
