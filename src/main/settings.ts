import { httpSettings } from './http-settings.js';
import { identitySettings } from './identity-settings.js';
import { mailSettings } from './mail-settings.js';
import { boolean, bytes, choice, duration, number, origins, secretUrl, text } from './setting.js';
import { clusterUrl, streamPrefix } from './esdb-setting.js';

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
  esdbUrl: clusterUrl('ESDB_URL', {
    en: 'Connection string of the EventStoreDB cluster.',
    fr: 'Chaîne de connexion de la grappe EventStoreDB.',
  }),
  esdbPrefix: streamPrefix({
    en: 'What stream names have before them on the cluster; never changed.',
    fr: 'Ce qui précède les noms de flux sur la grappe; à ne jamais changer.',
  }),
  esdbMsMax: duration(
    10_000,
    {
      en: 'How long the cluster may take to answer an append or a reading.',
      fr: 'Délai accordé à la grappe pour répondre à un ajout ou à une lecture.',
    },
    { min: 100, max: 120_000 },
  ),
  readModels: choice(['sqlite', 'postgres', 'memory'], {
    en: 'Where views are kept.',
    fr: 'Où sont gardées les vues.',
  }),
  databaseUrl: secretUrl('DATABASE_URL', ['postgres', 'postgresql'], {
    en: 'Connection string of PostgreSQL.',
    fr: 'Chaîne de connexion de PostgreSQL.',
  }),
  databaseConnectMsMax: duration(
    5_000,
    {
      en: 'How long opening a connection to PostgreSQL may take.',
      fr: 'Durée maximale de l’ouverture d’une connexion à PostgreSQL.',
    },
    { min: 100, max: 60_000 },
  ),
  statementMsMax: duration(
    30_000,
    {
      en: 'A statement in PostgreSQL that takes longer is cancelled.',
      fr: 'Une instruction plus longue dans PostgreSQL est annulée.',
    },
    { min: 100, max: 600_000 },
  ),
  takeoverMs: duration(
    1_000,
    {
      en: 'How often a standby node tries to take over the views in PostgreSQL.',
      fr: 'Intervalle auquel un nœud en réserve tente de reprendre les vues dans PostgreSQL.',
    },
    { min: 100, max: 60_000 },
  ),
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
  importUploadBytesMax: bytes(
    8 * mebibyte,
    { en: 'Largest file that is uploaded.', fr: 'Plus grand fichier téléversé.' },
    { min: 1_024, max: 1_024 * mebibyte },
  ),
  importUploadsBytesMax: bytes(64 * mebibyte, {
    en: 'Uploads of one organization that wait to be imported, together.',
    fr: 'Ensemble des fichiers téléversés d’un organisme en attente d’importation.',
  }),
  importUploadMs: duration(86_400_000, {
    en: 'How long an upload waits to be imported.',
    fr: 'Durée pendant laquelle un fichier téléversé attend d’être importé.',
  }),
  importReportsBytesMax: bytes(256 * mebibyte, {
    en: 'All reports of imports; the oldest make room for the newest.',
    fr: 'Ensemble des rapports d’importation; les plus anciens cèdent la place.',
  }),
  importsRunningMax: number(
    2,
    {
      en: 'Uploads imported at once, one for each organization.',
      fr: 'Fichiers téléversés importés à la fois, un par organisme.',
    },
    { min: 1, max: 32 },
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
  ...mailSettings,
  ...identitySettings,
  ...httpSettings,
} as const;

/** Names of all settings. */
export type SettingName = keyof typeof settings;
