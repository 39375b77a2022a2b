import type { EventType } from '../model/event.ts'
import type { Read } from './cell.ts'
import type { Dialect } from './records.ts'

/** A checked mapping file: how rows become events. */
export interface CsvMap {
  dialect: Dialect
  /** False where the file has no header and `columns` names its values in order. */
  header: boolean
  columns: string[]
  events: EventMap[]
  /** Positions of the columns that hold what must not be kept. */
  secret: number[]
}

export interface EventMap {
  type: EventType
  /** The column of whose values each leads to one event, at its first row; null for one event per row. */
  once: number | null
  fields: { path: string[]; read: Read }[]
}

/** What is wrong with a mapping file, where, and what to do about it. Lines and columns count from 1. */
export interface MapProblem {
  line: number
  column: number
  message: string
  hint: string
}
