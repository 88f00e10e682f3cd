import type { Language } from '../../domain/text.js';

type Told = {
  readonly status: number;
  readonly code: string;
  readonly en: string;
  readonly fr: string;
};

const told = (status: number, code: string, en: string, fr: string): Told => ({
  status,
  code,
  en,
  fr,
});

const badRequest = (en: string, fr: string): Told => told(400, 'BAD_REQUEST', en, fr);
const busy = (en: string, fr: string): Told => told(503, 'SERVICE_UNAVAILABLE', en, fr);

/**
 * Everything HTTP itself answers no to, before or beside GraphQL. The reasons are stable:
 * clients branch on `extensions.reason`.
 */
export const problems = {
  'http-invalid': badRequest('This is not a valid HTTP request.', 'Requête HTTP non valide.'),
  'url-invalid': badRequest('The address is not valid.', "L'adresse n'est pas valide."),
  'host-invalid': badRequest('The Host header is not valid.', "L'en-tête Host n'est pas valide."),
  'body-incomplete': badRequest('The body is incomplete.', 'Le corps est incomplet.'),
  'body-not-utf8': badRequest('The body is not UTF-8.', "Le corps n'est pas en UTF-8."),
  'body-not-json': badRequest('The body is not JSON.', "Le corps n'est pas du JSON."),
  'request-invalid': badRequest(
    'A GraphQL request has a `query` and may have `operationName` and `variables`.',
    'Une requête GraphQL a un `query` et, au besoin, `operationName` et `variables`.',
  ),
  'position-invalid': told(
    400,
    'BAD_USER_INPUT',
    'A position is a whole number in digits.',
    'Une position est un nombre entier en chiffres.',
  ),
  'acting-for-invalid': told(
    400,
    'BAD_USER_INPUT',
    'The header jalon-acting-for holds no code of an organization.',
    "L'en-tête jalon-acting-for ne contient pas de code d'organisation.",
  ),
  'subscription-over-events': badRequest(
    'Subscriptions are served at /graphql/stream as server-sent events.',
    'Les abonnements sont servis à /graphql/stream par évènements envoyés (SSE).',
  ),
  'stream-serves-subscriptions': badRequest(
    'This address serves subscriptions; queries and mutations go to /graphql.',
    'Cette adresse sert les abonnements; requêtes et mutations vont à /graphql.',
  ),
  'token-malformed': told(
    401,
    'UNAUTHENTICATED',
    'The Authorization header holds no bearer token.',
    "L'en-tête Authorization ne contient pas de jeton au porteur.",
  ),
  'token-invalid': told(
    401,
    'UNAUTHENTICATED',
    'The token is unknown, expired or revoked.',
    'Le jeton est inconnu, expiré ou révoqué.',
  ),
  'role-not-held': told(
    403,
    'FORBIDDEN',
    'The header jalon-role names a role that the caller does not hold.',
    "L'en-tête jalon-role nomme un rôle que l'appelant n'a pas.",
  ),
  'authentication-required': told(
    401,
    'UNAUTHENTICATED',
    'A valid token is needed.',
    'Un jeton valide est nécessaire.',
  ),
  'not-permitted': told(
    403,
    'FORBIDDEN',
    'The role or organization of the caller does not permit this.',
    "Le rôle ou l'organisme de la personne qui appelle ne le permet pas.",
  ),
  'report-unknown': told(
    404,
    'NOT_FOUND',
    'There is no such report, or it is no longer kept.',
    "Ce rapport n'existe pas ou n'est plus conservé.",
  ),
  'calendar-unknown': told(
    404,
    'NOT_FOUND',
    'There is no calendar of such an organization or plan. Check its code or id.',
    "Il n'y a pas de calendrier de cet organisme ou de ce plan. Vérifiez le code ou l'identifiant.",
  ),
  'path-unknown': told(404, 'NOT_FOUND', 'There is nothing here.', "Il n'y a rien ici."),
  'method-not-allowed': told(
    405,
    'METHOD_NOT_ALLOWED',
    'This address takes other methods.',
    "Cette adresse accepte d'autres méthodes.",
  ),
  'event-stream-not-accepted': told(
    406,
    'NOT_ACCEPTABLE',
    'Subscriptions answer with text/event-stream; the Accept header must name it.',
    "Les abonnements répondent en text/event-stream; l'en-tête Accept doit le nommer.",
  ),
  'request-too-slow': told(
    408,
    'REQUEST_TIMEOUT',
    'The request took too long to arrive.',
    'La requête a mis trop de temps à arriver.',
  ),
  'body-too-large': told(
    413,
    'PAYLOAD_TOO_LARGE',
    'The body is larger than operations may be.',
    'Le corps dépasse la taille permise.',
  ),
  'upload-empty': badRequest('The file is empty.', 'Le fichier est vide.'),
  'upload-too-large': told(
    413,
    'PAYLOAD_TOO_LARGE',
    'The file is larger than uploads may be. Divide it, or import it at the command line.',
    'Le fichier dépasse la taille permise. Divisez-le ou importez-le à la ligne de commande.',
  ),
  'upload-type-unsupported': told(
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    'Uploads are text/csv, or XLSX workbooks with their own content type.',
    'Les fichiers téléversés sont en text/csv ou des classeurs XLSX sous leur type de contenu.',
  ),
  'uploads-full': told(
    429,
    'TOO_MANY_REQUESTS',
    'Too much that your organization uploaded still waits. Try again once it has expired.',
    'Trop de fichiers de votre organisme sont encore en attente. Réessayez après leur expiration.',
  ),
  'too-many-requests': told(
    429,
    'TOO_MANY_REQUESTS',
    'You ask too often. Wait a second, and go on more slowly.',
    'Vos requêtes sont trop fréquentes. Attendez une seconde, puis ralentissez.',
  ),
  'content-encoding-unsupported': told(
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    'Bodies are taken without a content encoding.',
    'Les corps sont acceptés sans encodage de contenu.',
  ),
  'content-type-unsupported': told(
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    'Bodies are application/json in UTF-8.',
    'Les corps sont en application/json, en UTF-8.',
  ),
  'headers-too-large': told(
    431,
    'HEADERS_TOO_LARGE',
    'The headers are too large.',
    'Les en-têtes sont trop volumineux.',
  ),
  'internal-error': told(
    500,
    'INTERNAL_SERVER_ERROR',
    'Something went wrong. The correlation id helps to find it.',
    "Une erreur s'est produite. L'identifiant de corrélation aide à la retrouver.",
  ),
  overloaded: busy('Jalon is busy. Try again shortly.', 'Jalon est occupé. Réessayez sous peu.'),
  'answer-too-slow': busy(
    'The answer took too long. Ask for less, or try again.',
    'La réponse a pris trop de temps. Demandez-en moins ou réessayez.',
  ),
  'imports-unreachable': busy(
    'Uploads and reports cannot be reached just now. Try again shortly.',
    'Fichiers et rapports sont inaccessibles pour le moment. Réessayez sous peu.',
  ),
  'identity-unavailable': busy(
    'The identity provider does not answer. Try again shortly.',
    "Le fournisseur d'identité ne répond pas. Réessayez sous peu.",
  ),
  'position-not-reached': busy(
    'The views have not reached the position asked for. Try again shortly.',
    "Les vues n'ont pas atteint la position demandée. Réessayez sous peu.",
  ),
  'too-many-streams': busy(
    'Too many subscriptions are open. Try again shortly.',
    "Trop d'abonnements sont ouverts. Réessayez sous peu.",
  ),
  stopping: busy('Jalon is stopping. Try again shortly.', "Jalon s'arrête. Réessayez sous peu."),
} as const satisfies Readonly<Record<string, Told>>;

export type ProblemReason = keyof typeof problems;

/** A request that HTTP refuses, by its reason. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  constructor(readonly reason: ProblemReason) {
    super(problems[reason].en);
  }
}

type ProblemAnswer = {
  readonly errors: readonly [
    { readonly message: string; readonly extensions: { readonly code: string; reason: string } },
  ];
};

/** The refusal in the form of a GraphQL answer: one error with a code and a reason. */
export function problemAnswer(reason: ProblemReason, language: Language = 'en'): ProblemAnswer {
  const { code, [language]: message } = problems[reason];
  return { errors: [{ message, extensions: { code, reason } }] };
}
