import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BankFigures, bankDifferences, deriveBank } from '../../electron/files/derive/bank.ts';
import { type DeskFigures, deriveDesk, deskDifferences } from '../../electron/files/derive/desk.ts';
import type { RawFile } from '../../electron/files/derive/origin.ts';
import { stableText } from '../../electron/files/derive/stableText.ts';

const root = join(import.meta.dirname, '..', '..');
const rawBank = join(root, '..', 'shared', 'data', 'anonymous_bank_1999', 'callcenter_6min.csv');
const rawDesk = join(root, '..', 'shared', 'data', 'servicenow_sample', 'incident_event_log.csv');

for (const path of [rawBank, rawDesk].filter((file) => !existsSync(file))) {
  console.warn(`${basename(path)} is not here: its committed figures are checked, but not derived again`);
}

function committed(name: string): string {
  return readFileSync(join(root, 'core', 'samples', 'derived', name), 'utf8');
}

function raw(path: string): RawFile & { readonly text: string } {
  const bytes = readFileSync(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name: basename(path), sha256, text: bytes.toString('utf8') };
}

/** Sum of shares in millionths, the unit in which they are rounded: exact. */
function millionths(shares: readonly number[]): number {
  return shares.reduce((sum, share) => sum + Math.round(share * 1e6), 0);
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

describe('bank.json', () => {
  const text = committed('bank.json');
  const figures = JSON.parse(text) as BankFigures;

  it('has the totals that the description of the records announces', () => {
    expect(bankDifferences(figures)).toEqual([]);
  });

  it('is written as the derivation writes it', () => {
    expect(stableText(figures)).toBe(text);
  });

  it('has weekdays and months that add up to the year', () => {
    expect(total(figures.weekdays.map(({ contacts }) => contacts))).toBe(figures.volume.yearlyContacts);
    expect(total(figures.months.map(({ contacts }) => contacts))).toBe(figures.volume.yearlyContacts);
    expect(total(figures.weekdays.map(({ days }) => days))).toBe(figures.period.days);
    expect(figures.months.map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it('has shares that sum to one', () => {
    const { sundayToThursday, friday, saturday } = figures.timeOfDay;
    expect(millionths(figures.weekdays.map(({ share }) => share))).toBe(1e6);
    for (const profile of [sundayToThursday, friday, saturday]) {
      expect(profile).toHaveLength(48);
      expect(millionths(profile)).toBe(1e6);
      expect(Math.min(...profile)).toBeGreaterThanOrEqual(0);
    }
  });

  it('names its source, file and licence', () => {
    expect(figures.source).toMatchObject({ file: 'callcenter_6min.csv' });
    expect(figures.source.origin).toContain('Technion');
    expect(figures.source.licence).not.toBe('');
  });

  it('comes out of the records again, byte for byte', (context) => {
    if (!existsSync(rawBank)) {
      context.skip(
        '../shared/data is not here: only the committed figures were checked, not their derivation',
      );
    }
    const { text: records, ...file } = raw(rawBank);
    const derived = deriveBank(records, file);
    expect(derived.ok && stableText(derived.value)).toBe(text);
  });
});

describe('serviceDesk.json', () => {
  const text = committed('serviceDesk.json');
  const figures = JSON.parse(text) as DeskFigures;

  it('has the totals that the description of the log announces', () => {
    expect(deskDifferences(figures)).toEqual([]);
  });

  it('is written as the derivation writes it', () => {
    expect(stableText(figures)).toBe(text);
  });

  it('has priorities, days and resolution times that add up to the incidents', () => {
    const { arrivals, incidents, priorities, resolutionHours, slaKept } = figures;
    expect(total(priorities.map((one) => one.incidents))).toBe(incidents);
    expect(total(priorities.map((one) => one.slaKept))).toBe(slaKept);
    expect(millionths(priorities.map(({ share }) => share))).toBe(1e6);
    expect(total(priorities.map((one) => one.resolutionHours?.incidents ?? 0))).toBe(
      resolutionHours?.incidents,
    );
    expect(total(arrivals.map((day) => day.incidents))).toBe(incidents);
    expect(arrivals).toHaveLength(3);
    for (const day of arrivals) {
      expect(day.perHour).toHaveLength(24);
      expect(total(day.perHour)).toBe(day.incidents);
    }
  });

  it('has groups through which every incident with a known group enters and leaves', () => {
    const { incidentsWithKnownGroup, inRecords, loads, moves } = figures.groups;
    expect(total(loads.map(({ first }) => first))).toBe(incidentsWithKnownGroup);
    expect(total(loads.map(({ last }) => last))).toBe(incidentsWithKnownGroup);
    expect(total(loads.map(({ groupsPooled }) => groupsPooled))).toBe(inRecords);
    const listed = total(moves.firstMoves.map(({ incidents }) => incidents));
    expect(listed + moves.furtherFlows.incidents).toBe(moves.incidentsMoved);
    expect(moves.movesInAll).toBeGreaterThanOrEqual(moves.incidentsMoved);
  });

  it('names its source and what it does not know', () => {
    expect(figures.source).toMatchObject({ file: 'incident_event_log.csv' });
    expect(figures.source.origin).toContain('UCI');
    expect(figures.assumedElsewhere.length).toBeGreaterThan(0);
  });

  it('comes out of the log again, byte for byte', (context) => {
    if (!existsSync(rawDesk)) {
      context.skip(
        '../shared/data is not here: only the committed figures were checked, not their derivation',
      );
    }
    const { text: records, ...file } = raw(rawDesk);
    const derived = deriveDesk(records, file);
    expect(derived.ok && stableText(derived.value)).toBe(text);
  });
});
