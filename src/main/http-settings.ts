import { defaultHttpLimits, type HttpLimits } from '../adapters/http/http-limits.js';
import { bytes, duration, number, type Setting } from './setting.js';

const value = defaultHttpLimits;
const minute = { min: 100, max: 60_000 };

/** A limit on everything a request can ask of the server; the names are those of HttpLimits. */
export const httpSettings = {
  bodyBytesMax: bytes(
    value.bodyBytesMax,
    { en: 'Largest body of an operation.', fr: 'Plus grand corps d’une opération.' },
    { min: 1_024, max: 16_777_216 },
  ),
  tokensMax: number(value.tokensMax, {
    en: 'Lexical tokens of a document.',
    fr: 'Jetons lexicaux d’un document.',
  }),
  depthMax: number(value.depthMax, {
    en: 'Depth of a document.',
    fr: 'Profondeur d’un document.',
  }),
  costMax: number(value.costMax, {
    en: 'Fields an answer could hold, pages counted at the size asked for.',
    fr: 'Champs qu’une réponse pourrait compter, à la taille de page demandée.',
  }),
  aliasesMax: number(value.aliasesMax, {
    en: 'Aliases in a document.',
    fr: 'Alias dans un document.',
  }),
  directivesMax: number(value.directivesMax, {
    en: 'Directives in a document.',
    fr: 'Directives dans un document.',
  }),
  errorsMax: number(
    value.errorsMax,
    { en: 'Errors in one answer.', fr: 'Erreurs dans une réponse.' },
    { min: 1, max: 10 },
  ),
  callerRequestsMax: number(value.callerRequestsMax, {
    en: 'Requests of one known caller in a minute, at each node; 0 for no bound.',
    fr: 'Requêtes d’un même appelant connu par minute, à chaque nœud; 0 pour aucune limite.',
  }),
  runningMax: number(
    value.runningMax,
    {
      en: 'Operations executed at once; further ones wait.',
      fr: 'Opérations exécutées à la fois; les autres attendent.',
    },
    { min: 1, max: 10_000 },
  ),
  queuedMax: number(value.queuedMax, {
    en: 'Operations waiting; further ones are answered 503.',
    fr: 'Opérations en attente; les autres reçoivent 503.',
  }),
  queuedMsMax: duration(value.queuedMsMax, {
    en: 'Longest wait of an operation for its turn.',
    fr: 'Plus longue attente d’une opération avant son tour.',
  }),
  answerMsMax: duration(value.answerMsMax, {
    en: 'An operation that takes longer is answered 503.',
    fr: 'Une opération plus longue reçoit 503.',
  }),
  positionMsMax: duration(
    value.positionMsMax,
    {
      en: 'How long a mutation or jalon-min-position waits for the views.',
      fr: 'Attente des vues par une mutation ou par jalon-min-position.',
    },
    { max: 60_000 },
  ),
  positionWaitersMax: number(value.positionWaitersMax, {
    en: 'Requests waiting for a position at once.',
    fr: 'Requêtes attendant une position à la fois.',
  }),
  streamsMax: number(value.streamsMax, {
    en: 'Open subscriptions.',
    fr: 'Abonnements ouverts.',
  }),
  streamCheckMs: duration(
    value.streamCheckMs,
    {
      en: 'A subscription asks this often whether its token still holds.',
      fr: 'Intervalle auquel un abonnement vérifie que son jeton vaut encore.',
    },
    { min: 100 },
  ),
  connectionsMax: number(
    value.connectionsMax,
    { en: 'Open connections.', fr: 'Connexions ouvertes.' },
    { min: 1, max: 1_000_000 },
  ),
  headersMsMax: duration(
    value.headersMsMax,
    { en: 'Time for the head of a request.', fr: 'Durée de l’en-tête d’une requête.' },
    minute,
  ),
  requestMsMax: duration(
    value.requestMsMax,
    { en: 'Time for a whole request to arrive.', fr: 'Durée d’arrivée d’une requête entière.' },
    minute,
  ),
  idleMsMax: duration(
    value.idleMsMax,
    { en: 'Time without a byte moving.', fr: 'Durée sans qu’un octet ne circule.' },
    minute,
  ),
  slowCheckMs: duration(
    value.slowCheckMs,
    { en: 'How often slow requests are looked for.', fr: 'Intervalle de recherche des lents.' },
    minute,
  ),
  keepAliveMsMax: duration(
    value.keepAliveMsMax,
    {
      en: 'An idle connection is kept this long for the next request.',
      fr: 'Durée pendant laquelle une connexion inactive attend la requête suivante.',
    },
    { max: 600_000 },
  ),
  cacheBytesMax: bytes(value.cacheBytesMax, {
    en: 'All remembered answers; 0 remembers none.',
    fr: 'Ensemble des réponses gardées; 0 n’en garde aucune.',
  }),
  cacheEntryBytesMax: bytes(value.cacheEntryBytesMax, {
    en: 'One remembered answer.',
    fr: 'Une réponse gardée.',
  }),
  lagEventsMax: number(value.lagEventsMax, {
    en: 'Events the views may be behind the log while /readyz says ready.',
    fr: 'Retard des vues sur le journal, en événements, accepté par /readyz.',
  }),
  logMsMax: duration(value.logMsMax, {
    en: 'How long the log may take to answer /readyz.',
    fr: 'Délai accordé au journal pour répondre à /readyz.',
  }),
  stopNoticeMs: duration(
    value.stopNoticeMs,
    {
      en: 'How long /readyz says that the hub will stop, for proxies to notice, before it does.',
      fr: 'Temps pendant lequel /readyz annonce l’arrêt aux mandataires avant qu’il ait lieu.',
    },
    { max: 600_000 },
  ),
  drainMsMax: duration(
    value.drainMsMax,
    {
      en: 'How long requests under way may take once the server stops.',
      fr: 'Délai accordé aux requêtes en cours quand le serveur s’arrête.',
    },
    { max: 600_000 },
  ),
} as const satisfies { readonly [L in keyof HttpLimits]: Setting<number> };
