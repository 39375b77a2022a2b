import { readFileSync } from 'node:fs'
import { parse as parseCsv } from 'csv-parse/sync'

/** One labelled text of a data set. */
export interface LabelledText {
  id: string
  language: string
  label: string
  text: string
}

export interface TextSet {
  name: string
  /** Whether its licence lets it train the shipped model. What trains is measured too, and such numbers flatter. */
  trains: boolean
  licence: string
  note: string
  texts: LabelledText[]
}

interface Listed {
  set: string
  use: string
  licence: string
  note: string
}

const tsv = (path: string): Listed[] =>
  parseCsv(readFileSync(path, 'utf8'), { delimiter: '\t', columns: true, quote: null }) as Listed[]

/** The sets that `text/README.tsv` lists, in its order; those named alone, if any are. */
export function* textSets(data: string, only: string[]): Generator<TextSet> {
  for (const { set, use, licence, note } of tsv(`${data}/text/README.tsv`)) {
    if (only.length > 0 && !only.includes(set)) continue
    yield {
      name: set,
      trains: /\btrain\b/.test(use),
      licence,
      note,
      texts: textsOf(`${data}/text/${set}.jsonl`),
    }
  }
}

function textsOf(path: string): LabelledText[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const { id, lang, label, text } = JSON.parse(line) as Record<'id' | 'lang' | 'label' | 'text', string>
      return { id, language: lang, label, text }
    })
}

const ACCOUNT_SETS = [
  {
    name: 'ordinary',
    note: 'posts of accounts of no interest: whatever is found here is most likely a false alarm',
  },
  {
    name: 'supporters-2015',
    note: 'posts of accounts that supported a violent group in 2015; most posts by themselves are harmless',
  },
]

/** Posts of whole accounts, whose label is the account's, not the text's. */
export function* accountSets(data: string, only: string[]): Generator<TextSet> {
  for (const { name, note } of ACCOUNT_SETS) {
    if (only.length > 0 && !only.includes(name)) continue
    const rows = parseCsv(readFileSync(`${data}/accounts/${name}.csv`, 'utf8'), {
      columns: true,
      bom: true,
    }) as {
      text: string
    }[]
    const texts = rows.map(({ text }, index) => ({
      id: `${name}:${index}`,
      language: 'und',
      label: 'post',
      text,
    }))
    yield { name, trains: false, licence: '–', note, texts: texts.filter(({ text }) => text.trim() !== '') }
  }
}
