// Where the figures of an explanation stand in the plan, and how sure the plan is of each.
import type { PlanPlace } from '../measures/explanation.ts';
import type { Text } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';

type Path = readonly (string | number)[];

export class Places {
  private readonly plan: Plan;
  private readonly written: unknown;

  /** `written`: the document before defaults were filled in. */
  constructor(plan: Plan, written: unknown = plan) {
    this.plan = plan;
    this.written = written;
  }

  /** A field of the plan; a law or a figure that carries its source says so itself, else the part around it may. */
  at(path: Path): { readonly kind: 'plan' } & PlanPlace {
    const place = { kind: 'plan', path } as const;
    if (childAt(this.written, path) === undefined) return { ...place, status: 'default', source: null };
    const said = saying(childAt(this.plan, path)) ?? saying(childAt(this.plan, path.slice(0, -1)));
    if (said === null) return { ...place, status: 'written', source: null };
    const source = (said['source'] as Text | undefined) ?? null;
    if (said['assumed'] === true) return { ...place, status: 'assumed', source };
    return { ...place, status: source === null ? 'written' : 'measured', source };
  }
}

function childAt(root: unknown, path: Path): unknown {
  let here = root;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Readonly<Record<string | number, unknown>>)[step];
  }
  return here;
}

/** A record that may say where a figure comes from. */
function saying(value: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const record = value as Readonly<Record<string, unknown>>;
  return 'assumed' in record || 'source' in record ? record : null;
}
