// Faults of scenarios: what they stand on, and changes that do not fit.
import type { FaultCode } from '../../core/plan/faultCodes.ts';
import { smallPlan } from '../support/plans.ts';
import { type FaultCase, withFields } from './faultInputs.ts';

export const scenarioFaultCases = {
  unknownScenario: withFields({ scenarios: [{ id: 'more', name: 'More', on: 'none', changes: [] }] }),
  scenarioCycle: withFields({ scenarios: [{ id: 'more', name: 'More', on: 'more', changes: [] }] }),
  scenarioChangeBroken: withFields({
    scenarios: [{ id: 'more', name: 'More', changes: [{ at: ['teams', 'none'], change: 'remove' }] }],
  }),
  scenarioChangeTwice: withFields({
    scenarios: [
      {
        id: 'more',
        name: 'More',
        changes: [{ at: ['channels'], change: 'add', value: smallPlan().channels[0] }],
      },
    ],
  }),
  scenarioChangeForbidden: withFields({
    scenarios: [{ id: 'more', name: 'More', changes: [{ at: ['id'], change: 'set', value: 'other' }] }],
  }),
} as const satisfies Partial<Readonly<Record<FaultCode, FaultCase>>>;
