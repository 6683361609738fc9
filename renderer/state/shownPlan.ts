import { createContext, useContext } from 'react';
import type { Plan } from '../../core/plan/schema/plan.ts';
import type { OpenPlan } from './openPlan.ts';

/** The plan as the fields of a screen show it, which is a moment behind the kept one; null where no plan is shown. */
export const ShownPlan = createContext<Plan | null>(null);

/** The same, with the plan that holds it, for who asks when something is pressed or typed and need not be drawn anew for it. */
export const DrawnPlan = createContext<{ readonly current: OpenPlan | null }>({ current: null });

export const useShownPlan = (): Plan | null => useContext(ShownPlan);
