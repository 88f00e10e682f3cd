import type { EventData } from '../../domain/catalogue.js';
import { english, french, type Names, type Sentences } from './sentence.js';

type Granted = EventData<'RoleGranted'>;

/** What a role is called. */
export const roleWords: Record<Granted['role'], { readonly en: string; readonly fr: string }> = {
  public: { en: 'public', fr: 'public' },
  partner: { en: 'partner', fr: 'partenaire' },
  'municipal-editor': { en: 'municipal editor', fr: 'rédaction municipale' },
  'municipal-approver': { en: 'municipal approver', fr: 'approbation municipale' },
  'ministry-analyst': { en: 'ministry analyst', fr: 'analyse ministérielle' },
  'ministry-reviewer': { en: 'ministry reviewer', fr: 'examen ministériel' },
  'regional-adviser': { en: 'regional adviser', fr: 'conseil régional' },
  researcher: { en: 'researcher', fr: 'recherche' },
  administrator: { en: 'administrator', fr: 'administration' },
};

// The region of an adviser may be a census division, which is no organization.
const placeOf = (
  { role, organization: code }: Pick<Granted, 'role' | 'organization'>,
  { organization, area }: Names,
): string => {
  const name = organization(code);
  return role === 'regional-adviser' && name === code ? area(code) : name;
};

/** What happened to a person's roles, in words. */
export const personSentences = {
  PersonInvited: {
    en: ({ name }, { text }) =>
      name ? `${english.quote(text(name))} was invited.` : 'A person was invited.',
    fr: ({ name }, { text }) =>
      `Une personne a été invitée${name ? `\u00a0: ${french.quote(text(name))}` : ''}.`,
  },
  RoleGranted: {
    en: ({ role, organization, from, until }, names) =>
      `The person holds the role ${english.quote(roleWords[role].en)} in ` +
      `${placeOf({ role, organization }, names)} from ${names.date(from)}` +
      `${until ? ` to ${names.date(until)}` : ''}.`,
    fr: ({ role, organization, from, until }, names) =>
      `La personne a le rôle ${french.quote(roleWords[role].fr)} auprès ` +
      `${french.of(placeOf({ role, organization }, names))} à compter du ${names.date(from)}` +
      `${until ? ` et jusqu'au ${names.date(until)}` : ''}.`,
  },
  RoleRevoked: {
    en: ({ role, organization, reason }, names) =>
      `The person no longer holds the role ${english.quote(roleWords[role].en)} in ` +
      `${placeOf({ role, organization }, names)}; ${english.reason(reason, names)}.`,
    fr: ({ role, organization, reason }, names) =>
      `La personne n'a plus le rôle ${french.quote(roleWords[role].fr)} auprès ` +
      `${french.of(placeOf({ role, organization }, names))}; ${french.reason(reason, names)}.`,
  },
  PersonContactSet: {
    en: ({ address, notices }) =>
      address === undefined || notices.length === 0
        ? 'The person is no longer written to.'
        : 'It was set how the person is written to, and about what.',
    fr: ({ address, notices }) =>
      address === undefined || notices.length === 0
        ? "On n'écrit plus à la personne."
        : 'Les coordonnées de la personne et les sujets de ses avis ont été précisés.',
  },
} satisfies Partial<Sentences>;
