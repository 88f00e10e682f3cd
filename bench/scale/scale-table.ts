import type { Measurement } from '../measurement.js';

/** One row for each thing measured, one column for each size, and the last ratio to the first. */
export function scaleTable(lines: readonly Measurement[]): string {
  const parts = lines.map((line) => {
    const at = line.name.lastIndexOf('.');
    return { ...line, row: line.name.slice(0, at), size: line.name.slice(at + 1) };
  });
  const sizes = [...new Set(parts.map(({ size }) => size))];
  const rows = [...Map.groupBy(parts, ({ row }) => row)].map(([row, figures]) => [
    row,
    ...sizes.map((size) => String(figures.find((each) => each.size === size)?.value ?? '')),
    figures.at(-1)?.unit ?? '',
    `× ${figures.at(-1)?.ratio ?? ''}`,
  ]);
  const table = [['', ...sizes, '', `${sizes.at(-1)} over ${sizes[0]}`], ...rows];
  const widths = table[0]?.map((_, at) => Math.max(...table.map((row) => row[at]?.length ?? 0)));
  return table
    .map((row) =>
      row
        .map((cell, at) =>
          at === 0 ? cell.padEnd(widths?.[at] ?? 0) : cell.padStart(widths?.[at] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}
