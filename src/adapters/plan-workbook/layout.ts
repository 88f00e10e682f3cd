import * as choices from './choices.js';
import type { Choices } from './choices.js';
import type { Bilingual } from './plan-problem.js';

/** What the cells of a column hold. */
export type CellKind =
  | 'key'
  | 'text'
  | 'day'
  | 'whole'
  | 'decimal'
  | Choices
  /** One code or, as a list, several separated by semicolons; labels of the list are read too. */
  | { readonly scheme: string; readonly isList: boolean };

/** A column of the layout. */
export type Column = {
  readonly name: string;
  readonly title: Bilingual;
  readonly kind: CellKind;
  readonly required: boolean;
  readonly help: Bilingual;
};

/** A sheet of the layout, in the order in which its rows are recorded. */
export type Sheet = {
  readonly title: Bilingual;
  readonly what: Bilingual;
  /** Columns that together name a row. */
  readonly key: readonly string[];
  readonly columns: readonly Column[];
};

const both = (en: string, fr: string): Bilingual => ({ en, fr });
const none = both('', '');

const column = (
  name: string,
  en: string,
  fr: string,
  kind: CellKind,
  help: Bilingual = none,
): Column => ({ name, title: both(en, fr), kind, required: false, help });

const required = (...of: Parameters<typeof column>): Column => ({
  ...column(...of),
  required: true,
});

const planKey = required(
  'plan',
  'Plan key',
  'Clé du plan',
  'key',
  both(
    'A short name of your own for the plan, the same on every sheet and for ever.',
    'Un nom court de votre choix pour le plan, le même sur chaque feuille et pour toujours.',
  ),
);

const inBoth = (name: string, en: string, fr: string): readonly Column[] => [
  column(`${name}En`, `${en} (English)`, `${fr} (anglais)`, 'text'),
  column(`${name}Fr`, `${en} (French)`, `${fr} (français)`, 'text'),
];

const riskScheme = (isList: boolean) => ({ scheme: 'risk-factors', isList });
const sectorScheme = (isList: boolean) => ({ scheme: 'sectors', isList });
const separated = both(
  'Several are separated by semicolons.',
  'Séparez-les par des points-virgules.',
);
const codeOfBody = both(
  'Seven or four digits, as in the census.',
  'Sept ou quatre chiffres, comme au recensement.',
);

/** The sheets of a plan workbook; the names of sheets and columns are a documented format. */
export const layout = {
  plans: {
    title: both('Plans', 'Plans'),
    what: both('One row for each plan.', 'Une ligne par plan.'),
    key: ['plan'],
    columns: [
      planKey,
      ...inBoth('title', 'Title', 'Titre'),
      required('body', 'Lead body code', 'Code de l’organisme principal', 'key', codeOfBody),
      required(
        'openedOn',
        'Opened on',
        'Ouvert le',
        'day',
        both('Day on which work on the plan began.', 'Jour où le travail sur le plan a commencé.'),
      ),
      column('url', 'Web address', 'Adresse Web', 'text'),
      column(
        'publishedOn',
        'Published on',
        'Publié le',
        'day',
        both(
          'With a web address, once every council has adopted.',
          'Avec une adresse Web, une fois le plan adopté par tous les conseils.',
        ),
      ),
      column(
        'demonstration',
        'Demonstration',
        'Démonstration',
        choices.yesOrNo,
        both(
          'Yes for a plan that no council adopted.',
          'Oui pour un plan qu’aucun conseil n’a adopté.',
        ),
      ),
    ],
  },
  bodies: {
    title: both('Bodies', 'Organismes'),
    what: both(
      'One row for each body of a plan, with its council’s adoption if there is one.',
      'Une ligne par organisme du plan, avec l’adoption par son conseil s’il y en a une.',
    ),
    key: ['plan', 'body'],
    columns: [
      planKey,
      required('body', 'Body code', 'Code de l’organisme', 'key', codeOfBody),
      column('adoptedOn', 'Adopted on', 'Adopté le', 'day'),
      column('resolution', 'Resolution', 'Résolution', 'text'),
      column(
        'act',
        'Act',
        'Loi',
        choices.actChoices,
        both('The act in force on that day when empty.', 'La loi en vigueur ce jour-là si vide.'),
      ),
    ],
  },
  partners: {
    title: both('Partners', 'Partenaires'),
    what: both(
      'Organizations that make commitments; those registered already may be left out.',
      'Organismes qui prennent des engagements; ceux déjà inscrits peuvent être omis.',
    ),
    key: ['partner'],
    columns: [
      required(
        'partner',
        'Partner code',
        'Code du partenaire',
        'key',
        both('Lower-case letters, digits and hyphens.', 'Minuscules, chiffres et traits d’union.'),
      ),
      ...inBoth('name', 'Name', 'Nom'),
      required('sector', 'Sector', 'Secteur', sectorScheme(false)),
    ],
  },
  risks: {
    title: both('Risks', 'Risques'),
    what: both('One row for each risk a plan names.', 'Une ligne par risque que nomme un plan.'),
    key: ['plan', 'risk'],
    columns: [
      planKey,
      required('risk', 'Risk code', 'Code du risque', riskScheme(false)),
      column(
        'rank',
        'Rank',
        'Rang',
        'whole',
        both(
          '1 is the first priority; each rank once.',
          '1 est la première priorité; chaque rang une fois.',
        ),
      ),
      ...inBoth('narrative', 'Narrative', 'Exposé'),
    ],
  },
  strategies: {
    title: both('Strategies', 'Stratégies'),
    what: both('One row for each strategy.', 'Une ligne par stratégie.'),
    key: ['plan', 'strategy'],
    columns: [
      planKey,
      required('strategy', 'Strategy key', 'Clé de la stratégie', 'key'),
      ...inBoth('title', 'Title', 'Titre'),
      required('area', 'Planning area', 'Domaine de planification', choices.areaChoices),
      required('sectors', 'Sectors', 'Secteurs', sectorScheme(true), separated),
      column('risks', 'Risk codes', 'Codes des risques', riskScheme(true), separated),
    ],
  },
  commitments: {
    title: both('Commitments', 'Engagements'),
    what: both(
      'One row for what one partner undertakes within a strategy.',
      'Une ligne par engagement d’un partenaire dans une stratégie.',
    ),
    key: ['plan', 'commitment'],
    columns: [
      planKey,
      required('commitment', 'Commitment key', 'Clé de l’engagement', 'key'),
      required('strategy', 'Strategy key', 'Clé de la stratégie', 'key'),
      required('partner', 'Partner code', 'Code du partenaire', 'key'),
      ...inBoth('statement', 'Statement', 'Énoncé'),
      column('dueOn', 'Due on', 'Échéance', 'day'),
    ],
  },
  measures: {
    title: both('Measures', 'Mesures'),
    what: both(
      'One row for each measurable outcome, with its baseline and target.',
      'Une ligne par résultat mesurable, avec son point de départ et sa cible.',
    ),
    key: ['plan', 'measure'],
    columns: [
      planKey,
      required('measure', 'Measure key', 'Clé de la mesure', 'key'),
      required('indicator', 'Indicator key', 'Clé de l’indicateur', 'key'),
      required('level', 'Level', 'Niveau', choices.levelChoices),
      required('accountability', 'Accountability', 'Responsabilité', choices.accountabilityChoices),
      column(
        'question',
        'Question',
        'Question',
        choices.questionChoices,
        both('For performance only.', 'Pour le rendement seulement.'),
      ),
      column('risk', 'Risk code', 'Code du risque', riskScheme(false)),
      column('strategy', 'Strategy key', 'Clé de la stratégie', 'key'),
      column('baselineKind', 'Baseline', 'Point de départ', choices.baselineChoices),
      column('baselineValue', 'Baseline value', 'Valeur de départ', 'decimal'),
      column(
        'baselinePeriod',
        'Baseline period',
        'Période de départ',
        'text',
        both('2021, 2024-Q3, FY2024 …', '2021, 2024-Q3, FY2024 …'),
      ),
      column('targetKind', 'Target', 'Cible', choices.targetChoices),
      column('targetValue', 'Target value', 'Valeur cible', 'decimal'),
      column('targetDueOn', 'Target due on', 'Échéance de la cible', 'day'),
    ],
  },
} as const satisfies Readonly<Record<string, Sheet>>;

/** Name of a sheet in the program, which is also that of its CSV file. */
export type SheetName = keyof typeof layout;

/** Names of all sheets, in the order in which they are recorded. */
export const sheetNames = Object.keys(layout) as readonly SheetName[];
