/** Rosters that were read, by table or part of it and by the position at which it last changed. */
export type RosterCache = {
  /** The roster of a table after its last change, read when it is not remembered. */
  find<Row>(
    table: string,
    lastChange: number,
    read: () => Promise<ReadonlyMap<string, Row>>,
  ): Promise<ReadonlyMap<string, Row>>;
};

/**
 * Remembered rosters: the current ones, what was accepted for the months of a year, and a few
 * pasts that are asked for again and again.
 */
const maxRosters = 32;

/** Builds an empty cache; it belongs to one views file. */
export function rosterCache(): RosterCache {
  const rosters = new Map<string, Promise<ReadonlyMap<string, unknown>>>();
  return {
    async find<Row>(
      table: string,
      lastChange: number,
      read: () => Promise<ReadonlyMap<string, Row>>,
    ) {
      const name = `${table} ${lastChange}`;
      // Remembered while it is read, so that all who ask get one and the same.
      const roster = (rosters.get(name) ?? read()) as Promise<ReadonlyMap<string, Row>>;
      roster.catch(() => rosters.delete(name));
      // Those used last stay.
      rosters.delete(name);
      rosters.set(name, roster);
      for (const oldest of rosters.keys()) {
        if (rosters.size <= maxRosters) break;
        rosters.delete(oldest);
      }
      return roster;
    },
  };
}
