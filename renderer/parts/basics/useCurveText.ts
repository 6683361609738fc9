import type { ResponseCurve } from '../../../core/measures/responseCurves.ts';
import { useText } from '../../text/TextProvider.tsx';
import { longestSeconds } from '../at/DurationAt.tsx';
import type { Read } from '../fields/CommitField.tsx';
import { useDurationText } from '../fields/useDurationText.ts';
import { useNumberText } from '../fields/useNumberText.ts';

const mostPoints = 20;

/** A response curve as text: a duration and a change with an arrow between them, a point a line. */
export function useCurveText() {
  const { t } = useText();
  const span = useDurationText(0, longestSeconds);
  const change = useNumberText({ as: 'number', low: -100, high: 100 });
  const write = (curve: ResponseCurve): string =>
    curve.map((point) => `${span.write(point.seconds)} → ${change.write(point.change)}`).join('\n');
  const read = (text: string): Read<ResponseCurve> => {
    const points: { seconds: number; change: number }[] = [];
    for (const line of text.split('\n').map((one) => one.trim())) {
      if (line === '') continue;
      const [first = '', second = ''] = line.split(/\u2192|->|\t|=/);
      const [seconds, by] = [span.read(first.trim()), change.read(second.trim())];
      const last = points.at(-1)?.seconds ?? -1;
      if (!seconds.ok || !by.ok || seconds.value <= last)
        return { ok: false, message: t('basics.opinions.unreadLine', { line }) };
      points.push({ seconds: seconds.value, change: by.value });
    }
    if (points.length === 0 || points.length > mostPoints)
      return { ok: false, message: t('basics.opinions.pointCount') };
    return { ok: true, value: points };
  };
  return { write, read };
}
