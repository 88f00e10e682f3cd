type Stored = Record<string, unknown>;

/** What a provider remembers of sessions, codes and grants; as long as the process lives. */
export function providerMemory() {
  const kept = new Map<string, Stored>();
  return (kind: string) => {
    const name = (id: string): string => `${kind} ${id}`;
    return {
      upsert: async (id: string, stored: Stored) => void kept.set(name(id), stored),
      find: async (id: string) => kept.get(name(id)),
      findByUid: async (uid: string) => [...kept.values()].find((each) => each['uid'] === uid),
      findByUserCode: async () => undefined,
      destroy: async (id: string) => void kept.delete(name(id)),
      consume: async (id: string) => void Object.assign(kept.get(name(id)) ?? {}, { consumed: 1 }),
      revokeByGrantId: async () => undefined,
    };
  };
}
