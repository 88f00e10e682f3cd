import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { infraDocument, withMistake } from './infra-files.js';
import {
  ruleProblems,
  rulesOf,
  type AlertRule,
  type Known,
  type PrometheusFile,
  type RuleFile,
} from './prometheus-problems.js';
import { runningHub, type RunningHub } from './running-hub.js';

const file = infraDocument<RuleFile>('prometheus/alerts.yml');
const scraping = infraDocument<PrometheusFile>('prometheus/prometheus.yml');
const jobs = scraping.scrape_configs.map(({ job_name: name }) => `job="${name}"`);
const [first] = rulesOf(file) as readonly [AlertRule];

describe('alert rules', () => {
  let hub: RunningHub;
  let known: Known;
  beforeAll(async () => {
    hub = await runningHub();
    known = { metrics: hub.metrics, labels: new Set([...hub.labels, ...jobs]) };
  });
  afterAll(() => hub.stop());

  test('can be parsed, and name only metrics and labels that there are', () => {
    expect(ruleProblems(file, known)).toEqual([]);
    expect(scraping.rule_files).toEqual(['alerts.yml']);
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
    [
      'a label of no value that there is',
      (rule) => (rule.expr = 'jalon_http_request_duration_seconds_count{type="queries"} > 1'),
      'no label type="queries"',
    ],
    [
      'a label that is not there',
      (rule) => (rule.expr = 'jalon_http_request_duration_seconds_count{code=~"5.."} > 1'),
      'no label code=~"5.."',
    ],
    [
      'a job that is not scraped',
      (rule) => (rule.expr = 'up{job="hub"} == 0'),
      'no label job="hub"',
    ],
    ['no metric at all', (rule) => (rule.expr = 'vector(1)'), 'names no metric'],
    ['no severity', (rule) => delete rule.labels, 'severity undefined'],
    ['no way out', (rule) => delete rule.annotations?.action, 'no action'],
    ['a wait that is no duration', (rule) => (rule.for = '1 minute'), 'for 1 minute'],
  ])('with %s are refused', (_, plant, problem) => {
    const planted = withMistake(file, (copy) => plant(rulesOf(copy)[0] as AlertRule));
    const found = ruleProblems(planted, known).join('\n');
    expect(found).toContain(`${first.alert}: ${problem}`);
  });

  test('with one name for two are refused', () => {
    const planted = withMistake(file, ({ groups }) => groups[0]?.rules.push(first));
    expect(ruleProblems(planted, known)).toEqual([`${first.alert}: twice`]);
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
