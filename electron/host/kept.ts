export interface Kept<Key, Value> {
  /** The value of the key, made where it is not kept; the one that was asked for longest ago goes. */
  readonly get: (key: Key, make: () => Value) => Value;
}

export function createKept<Key, Value extends object>(most: number): Kept<Key, Value> {
  const values = new Map<Key, Value>();
  return {
    get: (key, make) => {
      const value = values.get(key) ?? make();
      values.delete(key);
      values.set(key, value);
      for (const oldest of values.keys()) if (values.size > most) values.delete(oldest);
      return value;
    },
  };
}
