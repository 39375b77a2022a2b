import type { Connection } from './files.ts'

/** Each queue and language that open jobs have, by leaps down the index: a handful, however many jobs there are. */
export function openPairs(db: Connection): () => Generator<{ queue: string; language: string }> {
  const nextQueue = db
    .prepare<[string], string>('SELECT queue FROM jobs WHERE shut = 0 AND queue > ? ORDER BY queue LIMIT 1')
    .pluck()
  const nextLanguage = db
    .prepare<[string, string], string>(
      'SELECT language FROM jobs WHERE shut = 0 AND queue = ? AND language > ? ORDER BY language LIMIT 1',
    )
    .pluck()
  const noLanguage = db
    .prepare<[string], 1>("SELECT 1 FROM jobs WHERE shut = 0 AND queue = ? AND language = '' LIMIT 1")
    .pluck()
  return function* () {
    for (let queue = nextQueue.get(''); queue !== undefined; queue = nextQueue.get(queue)) {
      if (noLanguage.get(queue) !== undefined) yield { queue, language: '' }
      for (
        let language = nextLanguage.get(queue, '');
        language !== undefined;
        language = nextLanguage.get(queue, language)
      )
        yield { queue, language }
    }
  }
}
