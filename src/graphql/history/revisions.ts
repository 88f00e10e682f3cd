import { connectionOfAll, type CountedConnection } from '../connection.js';
import type { Question } from '../outcome/question.js';
import type { Page } from '../page.js';
import { readPlaceNames } from './observation-version.build.js';
import { publishedSteps, rolledUpSteps } from './area-steps.js';
import type { Step } from './revision-steps.js';
import { buildRevised, buildSummary } from './revisions.build.js';
import { readNumberSteps, type NumberSteps } from './revisions.load.js';
import type { RevisedObservation, RevisionSummary } from './revisions.object.js';

/** A page of the numbers that were revised, and what all revisions together did. */
export type RevisionReport = CountedConnection<RevisedObservation> & {
  readonly summary: RevisionSummary;
};

const stepsOf = (numbers: readonly NumberSteps[], wanted: NumberSteps['basis']): readonly Step[] =>
  numbers
    .filter(({ basis }) => basis === wanted)
    .flatMap(({ steps }) => steps)
    .toSorted((a, b) => a.at - b.at);

/** Everything that was revised of a number, for an area and, of Ontario, what makes it up. */
export async function readRevisions(
  page: Page,
  question: Question,
  area: string,
): Promise<RevisionReport> {
  const { reading } = page;
  const numbers = await readNumberSteps(question, area, reading);
  const published = publishedSteps(stepsOf(numbers, 'PUBLISHED'), question);
  const rolledUp = await rolledUpSteps(stepsOf(numbers, 'ROLLED_UP'), question, reading);
  const first = numbers.flatMap(({ steps }) => steps[0]?.after ?? []);
  const known = { question, names: await readPlaceNames(first, reading), reading };
  const revised = numbers.filter(({ steps }) => steps.length > 1);
  const report = connectionOfAll(
    page,
    revised.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    ({ key }) => key,
    (number) => number,
  );
  const edges = report.edges.map(async ({ cursor, node: { basis, steps } }) => {
    const node = await buildRevised(steps, basis === 'PUBLISHED' ? published : rolledUp, known);
    return { cursor, node };
  });
  const isPublished = numbers.some(({ basis }) => basis === 'PUBLISHED');
  return {
    ...report,
    edges: await Promise.all(edges),
    summary: buildSummary(revised, isPublished ? published : rolledUp, known),
  };
}
