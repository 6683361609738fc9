// Turns what the schema library reports into faults of the closed list: one fault a mistake, at the field where it is.
import type { z } from 'zod';
import { excerptOf, excerptOfText } from './excerpt.ts';
import { type FaultCode, faultCodes } from './faultCodes.ts';
import { nearestName } from './nearestName.ts';
import { faultLimit, type Path, type PlanFault, planFault } from './planFault.ts';
import { fieldNames } from './schemaFields.ts';

type Issue = z.core.$ZodIssue;
type Unrecognized = Extract<Issue, { code: 'unrecognized_keys' }>;
type Union = Extract<Issue, { code: 'invalid_union' }>;
type Limit = Extract<Issue, { code: 'too_small' | 'too_big' }>;
type Format = Extract<Issue, { code: 'invalid_format' }>;

const typeCodes: Readonly<Record<string, FaultCode>> = {
  string: 'expectedText',
  number: 'expectedNumber',
  int: 'expectedWholeNumber',
  boolean: 'expectedYesNo',
  array: 'expectedList',
  object: 'expectedObject',
  record: 'expectedObject',
};

const found = (issue: Issue): { readonly found: string } => ({ found: excerptOf(issue.input) });

const wrongType = (code: FaultCode, issue: Issue, path: Path): PlanFault =>
  issue.input === undefined
    ? planFault('missingField', path)
    : planFault(code, path, {
        ...found(issue),
        ...(code === 'expectedYesNo' ? { options: 'true, false' } : {}),
      });

function unknownFields(issue: Unrecognized, path: Path, base: Path): PlanFault[] {
  const written = issue.input;
  const known = fieldNames([...base, ...issue.path.map(step)], written);
  return issue.keys.slice(0, faultLimit).map((key) => {
    const didYouMean = nearestName(key, known);
    const field = excerptOfText(key);
    return didYouMean === undefined
      ? planFault('unknownField', [...path, key], { field })
      : planFault('misspeltField', [...path, key], { field, didYouMean });
  });
}

function limit(issue: Limit, path: Path): PlanFault {
  const isLow = issue.code === 'too_small';
  const bound: Readonly<Record<string, number>> = isLow
    ? { minimum: Number(issue.minimum) }
    : { maximum: Number(issue.maximum) };
  const size = Array.isArray(issue.input) || typeof issue.input === 'string' ? issue.input.length : 0;
  if (issue.origin === 'string')
    return planFault(isLow ? 'textTooShort' : 'textTooLong', path, { ...bound, found: size });
  if (issue.origin === 'array') {
    if (issue.exact === true)
      return planFault('listWrongLength', path, { length: Object.values(bound)[0] ?? 0, found: size });
    return planFault(isLow ? 'listTooShort' : 'listTooLong', path, { ...bound, found: size });
  }
  const least = issue.inclusive === false ? 'numberNotAbove' : 'numberTooSmall';
  const most = !isLow && bound.maximum === 1 ? 'shareTooLarge' : 'numberTooLarge';
  return planFault(isLow ? least : most, path, { ...bound, ...found(issue) });
}

function format(issue: Format, path: Path): PlanFault {
  const pattern = issue.pattern ?? '';
  let code: FaultCode = 'invalidValue';
  if (issue.format === 'date') code = 'invalidDate';
  else if (pattern.includes('24:00')) code = 'invalidClockTime';
  else if (pattern.includes('[A-Z]{3}')) code = 'invalidCurrency';
  else if (pattern.startsWith('/^[A-Za-z]')) code = 'invalidId';
  return planFault(code, path, {
    ...found(issue),
    ...(code === 'invalidCurrency' ? { example: 'IRT' } : {}),
  });
}

/** What kinds of value a branch of a union refused at its root; none where the kind of the value was right. */
const refusedKinds = (branch: readonly Issue[]): string[] =>
  branch.flatMap((issue) => {
    if (issue.path.length > 0) return [];
    if (issue.code === 'invalid_type') return [issue.expected];
    return issue.code === 'invalid_value' ? ['literal'] : [];
  });

function union(issue: Union, path: Path, base: Path): PlanFault[] {
  if ('discriminator' in issue && typeof issue.discriminator === 'string') {
    const written = (issue.input ?? {}) as Record<string, unknown>;
    const at = path.at(-1) === issue.discriminator ? path : [...path, issue.discriminator];
    const value = written[issue.discriminator];
    if (value === undefined) return [planFault('missingField', at)];
    const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.join(', ') : '';
    return [planFault('notInList', at, { found: excerptOf(value), options })];
  }
  const fitting = issue.errors.filter((branch) => refusedKinds(branch).length === 0);
  const [best] = fitting.toSorted((a, b) => a.length - b.length);
  if (best !== undefined)
    return best.flatMap((inner) => convert(inner, path, [...base, ...issue.path.map(step)]));
  if (issue.input === undefined) return [planFault('missingField', path)];
  const kinds = issue.errors.flatMap(refusedKinds);
  if (kinds.includes('literal')) {
    const literals = issue.errors
      .flat()
      .flatMap((inner) => (inner.code === 'invalid_value' ? inner.values : []));
    const options = [...literals.map(String), ...(kinds.includes('object') ? ['{"team": "…"}'] : [])].join(
      ', ',
    );
    return [planFault('notInList', path, { ...found(issue), options })];
  }
  if (kinds.includes('string') && kinds.includes('object'))
    return [planFault('expectedLocalisedText', path, found(issue))];
  if (kinds.includes('number') && kinds.includes('object'))
    return [planFault('expectedQuantity', path, found(issue))];
  if (kinds.includes('string') && (kinds.includes('int') || kinds.includes('number')))
    return [planFault('expectedNameOrPosition', path, found(issue))];
  return [planFault('invalidValue', path, found(issue))];
}

const step = (part: PropertyKey): string | number => (typeof part === 'symbol' ? String(part) : part);

/** The refinements of the schema carry the fault code as their message. */
const isFaultCode = (text: string): text is FaultCode => Object.hasOwn(faultCodes, text);

function convert(issue: Issue, before: Path, base: Path): PlanFault[] {
  const path = [...before, ...issue.path.map(step)];
  switch (issue.code) {
    case 'invalid_type':
      return [wrongType(typeCodes[issue.expected] ?? 'invalidValue', issue, path)];
    case 'invalid_value':
      if (issue.input === undefined) return [planFault('missingField', path)];
      return [
        planFault('notInList', path, { ...found(issue), options: issue.values.map(String).join(', ') }),
      ];
    case 'too_small':
    case 'too_big':
      return [limit(issue, path)];
    case 'invalid_format':
      return [format(issue, path)];
    case 'unrecognized_keys':
      return unknownFields(issue, path, base);
    case 'invalid_union':
      return union(issue, path, base);
    case 'custom':
      return [
        isFaultCode(issue.message)
          ? planFault(issue.message, path)
          : planFault('invalidValue', path, found(issue)),
      ];
    default:
      return [planFault('invalidValue', path, found(issue))];
  }
}

/**
 * The faults behind the schema's issues, in the same order. The issues must carry their input (`reportInput`).
 * Of a union only the branch counts whose kind of value was written.
 */
export const schemaFaults = (issues: readonly Issue[]): PlanFault[] => {
  const faults = new Map<string, PlanFault>();
  for (const fault of issues.flatMap((issue) => convert(issue, [], []))) {
    // A number may break the limit of its kind and then the limit of its field; the field's says more.
    faults.set(`${fault.code} ${JSON.stringify(fault.path)}`, fault);
  }
  return [...faults.values()];
};
