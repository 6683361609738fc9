// One text for one meaning: the form of a plan that is hashed, and the form in which it is written to a file.
import { type Plan, planSchema } from './schema/plan.ts';

export { canonicalJson } from './canonicalJson.ts';

/**
 * A plan as the text of its file: two spaces, fields in the order of the schema, defaults written out, a line break
 * at the end, so that two versions differ only in the lines whose meaning differs.
 */
export function serialisePlan(plan: Plan): string {
  const ordered = planSchema.safeParse(plan);
  return `${JSON.stringify(ordered.success ? ordered.data : plan, null, 2)}\n`;
}
