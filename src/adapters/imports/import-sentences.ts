import type { Language } from '../../domain/text.js';

/** Reasons of the import itself; rows may be rejected with refusal codes of the domain too. */
export const importErrorCodes = [
  // the mapping or the file as a whole
  'mapping-invalid',
  'file-unreadable',
  'file-too-large',
  'file-empty',
  'file-not-a-table',
  'file-malformed',
  'encoding-invalid',
  'sheet-missing',
  'rows-too-many',
  'column-missing',
  'column-ambiguous',
  'headers-unmatched',
  'file-changed',
  'workbook-too-large',
  'memory-exhausted',
  // a row
  'row-duplicate',
  'row-length-mismatch',
  'row-denied',
  // a cell
  'cell-empty',
  'cell-not-a-number',
  'name-ambiguous',
  'name-unknown',
  'status-unknown',
  'flag-unknown',
  'units-inconsistent',
  'text-unmatched',
  'code-undeclared',
  // warnings, which reject nothing
  'percent-sign-ignored',
  'value-far-from-last',
] as const;

export type ImportErrorCode = (typeof importErrorCodes)[number];

type Params = Readonly<Record<string, string>>;

/** The sentence of each code in both languages. */
export const importSentences: Readonly<
  Record<ImportErrorCode, { readonly [L in Language]: (params: Params) => string }>
> = {
  'mapping-invalid': {
    en: ({ path, issue }) => `The mapping is wrong at ${path}: ${issue}.`,
    fr: ({ path, issue }) => `La correspondance est fautive à ${path} : ${issue}.`,
  },
  'file-unreadable': {
    en: ({ file, reason }) => `The file ${file} cannot be read: ${reason}.`,
    fr: ({ file, reason }) => `Le fichier ${file} ne peut être lu : ${reason}.`,
  },
  'file-too-large': {
    en: ({ file, bytes, max }) => `The file ${file} has ${bytes} bytes, above ${max}.`,
    fr: ({ file, bytes, max }) => `Le fichier ${file} compte ${bytes} octets, plus que ${max}.`,
  },
  'file-empty': {
    en: () => 'The file is empty, or has no rows below its header.',
    fr: () => 'Le fichier est vide, ou n’a aucune ligne sous son en-tête.',
  },
  'file-not-a-table': {
    en: ({ kind }) => `The file is ${kind}: neither a CSV file nor an XLSX workbook.`,
    fr: ({ kind }) => `Le fichier est ${kind} : ni un fichier CSV, ni un classeur XLSX.`,
  },
  'file-malformed': {
    en: ({ issue }) => `The file cannot be taken apart here: ${issue}.`,
    fr: ({ issue }) => `Le fichier ne peut être décomposé ici : ${issue}.`,
  },
  'encoding-invalid': {
    en: ({ encoding }) => `The file is not the ${encoding} that the mapping declares.`,
    fr: ({ encoding }) => `Le fichier n’est pas en ${encoding} comme le déclare la correspondance.`,
  },
  'sheet-missing': {
    en: ({ sheet }) => `The workbook has no sheet ${sheet}.`,
    fr: ({ sheet }) => `Le classeur n’a pas de feuille ${sheet}.`,
  },
  'rows-too-many': {
    en: ({ max }) => `The file has more than ${max} rows.`,
    fr: ({ max }) => `Le fichier compte plus de ${max} lignes.`,
  },
  'column-missing': {
    en: ({ column }) => `The file has no column "${column}".`,
    fr: ({ column }) => `Le fichier n’a pas de colonne « ${column} ».`,
  },
  'column-ambiguous': {
    en: ({ column }) => `The file has several columns "${column}"; name it by its number.`,
    fr: ({ column }) => `Le fichier a plusieurs colonnes « ${column} »; nommez-la par son numéro.`,
  },
  'headers-unmatched': {
    en: ({ pattern }) => `No header matches ${pattern}.`,
    fr: ({ pattern }) => `Aucun en-tête ne correspond à ${pattern}.`,
  },
  'file-changed': {
    en: ({ file }) => `The file ${file} was changed while it was read.`,
    fr: ({ file }) => `Le fichier ${file} a été modifié pendant sa lecture.`,
  },
  'workbook-too-large': {
    en: ({ bytes, max }) =>
      `The workbook unpacks to ${bytes} bytes, above ${max}; save the sheet as CSV.`,
    fr: ({ bytes, max }) =>
      `Le classeur décompressé compte ${bytes} octets, plus que ${max}; ` +
      'enregistrez la feuille au format CSV.',
  },
  'memory-exhausted': {
    en: ({ max }) =>
      `The file takes more than the ${max} MiB of memory that an import may; ` +
      'save the sheet as CSV, or split the file.',
    fr: ({ max }) =>
      `Le fichier demande plus que les ${max} Mio de mémoire dont dispose une importation; ` +
      'enregistrez la feuille au format CSV, ou divisez le fichier.',
  },
  'row-duplicate': {
    en: ({ other }) => `The row and line ${other} are about the same observation.`,
    fr: ({ other }) => `La ligne et la ligne ${other} portent sur la même observation.`,
  },
  'row-length-mismatch': {
    en: ({ cells, expected }) => `The row has ${cells} cells, the header ${expected}.`,
    fr: ({ cells, expected }) => `La ligne compte ${cells} cellules, l’en-tête ${expected}.`,
  },
  'row-denied': {
    en: () => 'You may not record this for this organization.',
    fr: () => 'Vous ne pouvez pas consigner ceci pour cet organisme.',
  },
  'cell-empty': {
    en: () => 'The cell is empty; a missing number is not zero.',
    fr: () => 'La cellule est vide; un nombre manquant n’est pas zéro.',
  },
  'cell-not-a-number': {
    en: () => 'The cell is no number in the style the mapping declares, nor a status.',
    fr: () => 'La cellule n’est ni un nombre dans le style déclaré, ni un statut.',
  },
  'name-ambiguous': {
    en: () => 'Several municipalities have this name.',
    fr: () => 'Plusieurs municipalités portent ce nom.',
  },
  'name-unknown': {
    en: () => 'No municipality or First Nation has this name.',
    fr: () => 'Aucune municipalité ni Première Nation ne porte ce nom.',
  },
  'status-unknown': {
    en: () => 'The mapping does not declare this status.',
    fr: () => 'La correspondance ne déclare pas ce statut.',
  },
  'flag-unknown': {
    en: () => 'The mapping does not declare this flag.',
    fr: () => 'La correspondance ne déclare pas cet indicateur de qualité.',
  },
  'units-inconsistent': {
    en: () => 'The units that are missing are no whole number up to their total.',
    fr: () => 'Les unités manquantes ne sont pas un nombre entier inférieur ou égal au total.',
  },
  'text-unmatched': {
    en: () => 'The cell does not have the form that the mapping declares.',
    fr: () => 'La cellule n’a pas la forme que déclare la correspondance.',
  },
  'code-undeclared': {
    en: () => 'The mapping does not declare what this text means.',
    fr: () => 'La correspondance ne déclare pas ce que signifie ce texte.',
  },
  'percent-sign-ignored': {
    en: () => 'Percent signs in this column are left out, and nothing is divided by 100.',
    fr: () => 'Les signes de pourcentage de cette colonne sont omis, sans division par 100.',
  },
  'value-far-from-last': {
    en: ({ last, period, times }) =>
      `The number is more than ${times} times, or less than 1/${times} of, ${last} (${period}).`,
    fr: ({ last, period, times }) =>
      `Le nombre vaut plus de ${times} fois, ou moins de 1/${times} de, ${last} (${period}).`,
  },
};
