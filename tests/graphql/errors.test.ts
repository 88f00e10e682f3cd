import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { EventLogUnavailable } from '../../src/domain/event-log.js';
import { openPlan } from '../../src/domain/plan/commands.js';
import { clipEcho } from '../../src/graphql/clip-echo.js';
import { PositionNotReached } from '../../src/graphql/context.js';
import { errorReasons } from '../../src/graphql/error-reasons.js';
import { ReadModelsUnavailable } from '../../src/projections/read-models.js';
import { queryHub, type QueryHub } from './query-hub.js';
import { body, registerTowns } from './query-town.js';

let hub: QueryHub;
beforeAll(async () => {
  hub = await queryHub();
});
beforeEach(() => void (hub.reported.length = 0));
afterAll(() => hub.close());

const long = 'x'.repeat(5000);

/** The longest run of the client's own text in an answer. */
const echoed = (answer: unknown): number =>
  Math.max(0, ...(JSON.stringify(answer).match(/x+/g) ?? []).map(({ length }) => length));

describe('an answer never echoes more than 100 characters', () => {
  test.each([
    ['an unknown field', `{ ${long} }`],
    ['an unknown type', `query ($a: ${long}) { plan(id: $a) { id } }`],
    ['an unknown argument', `{ plan(id: "a", ${long}: 1) { id } }`],
    ['an unknown fragment', `{ ...${long} }`],
    ['a malformed period', `{ provinceOutcome(indicator: "a", period: "${long}") { value } }`],
    ['an unknown enum value', `{ provinceOutcome(indicator: "a", basis: ${long}) { value } }`],
    ['a text for a number', `{ plans(first: "${long}") { totalCount } }`],
    ['an object for an id', `{ plan(id: { ${long}: 1 }) { id } }`],
    ['a syntax error', `${long}`],
    ['a text where a selection belongs', `{ plan "x\\"y ${long} \\"z" }`],
    ['two operations of one name', `query ${long} { a } query ${long} { b }`],
    ['an unused variable', `query ($${long}: ID) { plans { totalCount } }`],
    [
      'a long alias of what fails',
      `{ ${long}: outcomeSeries(indicator: "a") { points { value } } }`,
    ],
  ])('for %s', async (_, source) => {
    const { errors } = await hub.ask(source);
    expect(errors?.length).toBeGreaterThan(0);
    expect(echoed(errors)).toBeLessThanOrEqual(100);
    expect(errors?.every(({ message }) => message.length <= 300)).toBe(true);
  });

  test.each([
    ['a period', 'query ($p: Period!) { provinceOutcome(indicator: "a", period: $p) { value } }'],
    ['an instant', 'query ($p: DateTime) { plans(asOf: { instant: $p }) { totalCount } }'],
    ['an enum', 'query ($p: PlanStatus) { plans(filter: { status: $p }) { totalCount } }'],
    ['a whole number', 'query ($p: Int! = 3) { plans(first: $p) { totalCount } }'],
    ['an input', 'query ($p: AsOf) { plans(asOf: $p) { totalCount } }'],
  ])('of a variable that should be %s', async (_, source) => {
    for (const p of [long, { [long]: long }, [long, `"; ${long}`], `"; "${long}`]) {
      const { errors } = await hub.ask(source, { p });
      expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
      expect(echoed(errors)).toBeLessThanOrEqual(100);
    }
  });

  test('nor of messages made elsewhere', () => {
    expect(clipEcho(`Value "${long}"${long}" does not exist in "Basis" enum.`)).toBe(
      'The value does not exist in "Basis" enum.',
    );
    expect(clipEcho(`Unknown operation named "${long} ${long}".`)).toBe('Unknown operation.');
    expect(clipEcho('Cannot query field "nam" on type "Plan". Did you mean "name"?')).toBe(
      'Cannot query field "nam" on type "Plan". Did you mean "name"?',
    );
    expect(clipEcho('Variable "$first" got invalid value "x"; Expected type Int.')).toBe(
      'Variable "$first" is invalid: Expected type Int.',
    );
  });
});

test('an answer carries at most 10 errors', async () => {
  const names = Array.from({ length: 30 }, (_, at) => `a${at}: outcomeSeries(indicator: "none")`);
  const failing = await hub.ask(`{ ${names.map((name) => `${name} { asOf { position } }`)} }`);
  expect(failing.errors).toHaveLength(10);
  const invalid = await hub.ask(`{ ${names.map((_, at) => `field${at}`)} }`);
  expect(invalid.errors).toHaveLength(10);
});

describe('what is refused says why', () => {
  test('in the language of the request', async () => {
    const source = '{ outcomeSeries(indicator: "none") { points { value } } }';
    for (const language of ['en', 'fr'] as const) {
      const { errors } = await hub.ask(source, {}, { language });
      expect(errors).toEqual([
        {
          message: errorReasons['indicator-unknown'][language],
          path: ['outcomeSeries'],
          locations: [{ line: 1, column: 3 }],
          extensions: { code: 'NOT_FOUND', reason: 'indicator-unknown' },
        },
      ]);
    }
  });

  test('with its place in the document when a literal is malformed', async () => {
    const { errors } = await hub.ask('{ plans(asOf: { position: "01" }) { totalCount } }');
    expect(errors?.[0]).toMatchObject({
      locations: [{ line: 1, column: 27 }],
      extensions: { code: 'BAD_USER_INPUT', reason: 'position-invalid' },
    });
  });

  test('also a malformed literal, before anything is executed', async () => {
    const source = '{ plans(asOf: { position: "01" }) { totalCount } }';
    const { errors } = await hub.ask(source, {}, { language: 'fr' });
    expect(errors?.[0]?.message).toBe(errorReasons['position-invalid'].fr);
  });

  test('and every reason has two different sentences', () => {
    for (const { en, fr } of Object.values(errorReasons)) {
      expect(en).toMatch(/^[A-Z`].*\.$/);
      expect(fr).toMatch(/^[A-ZÀ-Ü«].*\.$/);
      expect(en).not.toBe(fr);
    }
  });
});

describe('a failure of the program', () => {
  const failing = (error: Error) => {
    const { snapshot } = hub.readModels;
    hub.readModels.snapshot = async () => {
      throw error;
    };
    return async () => {
      const answer = await hub.ask('{ plans { totalCount } viewer { role } }');
      hub.readModels.snapshot = snapshot;
      return answer;
    };
  };

  test('shows nothing of itself but the id that leads to the log', async () => {
    const cause = new Error('disk /var/secret is full');
    const { data, errors } = await failing(cause)();
    expect(data).toEqual({ plans: null, viewer: { role: 'PUBLIC' } });
    expect(errors?.[0]?.extensions).toEqual({
      code: 'INTERNAL_SERVER_ERROR',
      reason: 'internal-error',
      correlationId: 'correlation-1',
    });
    expect(JSON.stringify(errors)).not.toContain('secret');
    expect(hub.reported).toEqual([cause]);
  });

  test('to open a text is told in the place of the text', async () => {
    const title = { en: 'Safe Hamilton' };
    await registerTowns(hub);
    const { stream } = await hub.record(openPlan, { title, bodies: [body.hamilton] });
    const { open } = hub.keys;
    hub.keys.open = () => {
      throw new Error('disk /var/secret is full');
    };
    const source = 'query ($id: ID!) { plan(id: $id) { status title { en language redacted } } }';
    const { data, errors } = await hub.ask(source, { id: stream });
    hub.keys.open = open;
    expect(data).toEqual({ plan: null });
    expect(errors?.map(({ path }) => path)).toContainEqual(['plan', 'title', 'en']);
    expect(errors?.every(({ extensions }) => extensions?.['reason'] === 'internal-error')).toBe(
      true,
    );
    expect(hub.reported).not.toEqual([]);
  });

  test.each([
    ['position-not-reached', new PositionNotReached('7')],
    ['event-log-unavailable', new EventLogUnavailable('fsync')],
    ['views-unavailable', new ReadModelsUnavailable('busy')],
  ])('that passes is told as %s', async (reason, error) => {
    const { errors } = await failing(error)();
    expect(errors?.[0]?.extensions).toEqual({ code: 'SERVICE_UNAVAILABLE', reason });
    expect(hub.reported).toEqual([]);
  });
});
