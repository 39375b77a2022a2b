/** Takes the oldest `count` entries out of a map. Returns how many there were. */
export function dropFirst<K>(map: Map<K, unknown>, count: number): number {
  let dropped = 0
  for (const key of map.keys()) {
    if (dropped >= count) break
    map.delete(key)
    dropped++
  }
  return dropped
}
