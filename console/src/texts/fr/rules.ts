import type { rules as english } from '../en/rules.ts'
import { wordingOf } from '../wording.ts'

const { counted, number } = wordingOf('fr')

export const rules: typeof english = {
  title: 'Règles',
  choose: 'Choisissez une règle.',
  chooseHint: 'Elle s’ouvre dans son fichier, à lire, essayer et modifier.',
  unmeasured: 'précision non mesurée',
  draft: 'Brouillon',
  file: 'Fichier',
  problems: 'Problèmes',
  sound: 'Aucun problème.',
  backtest: 'Essayer sur le passé',
  why: 'Pourquoi ce changement',
  force: 'Mettre en vigueur',
  backtested: 'Sur le passé',
  unchanged: 'Rien n’aurait été décidé autrement.',
  gained: 'gagnées',
  lost: 'perdues',
  same: 'identiques',
  versions: 'Versions',
  back: 'Y revenir',
  backWhy: 'Retour demandé sur la page.',
  mode: { live: 'active', shadow: 'à l’essai', off: 'éteinte' },
  run: { running: 'en cours', done: 'fini', failed: 'échoué' },
  led: (count) => counted(count, { one: 'a mené à # décision', other: 'a mené à # décisions' }),
  precision: (share, low, high, seen) => `juste dans ${share} de ${number(seen)} (${low}–${high})`,
  inForce: (hash) => `En vigueur : ${hash}`,
}
