import { DatabaseUnavailable } from './database-failures.js';
import { shownUrl, type DatabaseOptions } from './database-options.js';

type Sentence = DatabaseUnavailable['sentence'];

// Codes of the system, of PostgreSQL (SQLSTATE), and words of `pg` and of TLS, which have none.
const advice: readonly (readonly [RegExp, Sentence])[] = [
  [
    /ENOTFOUND|EAI_AGAIN/,
    {
      en: 'Check the name of the host in DATABASE_URL.',
      fr: 'Vérifiez le nom de l’hôte dans DATABASE_URL.',
    },
  ],
  [
    /^28|SASL/,
    {
      en: 'Check the user and the password in DATABASE_URL.',
      fr: 'Vérifiez l’utilisateur et le mot de passe dans DATABASE_URL.',
    },
  ],
  [
    /^3D000/,
    {
      en: 'Create the database, or name another in DATABASE_URL.',
      fr: 'Créez la base de données, ou nommez-en une autre dans DATABASE_URL.',
    },
  ],
  [
    /certificate|SSL|CERT/i,
    {
      en: 'Check sslmode and sslrootcert in DATABASE_URL.',
      fr: 'Vérifiez sslmode et sslrootcert dans DATABASE_URL.',
    },
  ],
];

const otherwise: Sentence = {
  en: 'Check host and port in DATABASE_URL, and that the server is up.',
  fr: 'Vérifiez l’hôte et le port dans DATABASE_URL, et que le serveur fonctionne.',
};

/** Says why a connection was not opened, and what to check; never with the password. */
export function notConnected({ url }: DatabaseOptions, cause: unknown): DatabaseUnavailable {
  const { message, code } = cause as Error & { readonly code?: string };
  // A host with several addresses fails with all of their failures, and no words of its own.
  const why = message || code || 'no answer';
  const found = advice.find(([pattern]) => pattern.test(`${code ?? ''} ${message}`.trim()));
  const { en, fr } = found?.[1] ?? otherwise;
  const shown = shownUrl(url);
  const sentence = {
    en: `${shown} cannot be used (${why}). ${en}`,
    fr: `${shown} ne peut pas être utilisée (${why}). ${fr}`,
  };
  return new DatabaseUnavailable(sentence, { cause });
}
