import { HttpProblem } from './http-problem.js';

/** Streams that are open: bounded in number, and ended together when the server stops. */
export type OpenStreams = {
  /**
   * Takes a place.
   * @param end ends the stream, cleanly
   * @returns gives the place back
   * @throws HttpProblem `too-many-streams`
   */
  open(end: () => void): () => void;
  count(): number;
  endAll(): void;
};

/** Keeps track of open streams. */
export function openStreams(streamsMax: number): OpenStreams {
  const endings = new Set<() => void>();
  return {
    open(end) {
      if (endings.size >= streamsMax) throw new HttpProblem('too-many-streams');
      endings.add(end);
      return () => void endings.delete(end);
    },
    count: () => endings.size,
    endAll() {
      for (const end of endings) end();
    },
  };
}
