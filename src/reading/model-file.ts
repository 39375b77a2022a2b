import { existsSync, readFileSync } from 'node:fs'
import { emptyModel, type Model, parseModel } from './classifier.ts'

/* The door to the shipped weights: the one place of the reader that touches a disk. */

const SHIPPED = new URL('./weights.bin', import.meta.url)

let shipped: Model | null = null

/** The shipped model, read once. A checkout without one reads by its grammar alone. */
export function loadModel(): Model {
  shipped ??= existsSync(SHIPPED) ? parseModel(readFileSync(SHIPPED)) : emptyModel()
  return shipped
}

export const modelFrom = (path: string | URL): Model => parseModel(readFileSync(path))
