/** Rosters that were read, by table and by the position at which the table last changed. */
export type RosterCache = {
  /** The roster of a table after its last change, read when it is not remembered. */
  find<Row>(
    table: string,
    lastChange: number,
    read: () => Promise<ReadonlyMap<string, Row>>,
  ): Promise<ReadonlyMap<string, Row>>;
};

/** Remembered rosters: the current ones, and a few pasts that are asked for again and again. */
const maxRosters = 16;

/** Builds an empty cache; it belongs to one views file. */
export function rosterCache(): RosterCache {
  const rosters = new Map<string, ReadonlyMap<string, unknown>>();
  return {
    async find<Row>(
      table: string,
      lastChange: number,
      read: () => Promise<ReadonlyMap<string, Row>>,
    ) {
      const name = `${table} ${lastChange}`;
      const roster = (rosters.get(name) ?? (await read())) as ReadonlyMap<string, Row>;
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
