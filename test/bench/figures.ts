// Whether both sides are right, before anybody looks at their speed: held against the exact answer where there is one, else
// against each other, in standard errors from replications of their own.
import { engineFigures, type Observed } from './engineRun.ts';
import type { ReferenceProgram } from './reference.ts';
import type { Figure, Workload } from './workloads.ts';

export interface Distance {
  readonly side: 'Saff' | 'the C program' | 'Saff against the C program';
  readonly figure: Figure['field'];
  /** In standard errors; of a correct program at most 4 with any given seed. */
  readonly z: number;
}

/** Beyond so many standard errors a program is wrong, and its speed is worth nothing. */
export const mostStandardErrors = 4;

export interface FigureCheckSize {
  readonly replications: number;
  readonly contacts: number;
  readonly warmUpContacts: number;
}

export function distances(
  workload: Workload,
  program: ReferenceProgram | undefined,
  { replications, contacts, warmUpContacts }: FigureCheckSize,
): readonly Distance[] {
  const { name, figures, contactsPerDay } = workload;
  const days = Math.round((contacts + warmUpContacts) / contactsPerDay);
  const plan = workload.plan(days, warmUpContacts / contactsPerDay);
  const ours = engineFigures(plan, figures, replications, 1);
  const runs = program?.run(name, contacts, warmUpContacts, replications, 1);
  return figures.flatMap(({ field, exact }, i): Distance[] => {
    const own = ours[i] as Observed;
    const other =
      runs === undefined ? undefined : observed(runs.map((run) => run.figures[field] ?? Number.NaN));
    if (exact !== null)
      return [
        { side: 'Saff', figure: field, z: (own.value - exact) / own.standardError },
        ...(other === undefined
          ? []
          : [
              {
                side: 'the C program' as const,
                figure: field,
                z: (other.value - exact) / other.standardError,
              },
            ]),
      ];
    if (other === undefined) return [];
    const error = Math.sqrt(own.standardError ** 2 + other.standardError ** 2);
    return [{ side: 'Saff against the C program', figure: field, z: (own.value - other.value) / error }];
  });
}

/** A figure that is no number is as wrong as can be. */
export const isRight = ({ z }: Distance): boolean => Math.abs(z) <= mostStandardErrors;

export const farthest = (all: readonly Distance[]): Distance | null =>
  all.toSorted((a, b) => sizeOf(b) - sizeOf(a))[0] ?? null;

const sizeOf = ({ z }: Distance): number => (Number.isNaN(z) ? Number.POSITIVE_INFINITY : Math.abs(z));

function observed(values: readonly number[]): Observed {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { value: mean, standardError: Math.sqrt(squares / (values.length - 1) / values.length) };
}
