// The command that gives a field its value, whether or not the plan has the part that holds it.
import type { Command, Place } from '../../../core/plan/edits/command.ts';
import { idOf, isList } from '../../../core/plan/edits/findPlace.ts';

/** A field of an object that is not there yet sets the object, with this one field. Undefined leaves the field to its default. */
export function settingAt(plan: unknown, at: Place, value: unknown): Command {
  if (value === undefined) return { change: 'remove', at };
  let holder = plan;
  for (const [depth, step] of at.slice(0, -1).entries()) {
    const inner = isList(holder)
      ? holder.find((part, place) => idOf(part) === step || place === step)
      : (holder as Readonly<Record<string | number, unknown>>)[step];
    if (inner === undefined) {
      const whole = at.slice(depth + 1).reduceRight((inside, name) => ({ [name]: inside }), value);
      return { change: 'set', at: at.slice(0, depth + 1), value: whole };
    }
    holder = inner;
  }
  return { change: 'set', at, value };
}
