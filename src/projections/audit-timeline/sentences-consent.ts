import type { Audience } from '../../domain/consent/events.js';
import type { ConsentTerms } from '../../domain/consent/in-force.js';
import { english, french, type Names, type Sentences } from './sentence.js';

const audiences: Readonly<Record<Audience, { readonly en: string; readonly fr: string }>> = {
  MINISTRY: { en: 'the ministry', fr: 'le ministère' },
  PARTNERS: { en: 'municipalities and partners', fr: 'les municipalités et les partenaires' },
  RESEARCHERS: { en: 'researchers', fr: 'les chercheuses et chercheurs' },
  PUBLIC: { en: 'the public', fr: 'le public' },
};

function termsEn(terms: ConsentTerms, { indicator, date }: Names): string {
  const who = english.list(terms.audiences.map((audience) => audiences[audience].en));
  const numbers =
    terms.indicators === undefined
      ? 'all of its numbers'
      : `numbers on ${english.list(terms.indicators.map(indicator))}`;
  const none = terms.indicators?.length === 0 ? [] : [numbers];
  const what = english.list([...(terms.plans ? ['its part in plans'] : []), ...none]);
  const how = terms.level === 'AGGREGATED' ? 'only in sums' : 'under its name';
  const until = terms.until === undefined ? '' : `, until ${date(terms.until)}`;
  return `${who} may see ${what || 'nothing'}, ${how}${until}`;
}

function termsFr(terms: ConsentTerms, { indicator, date }: Names): string {
  const who = french.list(terms.audiences.map((audience) => audiences[audience].fr));
  const numbers =
    terms.indicators === undefined
      ? 'tous ses chiffres'
      : `ses chiffres sur ${french.list(terms.indicators.map(indicator))}`;
  const none = terms.indicators?.length === 0 ? [] : [numbers];
  const what = french.list([...(terms.plans ? ['sa participation aux plans'] : []), ...none]);
  const how = terms.level === 'AGGREGATED' ? 'seulement dans des totaux' : 'sous son nom';
  const until = terms.until === undefined ? '' : `, jusqu'au ${date(terms.until)}`;
  return `accès pour ${who} à\u00a0: ${what || 'rien'}, ${how}${until}`;
}

/** What a First Nation consented to, in words. */
export const consentSentences = {
  ConsentGranted: {
    en: (data, names) =>
      `${names.organization(data.firstNation)} gave its consent: ${termsEn(data, names)}.`,
    fr: (data, names) =>
      `${names.organization(data.firstNation)} a donné son consentement\u00a0: ` +
      `${termsFr(data, names)}.`,
  },
  ConsentNarrowed: {
    en: ({ reason, ...terms }, names) =>
      `The consent was narrowed: ${termsEn(terms, names)}; ${english.reason(reason, names)}.`,
    fr: ({ reason, ...terms }, names) =>
      `Le consentement a été restreint\u00a0: ${termsFr(terms, names)}; ` +
      `${french.reason(reason, names)}.`,
  },
  ConsentWithdrawn: {
    en: ({ reason }, names) => `The consent was withdrawn; ${english.reason(reason, names)}.`,
    fr: ({ reason }, names) => `Le consentement a été retiré; ${french.reason(reason, names)}.`,
  },
} satisfies Partial<Sentences>;
