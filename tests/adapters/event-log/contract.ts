import { afterAll, beforeAll, describe } from '@jest/globals';
import type { EventLog } from '../../../src/domain/event-log.js';
import { appendContract } from './append-contract.js';
import { closeContract } from './close-contract.js';
import { modelContract } from './model-contract.js';
import type { OpenedLog, OpenLog } from './opened-log.js';
import { readContract } from './read-contract.js';
import { subscribeContract } from './subscribe-contract.js';

/**
 * What every event log must do. The log may hold events of others already: the tests use
 * streams of their own and count positions from the head they find.
 */
export function eventLogContract(name: string, open: OpenLog): void {
  describe(`The event log ${name}`, () => {
    let opened: OpenedLog | undefined;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(async () => {
      await opened?.log.close();
      await opened?.dispose();
    });
    const log = (): EventLog => (opened as OpenedLog).log;
    describe('appending', () => {
      appendContract(log);
    });
    describe('reading', () => {
      readContract(log);
    });
    describe('subscribing', () => {
      subscribeContract(log);
    });
    describe('against a model', () => {
      modelContract(log);
    });
    describe('closing', () => {
      closeContract(open);
    });
  });
}
