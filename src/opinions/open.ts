import type { Clock } from '../lib/clock.ts'
import type { Random } from '../lib/random.ts'
import { chatProvider } from './chat.ts'
import { createExchange } from './exchange.ts'
import { createGuard, type Guard, type Limits } from './guard.ts'
import { libreTranslator } from './libretranslate.ts'
import { moderationProvider } from './moderation.ts'
import { loadOnnx } from './onnx.ts'
import type { Opinions, Provider } from './opinions.ts'
import { createPanel, type Desk, type Seat } from './panel.ts'
import { rememberAnswers } from './remember.ts'
import type { ProviderSettings, Settings, TranslationSettings } from './settings.ts'

export type Opened = { ok: true; opinions: Opinions } | { ok: false; reason: string }

/** Where the optional packages of local models are looked for unless the settings say otherwise. */
const OWN_PACKAGES = new URL('../..', import.meta.url).pathname

/** Makes everyone ready that the settings name. Nobody is asked yet; a local model is loaded, and where that fails the others are closed again. */
export async function openOpinions(
  { providers, translation, deadlineMs }: Settings,
  parts: { clock: Clock; random: Random },
): Promise<Opened> {
  const guardFor = (limits: Limits) => createGuard(limits, parts)
  const seats: Seat[] = []
  for (const settings of providers) {
    const made = await providerOf(settings)
    if (!made.ok) {
      await Promise.all(seats.map(({ provider }) => provider.close()))
      return { ok: false, reason: `${settings.name}: ${made.reason}` }
    }
    seats.push({ provider: made.provider, guard: guardFor(settings.limits) })
  }
  const desk = deskOf(translation, guardFor)
  const panel = createPanel({ seats, desk, deadlineMs, clock: parts.clock })
  return { ok: true, opinions: rememberAnswers(panel, parts.clock) }
}

async function providerOf(
  settings: ProviderSettings,
): Promise<{ ok: true; provider: Provider } | { ok: false; reason: string }> {
  switch (settings.kind) {
    case 'chat':
      return { ok: true, provider: chatProvider({ ...settings, exchange: exchangeFor(settings) }) }
    case 'moderation':
      return { ok: true, provider: moderationProvider({ ...settings, exchange: exchangeFor(settings) }) }
    case 'onnx':
      return loadOnnx({ ...settings, packages: settings.packages ?? OWN_PACKAGES })
  }
}

const exchangeFor = ({ address, key, limits }: Exclude<ProviderSettings, { kind: 'onnx' }>) =>
  createExchange(address, {
    connectionsMax: limits.concurrency,
    authorization: key === null ? null : `Bearer ${key}`,
  })

function deskOf(settings: TranslationSettings | null, guardFor: (limits: Limits) => Guard): Desk | null {
  switch (settings?.kind) {
    case undefined:
      return null
    case 'gloss':
      return { to: settings.to, engine: null }
    case 'libretranslate': {
      const { name, key, address, to, limits } = settings
      const exchange = createExchange(address, { connectionsMax: limits.concurrency, authorization: null })
      return { to, engine: { translator: libreTranslator({ name, key, exchange }), guard: guardFor(limits) } }
    }
  }
}
