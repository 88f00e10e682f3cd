import type { DatabaseSync } from 'node:sqlite';
import type { AnyTable, Projection } from '../../../projections/projection.js';
import { projections, viewVersion } from '../../../projections/projections.js';
import { checkpointSql, schemaSql } from './view-schema.js';

/** Tables of projections. */
export const tablesOf = (of: readonly Projection[]): readonly AnyTable[] =>
  of.flatMap(({ tables }) => tables);

/** Creates the tables of every view, empty, in a database that has none. */
export function createViews(db: DatabaseSync): void {
  db.exec(`BEGIN IMMEDIATE; ${checkpointSql} ${schemaSql(tablesOf(projections))}`);
  db.prepare('INSERT INTO checkpoint VALUES (1, 0, ?)').run(viewVersion);
  db.exec('COMMIT');
}
