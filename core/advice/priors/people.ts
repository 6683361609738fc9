// Usual figures of people at work. Sources are textbooks of contact-centre planning; each is assumed and stands in the plan as such.
import type { Prior } from './industry.ts';

/** Hours of a full contract in a week. */
export const hoursPerWeek = 40;

/** Share of paid time that is not spent at work on contacts: breaks, meetings, training, leave, illness. */
export const timeAway: Prior = [0.2, 0.15, 0.3];

/** Training of a month and person, part of the time away (M8). */
export const trainingHours = { usual: [6, 4, 10], technical: [10, 6, 16] } as const satisfies Record<
  string,
  Prior
>;

export const attritionPerYear: Prior = [0.3, 0.15, 0.45];
export const hiringWeeks: Prior = [6, 3, 10];
/** Months of pay that it costs to win and train a new agent. */
export const hiringMonths: Prior = [1, 0.5, 2];
/** Tools of a seat over the pay of an agent: help-desk platform, headset, line (M7); more for those who work elsewhere. */
export const toolShare = { inHouse: 0.04, remote: 0.06 } as const;

/** Most people whom one lead leads well, and one manager. */
export const spans = { lead: 10, manager: 12 } as const;

/** From so many agents on there is a lead of their own; below, the manager leads. */
export const leastAgentsForLead = 5;
/** From so many people on training, quality and projects have people of their own (T5), one to so many. */
export const leastPeopleForOperations = 15;
export const peopleForOne = { trainer: 40, quality: 40, projectManager: 80 } as const;

/** Share of a lead's time that is meant for contacts; the rest is leading. */
export const leadContactShare: Prior = [0.3, 0.2, 0.45];
export const managerContactShare: Prior = [0.15, 0.05, 0.25];
/** Share of contacts in which the customer insists on somebody higher (M2). */
export const insistingShare: Prior = [0.01, 0.005, 0.02];
/** Share of solved contacts that come back because the answer was not whole (A8). */
export const returnShare: Prior = [0.06, 0.03, 0.12];
