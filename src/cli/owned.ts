import { StoreError } from '../store/store.ts'
import { CommandError, type HouseOptions, type OpenHouse, type Tools } from './tools.ts'

/** The house of a data folder that nobody else owns; where a server does, the way to ask it. */
export async function openOwned(options: HouseOptions, tools: Tools, scope: string): Promise<OpenHouse> {
  try {
    return await tools.openHouse(options)
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'locked') throw error
    throw new CommandError(
      `a server owns ${options.data}: ask it, with --url http://127.0.0.1:8474 --key-file FILE, or stop it first.\nThe key needs the scope ${scope}: while the server is stopped, holdfast access key --scopes ${scope} > FILE makes one.`,
    )
  }
}
