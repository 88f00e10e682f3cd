import { refuse, type Refusal } from '../domain/decision.js';
import { categories, isCode, isNodeId } from '../domain/identifiers.js';
import type { RefusalCode } from '../domain/refusal-codes.js';

type Rule = readonly [RefusalCode, isWellFormed: (id: string) => boolean];

const organization: Rule = ['organization-unknown', isCode];
const stream = (id: string): boolean => categories.some((category) => isNodeId(category, id));

/** Input fields that name a stream, and what is said of one that no stream can have. */
const rules: Readonly<Record<string, Rule>> = {
  planId: ['plan-unknown', (id) => isNodeId('plan', id)],
  commitmentId: ['commitment-unknown', (id) => isNodeId('commitment', id)],
  measureId: ['measure-unknown', (id) => isNodeId('measure', id)],
  cycleId: ['cycle-unknown', (id) => isNodeId('cycle', id)],
  requestId: ['request-unknown', (id) => isNodeId('request', id)],
  person: ['person-unnamed', (id) => isNodeId('person', id)],
  stream: ['decision-not-found', stream],
  indicator: ['indicator-unknown', isCode],
  organization,
  body: organization,
  partner: organization,
  successor: organization,
  firstNation: organization,
  by: ['successor-unknown', (id) => isNodeId('plan', id)],
  upperTier: organization,
  code: ['code-invalid', isCode],
  key: ['code-invalid', isCode],
};

/** Refusals of ids that have no chance, so that no command reads or writes a stream by them. */
export const refuseMalformedIds = (input: object): readonly Refusal[] =>
  Object.entries(input).flatMap(([field, id]) => {
    const [code, isWellFormed] = rules[field] ?? [];
    if (code === undefined || typeof id !== 'string' || isWellFormed?.(id)) return [];
    return refuse(code, `input.${field}`, { [field]: id }).refusals;
  });
