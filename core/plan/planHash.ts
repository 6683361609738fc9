// The name of a plan's content: results carry it, so that they are never shown beside another plan.
import { canonicalJson } from './canonical.ts';
import type { Plan } from './schema/plan.ts';
import { sha256 } from './sha256.ts';

/**
 * SHA-256 of the plan's canonical JSON with all defaults, as 64 hexadecimal digits. Nothing is left out; the order of
 * keys and the spelling of numbers do not count, the order of lists does.
 */
export const planHash = (plan: Plan): string => sha256(canonicalJson(plan));
