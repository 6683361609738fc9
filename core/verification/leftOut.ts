// Published examples that we do not compare ourselves with, and why: who reads the proof should see its edges.

/** Why an example is left out; its words stand in locales under verify.reason. */
export const leftOutReasons = ['textAndProgramDiffer', 'noOutgoingCalls', 'tableNotAtHand'] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

export interface LeftOut {
  readonly citation: string;
  readonly reason: LeftOutReason;
}

export const leftOut: readonly LeftOut[] = [
  { citation: 'ContactCenters, SimpleMSKWithRerouting', reason: 'textAndProgramDiffer' },
  { citation: 'ContactCenters, Teamwork', reason: 'textAndProgramDiffer' },
  { citation: 'ContactCenters, Blend', reason: 'noOutgoingCalls' },
  { citation: 'R. Wallace and W. Whitt (2005), the printed table', reason: 'tableNotAtHand' },
];
