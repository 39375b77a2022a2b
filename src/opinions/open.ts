import type { Clock } from '../lib/clock.ts'
import type { Random } from '../lib/random.ts'
import { chatProvider } from './chat.ts'
import { chatTranslator } from './chat-translator.ts'
import { createExchange } from './exchange.ts'
import { createGuard, type Guard, type Limits } from './guard.ts'
import { libreTranslator } from './libretranslate.ts'
import { moderationProvider } from './moderation.ts'
import { loadOnnx } from './onnx.ts'
import type { Opinions, Provider, Translator } from './opinions.ts'
import { createPanel, type Desk, type Seat } from './panel.ts'
import { rememberAnswers } from './remember.ts'
import type { ProviderSettings, Remote, Settings, TranslationSettings } from './settings.ts'

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

/** Connections are as many as questions; the key goes where the kind of server wants it. */
const exchangeFor = ({ address, key, limits }: Pick<Remote, 'address' | 'key' | 'limits'>) =>
  createExchange(address, {
    connectionsMax: limits.concurrency,
    authorization: key === null ? null : `Bearer ${key}`,
  })

function deskOf(settings: TranslationSettings | null, guardFor: (limits: Limits) => Guard): Desk | null {
  if (settings === null) return null
  const { to } = settings
  const translator = translatorOf(settings)
  if (translator === null || settings.kind === 'gloss') return { to, engine: null }
  return { to, engine: { translator, guard: guardFor(settings.limits) } }
}

function translatorOf(settings: TranslationSettings): Translator | null {
  switch (settings.kind) {
    case 'gloss':
      return null
    case 'chat':
      return chatTranslator({ ...settings, exchange: exchangeFor(settings) })
    case 'libretranslate':
      return libreTranslator({ ...settings, exchange: exchangeFor({ ...settings, key: null }) })
  }
}
