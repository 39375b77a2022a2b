/**
 * A handle without the domain of a service that gives one to everybody. Whole, `kestrel.town.example` would be like every other handle
 * of that town, and less like `kestrel2.town.example` than it is. A domain of one's own stays: it is the name.
 */
export function ownName(handle: string, sharedDomains: readonly string[]): string {
  const lower = handle.toLowerCase()
  const domain = sharedDomains.find((one) => lower.endsWith(`.${one}`) && lower.length > one.length + 1)
  return domain === undefined ? handle : handle.slice(0, -domain.length - 1)
}
