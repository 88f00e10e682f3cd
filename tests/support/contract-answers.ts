import { operation } from './contract-operations.js';

/** Bytes of an answer and the entity tag that came with them. */
export type RawAnswer = { readonly body: string; readonly etag: string | null };

/** Asks a hub for bytes, as somebody or as the public. */
export async function rawAnswer(
  url: string,
  question: { readonly query: string; readonly variables: object },
  headers: Readonly<Record<string, string>> = {},
): Promise<RawAnswer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(question),
  });
  return { body: await response.text(), etag: response.headers.get('etag') };
}

type Page = { readonly edges: readonly { readonly node: { readonly id: string } }[] };

async function planIds(url: string, headers: Readonly<Record<string, string>>) {
  const question = { query: operation('Plans'), variables: { first: 50 } };
  const { body } = await rawAnswer(url, question, headers);
  const { data } = JSON.parse(body) as { readonly data: { readonly plans: Page } };
  return data.plans.edges.map(({ node }) => node.id);
}

/** Variables for every query of the contract, about whatever plans there are. */
const questionsAbout = (plans: readonly string[]): readonly (readonly [string, object])[] => [
  ['ProvinceOutcome', { indicator: 'housing-cost-burden', period: '2021' }],
  ['ProvinceOutcome', { indicator: 'population', period: '2021', basis: 'ROLLED_UP' }],
  ['OutcomesByBody', { indicator: 'housing-cost-burden', period: '2021', first: 200 }],
  ['OutcomeSeries', { indicator: 'population', organization: '3541024' }],
  ['OutcomeSeries', { indicator: 'crime-severity-index', area: '35' }],
  ['Plans', { first: 50 }],
  ['Plans', { first: 1, filter: { body: '3541024' } }],
  ['Obligations', { on: '2026-01-15' }],
  ['Coverage', {}],
  ...plans.flatMap((id): readonly (readonly [string, object])[] => [
    ['Plan', { id, on: '2026-01-15' }],
    ['PlanTimeline', { planId: id, first: 500 }],
    ['PlanChanges', { planId: id, from: { position: '0' } }],
    ['Coverage', { planId: id }],
  ]),
];

/** What a hub answers to every query of the contract, by operation and variables. */
export async function contractAnswers(
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Readonly<Record<string, RawAnswer>>> {
  const answers: Record<string, RawAnswer> = {};
  for (const [name, variables] of questionsAbout(await planIds(url, headers)))
    answers[`${name} ${JSON.stringify(variables)}`] = await rawAnswer(
      url,
      { query: operation(name), variables },
      headers,
    );
  return answers;
}
