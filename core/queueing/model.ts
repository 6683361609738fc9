// One model of the catalogue: what it reads and writes, an example, and how it answers a line of JSON.
import { type Fault, fault } from '../units/fault.ts';
import { failed, ok, type Result } from '../units/result.ts';
import { type InputField, type OutputField, shown, valueFaults } from './modelFields.ts';

/** The values of a line, once their fields are checked. */
export type Inputs = Readonly<Record<string, unknown>>;
/** What a model writes; not finite numbers become null. */
export type Outputs = Readonly<Record<string, unknown>>;

/** A model; its name and its fields are what people type. */
export interface Model {
  readonly name: string;
  /** Exact up to rounding and negligible truncation, or an approximation whose validity its function states. */
  readonly kind: 'exact' | 'approximation';
  readonly inputs: Readonly<Record<string, InputField>>;
  readonly outputs: Readonly<Record<string, OutputField>>;
  /** A line that a test asks, and some of what comes of it. */
  readonly example: { readonly given: Inputs; readonly gives: Outputs };
  readonly calculate: (inputs: Inputs) => Result<Outputs, readonly Fault[]>;
  /** Lists that need as many entries as the first of them that is given. */
  readonly equallyLong?: readonly string[];
  /** The field behind a name that a fault of the function carries. */
  readonly fieldOf?: Readonly<Record<string, string>>;
}

/** What every function calls these. */
const usualFields: Readonly<Record<string, string>> = {
  arrivals: 'contactsPerHour',
  handling: 'handlingSeconds',
  patience: 'patienceSeconds',
  target: 'targetSeconds',
  lines: 'lines',
  agents: 'agents',
};

/**
 * The answer of a model to one line: all its outputs, or everything that is wrong with the line.
 *
 * Example: `answer(erlangB, { servers: 25, offeredErlangs: 20 })` has blocking 0.050221777890794614.
 */
export function answer(model: Model, line: unknown): Result<Outputs, readonly Fault[]> {
  if (typeof line !== 'object' || line === null || Array.isArray(line)) {
    return failed([fault('expectedObject', [], { found: shown(line) })]);
  }
  const given = Object.entries(line).filter(([, value]) => value !== null);
  const faults = given.flatMap(([name, value]) => {
    const field = Object.hasOwn(model.inputs, name) ? model.inputs[name] : undefined;
    if (field !== undefined) return valueFaults(field, [name], value);
    return [fault('unknownField', [name], { field: name, known: Object.keys(model.inputs).join(', ') })];
  });
  for (const [name, field] of Object.entries(model.inputs)) {
    if (field.optional !== true && !given.some(([one]) => one === name))
      faults.push(fault('missingField', [name], { field: name }));
  }
  faults.push(...lengthFaults(model, new Map(given)));
  if (faults.length > 0) return failed(faults);

  const inputs = Object.fromEntries(given);
  const calculated = model.calculate(inputs);
  if (!calculated.ok) return failed(calculated.failure.map((one) => inFieldsOf(model, one)));
  return ok(
    Object.fromEntries(
      Object.entries(model.outputs).map(([name, { needs }]) => {
        const isKnown = needs === undefined || inputs[needs] !== undefined;
        return [name, isKnown ? finite(calculated.value[name]) : null];
      }),
    ),
  );
}

function lengthFaults({ equallyLong = [] }: Model, given: ReadonlyMap<string, unknown>): Fault[] {
  const lists = equallyLong.flatMap((name) => {
    const list = given.get(name);
    return Array.isArray(list) ? [{ name, length: list.length }] : [];
  });
  const expected = lists[0]?.length ?? 0;
  return lists
    .filter(({ length }) => length !== expected)
    .map(({ name, length }) => fault('wrongLength', [name], { value: length, expected }));
}

/** The fault under the name of the field it came from; values of rates are those of seconds, so they are left out. */
function inFieldsOf(model: Model, { code, path, params }: Fault): Fault {
  const [first, ...rest] = path;
  const name = model.fieldOf?.[String(first)] ?? usualFields[String(first)] ?? first;
  const place = [...(name === undefined ? [] : [name]), ...rest.filter((step) => typeof step === 'number')];
  return code === 'outOfRange' ? fault('outOfModel', place) : fault(code, place, params);
}

function finite(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map(finite);
  return value ?? null;
}
