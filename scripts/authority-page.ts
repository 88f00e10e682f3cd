import { roles } from '../src/domain/authority.js';
import { authorityMatrix } from '../tests/graphql/authority-matrix.js';

const signs: Readonly<Record<string, string>> = { own: 'own', region: 'region', any: 'yes' };

function line(row: string, cells: string): string {
  const [, , what = ''] = /^(\w+) (.+)$/.exec(row) ?? [];
  const granted = new Map(cells.split(' ').map((cell) => cell.split('=') as [string, string]));
  const marks = roles.map((role) => signs[granted.get(role) ?? ''] ?? '');
  return `| \`${what}\` | ${marks.join(' | ')} |`;
}

function section(title: string, kind: string): readonly string[] {
  const rows = Object.entries(authorityMatrix).filter(([row]) => row.startsWith(kind));
  return [
    `## ${title}`,
    '',
    `| | ${roles.join(' | ')} |`,
    `| --- |${' --- |'.repeat(roles.length)}`,
    ...rows.map(([row, cells]) => line(row, cells)),
    '',
  ];
}

/** The authority matrix as a page. */
export const authorityPage = (): string =>
  [
    '# Who may do what',
    '',
    'Made by `npm run generate` from `tests/graphql/authority-matrix.ts`; a test asks every field',
    'as every role. `own` means for the organizations the caller belongs to, `region` for these',
    'and the municipalities of a region advised, `yes` for all, and an empty cell that it is',
    'denied. Braces show what of an answer is meant, where the rest is open to more.',
    '',
    ...section('Queries', 'query'),
    ...section('Mutations', 'mutation'),
    ...section('Subscriptions', 'subscription'),
  ].join('\n');
