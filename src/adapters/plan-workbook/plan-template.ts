import writeWorkbook, { type Row, type Sheet as WrittenSheet } from 'write-excel-file/node';
import { versionInForce, type CodeLists } from '../../domain/code-lists.js';
import type { Language } from '../../domain/text.js';
import type { CellKind, Column } from './layout.js';
import { sheetNames } from './layout.js';
import type { Bilingual } from './plan-problem.js';
import { sheetOf } from './plan-row.js';

type Written = WrittenSheet<never>;

const heading = (value: string) => ({ value, fontWeight: 'bold' as const });
const widthOf = (text: string) => ({ width: Math.max(12, text.length + 2) });

const both = (en: string, fr: string): Bilingual => ({ en, fr });

const introduction: readonly Bilingual[] = [
  both(
    'Fill in the sheets that follow; this one and the sheet of codes are not read.',
    'Remplissez les feuilles qui suivent; celle-ci et la feuille des codes ne sont pas lues.',
  ),
  both(
    'Headings may be in English or in French. Columns may stand in any order; optional ones ' +
      'may be left out.',
    'Les en-têtes peuvent être en anglais ou en français. L’ordre des colonnes est libre; les ' +
      'colonnes facultatives peuvent manquer.',
  ),
  both(
    'Keys are yours: they tell a later import which row is which. Never change them.',
    'Les clés sont les vôtres : elles permettent à une importation ultérieure de reconnaître ' +
      'chaque ligne. Ne les changez jamais.',
  ),
  both(
    'A row that disappears changes nothing: what is recorded is ended in the hub, with a reason.',
    'Une ligne qui disparaît ne change rien : on met fin dans le carrefour, avec un motif, à ce ' +
      'qui est consigné.',
  ),
];

function formOf(kind: CellKind): Bilingual {
  if (kind === 'key') return both('a key or code', 'une clé ou un code');
  if (kind === 'text') return both('text', 'texte');
  if (kind === 'day') return both('a day: 2024-03-31', 'une date : 2024-03-31');
  if (kind === 'whole') return both('a whole number', 'un nombre entier');
  if (kind === 'decimal') return both('a number', 'un nombre');
  if ('scheme' in kind && typeof kind.scheme === 'string')
    return both(`a code of ${kind.scheme}`, `un code de ${kind.scheme}`);
  const words = Object.values(kind) as readonly Bilingual[];
  return both(words.map(({ en }) => en).join('; '), words.map(({ fr }) => fr).join('; '));
}

const needed = both('required', 'obligatoire');
const optional = both('optional', 'facultatif');

function columnRow(sheet: Bilingual, { title, kind, required, help }: Column): Row {
  const form = formOf(kind);
  const need = required ? needed : optional;
  return [
    sheet.en,
    title.en,
    `${need.en}; ${form.en}. ${help.en}`.trim(),
    sheet.fr,
    title.fr,
    `${need.fr}; ${form.fr}. ${help.fr}`.trim(),
  ];
}

const explanations = (): Written => ({
  sheet: 'Read me - À lire',
  columns: [24, 24, 70, 24, 24, 70].map((width) => ({ width })),
  stickyRowsCount: 0,
  data: [
    ...introduction.map(({ en, fr }): Row => [en, null, null, fr]),
    [],
    ['Sheet', 'Column', 'Holds', 'Feuille', 'Colonne', 'Contient'].map(heading),
    ...sheetNames.flatMap((name) => {
      const { title, what, columns } = sheetOf(name);
      const about: Row = [heading(title.en), null, what.en, heading(title.fr), null, what.fr];
      return [about, ...columns.map((each) => columnRow(title, each))];
    }),
  ],
});

function codeLists(lists: CodeLists, today: string): Written {
  const rows = ['risk-factors', 'sectors'].flatMap((scheme) =>
    (versionInForce(lists, scheme, today)?.codes ?? []).map(({ code, label }): Row => [
      scheme,
      code,
      label.en ?? '',
      label.fr ?? '',
    ]),
  );
  return {
    sheet: 'Codes',
    columns: [16, 36, 60, 60].map((width) => ({ width })),
    stickyRowsCount: 1,
    data: [['List / Liste', 'Code', 'English', 'Français'].map(heading), ...rows],
  };
}

/**
 * An empty workbook of the layout as XLSX: an explanation in both languages, the sheets with
 * headings in one, and the codes of risks and sectors.
 */
export async function planTemplate(
  lists: CodeLists,
  today: string,
  language: Language,
): Promise<Uint8Array> {
  const sheets = sheetNames.map((name): Written => {
    const { title, columns } = sheetOf(name);
    const titles = columns.map((each) => each.title[language]);
    return {
      sheet: title[language],
      columns: titles.map(widthOf),
      stickyRowsCount: 1,
      data: [titles.map(heading)],
    };
  });
  return writeWorkbook([explanations(), ...sheets, codeLists(lists, today)]).toBuffer();
}
