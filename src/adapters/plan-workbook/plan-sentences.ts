import type { Language } from '../../domain/text.js';

/** Reasons of a plan workbook itself; rows may be rejected with refusal codes of the domain too. */
export type PlanProblemCode =
  | 'workbook-unreadable'
  | 'workbook-too-large'
  | 'workbook-malformed'
  | 'sheet-missing'
  | 'rows-too-many'
  | 'column-missing'
  | 'column-unknown'
  | 'column-repeated'
  | 'cell-required'
  | 'cell-not-a-day'
  | 'cell-not-a-number'
  | 'cell-not-a-choice'
  | 'cell-not-a-key'
  | 'cells-incomplete'
  | 'key-repeated'
  | 'reference-unknown'
  | 'row-changed'
  | 'row-denied';

type Params = Readonly<Record<string, string>>;
type Sentence = { readonly [L in Language]: (params: Params) => string };

/** The sentence of each code in both languages. */
export const planSentences: Readonly<Record<PlanProblemCode, Sentence>> = {
  'workbook-unreadable': {
    en: ({ file, reason }) => `${file} cannot be read: ${reason}.`,
    fr: ({ file, reason }) => `${file} ne peut être lu : ${reason}.`,
  },
  'workbook-too-large': {
    en: ({ file, max }) => `${file} is larger than ${max} bytes.`,
    fr: ({ file, max }) => `${file} dépasse ${max} octets.`,
  },
  'workbook-malformed': {
    en: ({ file }) => `${file} is neither an XLSX workbook nor a CSV file that can be taken apart.`,
    fr: ({ file }) => `${file} n’est ni un classeur XLSX ni un fichier CSV que l’on puisse lire.`,
  },
  'sheet-missing': {
    en: ({ sheet }) => `There is no sheet “${sheet}”.`,
    fr: ({ sheet }) => `Il n’y a pas de feuille « ${sheet} ».`,
  },
  'rows-too-many': {
    en: ({ max }) => `The workbook has more than ${max} rows.`,
    fr: ({ max }) => `Le classeur compte plus de ${max} lignes.`,
  },
  'column-missing': {
    en: ({ column }) => `The sheet has no column “${column}”.`,
    fr: ({ column }) => `La feuille n’a pas de colonne « ${column} ».`,
  },
  'column-unknown': {
    en: () => 'The layout has no such column; nothing in it would be taken.',
    fr: () => 'Le modèle n’a pas cette colonne; rien n’en serait repris.',
  },
  'column-repeated': {
    en: ({ column }) => `The sheet has several columns “${column}”.`,
    fr: ({ column }) => `La feuille a plusieurs colonnes « ${column} ».`,
  },
  'cell-required': {
    en: () => 'The cell must not be empty.',
    fr: () => 'La cellule ne doit pas être vide.',
  },
  'cell-not-a-day': {
    en: () => 'The cell is not a day.',
    fr: () => 'La cellule n’est pas une date.',
  },
  'cell-not-a-number': {
    en: () => 'The cell is not such a number.',
    fr: () => 'La cellule n’est pas un tel nombre.',
  },
  'cell-not-a-choice': {
    en: () => 'The cell holds none of the words of the layout.',
    fr: () => 'La cellule ne contient aucun des mots du modèle.',
  },
  'cell-not-a-key': {
    en: () => 'A key or code has at most 64 characters.',
    fr: () => 'Une clé ou un code compte au plus 64 caractères.',
  },
  'cells-incomplete': {
    en: ({ other }) => `The cell is needed beside “${other}”.`,
    fr: ({ other }) => `La cellule est nécessaire à côté de « ${other} ».`,
  },
  'key-repeated': {
    en: ({ other }) => `Line ${other} has the same key.`,
    fr: ({ other }) => `La ligne ${other} a la même clé.`,
  },
  'reference-unknown': {
    en: ({ sheet }) => `The sheet “${sheet}” has no such row for this plan.`,
    fr: ({ sheet }) => `La feuille « ${sheet} » n’a pas cette ligne pour ce plan.`,
  },
  'row-changed': {
    en: () =>
      'The row was imported before and said something else; this part of it cannot be changed ' +
      'by a workbook.',
    fr: () =>
      'La ligne a déjà été importée et disait autre chose; un classeur ne peut pas changer cela.',
  },
  'row-denied': {
    en: () => 'You may not record this for this organization.',
    fr: () => 'Vous ne pouvez pas consigner ceci pour cet organisme.',
  },
};
