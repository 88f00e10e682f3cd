import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldEvents, recordedInError, type AnyFold } from '../../src/domain/fold.js';
import { stored } from '../support/scenario.js';

const said = (word: string) => ({ type: 'Said', data: { word } });
const mark = (revision: number) => ({ type: 'DecisionRecordedInError', data: { revision } });

const words: AnyFold<readonly string[]> = {
  initial: [],
  on: { Said: (state: readonly string[], { word }: { word: string }) => [...state, word] },
};

describe('a stream with decisions recorded in error', () => {
  it('folds to the state without them', () => {
    expect(foldEvents(words, stored([said('a'), said('b'), mark(0)]))).toEqual(['b']);
  });

  it('takes a decision back in when the mark itself was in error', () => {
    const events = stored([said('a'), mark(0), mark(1)]);
    expect([...recordedInError(events)]).toEqual([1]);
    expect(foldEvents(words, events)).toEqual(['a']);
  });

  it('resolves a chain of marks of any length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), (length) => {
        const marks = Array.from({ length }, (_, at) => mark(at));
        const state = foldEvents(words, stored([said('a'), ...marks]));
        expect(state).toEqual(length % 2 === 0 ? ['a'] : []);
      }),
    );
  });
});
