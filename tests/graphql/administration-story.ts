const person = `person-${'0'.repeat(32)}`;
const editing = { person, role: 'MUNICIPAL_EDITOR', organization: '3525005' };

/** A person gets a role and loses it; a code list gets its next version. */
export const administration: readonly {
  readonly mutation: string;
  readonly input: () => object;
}[] = [
  {
    mutation: 'invitePerson',
    input: () => ({ person, name: { en: 'Planner of Hamilton' } }),
  },
  {
    mutation: 'setPersonContact',
    input: () => ({
      person,
      address: 'planner@hamilton.example',
      language: 'FR',
      notices: ['HANDOVER', 'DIGEST'],
    }),
  },
  { mutation: 'grantRole', input: () => ({ ...editing, from: '2024-07-01' }) },
  {
    mutation: 'revokeRole',
    input: () => ({ ...editing, reason: { en: 'Left', fr: 'Départ' } }),
  },
  {
    mutation: 'publishCodeListVersion',
    input: () => ({
      scheme: 'genders',
      version: '2',
      from: '2024-07-01',
      source: 'Statistics Canada',
      codes: [{ code: 'women', label: { en: 'Women+', fr: 'Femmes+' } }],
    }),
  },
];
