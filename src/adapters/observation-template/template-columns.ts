import { observationFlags } from '../../domain/observation/events.js';

/** Headings of the columns; the mapping names the same. */
export const columns = {
  indicator: 'indicator / indicateur',
  nameEn: 'name',
  nameFr: 'nom',
  unitEn: 'unit',
  unitFr: 'unité',
  body: 'body / organisme',
  period: 'period / période',
  toFillIn: 'to fill in / à remplir',
  value: 'value / valeur',
  numerator: 'numerator / numérateur',
  denominator: 'denominator / dénominateur',
  status: 'status / statut',
  flags: 'flags / indicateurs de qualité',
  missing: 'missing units / unités manquantes',
  total: 'total units / total des unités',
  releasedOn: 'source released on / publié par la source le',
} as const;

const at = (name: keyof typeof columns) => ({ column: columns[name] });

/** Words for a number that is not there, besides those of the API. */
const statuses = {
  NOT_REPORTED: 'NOT_REPORTED',
  'not reported': 'NOT_REPORTED',
  'non déclaré': 'NOT_REPORTED',
  NOT_APPLICABLE: 'NOT_APPLICABLE',
  'not applicable': 'NOT_APPLICABLE',
  'sans objet': 'NOT_APPLICABLE',
  SUPPRESSED_AT_SOURCE: 'SUPPRESSED_AT_SOURCE',
  suppressed: 'SUPPRESSED_AT_SOURCE',
  supprimé: 'SUPPRESSED_AT_SOURCE',
} as const;

const flags = observationFlags.filter((flag) => flag !== 'PARTIAL');

/** The mapping with which `jalon import observations` reads a filled-in template. */
export const templateMapping: string = `${JSON.stringify(
  {
    blanks: 'skip',
    indicator: at('indicator'),
    body: at('body'),
    period: at('period'),
    value: at('value'),
    numerator: at('numerator'),
    denominator: at('denominator'),
    status: at('status'),
    statuses,
    flags: { ...at('flags'), codes: Object.fromEntries(flags.map((flag) => [flag, flag])) },
    missingUnits: { missing: at('missing'), total: at('total') },
    sourceReleasedOn: at('releasedOn'),
  },
  undefined,
  2,
)}\n`;
