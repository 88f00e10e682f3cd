import { english, french, type Sentences } from './sentence.js';

/** What happened to a code list, in words. */
export const codeListSentences = {
  CodeListVersionPublished: {
    en: ({ scheme, version, from, source, codes }, { date, number }) =>
      `Version ${version} of the list ${english.quote(scheme)} applies from ${date(from)}: ` +
      `${number(String(codes.length))} codes from ${english.quote(source)}.`,
    fr: ({ scheme, version, from, source, codes }, { date, number }) =>
      `La version ${version} de la liste ${french.quote(scheme)} s'applique à compter du ` +
      `${date(from)}\u00a0: codes au nombre de ${number(String(codes.length))}, tirés de ` +
      `${french.quote(source)}.`,
  },
} satisfies Partial<Sentences>;
