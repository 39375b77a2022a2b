import type * as english from '../en/appeals.ts'

export const appeals: typeof english.appeals = {
  title: 'Recours',
  status: { open: 'Ouverts', upheld: 'Confirmée', overturned: 'Infirmée' },
  empty: 'Aucun recours ici',
  emptyHint: 'La personne concernée peut faire recours par le lien de son exposé, pendant six mois.',
  choose: 'Choisissez un recours.',
  chooseHint: 'Vous ne pouvez entendre que ceux auxquels vous n’avez pas pris part.',
  says: 'Ce que dit la personne',
  filed: 'Déposé',
  heardBy: 'Entendu par',
  notBy: 'À ne pas entendre par',
  challenged: 'Ce qui est contesté',
  answered: 'Ce qui a été répondu',
  hear: 'L’entendre',
  finding: { upheld: 'La décision tient', overturned: 'L’infirmer' },
  send: 'Décider du recours',
  undone: 'Ce qui a été repris',
  what: {
    visibility: 'Visibilité',
    strikes: 'Avertissements',
    'carried-strikes': 'Avertissements hérités',
    label: 'Étiquette',
    link: 'Lien',
    brake: 'Frein',
    job: 'Dossier',
    decision: 'Décision',
  },
}

export const publicAppeal: typeof english.publicAppeal = {
  title: 'Votre recours',
  what: 'Ce qui a été décidé',
  decided: (at, id) => `Décidé le ${at}. Numéro ${id}.`,
  write: 'Dites-nous pourquoi c’est une erreur',
  rights: (until) =>
    `Vous pouvez faire recours jusqu’au ${until}. Une personne qui n’a pas pris part à la décision le lira. C’est gratuit.`,
  field: 'Vos raisons',
  empty: 'Écrivez pourquoi vous pensez que la décision est une erreur.',
  send: 'Envoyer le recours',
  stands: 'Où en est votre recours',
  status: {
    open: 'Nous avons votre recours. Il n’est pas encore décidé.',
    upheld: 'Votre recours est décidé : la décision tient.',
    overturned: 'Votre recours est décidé : la décision est retirée.',
  },
  filed: (at) => `Envoyé le ${at}.`,
  unknown:
    'Ce lien n’est pas des nôtres, ou a plus de six mois. Utilisez le lien entier tel qu’il figure dans votre exposé.',
  failed:
    'Cela n’a pas marché. Réessayez dans un instant ; rien de ce que vous avez écrit n’est perdu tant que cette page est ouverte.',
}
