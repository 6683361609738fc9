import type { PromiseLine } from '../../core/report/report.ts';
import { useText } from './TextProvider.tsx';

/** What a promise asks, in words: which clock, how long, and whether it runs in business hours only. */
export function useTarget(): (line: Pick<PromiseLine, 'clock' | 'measuredIn' | 'targetSeconds'>) => string {
  const { t, format } = useText();
  return ({ clock, measuredIn, targetSeconds }) => {
    const target =
      measuredIn === 'businessHours'
        ? t('report.businessHours', { target: format.workingTime(targetSeconds) })
        : format.duration(targetSeconds);
    return t(`report.clock.${clock}`, { target });
  };
}
