import type { Language } from '../domain/text.js';

/** Codes of GraphQL errors that the hub raises itself. */
export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'NOT_FOUND'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'SERVICE_UNAVAILABLE'
  | 'INTERNAL_SERVER_ERROR';

type Reason = Readonly<Record<Language, string>> & { readonly code: ErrorCode };

const input = (en: string, fr: string): Reason => ({ code: 'BAD_USER_INPUT', en, fr });
const missing = (en: string, fr: string): Reason => ({ code: 'NOT_FOUND', en, fr });

/**
 * Why a request is answered with an error, in both languages. The keys are stable: clients
 * branch on them. No sentence repeats what the client sent.
 */
export const errorReasons = {
  'input-invalid': input('The input has a wrong shape.', "La forme de l'entrée est incorrecte."),
  'period-invalid': input(
    'A period is a text such as "2021", "2024-Q3", "2024-07", "2024-10-08", "FY2024", "SY2023" ' +
      'or "2021/2023", in the years 1900 to 2200.',
    'Une période est un texte tel que « 2021 », « 2024-Q3 », « 2024-07 », « 2024-10-08 », ' +
      '« FY2024 », « SY2023 » ou « 2021/2023 », des années 1900 à 2200.',
  ),
  'period-kind-mismatch': input(
    'The indicator is observed for periods of another kind.',
    "L'indicateur est observé pour des périodes d'un autre genre.",
  ),
  'decimal-invalid': input(
    'A decimal is a text of at most 40 digits such as "-12.50", without exponent or plus sign.',
    "Un nombre décimal est un texte d'au plus 40 chiffres tel que « -12.50 », sans exposant ni " +
      'signe plus.',
  ),
  'date-invalid': input(
    'A date is a text such as "2024-02-29": a real day of the years 1900 to 2200.',
    'Une date est un texte tel que « 2024-02-29 » : un jour réel des années 1900 à 2200.',
  ),
  'instant-invalid': input(
    'An instant is a text such as "2024-02-29T12:00:00Z" with an offset, of the years 1900 to ' +
      '2200; leap seconds are refused.',
    'Un instant est un texte tel que « 2024-02-29T12:00:00Z » avec un décalage, des années 1900 ' +
      'à 2200; les secondes intercalaires sont refusées.',
  ),
  'position-invalid': input(
    'A position is a text of 1 to 16 digits without leading zeros.',
    'Une position est un texte de 1 à 16 chiffres sans zéros de tête.',
  ),
  'json-invalid': input('JSON is only read, never sent.', 'Le JSON est seulement lu.'),
  'as-of-ambiguous': input(
    '`asOf` takes exactly one of position, instant and sourceReleasedOn.',
    '« asOf » prend exactement un des champs position, instant et sourceReleasedOn.',
  ),
  'as-of-in-the-future': input('`asOf` lies in the future.', '« asOf » est dans le futur.'),
  'as-of-reversed': input('`from` comes after `to`.', '« from » est postérieur à « to ».'),
  'position-unknown': input(
    'The log has not reached this position.',
    "Le journal n'a pas atteint cette position.",
  ),
  'since-in-the-future': input(
    'The log has not reached the position `since`.',
    "Le journal n'a pas atteint la position « since ».",
  ),
  'page-size-out-of-range': input(
    '`first` is a whole number from 1 to 500.',
    '« first » est un nombre entier de 1 à 500.',
  ),
  'cursor-invalid': input(
    '`after` is not a cursor of this hub.',
    "« after » n'est pas un curseur de ce carrefour.",
  ),
  'cursor-mismatch': input(
    '`after` is the cursor of another field, other arguments or another `asOf`.',
    "« after » est le curseur d'un autre champ, d'autres arguments ou d'un autre « asOf ».",
  ),
  'observations-unbounded': input(
    'Name an indicator, an organization or an area.',
    'Nommez un indicateur, un organisme ou un territoire.',
  ),
  'interval-reversed': input(
    'The interval ends before it begins.',
    "L'intervalle se termine avant de commencer.",
  ),
  'bodies-out-of-range': input(
    'Name 1 to 20 organizations, each once.',
    'Nommez de 1 à 20 organismes, chacun une seule fois.',
  ),
  'bins-out-of-range': input(
    '`bins` is a whole number from 1 to 50.',
    '« bins » est un nombre entier de 1 à 50.',
  ),
  'too-many-ids': input('At most 100 ids are looked up.', 'Au plus 100 identifiants.'),
  'geography-ambiguous': input(
    'Name one place: an organization, an area or a plan.',
    'Nommez un seul lieu : un organisme, un territoire ou un plan.',
  ),
  'area-without-bodies': input(
    'No body that reports lies in this area. Name Ontario or one of its census divisions.',
    "Aucun organisme déclarant ne se trouve dans ce territoire. Nommez l'Ontario ou une de ses " +
      'divisions de recensement.',
  ),
  'category-unknown': input(
    'The indicator is not broken down by this category.',
    "L'indicateur n'est pas ventilé selon cette catégorie.",
  ),
  'category-duplicate': input(
    'A dimension is named more than once.',
    "Une dimension est nommée plus d'une fois.",
  ),
  'indicator-unknown': missing('No indicator has this key.', "Aucun indicateur n'a cette clé."),
  'organization-unknown': missing('No organization has this code.', "Aucun organisme n'a ce code."),
  'area-unknown': missing('No area has this code.', "Aucun territoire n'a ce code."),
  'plan-unknown': missing('There is no such plan.', "Il n'y a pas de tel plan."),
  'authentication-required': {
    code: 'UNAUTHENTICATED',
    en: 'A valid token is needed.',
    fr: 'Un jeton valide est nécessaire.',
  },
  'not-permitted': {
    code: 'FORBIDDEN',
    en: 'The role or organization of the caller does not permit this.',
    fr: "Le rôle ou l'organisme de la personne qui appelle ne le permet pas.",
  },
  'position-not-reached': {
    code: 'SERVICE_UNAVAILABLE',
    en: 'The views have not reached the position in time. What was written is recorded; ask again.',
    fr:
      "Les vues n'ont pas atteint la position à temps. " +
      'Ce qui a été écrit est consigné; réessayez.',
  },
  'event-log-unavailable': {
    code: 'SERVICE_UNAVAILABLE',
    en: 'The record cannot be written or read just now; try again.',
    fr: 'Le journal ne peut être ni écrit ni lu en ce moment; réessayez.',
  },
  'views-unavailable': {
    code: 'SERVICE_UNAVAILABLE',
    en: 'The views cannot be read just now; try again.',
    fr: 'Les vues ne peuvent être lues en ce moment; réessayez.',
  },
  'imports-unavailable': {
    code: 'SERVICE_UNAVAILABLE',
    en: 'This hub takes no uploads.',
    fr: 'Ce carrefour ne reçoit pas de fichiers.',
  },
  'internal-error': {
    code: 'INTERNAL_SERVER_ERROR',
    en: 'Something went wrong in the hub. The correlation id leads to its log.',
    fr: "Une erreur s'est produite. L'identifiant de corrélation mène au journal technique.",
  },
} as const satisfies Readonly<Record<string, Reason>>;

/** Stable, kebab-case cause of an error. */
export type ErrorReason = keyof typeof errorReasons;
