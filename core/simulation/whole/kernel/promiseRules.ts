// What a promise says of those who go away, and when it counts, a bit each: as model/promiseTables.ts.
export const beginCounts: i32 = 1;
export const cumulates: i32 = 2;
export const abandonedLeftOut: i32 = 4;
export const abandonedMetInTime: i32 = 8;
export const blockedMissed: i32 = 16;
export const turnedAwayMissed: i32 = 32;
