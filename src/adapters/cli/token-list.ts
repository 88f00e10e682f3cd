import type { TokenRecord } from '../identity/token.js';
import type { CliTexts } from './cli-texts.js';

const day = (instant: string | null): string => instant?.slice(0, 10) ?? '';

const cellsOf = (record: TokenRecord): readonly string[] => [
  record.id,
  record.role,
  record.organizations.join(','),
  day(record.createdAt),
  day(record.expiresAt),
  day(record.revokedAt),
  record.label ?? '',
];

/** All tokens as an aligned table. */
export function tokenTable(records: readonly TokenRecord[], { tokenHead }: CliTexts): string {
  const rows = [tokenHead, ...records.map(cellsOf)];
  const widths = tokenHead.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  return `${rows.map(line).join('\n')}\n`;
}
