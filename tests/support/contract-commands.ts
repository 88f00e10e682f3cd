import { operation } from './contract-operations.js';

/** Who gives commands: an editor of Kincardine, the ministry, or somebody without a token. */
export type Giver = 'editor' | 'ministry' | 'nobody';

/** A command of the contract, and the code of what must become of it. */
export type ContractCommand = {
  readonly name: string;
  readonly by: Giver;
  readonly input: object;
  /** `accepted`, the code of the refusal, or the code of the error. */
  readonly becomes: string;
};

/** A published plan of Kincardine, with one of its strategies. */
export type KincardinePlan = {
  readonly id: string;
  readonly revision: number;
  readonly strategies: readonly { readonly id: string }[];
};

const kincardine = '3541024';
const opening = {
  idempotencyKey: 'open',
  title: { en: 'A second plan', fr: 'Un deuxième plan' },
  bodies: [kincardine],
  effectiveOn: '2026-10-01',
};
/** A command that a hub took before its log was copied. */
export const givenBefore = {
  idempotencyKey: 'before',
  title: { fr: 'Un plan ouvert avant la copie' },
  bodies: [kincardine],
};
const discussions = {
  indicator: 'situation-table-discussions',
  organization: kincardine,
  period: '2024-Q3',
};
const burden = { indicator: 'housing-cost-burden', organization: kincardine, period: '2016' };
const reason = { en: 'Counted twice', fr: 'Compté deux fois' };

type Told = readonly [becomes: string, input: object, by?: Giver];

const commands = (name: string, told: readonly Told[]): readonly ContractCommand[] =>
  told.map(([becomes, input, by = 'editor']) => ({ name, by, input, becomes }));

const plans = commands('OpenPlan', [
  ['accepted', givenBefore],
  ['idempotency-key-reused', { ...givenBefore, title: { en: 'Another plan' } }],
  ['accepted', opening],
  ['accepted', opening],
  ['idempotency-key-reused', { ...opening, title: { en: 'Another plan' } }],
  ['idempotency-key-invalid', { ...opening, idempotencyKey: 'é' }],
  [
    'organization-unknown',
    { ...opening, idempotencyKey: 'open 2', bodies: ['3599999'] },
    'ministry',
  ],
  ['FORBIDDEN', { ...opening, idempotencyKey: 'open 3', bodies: ['3525005'] }],
  ['UNAUTHENTICATED', opening, 'nobody'],
  ['BAD_USER_INPUT', { ...opening, effectiveOn: '2026-02-30' }],
]);

function commitments({ id, revision, strategies }: KincardinePlan): readonly ContractCommand[] {
  const making = {
    idempotencyKey: 'make',
    planId: id,
    strategyId: strategies[0]?.id,
    partner: 'demo-bruce-police',
    statement: { en: 'Two officers join the table', fr: 'Deux agents se joignent à la table' },
    dueOn: '2027-06-30',
  };
  const otherwise = (key: string, changes: object) => ({
    ...making,
    idempotencyKey: `make ${key}`,
    ...changes,
  });
  const nowhere = `-${'0'.repeat(32)}`;
  return commands('MakeCommitment', [
    ['revision-conflict', otherwise('early', { expectedRevision: revision - 1 })],
    ['accepted', { ...making, expectedRevision: revision }],
    ['accepted', { ...making, expectedRevision: revision }],
    ['idempotency-key-reused', { ...making, dueOn: null }],
    ['organization-unknown', otherwise('partner', { partner: 'nobody-here' })],
    ['strategy-unknown', otherwise('strategy', { strategyId: `strategy${nowhere}` })],
    ['plan-unknown', otherwise('plan', { planId: `plan${nowhere}` }), 'ministry'],
    ['UNAUTHENTICATED', making, 'nobody'],
  ]);
}

const numbers: readonly ContractCommand[] = [
  ...commands('CorrectObservation', [
    ['observation-unknown', { ...discussions, idempotencyKey: 'early', value: '13', reason }],
  ]),
  ...commands('RecordObservation', [
    ['accepted', { ...discussions, idempotencyKey: 'record', value: '12', flags: ['PROVISIONAL'] }],
    ['accepted', { ...discussions, idempotencyKey: 'record', value: '12', flags: ['PROVISIONAL'] }],
    ['idempotency-key-reused', { ...discussions, idempotencyKey: 'record', value: '13' }],
    ['observation-exists', { ...discussions, idempotencyKey: 'record 2', value: '12' }],
    ['accepted', { ...burden, idempotencyKey: 'ratio', numerator: '1240', denominator: '5005' }],
    [
      'denominator-zero',
      { ...burden, period: '2011', idempotencyKey: 'zero', numerator: '1', denominator: '0' },
    ],
    ['indicator-unknown', { ...discussions, idempotencyKey: 'what', indicator: 'joy', value: '1' }],
    ['BAD_USER_INPUT', { ...discussions, idempotencyKey: 'when', period: '2024-Q5', value: '1' }],
    ['BAD_USER_INPUT', { ...discussions, idempotencyKey: 'float', value: 12 }],
    ['UNAUTHENTICATED', { ...discussions, idempotencyKey: 'record', value: '12' }, 'nobody'],
  ]),
  ...commands('CorrectObservation', [
    ['accepted', { ...discussions, idempotencyKey: 'correct', value: '13', reason }],
    ['accepted', { ...discussions, idempotencyKey: 'correct', value: '13', reason }],
    ['idempotency-key-reused', { ...discussions, idempotencyKey: 'correct', value: '14', reason }],
    [
      'UNAUTHENTICATED',
      { ...discussions, idempotencyKey: 'correct', value: '13', reason },
      'nobody',
    ],
  ]),
];

/** Every mutation of the contract, given in order: accepted, repeated, and refused in each way. */
export const contractCommands = (plan: KincardinePlan): readonly ContractCommand[] => [
  ...plans,
  ...commitments(plan),
  ...numbers,
];

/** An answer to a command: all that could tell two hubs apart. */
export type CommandAnswer = {
  readonly status: number;
  readonly position: string | null;
  readonly body: string;
};

/** Gives commands one after the other. @returns the answers, in order */
export async function giveCommands(
  url: string,
  given: readonly ContractCommand[],
  headersOf: (giver: Giver) => Readonly<Record<string, string>>,
): Promise<readonly CommandAnswer[]> {
  const answers: CommandAnswer[] = [];
  for (const { name, by, input } of given) {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headersOf(by) },
      body: JSON.stringify({ query: operation(name), variables: { input } }),
    });
    const position = response.headers.get('jalon-position');
    answers.push({ status: response.status, position, body: await response.text() });
  }
  return answers;
}

type Body = {
  readonly data?: Readonly<
    Record<string, { readonly refusals: readonly { readonly code: string }[] }>
  > | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
};

/** The code of what became of a command: `accepted`, of its refusal, or of the error. */
export function becameOf({ body }: CommandAnswer): string {
  const { data, errors } = JSON.parse(body) as Body;
  const [payload] = Object.values(data ?? {});
  return errors?.[0]?.extensions.code ?? payload?.refusals[0]?.code ?? 'accepted';
}
