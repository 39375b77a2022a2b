import { existsSync, readFileSync } from 'node:fs'
import { emptyModel, type Model, parseModel } from './classifier.ts'

/* The door to the weights: the one place of the reader that touches a disk. */

const SHIPPED = new URL('./weights.bin', import.meta.url)

/** A file of weights cannot be used, in words an operator can act on. */
export class ModelError extends Error {
  override name = 'ModelError'
}

let shipped: Model | null = null

/** The shipped model, read once, or the one at `path`. A checkout without weights reads by its grammar alone. Throws a ModelError. */
export function loadModel(path?: string): Model {
  if (path) return modelFrom(path)
  shipped ??= existsSync(SHIPPED) ? modelFrom(SHIPPED) : emptyModel()
  return shipped
}

export function modelFrom(path: string | URL): Model {
  try {
    return parseModel(readFileSync(path))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why =
      code === 'ENOENT'
        ? 'there is no such file'
        : code !== undefined
          ? `cannot be read (${code})`
          : error instanceof SyntaxError || error instanceof TypeError
            ? 'holds no weights of a reader'
            : (error as Error).message
    throw new ModelError(`${path}: ${why}`, { cause: error })
  }
}
