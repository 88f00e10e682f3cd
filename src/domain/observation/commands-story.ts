import type { Role } from '../authority.js';
import { command, type CommandInput, type Surroundings } from '../command.js';
import { findGeography } from '../geography-rules.js';
import { observationStream, organizationStream } from '../identifiers.js';
import { findIndicator } from '../indicator/registry.js';
import { speakersFor } from '../organization/registry.js';
import { organization } from '../organization/state.js';
import type { Label } from '../text.js';
import { observation } from './state.js';
import { tellStory as decideStory } from './tell-story.js';

type StoryInput = CommandInput & {
  readonly indicator: string;
  readonly period: string;
  readonly text: Label;
};

type Named = { readonly organization: string } | { readonly area: string };

async function decide(input: StoryInput & Named, around: Surroundings) {
  const { codeLists, today } = around;
  const indicator = await findIndicator(input.indicator, around);
  if ('refusals' in indicator) return indicator;
  const geography = await findGeography(input, around);
  if ('refusals' in geography) return geography;
  const details = { ...input, indicator, geography, codeLists, today };
  if (geography.kind === 'AREA') return decideStory(details);
  const { state: body } = await around.read(organization, organizationStream(geography.code));
  return decideStory({ ...details, body: body.status === 'none' ? undefined : body });
}

const bodyRoles: readonly Role[] = [
  'municipal-editor',
  'municipal-approver',
  'ministry-analyst',
  'administrator',
];

/** Tells the story behind a body's number. */
export const tellStory = command({
  noun: observation,
  name: 'tellStory',
  roles: bodyRoles,
  parties: (input: TellStoryInput, around) => speakersFor([input.organization], around),
  target: (input) => observationStream(input.indicator, { kind: 'BODY', code: input.organization }),
  decide,
});
export type TellStoryInput = StoryInput & { readonly organization: string };

const areaRoles: readonly Role[] = ['ministry-analyst', 'administrator'];

/** Tells the story behind the number of the province or another reference area. */
export const tellAreaStory = command({
  noun: observation,
  name: 'tellAreaStory',
  roles: areaRoles,
  parties: () => [],
  target: (input: TellAreaStoryInput) =>
    observationStream(input.indicator, { kind: 'AREA', code: input.area }),
  decide,
});
export type TellAreaStoryInput = StoryInput & { readonly area: string };
