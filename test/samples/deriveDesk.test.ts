import { describe, expect, it } from 'vitest';
import { deriveDesk, deskDifferences } from '../../electron/files/derive/desk.ts';

const file = { name: 'extract.csv', sha256: 'none' };
const header =
  'number,reassignment_count,reopen_count,made_sla,opened_at,priority,assignment_group,resolved_at,other';

// A: Front -> Network, resolved after 10 h. B: stays at Front, over the leap day, 48 h. C: no group known, never resolved.
const extract = `${header}
A,0,0,TRUE,28-02-2016 23:30,3 - Moderate,Front,29-02-2016 09:30,x
A,1,0,TRUE,28-02-2016 23:30,3 - Moderate,?,29-02-2016 09:30,x
A,1,0,FALSE,28-02-2016 23:30,2 - High,Network,29-02-2016 09:30,x
B,0,0,TRUE,28-02-2016 08:05,3 - Moderate,Front,01-03-2016 08:05,x
B,0,1,TRUE,28-02-2016 08:05,3 - Moderate,Front,01-03-2016 08:05,x
C,3,0,FALSE,29-02-2016 08:00,3 - Moderate,?,?,x
`;

function derived(content: string) {
  const result = deriveDesk(content, file);
  if (!result.ok) throw new Error(result.failure.join('; '));
  return result.value;
}

function refused(content: string): readonly string[] {
  const result = deriveDesk(content, file);
  return result.ok ? [] : result.failure;
}

describe('deriveDesk', () => {
  const figures = derived(extract);

  it('counts incidents and events', () => {
    expect([figures.incidents, figures.events]).toEqual([3, 6]);
  });

  it('takes priority and kept SLA from the last event', () => {
    expect(figures.priorities.map(({ incidents }) => incidents)).toEqual([0, 1, 2, 0]);
    expect(figures.priorities.map(({ slaKeptShare }) => slaKeptShare)).toEqual([null, 0, 0.5, null]);
    expect(figures.slaKept).toBe(1);
  });

  it('measures resolution times across the leap day and leaves out what is not resolved', () => {
    expect(figures.resolutionHours).toEqual({ incidents: 2, mean: 29, median: 29, p90: 44.2 });
    expect(figures.priorities[1]?.resolutionHours?.mean).toBe(10);
    expect(figures.priorities[0]?.resolutionHours).toBeNull();
  });

  it('follows the groups past events without one', () => {
    expect(figures.groups.incidentsWithKnownGroup).toBe(2);
    expect(figures.groups.loads).toEqual([
      {
        group: 'Front',
        groupsPooled: 1,
        touched: 2,
        touchedShare: 1,
        first: 2,
        firstShare: 1,
        last: 1,
        lastShare: 0.5,
      },
      {
        group: 'Network',
        groupsPooled: 1,
        touched: 1,
        touchedShare: 0.5,
        first: 0,
        firstShare: 0,
        last: 1,
        lastShare: 0.5,
      },
    ]);
    expect(figures.groups.moves.firstMoves).toEqual([
      { from: 'Front', to: 'Network', incidents: 1, shareOfFrom: 0.5, shareOfAll: 0.5 },
    ]);
  });

  it('counts reassignments and reopenings by incident', () => {
    expect(figures.reassignments).toEqual({
      incidentsReassigned: 2,
      reassignedShare: 0.666667,
      mean: 1.33333,
      most: 3,
    });
    expect(figures.reopenings).toEqual({ incidentsReopened: 1, reopenedShare: 0.333333 });
  });

  it('gives the arrivals of each observed day by hour', () => {
    expect(figures.arrivals.map(({ date, weekday, incidents }) => [date, weekday, incidents])).toEqual([
      ['2016-02-28', 'sunday', 2],
      ['2016-02-29', 'monday', 1],
    ]);
    expect(figures.arrivals[0]?.perHour[8]).toBe(1);
    expect(figures.arrivals[0]?.perHour[23]).toBe(1);
    expect(figures.arrivals[0]).toMatchObject({ firstOpened: '08:05', lastOpened: '23:30' });
  });

  it('pools groups that touched few incidents, and counts an incident in the pool once', () => {
    // 49 incidents at Front, and one that goes from Rare to Odd: each 2 % of the incidents.
    const lines = Array.from(
      { length: 49 },
      (_, index) => `F${index},0,0,TRUE,28-02-2016 08:00,4 - Low,Front,?,x`,
    );
    const rare = ['Rare', 'Odd'].map((group) => `R,1,0,TRUE,28-02-2016 08:00,4 - Low,${group},?,x`);
    const { groups } = derived([header, ...lines, ...rare].join('\n'));
    expect(groups.loads.map(({ group, groupsPooled, touched }) => [group, groupsPooled, touched])).toEqual([
      ['Front', 1, 49],
      ['others', 2, 1],
    ]);
    expect(groups.moves.firstMoves).toEqual([
      { from: 'others', to: 'others', incidents: 1, shareOfFrom: 1, shareOfAll: 0.02 },
    ]);
  });

  it('says which figures differ from the description of the whole file', () => {
    expect(deskDifferences(figures)).toContain('incidents: 3 in this file, 890 in its description');
    expect(deskDifferences(figures)).toContain(
      'mean reassignments: 1.33333 in this file, 0.98539 in its description',
    );
  });

  it('refuses what is not a time, a priority, an answer or a count, naming the incident', () => {
    const line = (change: (fields: string[]) => void) => {
      const fields = 'A,0,0,TRUE,28-02-2016 23:30,3 - Moderate,Front,29-02-2016 09:30,x'.split(',');
      change(fields);
      return refused(`${header}\n${fields.join(',')}\n`);
    };
    expect(line((fields) => fields.splice(4, 1, '30-02-2016 23:30'))).toEqual([
      'A: opened at "30-02-2016 23:30", which is not a time',
    ]);
    expect(line((fields) => fields.splice(5, 1, '9 - Unknown'))).toEqual([
      'A: "9 - Unknown" is not a priority',
    ]);
    expect(line((fields) => fields.splice(3, 1, 'perhaps'))[0]).toContain('whether the SLA was kept');
    expect(line((fields) => fields.splice(1, 1, '?'))[0]).toContain('not whole numbers');
    expect(line((fields) => fields.splice(7, 1, '28-02-2016 23:00'))).toEqual([
      'A: resolved before it was opened',
    ]);
    expect(line((fields) => fields.splice(7, 1, 'later'))[0]).toContain('resolved at "later"');
  });
});
