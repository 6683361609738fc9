import { afterAll, describe, expect, it } from 'vitest';
import type { Estimate, SimulationResult } from '../../core/measures/result.ts';
import { studentTQuantile } from '../../core/numerics/studentT.ts';
import { parsePlanValue } from '../../core/plan/parsePlan.ts';
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { type CompiledModel, compilePlan } from '../../core/simulation/index.ts';
import { timeZoneOffsets } from '../../electron/host/timeZoneOffsets.ts';
import { createSimulationPool } from '../../electron/workers/simulationPool.ts';
import { daysWithWarmUp, estimateOf, type SteadyPlanName, steadyPlans } from '../support/steadyPlans.ts';
