// Cases of the faults of a text or value that is no plan at all, whatever its fields say.
import type { FaultCode } from '../../core/plan/faultCodes.ts';
import { parsePlanValue } from '../../core/plan/parsePlan.ts';
import { type FaultCase, ofText, ofValue, withFields } from './faultInputs.ts';

export const textFaultCases = {
  emptyDocument: ofText(''),
  documentTooLong: ofText(' '.repeat(32 * 1024 * 1024 + 1)),
  jsonSyntax: ofText('{"id" "a"}'),
  jsonEndsEarly: ofText('{"id": "a'),
  jsonAfterEnd: ofText('{} {}'),
  jsonTrailingComma: ofText('{"id": "a",}'),
  jsonComment: ofText('{ // a plan\n}'),
  jsonQuotes: ofText("{'id': 'a'}"),
  jsonControlCharacter: ofText('{"id": "a\nb"}'),
  jsonEscape: ofText('{"id": "\\d"}'),
  jsonNotANumber: ofText('{"days": NaN}'),
  jsonNumberForm: ofText('{"days": 0x10}'),
  jsonNumberOverflow: ofText('{"days": 1e400}'),
  jsonNestedTooDeep: ofText('['.repeat(65)),
  jsonDuplicateKey: ofText('{"id": "a", "id": "b"}'),
  jsonForbiddenKey: ofText('{"__proto__": {}}'),
  valueNotFinite: withFields({ horizon: { start: '2026-01-05', days: Number.NaN } }),
  valueNotJson: withFields({ description: () => 'text' }),
  valueTooDeep: () => {
    const itself: Record<string, unknown> = {};
    itself.again = itself;
    return parsePlanValue(itself);
  },
  valueForbiddenKey: ofValue(JSON.parse('{"format": "saff-plan", "constructor": {}}')),
  tooManyValues: ofText(`[${'0,'.repeat(500_000)}0]`),
  notAnObject: ofText('[]'),
  notAPlan: ofText('{"format": "other"}'),
  versionNewer: ofText('{"format": "saff-plan", "formatVersion": 2, "unheardOf": true}'),
  versionUnknown: ofText('{"format": "saff-plan", "formatVersion": "one"}'),
} as const satisfies Readonly<Partial<Record<FaultCode, FaultCase>>>;
