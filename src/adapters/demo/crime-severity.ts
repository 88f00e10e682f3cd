import {
  correctPublishedObservation,
  recordPublishedObservation,
} from '../../domain/observation/commands.js';
import { equal } from '../../domain/decimal.js';
import { cell, type SourceFiles } from './source-files.js';
import type { DemoWriter } from './step.js';

// Statistics Canada publishes the index in late July; the days are approximate.
const earlierReleasedOn = '2025-07-31';
const laterReleasedOn = '2026-07-31';

type Point = {
  readonly indicator: string;
  readonly area: string;
  readonly period: string;
  readonly value: string;
};

const areaOf: Readonly<Record<string, string>> = { Canada: '01', Ontario: '35' };

const seriesOf: Readonly<Record<string, string>> = {
  'Crime severity index': 'crime-severity-index',
  'Violent crime severity index': 'violent-crime-severity-index',
};

function earlierVintage(files: SourceFiles): readonly Point[] {
  return files.csv('statcan_35100026_csi_canada_2020_2024_vintage_2025.csv').flatMap((row) => {
    const indicator = seriesOf[cell(row, 'Statistics')];
    if (indicator === undefined) return [];
    return [{ indicator, area: '01', period: cell(row, 'REF_DATE'), value: cell(row, 'VALUE') }];
  });
}

// Waterloo Region is a police service's territory, not a body or a reference area of the hub.
function laterVintage(files: SourceFiles): readonly Point[] {
  return files.csv('csi_canada_ontario_waterloo_1998_2025.csv').flatMap((row) => {
    const area = areaOf[cell(row, 'region')];
    if (area === undefined) return [];
    const period = cell(row, 'year');
    return [
      { indicator: 'crime-severity-index', area, period, value: cell(row, 'csi') },
      { indicator: 'violent-crime-severity-index', area, period, value: cell(row, 'csi_violent') },
    ];
  });
}

const keyOf = ({ indicator, area, period }: Point): string => `${indicator} ${area} ${period}`;

/**
 * The crime severity index in two vintages of its source, the earlier one first, so that what
 * the later one changed is a recorded revision.
 */
export async function loadCrimeSeverity(files: SourceFiles, writer: DemoWriter): Promise<void> {
  const earlier = earlierVintage(files);
  await writer.each(earlier, (point) =>
    writer.write(recordPublishedObservation, `2025 ${keyOf(point)}`, {
      ...point,
      sourceReleasedOn: earlierReleasedOn,
    }),
  );
  const known = new Map(earlier.map((point) => [keyOf(point), point.value]));
  await writer.each(laterVintage(files), async (point) => {
    const before = known.get(keyOf(point));
    if (before !== undefined && equal(before, point.value)) return;
    const later = { ...point, sourceReleasedOn: laterReleasedOn };
    if (before === undefined)
      await writer.write(recordPublishedObservation, `2026 ${keyOf(point)}`, later);
    else
      await writer.write(correctPublishedObservation, `2026 ${keyOf(point)}`, {
        ...later,
        reason: {
          en: 'Revised by Statistics Canada in the 2026 release',
          fr: 'Révisé par Statistique Canada dans la publication de 2026',
        },
      });
  });
}
