import { joinPlan, adoptPlan, openPlan, publishPlan } from '../../domain/plan/commands.js';
import { registerOrganization } from '../../domain/organization/commands.js';
import { order } from './order.js';
import { keyOf, type PlanRow } from './plan-row.js';
import { cell, textOf, type PlanOfRows } from './plan-rows.js';
import type { Entry, RowWriter } from './row-writer.js';

/** A plan that stands, on its way from rows to commands. */
export type OpenedPlan = {
  readonly rows: PlanOfRows;
  readonly writer: RowWriter;
  readonly planId: string;
  /** The body that opened it and acts for it. */
  readonly lead: string;
  readonly openedOn: string;
};

/** What of an entry is not the same for every row of a plan. */
export type PlanEntry = Omit<Entry, 'actingFor' | 'row' | 'columns'> &
  Partial<Pick<Entry, 'actingFor' | 'columns'>>;

/** The row's place in its plan, by which a later import knows it again. */
const nameOf = (lead: string, row: PlanRow): string => [lead, row.sheet, keyOf(row)].join(' ');

/** Records a row, or a part of it, for the body that leads the plan. */
export const keepRow = (
  { writer, lead }: Pick<OpenedPlan, 'writer' | 'lead'>,
  row: PlanRow,
  entry: PlanEntry,
): ReturnType<RowWriter['keep']> =>
  writer.keep(nameOf(lead, row), { actingFor: lead, columns: {}, ...entry, row });

/** True when a part of a row was imported before and says something else now. */
export const isRowChanged = (
  { writer, lead }: Pick<OpenedPlan, 'writer' | 'lead'>,
  row: PlanRow,
  entry: PlanEntry,
): Promise<boolean> =>
  writer.isChanged(nameOf(lead, row), { actingFor: lead, columns: {}, ...entry, row });

/** Registers the partners that are not registered yet. */
export async function registerPartners(
  rows: readonly PlanRow[],
  writer: RowWriter,
  ministry: string,
): Promise<void> {
  for (const row of rows) {
    const details = { kind: 'PARTNER' as const, sector: cell(row, 'sector') };
    const first = order(registerOrganization, {
      ...details,
      code: cell(row, 'partner'),
      name: textOf(row, 'name'),
    });
    const columns = { code: 'partner', name: 'nameEn' };
    await keepRow({ writer, lead: ministry }, row, {
      part: 'register',
      first,
      columns,
      unlessThere: true,
    });
  }
}

/** Opens a plan for its lead body, and lets the others join. */
export async function openWithBodies(
  rows: PlanOfRows,
  writer: RowWriter,
): Promise<OpenedPlan | undefined> {
  const { plan } = rows;
  const lead = cell(plan, 'body');
  const openedOn = cell(plan, 'openedOn');
  const open = {
    title: textOf(plan, 'title'),
    bodies: [lead],
    demonstration: cell(plan, 'demonstration') === 'true',
    effectiveOn: openedOn,
  };
  const columns = { title: 'titleEn', bodies: 'body' };
  const entry = { part: 'open', first: order(openPlan, open), columns };
  const planId = (await keepRow({ writer, lead }, plan, entry))?.[0]?.stream;
  if (planId === undefined) return undefined;
  const opened = { rows, writer, planId, lead, openedOn };
  for (const row of rows.rowsOf('bodies')) {
    const body = cell(row, 'body');
    const join = order(joinPlan, { planId, body, effectiveOn: openedOn });
    if (body !== lead) await keepRow(opened, row, { part: 'join', first: join });
  }
  return opened;
}

/** Records what councils adopted and where the plan was published. */
export async function recordAdoptions(opened: OpenedPlan): Promise<void> {
  const { rows, planId } = opened;
  for (const row of rows.rowsOf('bodies')) {
    const adoptedOn = cell(row, 'adoptedOn');
    if (adoptedOn === '') continue;
    const body = cell(row, 'body');
    const act = row.values['act'] as 'POLICE_SERVICES_ACT' | undefined;
    const resolution = cell(row, 'resolution');
    const adopt = { planId, body, adoptedOn, resolution, act, effectiveOn: adoptedOn };
    await keepRow(opened, row, { part: 'adopt', actingFor: body, first: order(adoptPlan, adopt) });
  }
  const { plan } = rows;
  const publishedOn = cell(plan, 'publishedOn');
  // With a body's row missing, that its council has not adopted would be a false reproach.
  if (publishedOn === '' || rows.isBroken('bodies')) return;
  const publish = { planId, url: cell(plan, 'url'), publishedOn, effectiveOn: publishedOn };
  const columns = { planId: 'publishedOn' };
  await keepRow(opened, plan, { part: 'publish', first: order(publishPlan, publish), columns });
}
