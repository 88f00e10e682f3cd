import { categoriesKey } from '../../src/domain/observation/events.js';
import type { AsOf, Snapshot } from '../../src/projections/read-models.js';
import { id, ontario } from './events.js';
import { areas, categories, indicators } from './random-histories.js';
import { periods } from './random-moves.js';

const places = [...Object.values(ontario), ...areas];
const attempts = [0, 1].map((number) => id('import', number));
const streams = [0, 1, 2].flatMap((number) => [
  id('plan', number),
  id('commitment', number),
  id('measure', number),
]);
const subjects = [
  ...streams,
  ...Object.values(ontario).map((body) => `organization-${body}`),
  ...indicators.map((key) => `indicator-${key.replaceAll('-', '_')}`),
];

type Placed = { readonly geography: string; readonly geographyKind: string };

/** Rows whose order is not promised. */
const inOrder = <Row extends Placed>(rows: readonly Row[]): readonly Row[] =>
  rows.toSorted((a, b) =>
    `${a.geographyKind} ${a.geography}` < `${b.geographyKind} ${b.geography}` ? -1 : 1,
  );

async function observations(snapshot: Snapshot, asOf: AsOf): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const indicator of indicators) {
    answers.push(await snapshot.periodsReported(indicator, asOf));
    for (const code of places)
      for (const kind of ['BODY', 'AREA'] as const)
        answers.push(
          await snapshot.series(indicator, { kind, code }, asOf),
          await snapshot.stories(indicator, { kind, code }, asOf),
        );
    for (const period of periods)
      for (const choice of categories) {
        const combination = categoriesKey(choice);
        const named = [indicator, period, combination, asOf] as const;
        answers.push(
          await snapshot.bodyObservations(...named),
          inOrder(await snapshot.observationsOf(...named)),
          inOrder(await snapshot.reportedNumbers(...named)),
          [...(await snapshot.reportedRevisions(...named))].toSorted(),
        );
        for (const area of areas)
          answers.push(await snapshot.areaObservation(indicator, period, combination, area, asOf));
      }
  }
  return answers;
}

async function versions(snapshot: Snapshot, asOf: AsOf): Promise<unknown[]> {
  const answers: unknown[] = [];
  const all = { after: 0, limit: 1_000 };
  for (const superseded of [true, false])
    for (const indicator of [undefined, ...indicators]) {
      answers.push(await snapshot.observationVersions({ indicator, superseded }, all, asOf));
      for (const code of places)
        for (const kind of ['BODY', 'AREA'] as const) {
          const filter = { indicator, geography: { kind, code }, superseded };
          answers.push(await snapshot.observationVersions(filter, { after: 0, limit: 2 }, asOf));
        }
    }
  return answers;
}

async function plans(snapshot: Snapshot, asOf: AsOf): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const stream of streams)
    answers.push(
      await snapshot.plan(stream, asOf),
      await snapshot.commitment(stream, asOf),
      await snapshot.measure(stream, asOf),
    );
  for (const body of [undefined, ontario.hamilton])
    for (const status of [undefined, 'IN_PREPARATION', 'ADOPTED'] as const) {
      const filter = { ...(body && { body }), ...(status && { status }) };
      answers.push(
        await snapshot.planRegister(filter, { limit: 10 }, asOf),
        await snapshot.planRegister(filter, { limit: 1, after: id('plan', 0) }, asOf),
        await snapshot.countPlans(filter, asOf),
      );
    }
  for (const subject of subjects)
    answers.push(await snapshot.timeline(subject, { after: 0, limit: 1_000 }, asOf));
  return answers;
}

async function imports(snapshot: Snapshot, asOf: AsOf): Promise<unknown[]> {
  const page = { before: asOf.position + 1, limit: 10 };
  const answers: unknown[] = [
    await snapshot.importAttempts(undefined, page, asOf),
    await snapshot.importAttempts(['solgen', ontario.hamilton], { ...page, limit: 1 }, asOf),
    await snapshot.importAttempts([ontario.peel], page, asOf),
  ];
  for (const attempt of attempts) answers.push(await snapshot.importAttempt(attempt, asOf));
  return answers;
}

async function reports(snapshot: Snapshot, asOf: AsOf): Promise<unknown[]> {
  const cycles = await snapshot.reportingCycles(asOf);
  const answers: unknown[] = [
    cycles.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    await snapshot.submissions({}, asOf),
    await snapshot.submissions({ body: ontario.hamilton }, asOf),
    await snapshot.informationRequests(asOf),
  ];
  for (const period of periods) {
    answers.push(
      await snapshot.reportingCycle(`cycle-${period}`, asOf),
      await snapshot.submissions({ period }, asOf),
      [...(await snapshot.acceptedCells(period, asOf))],
      await snapshot.submissions({ period, body: ontario.peel }, asOf),
    );
    for (const indicator of indicators)
      for (const body of [undefined, ontario.hamilton])
        answers.push(await snapshot.reportedCells(indicator, period, body, asOf));
  }
  return answers;
}

/** Answers to every question about a past that a snapshot of a random history can be asked. */
export const everyAnswer = async (snapshot: Snapshot, asOf: AsOf): Promise<readonly unknown[]> => [
  await snapshot.recordedAt(asOf.position),
  [...(await snapshot.organizations(asOf))],
  [...(await snapshot.areas(asOf))],
  [...(await snapshot.indicators(asOf))],
  [...(await snapshot.people(asOf))],
  [...(await snapshot.publishedCodeLists(asOf))],
  ...(await observations(snapshot, asOf)),
  ...(await versions(snapshot, asOf)),
  ...(await plans(snapshot, asOf)),
  ...(await imports(snapshot, asOf)),
  ...(await reports(snapshot, asOf)),
];
