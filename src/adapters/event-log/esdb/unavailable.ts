import { EventLogUnavailable } from '../../../domain/event-log.js';
import { reasonOf } from './fault-of.js';

type Sentence = EventLogUnavailable['sentence'];

const advice: readonly (readonly [RegExp, Sentence])[] = [
  [
    /resolution|ENOTFOUND|EAI_AGAIN/,
    {
      en: 'Check the names of the hosts in ESDB_URL.',
      fr: 'Vérifiez les noms des hôtes dans ESDB_URL.',
    },
  ],
  [
    /certificate|SSL|Failed to connect|altname/i,
    {
      en: 'Check tls and tlsCAFile in ESDB_URL.',
      fr: 'Vérifiez tls et tlsCAFile dans ESDB_URL.',
    },
  ],
  [
    /UNAUTHENTICATED|PERMISSION_DENIED|access-denied/,
    {
      en: 'Check the user and the password in ESDB_URL, and what the user may do.',
      fr: 'Vérifiez l’utilisateur et le mot de passe dans ESDB_URL, et ses droits.',
    },
  ],
];

const otherwise: Sentence = {
  en: 'Check hosts, ports, tls and tlsCAFile in ESDB_URL, and that the server is up.',
  fr: 'Vérifiez hôtes, ports, tls et tlsCAFile dans ESDB_URL, et que le serveur fonctionne.',
};

const adviceOn = (reason: string): Sentence =>
  advice.find(([pattern]) => pattern.test(reason))?.[1] ?? otherwise;

/** The server was asked in vain: where, for how long, why if anything is known, what to check. */
export function notAnswered(shown: string, ms: number, reason: string): EventLogUnavailable {
  const { en, fr } = adviceOn(reason);
  const why = reason === '' ? '' : ` (${reason})`;
  return new EventLogUnavailable({
    en: `EventStoreDB at ${shown} did not answer within ${ms} ms${why}. ${en}`,
    fr: `EventStoreDB à ${shown} n’a pas répondu en ${ms} ms${why}. ${fr}`,
  });
}

/** The server refuses what trying again would not mend. */
export function refused(shown: string, cause: unknown): EventLogUnavailable {
  const reason = reasonOf(cause);
  const { en, fr } = adviceOn(reason);
  const sentence = {
    en: `EventStoreDB at ${shown} refuses (${reason}). ${en}`,
    fr: `EventStoreDB à ${shown} refuse (${reason}). ${fr}`,
  };
  return new EventLogUnavailable(sentence, { cause });
}

/** The log was closed, by whoever opened it. */
export const closed = (): EventLogUnavailable =>
  new EventLogUnavailable({
    en: 'The event log is closed.',
    fr: 'Le journal des événements est fermé.',
  });
