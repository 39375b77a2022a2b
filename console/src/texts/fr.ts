import type { ActionKind, Decision, Entity } from '../api/types.ts'
import { en } from './en.ts'
import { appeals, publicAppeal } from './fr/appeals.ts'
import { entry } from './fr/entry.ts'
import { frame } from './fr/frame.ts'
import { overview } from './fr/overview.ts'
import { queue } from './fr/queue.ts'
import { rules } from './fr/rules.ts'
import { threats } from './fr/threats.ts'
import { over } from './over.ts'
import type { Texts } from './texts.ts'
import { wordingOf } from './wording.ts'

const say = wordingOf('fr')
const { number, counted } = say

const SUBJECT: Record<Entity['kind'], string> = {
  account: 'Compte',
  post: 'Publication',
  media: 'Média',
  hashtag: 'Mot-dièse',
  url: 'Lien',
  campaign: 'Campagne',
}

/** Nouns, so that nothing must agree with the subject. */
const DONE: Record<ActionKind, string> = {
  suspend: 'fermeture',
  remove: 'retrait',
  hide: 'masquage',
  limit: 'limitation',
  label: 'étiquetage',
  warn: 'avertissement',
  'discount-trend': 'décote dans les tendances',
  notify: 'information',
  restore: 'rétablissement',
  escalate: 'transmission à la cellule menaces',
  queue: 'envoi en relecture',
}
const FALLS_ON_ACCOUNT: ActionKind[] = ['limit', 'suspend', 'warn']

const doneTo = (kind: Entity['kind'], actions: ActionKind[]): string => {
  const sorted = (Object.keys(DONE) as ActionKind[]).filter((action) => actions.includes(action))
  if (sorted.length === 0) return 'noté, sans suite'
  return say.list(
    sorted.map((action) =>
      kind !== 'account' && FALLS_ON_ACCOUNT.includes(action) ? `${DONE[action]} du compte` : DONE[action],
    ),
  )
}

const sentence = ({ subject, actions, mode }: Pick<Decision, 'subject' | 'actions' | 'mode'>): string => {
  const done = `${SUBJECT[subject.kind]} : ${doneTo(subject.kind, actions)}`
  switch (mode) {
    case 'live':
      return done
    case 'shadow':
      return `${done} (à l’essai)`
    case 'braked':
      return `${done} (retenu par le frein)`
  }
}

export const fr: Texts = {
  language: 'fr',
  direction: 'ltr',
  ...say,
  frame,
  queue,
  overview,
  threats,
  rules,
  appeals,
  publicAppeal,
  app: {
    name: 'Holdfast',
    loading: 'Ouverture du bureau …',
    signOut: 'Se déconnecter',
    town: 'ville simulée',
    townHint: 'Une plateforme simulée publie. Démarrez avec --no-town pour une vraie.',
    scheme: { light: 'Couleurs claires', dark: 'Couleurs sombres' },
    help: 'Clavier et vocabulaire',
    pack: (hash, live, shadow) => ({
      name: `Règlement ${hash}`,
      rules: `${counted(live, { one: '# règle active', other: '# règles actives' })}, ${number(shadow)} à l’essai`,
    }),
    noPack: 'Aucun règlement en vigueur',
    dismiss: 'Masquer',
  },
  entry,
  stream: {
    connecting: 'Connexion',
    open: 'En direct',
    lost: 'Déconnecté',
    standing: 'À l’arrêt',
    lostTitle: 'La connexion à Holdfast est perdue.',
    lostHint:
      'Ce que vous voyez date d’avant. La page se reconnecte d’elle-même et rattrape ce qu’elle a manqué.',
    retry: 'Essayer maintenant',
    halted: (reason) => `La chaîne est à l’arrêt : ${reason}`,
    haltedHint:
      'Rien n’est pris tant que cela dure ; rien de ce qui a été confirmé n’est perdu. Elle réessaie d’elle-même.',
    refused: 'Un règlement modifié a été refusé. Celui en vigueur le reste.',
    refusedShow: 'Ce qui ne va pas',
    taken: (hash) => `Un nouveau règlement est en vigueur : ${hash}`,
  },
  pulse: {
    title: 'La chaîne',
    perSecond: 'événements par seconde',
    mean: (value) => `${say.rate(value)} en moyenne sur la dernière minute`,
    chart: (now, most, minutes) =>
      `Événements par seconde sur ${counted(minutes, { one: 'la dernière minute', other: 'les # dernières minutes' })} : maintenant ${say.rate(now)}, au plus ${say.rate(most)}.`,
    most: (value) => `${say.rate(value)}/s`,
    ago: (minutes) => (minutes === 0 ? 'maintenant' : `−${minutes} min`),
    events: 'événements',
    position: ({ logged, judged, settled }) =>
      `${number(logged)} au journal, ${number(judged)} jugés, ${number(settled)} établis sur disque`,
    accounts: 'comptes',
    decisions: 'décisions',
    jobs: 'pour relecture',
    depth: 'à juger',
    dead: 'lettres mortes',
    waiting: 'en route',
    done: 'exécutées',
  },
  decisions: {
    title: 'Décisions',
    sentence,
    all: 'Toutes les décisions',
    done: (action) => DONE[action],
    mode: (mode) => ({ live: 'active', shadow: 'à l’essai', braked: 'freinée' })[mode],
    modeHint: {
      live: 'Suivie d’effet.',
      shadow: 'Une règle à l’essai : notée, sans effet.',
      braked: 'Le quota de la règle pour cette heure est épuisé : une personne décide à la place.',
    },
    verdict: (verdict) => ({ allow: 'Permettre', review: 'Relire', restrict: 'Restreindre' })[verdict],
    filterMode: 'Mode',
    filterVerdict: 'Verdict',
    filterPolicy: 'Règle de fond',
    any: 'Tous',
    pause: 'Pause',
    resume: 'Reprendre',
    paused: 'En pause',
    reading: 'Retenu pendant que vous lisez',
    fresh: (count) => counted(count, { one: '# nouvelle décision', other: '# nouvelles décisions' }),
    skipped: (count) =>
      `${counted(count, { one: '# décision est venue', other: '# décisions sont venues' })} plus vite qu’une page ne peut montrer ; « Plus anciennes » les a toutes.`,
    older: 'Décisions plus anciennes',
    olderNone: 'C’est la première décision.',
    empty: 'Pas encore de décision',
    emptyHint: 'Les décisions apparaissent ici dès qu’une règle s’applique à un événement.',
    emptyTown: 'Le réseau arrive dans la première minute.',
    filtered: 'Aucune décision ici ne correspond aux filtres.',
    clear: 'Effacer les filtres',
    failed: 'Les décisions n’ont pas pu être chargées.',
    again: 'Réessayer',
    by: 'par',
    rule: 'règle',
    detail: {
      why: 'Pourquoi',
      evidence: 'Éléments',
      signal: 'Signal',
      value: 'Valeur',
      none: 'Les règles n’ont regardé aucun signal.',
      gaps: 'Inconnu à ce moment',
      statement: 'Exposé des motifs',
      statementHint: 'Ce qui est dit à la personne concernée.',
      shadowStatement: 'Une règle à l’essai : personne n’en a été informé.',
      fields: 'Champs pour la base de transparence',
      facts: 'Dossier',
      subject: 'Objet',
      account: 'Compte',
      rules: 'Règles',
      policy: 'Règle de fond',
      event: 'Événement',
      pack: 'Règlement',
      id: 'Décision',
      at: 'Heure de l’événement',
      strikes: 'Avertissements comptés',
      label: 'Étiquette',
      automated: 'Prise par',
      byRule: 'une règle, sans personne',
      byPerson: 'une personne',
    },
  },
  links: over(en.links, {
    title: 'Revenus',
    empty: 'Pas encore de lien vers un compte fermé',
    emptyHint: 'Quand un compte fermé revient sous un autre nom, il est pesé et montré ici.',
    tier: (tier) => ({ possible: 'Possible', strong: 'Fort', certain: 'Certain' })[tier],
    bits: (value) => `${say.rate(value)} bits`,
    sentence: 'revient comme',
    status: { proposed: 'proposé', confirmed: 'confirmé', rejected: 'rejeté' },
    field: 'Élément',
    fields: {
      handle: 'Identifiant',
      name: 'Nom',
      bio: 'Biographie',
      avatar: 'Image',
      email: 'Courriel',
      emailDomain: 'Hôte du courriel',
      device: 'Appareil',
      network: 'Réseau',
      client: 'Client',
      company: 'Suit, mentionne',
      location: 'Lieu',
      hours: 'Heures du jour',
      tags: 'Mots-dièse',
      texts: 'Formulation',
      urls: 'Adresses',
      language: 'Langue',
      style: 'Façon d’écrire',
      gap: 'Depuis la fermeture',
      change: 'Changé',
      age: 'Âge alors',
    },
    cap: 'Plafond',
    company: (alike) => (alike ? 'beaucoup en commun' : 'd’autres'),
    shared: (common, of) =>
      common === 0
        ? 'aucun en commun'
        : of === 1
          ? 'le même'
          : `${number(common)} sur ${number(of)} en commun`,
    weightless: (fields) => `Ne pèse rien : ${say.list(fields)}.`,
    closed: 'Compte fermé',
    now: 'Ce compte',
    worth: 'Bits',
    total: 'Ensemble',
    waterfall: (total) => `Ce sur quoi repose le lien, ${say.rate(total)} bits ensemble`,
    scale:
      'Chaque bit double les chances qu’il s’agisse de la même personne. Les barres vers la gauche parlent contre.',
    review: {
      why: 'Pourquoi',
      hint: 'Reste au dossier, avec votre nom.',
      finding: { confirmed: 'Confirmer', rejected: 'Rejeter', withdrawn: 'Retirer la constatation' },
      failed: 'Ce n’a pas été pris en compte.',
      done: 'Pris en compte.',
    },
  }),
  campaigns: over(en.campaigns, {
    title: 'Campagnes',
    empty: 'Aucune campagne soupçonnée',
    members: (count) => counted(count, { one: '# compte', other: '# comptes' }),
    posts: (count) => counted(count, { one: '# publication', other: '# publications' }),
    degree: (value) => `coordination ${value.toFixed(2)}`,
    degreeHint: 'De 0, comme par hasard, à 1, comme d’une seule main.',
    status: {
      suspected: 'soupçonnée',
      confirmed: 'confirmée',
      watched: 'surveillée',
      over: 'terminée',
      dismissed: 'écartée',
    },
    advice: 'Conseil à la plateforme',
    advised(advice: string): string {
      const [, word = advice, about = ''] = /^([a-z-]+) ?(.*)$/s.exec(advice) ?? []
      switch (word) {
        case 'queue':
          return 'Un dossier pour un relecteur'
        case 'limit':
          return 'Limiter ses membres'
        case 'discount-trend':
          return `Décoter ${about.replace(': ', ' dans les tendances : ')}`
        default:
          return advice
      }
    },
    unmarked: 'Un même texte en plusieurs mains',
  }),
  outbox: {
    title: 'Vers la plateforme',
    latest: 'Récentes',
    dead: 'Lettres mortes',
    empty: 'Rien n’a encore été envoyé',
    emptyHint:
      'Masquer, limiter et étiqueter est envoyé à la plateforme ; ce qu’un relecteur doit voir reste dans la maison.',
    emptyDead: 'Aucune lettre morte. Chaque action est arrivée, ou est en route.',
    failed: 'Les actions n’ont pas pu être chargées.',
    action: (action, kind) =>
      `${kind !== 'account' && FALLS_ON_ACCOUNT.includes(action) ? 'Compte' : SUBJECT[kind]} : ${DONE[action]}`,
    asked: (action, kind) => `${SUBJECT[kind]} : ${DONE[action]} demandé`,
    status: { done: 'fait', waiting: 'en attente', dead: 'pas fait' },
    attempts: (count) => counted(count, { one: '# essai', other: '# essais' }),
    resend: 'Renvoyer',
    resendFailed: 'Le renvoi a échoué.',
    resendOf: (id) => `Renvoyer : ${id}`,
    more: (count) => `et ${number(count)} de plus`,
  },
  help: {
    title: 'Clavier et vocabulaire',
    keys: 'Clavier',
    rows: [
      ['j', 'décision suivante'],
      ['k', 'décision précédente'],
      ['Enter', 'l’ouvrir ou la fermer'],
      ['p', 'arrêter ou reprendre le flux'],
      ['Esc', 'fermer, et laisser couler'],
      ['?', 'cette aide'],
    ],
    single: 'Les touches à une lettre agissent',
    singleHint: 'À désactiver si la dictée ou un autre outil tape des lettres par accident.',
    words: 'Vocabulaire',
    glossary: [
      ['relire', 'une personne est priée de regarder ; rien d’autre ne se passe'],
      ['restreindre', 'quelque chose est fait aussitôt, dans le quota de la règle'],
      ['à l’essai', 'une règle en observation : notée, sans effet'],
      ['freinée', 'le quota est épuisé : une personne décide à la place'],
      ['bits', 'poids des éléments ; chaque bit double les chances'],
      ['lettre morte', 'une action que la plateforme a refusée ou jamais prise'],
    ],
    close: 'Fermer',
  },
}
