import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/*
 * A classifier small enough to be written by hand, for tests of local models: a table with two numbers per word, and of each number the largest
 * over the words of a text. It is an ONNX file like any other (protocol buffers after onnx.proto3, ONNX IR version 8, operator set 13).
 */

const WORDS = ['[PAD]', '[UNK]', 'i', 'will', 'you', 'kill', 'good', 'morning']
export const LABELS = ['quiet', 'threat'] as const

/** Rows of the table: who says "kill" threatens. */
const WEIGHTS = WORDS.flatMap((word) => (word === 'kill' ? [-4, 4] : [0, -4]))

/** Writes the folder of a model in the layout of transformers.js. */
export function writeTinyModel(folder: string): void {
  mkdirSync(join(folder, 'onnx'), { recursive: true })
  const json = (name: string, value: unknown) => writeFileSync(join(folder, name), JSON.stringify(value))
  json('config.json', {
    model_type: 'bert',
    architectures: ['BertForSequenceClassification'],
    id2label: Object.fromEntries(LABELS.map((label, id) => [id, label])),
    label2id: Object.fromEntries(LABELS.map((label, id) => [label, id])),
  })
  json('tokenizer_config.json', {
    tokenizer_class: 'BertTokenizer',
    model_max_length: 512,
    pad_token: '[PAD]',
    unk_token: '[UNK]',
  })
  json('tokenizer.json', {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: [],
    normalizer: { type: 'Lowercase' },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: null,
    decoder: null,
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(WORDS.map((word, id) => [word, id])),
    },
  })
  writeFileSync(join(folder, 'onnx/model.onnx'), model())
}

const FLOAT = 1
const INT64 = 7

function model(): Buffer {
  const table = message(
    varint(1, WORDS.length),
    varint(1, LABELS.length),
    varint(2, FLOAT),
    text(8, 'table'),
    bytes(9, Buffer.from(Float32Array.from(WEIGHTS).buffer)),
  )
  const gather = message(text(1, 'table'), text(1, 'input_ids'), text(2, 'rows'), text(4, 'Gather'))
  const axes = message(text(1, 'axes'), varint(8, 1), varint(20, 7))
  const keep = message(text(1, 'keepdims'), varint(3, 0), varint(20, 2))
  const most = message(
    text(1, 'rows'),
    text(2, 'logits'),
    text(4, 'ReduceMax'),
    bytes(5, axes),
    bytes(5, keep),
  )
  const graph = message(
    bytes(1, gather),
    bytes(1, most),
    text(2, 'tiny'),
    bytes(5, table),
    bytes(11, tensor('input_ids', INT64, ['batch', 'length'])),
    bytes(12, tensor('logits', FLOAT, ['batch', LABELS.length])),
  )
  return message(varint(1, 8), bytes(7, graph), bytes(8, message(text(1, ''), varint(2, 13))))
}

const tensor = (name: string, type: number, shape: (string | number)[]): Buffer => {
  const dims = shape.map((dim) => bytes(1, message(typeof dim === 'number' ? varint(1, dim) : text(2, dim))))
  return message(
    text(1, name),
    bytes(2, message(bytes(1, message(varint(1, type), bytes(2, message(...dims)))))),
  )
}

const message = (...fields: Buffer[]): Buffer => Buffer.concat(fields)
const varint = (field: number, value: number): Buffer =>
  Buffer.from([...varintOf(field << 3), ...varintOf(value)])
const bytes = (field: number, value: Buffer): Buffer =>
  Buffer.concat([Buffer.from([...varintOf((field << 3) | 2), ...varintOf(value.length)]), value])
const text = (field: number, value: string): Buffer => bytes(field, Buffer.from(value))

function varintOf(value: number): number[] {
  const found: number[] = []
  for (let left = value; ; left >>>= 7) {
    if (left < 0x80) return [...found, left]
    found.push((left & 0x7f) | 0x80)
  }
}
