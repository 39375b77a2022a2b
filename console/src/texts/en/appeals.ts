export const appeals = {
  title: 'Appeals',
  status: { open: 'Open', upheld: 'Upheld', overturned: 'Overturned' } as Record<string, string>,
  empty: 'No appeal here',
  emptyHint: 'Whoever a decision is about can appeal by the link in their statement, for six months.',
  choose: 'Choose an appeal.',
  chooseHint: 'Only those you took no part in can be heard by you.',
  says: 'What the person says',
  filed: 'Filed',
  heardBy: 'Heard by',
  notBy: 'Not to be heard by',
  challenged: 'What is challenged',
  answered: 'What the person was told',
  hear: 'Hear it',
  finding: { upheld: 'The decision stands', overturned: 'Overturn it' },
  send: 'Decide the appeal',
  undone: 'What was taken back',
  what: {
    visibility: 'Visibility',
    strikes: 'Strikes',
    'carried-strikes': 'Carried strikes',
    label: 'Label',
    link: 'Link',
    brake: 'Brake',
    job: 'Job',
    decision: 'Decision',
  } as Record<string, string>,
}

/** For people outside: plain words. */
export const publicAppeal = {
  title: 'Your appeal',
  what: 'What was decided',
  decided: (at: string, id: string) => `Decided on ${at}. Number ${id}.`,
  write: 'Tell us why it is wrong',
  rights: (until: string) =>
    `You can appeal until ${until}. A person who took no part in the decision will read it. It costs nothing.`,
  field: 'Your reasons',
  empty: 'Write why you think the decision is wrong.',
  send: 'Send the appeal',
  stands: 'How your appeal stands',
  status: {
    open: 'We have your appeal. It has not been decided yet.',
    upheld: 'Your appeal was decided: the decision stands.',
    overturned: 'Your appeal was decided: the decision was taken back.',
  } as Record<string, string>,
  filed: (at: string) => `Sent on ${at}.`,
  unknown:
    'This link is not one of ours, or is older than six months. Use the whole link as it stands in your statement.',
  failed: 'That did not work. Try again in a moment; nothing you wrote is lost while this page is open.',
}
