// Advice for needs as they are written, with the time zones of this machine.
import { propose } from '../../core/advice/index.ts';
import type { Advice } from '../../core/measures/advice.ts';
import { locale } from '../../core/plan/schema/calendar.ts';
import { type NeedsInput, needs } from '../../core/plan/schema/needs.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { timeZoneOffsets } from '../../electron/host/timeZoneOffsets.ts';

export function adviceOf(
  written: NeedsInput,
  rest: { readonly locale?: Partial<Plan['locale']>; readonly id?: string; readonly present?: Plan } = {},
): Advice {
  const { locale: own = {}, id = 'support', present } = rest;
  const advice = propose(
    { needs: needs.parse(written), locale: locale.parse(own), id, ...(present !== undefined && { present }) },
    timeZoneOffsets,
  );
  if (!advice.ok) throw new Error(JSON.stringify(advice.failure));
  return advice.value;
}
