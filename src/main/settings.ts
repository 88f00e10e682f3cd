import { httpSettings } from './http-settings.js';
import { boolean, bytes, choice, duration, number, origins, secretUrl, text } from './setting.js';

const mebibyte = 1_048_576;

/**
 * Everything that can be set. The variable of a setting is its name in capitals behind
 * `JALON_`: `logLevel` is `JALON_LOG_LEVEL`. Each has a default that serves a single machine.
 */
export const settings = {
  host: text('127.0.0.1', {
    en: 'Address the server listens on; 0.0.0.0 opens it to the network.',
    fr: 'Adresse d’écoute du serveur; 0.0.0.0 l’ouvre au réseau.',
  }),
  port: number(
    4_000,
    {
      en: 'Port the server listens on; 0 takes a free one.',
      fr: 'Port d’écoute; 0 en prend un libre.',
    },
    { max: 65_535 },
  ),
  dataDir: text('./.jalon', {
    en: 'Folder of the log, the keys and the views.',
    fr: 'Dossier du journal, des clés et des vues.',
  }),
  eventLog: choice(['sqlite', 'esdb', 'memory'], {
    en: 'Where events are kept; memory forgets them at the end.',
    fr: 'Où sont gardés les événements; memory les oublie à la fin.',
  }),
  esdbUrl: secretUrl('ESDB_URL', {
    en: 'Connection string of the EventStoreDB cluster.',
    fr: 'Chaîne de connexion de la grappe EventStoreDB.',
  }),
  readModels: choice(['sqlite', 'postgres', 'memory'], {
    en: 'Where views are kept.',
    fr: 'Où sont gardées les vues.',
  }),
  databaseUrl: secretUrl('DATABASE_URL', {
    en: 'Connection string of PostgreSQL.',
    fr: 'Chaîne de connexion de PostgreSQL.',
  }),
  lang: choice(['auto', 'en', 'fr'], {
    en: 'Language of the command line; auto takes that of the system.',
    fr: 'Langue de la ligne de commande; auto prend celle du système.',
  }),
  logLevel: choice(['info', 'trace', 'debug', 'warn', 'error', 'fatal', 'silent'], {
    en: 'Least important messages that are written to standard output.',
    fr: 'Messages les moins importants écrits sur la sortie standard.',
  }),
  corsOrigins: origins({
    en: 'Origins whose pages may call the API; none may unless named.',
    fr: 'Origines dont les pages peuvent appeler l’API; aucune si rien n’est nommé.',
  }),
  graphiql: boolean(true, {
    en: 'Serves the query editor on /graphiql.',
    fr: 'Sert l’éditeur de requêtes sur /graphiql.',
  }),
  importBytesMax: bytes(
    2_048 * mebibyte,
    { en: 'Largest file that is imported.', fr: 'Plus grand fichier importé.' },
    { min: 1_024, max: 65_536 * mebibyte },
  ),
  importRowsMax: number(
    10_000_000,
    { en: 'Most rows of an imported file.', fr: 'Nombre maximal de lignes d’un fichier importé.' },
    { min: 1, max: 1_000_000_000 },
  ),
  logWalBytesMax: bytes(
    32 * mebibyte,
    {
      en: 'Size at which the write-ahead log of the event log is emptied.',
      fr: 'Taille à laquelle le journal d’écriture anticipée des événements est vidé.',
    },
    { min: mebibyte, max: 1_024 * mebibyte },
  ),
  viewConnections: number(
    8,
    { en: 'Snapshots of the views open at a time.', fr: 'Instantanés des vues ouverts à la fois.' },
    { min: 1, max: 128 },
  ),
  viewPollMs: duration(
    500,
    {
      en: 'How often the projector looks at the log when nothing wakes it.',
      fr: 'Intervalle auquel le projecteur regarde le journal si rien ne l’éveille.',
    },
    { min: 10, max: 60_000 },
  ),
  ...httpSettings,
} as const;

/** Names of all settings. */
export type SettingName = keyof typeof settings;
