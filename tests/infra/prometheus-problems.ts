import { parser } from '@prometheus-io/lezer-promql';

/** An alert rule as it is written; what a mistake may have left out is optional. */
export type AlertRule = {
  alert: string;
  expr: string;
  for?: string;
  labels?: { severity?: string };
  annotations?: { summary?: string; action?: string };
};

/** A file of alert rules. */
export type RuleFile = { groups: { name: string; rules: AlertRule[] }[] };

/** A file that says what Prometheus scrapes. */
export type PrometheusFile = {
  rule_files: string[];
  scrape_configs: {
    job_name: string;
    static_configs: { targets: string[] }[];
    relabel_configs?: { target_label: string; replacement?: string }[];
  }[];
};

/** Metrics of those who ask, not of the hub: Prometheus itself, and its prober. */
const ofOthers = new Set(['up', 'probe_success', 'probe_ssl_earliest_cert_expiry']);

const severities: readonly (string | undefined)[] = ['page', 'ticket', 'info'];

/** What an expression names, the labels it asks for, and where it cannot be parsed. */
function readExpression(expression: string) {
  const names: string[] = [];
  const asked: string[] = [];
  const errors: number[] = [];
  parser.parse(expression).iterate({
    enter({ type, from, to }) {
      if (type.isError) errors.push(from);
      if (type.name === 'Identifier') names.push(expression.slice(from, to));
      if (type.name === 'UnquotedLabelMatcher') asked.push(expression.slice(from, to));
    },
  });
  return { names, asked, errors };
}

/** What an expression may ask about: metrics, and labels with their values, as `job="jalon"`. */
export type Known = {
  readonly metrics: ReadonlySet<string>;
  readonly labels: ReadonlySet<string>;
};

/** Only the name of a label can be known where a pattern is asked for. */
function isKnownLabel(matcher: string, labels: ReadonlySet<string>): boolean {
  const [, name, sign] = /^(\w+)\s*(=~|!~|!=|=)/.exec(matcher) ?? [];
  if (sign === '=') return labels.has(matcher);
  return [...labels].some((label) => label.startsWith(`${name}=`));
}

function problemsOfRule(rule: AlertRule, { metrics, labels: given }: Known): readonly string[] {
  const { alert, expr, labels, annotations, for: wait = '0s' } = rule;
  const { names, asked, errors } = readExpression(expr);
  const unknown = names.filter((name) => !metrics.has(name) && !ofOthers.has(name));
  const missing = (['summary', 'action'] as const).filter((name) => !annotations?.[name]);
  return [
    ...errors.map((at) => `the expression is wrong at ${at}`),
    ...unknown.map((name) => `no metric ${name}`),
    ...asked.filter((each) => !isKnownLabel(each, given)).map((each) => `no label ${each}`),
    ...(names.length === 0 ? ['names no metric'] : []),
    ...(severities.includes(labels?.severity) ? [] : [`severity ${labels?.severity}`]),
    ...missing.map((name) => `no ${name}`),
    ...(/^\d+(s|m|h)$/.test(wait) ? [] : [`for ${wait}`]),
  ].map((problem) => `${alert}: ${problem}`);
}

/** Rules of all groups. */
export const rulesOf = ({ groups }: RuleFile): readonly AlertRule[] =>
  groups.flatMap(({ rules }) => rules);

/** Everything that is wrong with alert rules, given what the hub and the scraping know. */
export function ruleProblems(file: RuleFile, known: Known): readonly string[] {
  const rules = rulesOf(file);
  const names = rules.map(({ alert }) => alert);
  return [
    ...rules.flatMap((rule) => problemsOfRule(rule, known)),
    ...names.filter((name, at) => names.indexOf(name) !== at).map((name) => `${name}: twice`),
  ];
}

/** `host:port` of everything that is scraped or probed. */
export const scrapedAddresses = ({ scrape_configs: jobs }: PrometheusFile): readonly string[] =>
  jobs.flatMap(({ static_configs: configs, relabel_configs: relabelled = [] }) => [
    ...configs.flatMap(({ targets }) =>
      targets.map((target) => target.replace(/^https?:\/\/([^/]+).*$/, '$1')),
    ),
    ...relabelled.flatMap(({ target_label: label, replacement = '' }) =>
      label === '__address__' ? [replacement] : [],
    ),
  ]);
