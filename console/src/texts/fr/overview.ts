import type { overview as english } from '../en/overview.ts'
import { wordingOf } from '../wording.ts'

const { counted, number } = wordingOf('fr')

export const overview: typeof english = {
  title: 'Aperçu',
  span: 'Sur quelle durée',
  spans: { '24': '24 heures', '168': '7 jours', '720': '30 jours', '2160': '90 jours' },
  totals: 'Au total',
  decisions: 'Décisions dans le temps',
  from: 'Depuis',
  restrict: 'restreint aussitôt',
  review: 'envoyé en relecture',
  shadow: 'à l’essai',
  braked: 'retenu par un frein',
  decisionsSay: (restrict, review) =>
    `${number(restrict)} restreintes aussitôt, ${number(review)} envoyées en relecture.`,
  survival: 'Combien de temps les comptes revenus restent ouverts',
  after: 'Après',
  stillOpen: 'Encore ouverts',
  watched: 'Observés',
  survivalSays: (accounts) =>
    `Part de ${counted(accounts, { one: '# compte', other: '# comptes' })} encore ouverts, selon l’âge.`,
  noReturns: 'Aucun compte revenu n’a encore été refermé.',
  policies: 'Par règle de fond',
  rules: 'Par règle',
  count: 'Nombre',
  nothing: 'Rien n’a été décidé dans ce temps.',
}
