import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { infraDocument, withMistake } from './infra-files.js';
import {
  ruleProblems,
  rulesOf,
  type AlertRule,
  type PrometheusFile,
  type RuleFile,
} from './prometheus-problems.js';
import { runningHub, type RunningHub } from './running-hub.js';

const file = infraDocument<RuleFile>('prometheus/alerts.yml');
const [first] = rulesOf(file) as readonly [AlertRule];

describe('alert rules', () => {
  let hub: RunningHub;
  beforeAll(async () => {
    hub = await runningHub();
  });
  afterAll(() => hub.stop());

  test('can be parsed, and name only metrics that a hub has', () => {
    expect(ruleProblems(file, hub.metrics)).toEqual([]);
    expect(infraDocument<PrometheusFile>('prometheus/prometheus.yml').rule_files).toEqual([
      'alerts.yml',
    ]);
  });

  test.each([
    'jalon_views_lag_events',
    'jalon_projector_active',
    'jalon_projector_alive_timestamp_seconds',
    'jalon_projector_takeovers_total',
    'jalon_append_failures_total',
    'jalon_log_reachable',
    'jalon_data_dir_free_bytes',
    'jalon_http_request_duration_seconds_count{status=~"5.."}',
    'probe_ssl_earliest_cert_expiry',
  ])('look at %s', (part) => {
    expect(rulesOf(file).some(({ expr }) => expr.includes(part))).toBe(true);
  });

  test.each<[string, (rule: AlertRule) => void, string]>([
    ['a bracket too few', (rule) => (rule.expr = 'sum(up'), 'the expression is wrong'],
    ['a metric that is not there', (rule) => (rule.expr = 'jalon_lag > 1'), 'no metric jalon_lag'],
    ['no metric at all', (rule) => (rule.expr = 'vector(1)'), 'names no metric'],
    ['no severity', (rule) => delete rule.labels, 'severity undefined'],
    ['no way out', (rule) => delete rule.annotations?.action, 'no action'],
    ['a wait that is no duration', (rule) => (rule.for = '1 minute'), 'for 1 minute'],
  ])('with %s are refused', (_, plant, problem) => {
    const planted = withMistake(file, (copy) => plant(rulesOf(copy)[0] as AlertRule));
    const found = ruleProblems(planted, hub.metrics).join('\n');
    expect(found).toContain(`${first.alert}: ${problem}`);
  });

  test('with one name for two are refused', () => {
    const planted = withMistake(file, ({ groups }) => groups[0]?.rules.push(first));
    expect(ruleProblems(planted, hub.metrics)).toEqual([`${first.alert}: twice`]);
  });

  test('are there when the cases that promtool runs ask for them', () => {
    const cases = infraDocument<{
      rule_files: string[];
      tests: { alert_rule_test: { alertname: string }[] }[];
    }>('prometheus/alerts.test.yml');
    const names = rulesOf(file).map(({ alert }) => alert);
    const asked = cases.tests.flatMap(({ alert_rule_test: each }) => each);
    expect(names).toEqual(expect.arrayContaining(asked.map(({ alertname }) => alertname)));
    expect(cases.rule_files).toEqual(['alerts.yml']);
  });
});
