import type { Incomparable } from '../domain/indicator/difference.js';
import type { PeerGroup } from './history/peers.js';
import type { RevisionKind } from './history/revision-steps.js';
import { registerEnum } from './register-enum.js';

/** The enums of revisions, comparisons and distributions; `enums` is where to take them from. */
export const historyEnums = {
  Incomparable: registerEnum<Incomparable>('Incomparable', 'Why two values are not compared.', {
    BREAK: 'A break of the definition lies between them.',
    NO_VALUE: 'One of them is not there.',
    NOT_NUMERIC: 'Values of this kind are not quantities.',
    PART_OF_TOTAL: 'The one is a part of the other, which is a total: only their ratio says much.',
    NOT_RELEASED: 'One of them is not released to the caller.',
    INCOMPLETE: 'The bodies expected have not all answered yet.',
  }),
  PeerGroup: registerEnum<PeerGroup>('PeerGroup', 'Which bodies are taken to be alike.', {
    TIER: 'Bodies of the same tier.',
    TIER_AND_POPULATION: 'Bodies of the same tier in the same band of population.',
  }),
  RevisionKind: registerEnum<RevisionKind>('RevisionKind', 'How a recorded number changed.', {
    CORRECTED: 'It was corrected.',
    WITHDRAWN: 'It was withdrawn.',
    RECORDED_ANEW: 'It was recorded again after it had been taken back.',
    MARKED_IN_ERROR:
      'A decision about it was found to be recorded in error: what stood without it stands again.',
  }),
};
