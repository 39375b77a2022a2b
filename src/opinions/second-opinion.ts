import type { Reading } from '../model/reading.ts'
import { OPINIONS_MAX } from '../model/reading.ts'
import type { Measured, MeasureInput, Measurer } from '../reading/measure.ts'
import type { Plan } from '../rules/rules.ts'
import { type Band, openPolicies } from './band.ts'
import { focusOf } from './excerpt.ts'
import type { Inquiry, Opinions } from './opinions.ts'

export interface SecondOpinionOptions {
  band: Band
  /** The plan in force: it says which opinions can matter. Null before the first. */
  plan(): Plan | null
}

/**
 * A measurer whose readings carry second opinions where our own reading leaves the verdict open. What was answered stands in the reading, what
 * was not in the gaps, and both are recorded with the event, so that judging them again needs nobody. How inputs are batched changes nothing
 * but what it costs. (docs/spec/opinions.md, Q1, Q2, Q12)
 */
export function withSecondOpinion(
  measurer: Measurer,
  opinions: Opinions,
  { band, plan }: SecondOpinionOptions,
): Measurer {
  const ask = async (one: Measured, input: MeasureInput, plan: Plan): Promise<Measured> => {
    if (one.reading === null || input === null) return one
    const inquiry = inquiryFor(one.reading, input.text, { band, plan, answered: opinions.policies })
    if (inquiry === null) return one
    const { opinions: held, translation, gaps } = await opinions.consult(inquiry)
    const reading: Reading = { ...one.reading }
    if (held.length > 0) reading.opinions = held.slice(0, OPINIONS_MAX)
    if (translation !== null) reading.translation = translation
    return { reading, gaps: [...one.gaps, ...gaps] }
  }
  return {
    get version() {
      return measurer.version
    },
    async measure(inputs) {
      const measured = await measurer.measure(inputs)
      const inForce = plan()
      if (inForce === null) return measured
      return Promise.all(measured.map((one, index) => ask(one, inputs[index]!, inForce)))
    },
    reload: (banks) => measurer.reload(banks),
    async close() {
      await opinions.close()
      await measurer.close()
    },
  }
}

/** What to ask about a text, or null where nothing is open that anybody answers for. */
function inquiryFor(
  reading: Reading,
  text: string,
  { band, plan, answered }: { band: Band; plan: Plan; answered: Opinions['policies'] },
): Inquiry | null {
  const policies = openPolicies(plan, reading, band)
    .filter((policy) => answered.has(policy))
    .flatMap((policy) => plan.policies.get(policy) ?? [])
  if (policies.length === 0) return null
  return {
    text,
    language: reading.language,
    policies,
    permitted: plan.pack.policies.filter(({ violating }) => !violating),
    terms: reading.terms,
    banks: plan.pack.banks,
    focus: focusOf(reading),
  }
}
