// What follows a handling: as in model/compiledModel.ts, and of those who are resolved.

export const isResolved: i32 = 0;
export const isRecognised: i32 = 2;
export const isForOtherDepartment: i32 = 3;
export const isForLead: i32 = 4;
/** At a dispatcher or a wrong team: as laid down by ../layOutcomes.ts. */
export const passes: i32 = 5;
