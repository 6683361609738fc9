// Ids of parts that are named after an issue: readable where there is room, else numbered.
const longest = 44;

/** Example: `idAfter('team', 'printers', 0)` is `team-printers`. */
export const idAfter = (prefix: string, id: string, place: number): string =>
  id.length <= longest ? `${prefix}-${id}` : `${prefix}-no-${place + 1}`;
