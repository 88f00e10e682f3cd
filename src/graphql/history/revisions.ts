import { connectionOfAll, type CountedConnection } from '../connection.js';
import type { Question } from '../outcome/question.js';
import type { Page } from '../page.js';
import { readOrganizations } from '../roster.js';
import { publishedSteps, rolledUpSteps } from './area-steps.js';
import type { Step } from './revision-steps.js';
import { buildRevised, buildSummary } from './revisions.build.js';
import { readNumberSteps, type NumberSteps } from './revisions.load.js';
import type { RevisedObservation, RevisionSummary } from './revisions.object.js';

/** A page of the numbers that were revised, and what all revisions together did. */
export type RevisionReport = CountedConnection<RevisedObservation> & {
  readonly summary: RevisionSummary;
};

const stepsOfKind = (
  numbers: readonly NumberSteps[],
  wanted: NumberSteps['kind'],
): readonly Step[] =>
  numbers
    .filter(({ kind }) => kind === wanted)
    .flatMap(({ steps }) => steps)
    .toSorted((a, b) => a.at - b.at);

/** Everything that was revised of a number, for an area and, of Ontario, its bodies. */
export async function readRevisions(
  page: Page,
  question: Question,
  area: string,
): Promise<RevisionReport> {
  const { reading } = page;
  const numbers = await readNumberSteps(question, area, reading);
  const published = publishedSteps(stepsOfKind(numbers, 'AREA'), question);
  const rolledUp = await rolledUpSteps(stepsOfKind(numbers, 'BODY'), question, reading);
  const known = { question, organizations: await readOrganizations(reading), reading };
  const revised = numbers.filter(({ steps }) => steps.length > 1);
  const report = connectionOfAll(
    page,
    revised.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    ({ key }) => key,
    (number) => number,
  );
  const edges = report.edges.map(async ({ cursor, node: { kind, steps } }) => {
    const node = await buildRevised(steps, kind === 'AREA' ? published : rolledUp, known);
    return { cursor, node };
  });
  const revisions = revised.flatMap(({ steps }) => steps.filter(({ isFirst }) => !isFirst));
  const isPublished = numbers.some(({ kind }) => kind === 'AREA');
  return {
    ...report,
    edges: await Promise.all(edges),
    summary: buildSummary(revisions, isPublished ? published : rolledUp, known),
  };
}
