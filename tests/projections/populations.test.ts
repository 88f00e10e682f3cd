import { expect, test } from '@jest/globals';
import { counted, inError, ontario, registered, storedEvents } from '../support/events.js';
import { foldedViews } from '../support/folded-views.js';

const { hamilton } = ontario;

async function people(...told: Parameters<typeof storedEvents>[0]): Promise<number | undefined> {
  const { snapshot } = foldedViews(storedEvents(told));
  const bodies = await snapshot.organizations({ position: snapshot.position });
  return bodies.get(hamilton)?.population;
}

const begun = registered(hamilton, 'Hamilton');

test('a body weighs as the newest census counted it, whenever each was recorded', async () => {
  const [older, newer] = [counted(hamilton, 536_917, 2016), counted(hamilton, 569_353, 2021)];
  expect(await people(begun, older, newer)).toBe(569_353);
  expect(await people(begun, newer, older)).toBe(569_353);
});

test('a census counted anew replaces itself, and one in error gives way', async () => {
  const [first, again] = [counted(hamilton, 569_000, 2021), counted(hamilton, 569_353, 2021)];
  expect(await people(begun, first, again)).toBe(569_353);
  const stream = `organization-${hamilton}`;
  const older = counted(hamilton, 536_917, 2016);
  expect(await people(begun, first, older, inError(stream, 1))).toBe(536_917);
});
