import { createContext, useContext } from 'react';
import type { Plan } from '../../core/plan/schema/plan.ts';

/** The plan as the fields of a screen show it, which is a moment behind the kept one; null where no plan is shown. */
export const ShownPlan = createContext<Plan | null>(null);

export const useShownPlan = (): Plan | null => useContext(ShownPlan);
