import { defineIndicator } from '../../domain/indicator/commands.js';
import type { IndicatorDefinition } from '../../domain/indicator/events.js';
import { cell, type SourceFiles, type SourceRow } from './source-files.js';
import type { DemoWriter } from './step.js';

const catalogueSource = {
  en:
    'Source: Statistics Canada, Canadian Indicator Framework for the Sustainable Development ' +
    'Goals, reproduced and distributed on an "as is" basis with the permission of Statistics ' +
    'Canada',
  fr:
    'Source : Statistique Canada, Cadre d’indicateurs canadien pour les objectifs de ' +
    'développement durable, reproduit et distribué « tel quel » avec la permission de ' +
    'Statistique Canada',
};

/** Key of a catalogue indicator: "3.13.1" is `cif-3-13-1`. */
export const catalogueKey = (number: string): string => `cif-${number.replaceAll('.', '-')}`;

// The catalogue writes NA where the unit depends on the series.
const unit = (text: string, absent: string): string => (text === 'NA' ? absent : text);

function catalogueDefinition(row: SourceRow, rule: SourceRow): IndicatorDefinition {
  const factor = cell(rule, 'factor');
  return {
    name: { en: cell(row, 'name_en'), fr: cell(row, 'name_fr') },
    description: { en: cell(row, 'target_en'), fr: cell(row, 'target_fr') },
    source: catalogueSource,
    kind: cell(rule, 'kind') as IndicatorDefinition['kind'],
    unit: {
      en: unit(cell(row, 'unit_en'), 'as published'),
      fr: unit(cell(row, 'unit_fr'), 'telle que publiée'),
    },
    decimals: Number(cell(rule, 'decimals')),
    direction: cell(rule, 'direction') as IndicatorDefinition['direction'],
    universe: { kind: 'LISTED', bodies: [] },
    sensitivity: 'PUBLIC',
    overTime: 'NONE',
    overSpace: 'NONE',
    periodKind: 'YEAR',
    ...(factor !== '' && { factor }),
    proportion: factor === '100',
    dimensions: cell(row, 'indicator_number') === '16.2.1' ? ['violation-types'] : [],
  };
}

/** The indicators of the demonstration and the bilingual catalogue of published ones. */
export async function loadIndicators(files: SourceFiles, writer: DemoWriter): Promise<void> {
  type Defined = IndicatorDefinition & { readonly key: string };
  for (const definition of files.json<Defined[]>('demonstration/indicators.json'))
    await writer.write(defineIndicator, `define ${definition.key}`, definition);
  const rules = new Map(
    files.csv('cif_indicator_rules.csv').map((rule) => [cell(rule, 'indicator_number'), rule]),
  );
  await writer.each(files.csv('cif_indicators_bilingual.csv'), async (row) => {
    const number = cell(row, 'indicator_number');
    const rule = rules.get(number);
    if (rule === undefined) throw new Error(`no rule for indicator ${number}`);
    const key = catalogueKey(number);
    const definition = { key, ...catalogueDefinition(row, rule) };
    await writer.write(defineIndicator, `define ${key}`, definition);
  });
}
