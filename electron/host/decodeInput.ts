// Decodes the input of a method once, at the border: either typed input or every fault with its path.
import type { ZodType } from 'zod';
import { type DecodedInput, type Method, methods } from '../../core/contract/methods.ts';
import { schemaFaults } from '../../core/plan/schemaFaults.ts';
import { type Fault, fault } from '../../core/units/fault.ts';
import { failed, ok, type Result } from '../../core/units/result.ts';

export const isMethod = (name: unknown): name is Method =>
  typeof name === 'string' && Object.hasOwn(methods, name);

export function decodeInput<M extends Method>(
  method: M,
  input: unknown,
): Result<DecodedInput<M>, readonly Fault[]> {
  return decodeBy(methods[method].input, input) as Result<DecodedInput<M>, readonly Fault[]>;
}

/** What is written is what the schema says, or all that is wrong with it. */
export function decodeBy(schema: ZodType, input: unknown): Result<unknown, readonly Fault[]> {
  const decoded = schema.safeParse(input, { reportInput: true });
  if (decoded.success) return ok(decoded.data);
  return failed(schemaFaults(decoded.error.issues).map(withoutSuggestion));
}

/** The names that would be suggested are those of the plan, which this is not. */
const withoutSuggestion = ({ code, path, params }: Fault): Fault =>
  code === 'misspeltField'
    ? fault('unknownField', path, { field: params.field ?? '' })
    : { code, path, params };
