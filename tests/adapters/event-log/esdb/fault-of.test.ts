import { expect, test } from '@jest/globals';
import { faultOf, type Fault } from '../../../../src/adapters/event-log/esdb/fault-of.js';

const failure = (fields: object, message = ''): Error => Object.assign(new Error(message), fields);

/** Failures as a real server and the client library give them. */
test.each<[string, Error, Fault]>([
  ['a stream that moved on', failure({ type: 'wrong-expected-version' }), 'conflict'],
  ['too many bytes', failure({ type: 'maximum-append-size-exceeded', code: 3 }), 'too-large'],
  ['a consumer that is too slow', failure({ type: 'timeout', code: 10 }), 'dropped'],
  ['a server that went away', failure({ type: 'unavailable', code: 14 }), 'passing'],
  ['a server that is down', failure({ code: 14 }, '14 UNAVAILABLE: No connection'), 'passing'],
  ['a server told to stop', failure({ type: 'unknown', code: 13 }, 'RST_STREAM'), 'passing'],
  ['a leader that is away', failure({ type: 'deadline-exceeded' }), 'passing'],
  ['a discovery that failed', new Error('Failed to discover after 10 attempts.'), 'passing'],
  [
    'a server that is starting',
    failure({ type: 'unknown' }, 'Could not recognize Server Is Not Ready'),
    'passing',
  ],
  ['a stream that was deleted', failure({ type: 'stream-deleted', code: 9 }), 'lasting'],
  ['a wrong password', failure({ type: 'access-denied', code: 16 }), 'lasting'],
  ['no right to read', failure({ type: 'unknown', code: 7 }), 'lasting'],
  ['another kind of server', failure({ type: 'unknown', code: 12 }), 'lasting'],
  [
    'a request that makes no sense',
    failure({ type: 'unknown' }, 'Could not recognize BadRequest'),
    'lasting',
  ],
])('%s is told from the others', (_, error, fault) => {
  expect(faultOf(error)).toBe(fault);
});
