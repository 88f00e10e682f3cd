const unitMs = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
type Unit = keyof typeof unitMs;

const pattern = /^(\d{1,15})(ms|s|m|h|d)?$/;

/** Milliseconds of `1500`, `500ms`, `30s`, `5m`, `12h` or `90d`; undefined for anything else. */
export function parseDuration(text: string): number | undefined {
  const [, amount, unit = 'ms'] = pattern.exec(text) ?? [];
  if (amount === undefined) return undefined;
  const milliseconds = Number(amount) * unitMs[unit as Unit];
  return Number.isSafeInteger(milliseconds) ? milliseconds : undefined;
}

/** The shortest exact writing of a duration: 30000 is "30s". */
export function writeDuration(milliseconds: number): string {
  const units = Object.keys(unitMs) as Unit[];
  const unit = units.findLast((each) => milliseconds % unitMs[each] === 0) ?? 'ms';
  return milliseconds === 0 ? '0' : `${milliseconds / unitMs[unit]}${unit}`;
}
