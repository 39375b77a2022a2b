/** How often a law is tried: as often as it promises where `HOLDFAST_THOROUGH=1` (`.ci/run`), less often where a person waits. */
export const tries = (thorough: number, quick: number): number =>
  process.env['HOLDFAST_THOROUGH'] === '1' ? thorough : quick
