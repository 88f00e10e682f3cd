import type { SQLOutputValue } from 'node:sqlite';
import type { AnyTable } from '../../../projections/projection.js';
import type { AnyRow } from '../engine/row-store.js';

/** A value as a column holds it. */
export type ColumnValue = string | number | null;

/** How the rows of a table are stored: records as JSON, everything else as it is. */
export type RowCodec = {
  /** Values in the order of the table's columns. */
  encode(row: AnyRow): ColumnValue[];
  decode(stored: Readonly<Record<string, SQLOutputValue>>): AnyRow;
};

/** Builds the codec of a table. */
export function rowCodec({ columns }: Pick<AnyTable, 'columns'>): RowCodec {
  const names = Object.keys(columns);
  const records = names.filter((name) => columns[name] === 'json');
  const isRecord = new Set(records);
  const encodeValue = (name: string, value: unknown): ColumnValue => {
    if (value === null || value === undefined) return null;
    return isRecord.has(name) ? JSON.stringify(value) : (value as ColumnValue);
  };
  return {
    encode: (row) => names.map((name) => encodeValue(name, row[name])),
    decode(stored) {
      const row: Record<string, unknown> = { ...stored };
      for (const name of records) {
        const text = row[name];
        if (typeof text === 'string') row[name] = JSON.parse(text);
      }
      return row;
    },
  };
}
