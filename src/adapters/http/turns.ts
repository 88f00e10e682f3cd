/** After so long the event loop goes round before the next work starts. */
const turnMs = 10;
/**
 * Node takes one new connection each time round. With a crowd waiting it goes round this often
 * between turns, so that those who come are heard, if only to be refused.
 */
const roundsInCrowd = 16;
const crowd = 8;

/** When works may start: most are computation, and many in a row would keep I/O waiting. */
export type Turns = {
  /** Asks for a turn, unless one is coming. */
  comeAgain(): void;
  /** True while the turn lasts in which works may start one after the other. */
  isOn(): boolean;
};

const afterRounds = (rounds: number, then: () => void): void => {
  setImmediate(() => (rounds > 1 ? afterRounds(rounds - 1, then) : then()));
};

/**
 * Takes turns with the rest of the program.
 * @param waiting how many wait for a turn
 * @param begin called when a turn begins
 */
export function turns(waiting: () => number, begin: () => void): Turns {
  let beganAt = 0;
  let isComing = false;
  return {
    comeAgain() {
      if (isComing) return;
      isComing = true;
      afterRounds(waiting() > crowd ? roundsInCrowd : 1, () => {
        isComing = false;
        beganAt = performance.now();
        begin();
      });
    },
    isOn: () => performance.now() - beganAt < turnMs,
  };
}
