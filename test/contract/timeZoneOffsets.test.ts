import { describe, expect, it } from 'vitest';
import { timeZoneOffsets } from '../../electron/host/timeZoneOffsets.ts';

const at = (timeZone: string, moment: string): number | undefined =>
  timeZoneOffsets.offsetSeconds(timeZone, Date.parse(moment) / 1000);

describe('timeZoneOffsets', () => {
  it('knows zones with half hours, behind and ahead of UTC', () => {
    expect(at('UTC', '2026-03-21T00:00:00Z')).toBe(0);
    expect(at('Asia/Tehran', '2026-03-21T12:00:00Z')).toBe(12_600);
    expect(at('Asia/Kathmandu', '2026-03-21T12:00:00Z')).toBe(20_700);
    expect(at('America/St_Johns', '2026-01-01T00:00:00Z')).toBe(-12_600);
  });

  it('changes at the very second in which the clocks change', () => {
    expect(at('Europe/Berlin', '2026-03-29T00:59:59Z')).toBe(3600);
    expect(at('Europe/Berlin', '2026-03-29T01:00:00Z')).toBe(7200);
    expect(at('Europe/Berlin', '2026-10-25T00:59:59Z')).toBe(7200);
    expect(at('Europe/Berlin', '2026-10-25T01:00:00Z')).toBe(3600);
  });

  it('takes moments before 1970 and between two seconds', () => {
    expect(timeZoneOffsets.offsetSeconds('Asia/Tehran', -86_400 * 365 * 5)).toBe(12_600);
    expect(timeZoneOffsets.offsetSeconds('UTC', -0.5)).toBe(0);
    expect(timeZoneOffsets.offsetSeconds('Asia/Tehran', 1_774_000_000.75)).toBe(12_600);
  });

  it.each(['Nowhere/Atlantis', '', 'local', '../etc/passwd'])('does not know the zone «%s»', (timeZone) => {
    expect(timeZoneOffsets.offsetSeconds(timeZone, 0)).toBeUndefined();
  });
});
