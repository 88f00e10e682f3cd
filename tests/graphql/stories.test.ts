import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publicCaller, type Caller } from '../../src/domain/authority.js';
import { reviseIndicator } from '../../src/domain/indicator/commands.js';
import {
  recordObservation,
  recordPublishedObservation,
} from '../../src/domain/observation/commands.js';
import { tellAreaStory, tellStory } from '../../src/domain/observation/commands-story.js';
import { markRecordedInError, redactTexts } from '../../src/domain/record/commands.js';
import { administrator, approver } from '../support/command-desk.js';
import { queryHub, type QueryHub } from './query-hub.js';
import { body, defineIndicators, definitions, registerTowns } from './query-town.js';

let hub: QueryHub;
const calls = { indicator: 'calls-for-service', organization: body.hamilton, period: '2023' };
const hamilton = approver(body.hamilton);
const text = { en: 'Two night shelters closed', fr: 'Deux refuges ont fermé' };
beforeAll(async () => {
  hub = await queryHub();
  await registerTowns(hub);
  await defineIndicators(hub);
  await hub.record(recordObservation, { ...calls, value: '1200' });
});
afterAll(() => hub.close());

const ofHamilton = 'indicator: "calls-for-service", organization: "3525005"';
async function stories(args: string, caller: Caller = administrator) {
  const source = `{ outcomeSeries(${args}) { stories { period recordedAt actingFor { code }
    text { en fr redacted key } } } }`;
  type Told = { period: string; text: { en: string | null; key: string } };
  const data = await hub.read<{ outcomeSeries: { stories: Told[] } }>(source, {}, { caller });
  return data.outcomeSeries.stories;
}

describe('the story behind a number', () => {
  test('is read beside the numbers, by those who may read them', async () => {
    await hub.record(tellStory, { ...calls, text }, hamilton);
    const told = [
      {
        period: '2023',
        recordedAt: hub.clock.now,
        actingFor: { code: body.hamilton },
        text: { en: text.en, fr: text.fr, redacted: false, key: expect.any(String) },
      },
    ];
    expect(await stories(ofHamilton)).toEqual(told);
    expect(await stories(ofHamilton, hamilton)).toEqual(told);
    expect(await stories(ofHamilton, publicCaller)).toEqual([]);
    expect(await stories(ofHamilton, approver(body.ottawa))).toEqual([]);
  });

  test('stands beside each body’s number, and is null where nothing was told', async () => {
    const source = `{ outcomesByBody(indicator: "calls-for-service", period: "2023", first: 9) {
      edges { node { organization { code } story { text { en } } } } } }`;
    type Node = { organization: { code: string }; story: object | null };
    const rows = async (caller: Caller) => {
      type Data = { outcomesByBody: { edges: { node: Node }[] } };
      const { outcomesByBody } = await hub.read<Data>(source, {}, { caller });
      return outcomesByBody.edges
        .map(({ node }) => node)
        .filter(({ story }) => story !== null)
        .map(({ organization, story }) => [organization.code, story]);
    };
    expect(await rows(administrator)).toEqual([[body.hamilton, { text: { en: text.en } }]]);
    expect(await rows(publicCaller)).toEqual([]);
  });

  test('told again replaces it, in error gives it back, and the past keeps each', async () => {
    const again = { en: 'Two night shelters closed in March' };
    const { position, events } = await hub.record(tellStory, { ...calls, text: again }, hamilton);
    const { stream, revision } = events[0] as { stream: string; revision: number };
    const english = async (args = '') =>
      (await stories(`${ofHamilton}${args}`)).map(({ text: { en } }) => en);
    expect(await english()).toEqual([again.en]);
    await hub.record(markRecordedInError, { stream, revision, reason: text }, hamilton);
    expect(await english()).toEqual([text.en]);
    expect(await english(`, asOf: { position: "${position}" }`)).toEqual([again.en]);
    expect(await english(`, asOf: { position: "${position - 1}" }`)).toEqual([text.en]);
    expect(await english(`, asOf: { sourceReleasedOn: "2019-01-01" }`)).toEqual([]);
  });

  test('can be redacted, everywhere at once', async () => {
    const [told] = await stories(ofHamilton);
    await hub.record(
      redactTexts,
      {
        stream: `observation-calls_for_service.${body.hamilton}`,
        keys: [told?.text.key ?? ''],
        authority: 'MFIPPA s. 14',
        reason: { en: 'It names a person' },
      },
      hamilton,
    );
    expect(await stories(ofHamilton)).toMatchObject([{ text: { en: null, redacted: true } }]);
  });
});

describe('the province', () => {
  const outcome = async (args: string, caller: Caller = publicCaller) => {
    const source = `{ provinceOutcome(${args}) { attribution story { text { en } } } }`;
    return (await hub.read<{ provinceOutcome: object }>(source, {}, { caller })).provinceOutcome;
  };
  const severity = { indicator: 'crime-severity-index', area: '35', period: '2023' };
  const ofSeverity = 'indicator: "crime-severity-index", period: "2023"';

  test('has a story of its own, open where the number is', async () => {
    await hub.record(recordPublishedObservation, { ...severity, value: '60' });
    await hub.record(tellAreaStory, { ...severity, text });
    expect(await outcome(ofSeverity)).toMatchObject({ story: { text: { en: text.en } } });
    await hub.record(tellAreaStory, {
      indicator: calls.indicator,
      area: '35',
      period: '2023',
      text,
    });
    const ofCalls = 'indicator: "calls-for-service", period: "2023"';
    expect(await outcome(ofCalls)).toMatchObject({ story: null });
    expect(await outcome(ofCalls, administrator)).toMatchObject({
      story: { text: { en: text.en } },
    });
  });

  test('may be read as attribution only where an indicator is one of performance', async () => {
    expect(await outcome(ofSeverity)).toMatchObject({ attribution: false });
    const revise = (changes: object) =>
      hub.record(reviseIndicator, {
        indicator: severity.indicator,
        ...definitions['crime-severity-index'],
        ...changes,
        comparability: 'COMPARABLE',
        reason: text,
      });
    await revise({ accountability: 'POPULATION' });
    expect(await outcome(ofSeverity)).toMatchObject({ attribution: false });
    await revise({ accountability: 'PERFORMANCE', question: 'BETTER_OFF' });
    expect(await outcome(ofSeverity)).toMatchObject({ attribution: true });
  });
});
