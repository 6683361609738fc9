import { expect, it } from 'vitest';
import { chatTeam } from '../../core/queueing/chatTeam.ts';
import { finiteQueue } from '../../core/queueing/finiteQueue.ts';
import { retrialQueue } from '../../core/queueing/retrialQueue.ts';
import { skillRouting } from '../../core/queueing/skillRouting.ts';
import { twoTiers } from '../../core/queueing/tierChain.ts';
import { fraction, perSecond, seconds } from '../../core/units/quantities.ts';
import { pooledPlaces } from '../../core/verification/pooledLines.ts';
import { succeeded } from './near.ts';
import { compareAll, describeRecords, type NumberRecord } from './records.ts';

interface SkillRecords {
  readonly cases: readonly {
    readonly id: string;
    readonly arrival_rates: readonly number[];
    readonly agents: readonly number[];
    readonly service_rates: NumberRecord;
    readonly abandonment_rates: readonly number[];
    readonly arrival_preference: Readonly<Record<string, readonly number[]>>;
    readonly agent_preference: Readonly<Record<string, readonly number[]>>;
    readonly selection: string;
    readonly result: Readonly<Record<string, never>>;
    readonly rel_tol: number;
  }[];
}

describeRecords<SkillRecords>(
  'skill_routing.json',
  ({ cases }) => {
    it('hold for the designs N, X, I, M and W', () => {
      let checked = 0;
      for (const r of cases) {
        const kinds = r.arrival_rates.map((_, k) => k);
        const groups = r.agents.map((_, g) => g);
        const o = succeeded(
          skillRouting({
            arrivals: r.arrival_rates,
            leaving: r.abandonment_rates,
            agents: r.agents,
            rates: kinds.map((k) => groups.map((g) => r.service_rates[`type${k + 1}@group${g + 1}`] ?? 0)),
            groupsOf: kinds.map((k) => (r.arrival_preference[`type${k + 1}`] ?? []).map((g) => g - 1)),
            kindsOf: groups.map((g) => (r.agent_preference[`group${g + 1}`] ?? []).map((k) => k - 1)),
            choice: r.selection === 'longest_queue' ? 'longestQueue' : 'byOrder',
            keptFree: kinds.map(() => 0),
          }),
        );
        const rows = kinds.flatMap((k) => {
          const expected = r.result[`type${k + 1}`] as unknown as NumberRecord & {
            readonly share_served_by_group: never;
          };
          const kind = o.kinds[k];
          return [
            [`wait ${k}`, kind?.waitProbability, expected.p_wait] as const,
            [`queue ${k}`, kind?.meanQueue, expected.mean_queue] as const,
            [`leaving ${k}`, kind?.abandonment, expected.p_abandon] as const,
            [`mean wait ${k}`, kind?.meanWait, expected.mean_wait_all] as const,
            ...Object.entries(expected.share_served_by_group as NumberRecord).map(
              ([g, share]) => [`served ${k} ${g}`, kind?.servedBy[Number(g) - 1], share] as const,
            ),
          ];
        });
        const busy = groups.map(
          (g) =>
            [`busy ${g}`, o.occupancy[g], r.result[`group${g + 1}_occupancy`] as number | undefined] as const,
        );
        checked += compareAll([...rows, ...busy], { relative: r.rel_tol }, r.id);
      }
      expect(cases.length).toBeGreaterThanOrEqual(8);
      expect(checked).toBeGreaterThanOrEqual(8 * 11);
    }, 120_000);
  },
  'test/queueing/randomDesigns.test.ts',
);

interface RetrialChat {
  readonly retrial: readonly (NumberRecord & { readonly id: never })[];
  readonly chat: readonly (NumberRecord & {
    readonly id: never;
    readonly per_chat_rates: never;
    readonly routing: never;
    readonly level_distribution_per_agent: never;
  })[];
}

describeRecords<RetrialChat>(
  'retrial_chat.json',
  (records) => {
    it('hold for callers who return', () => {
      let checked = 0;
      for (const r of records.retrial) {
        const o = succeeded(
          retrialQueue({
            agents: r.servers ?? 0,
            lines: r.capacity ?? 0,
            arrivals: perSecond(r.lam ?? 0),
            handling: seconds(1 / (r.mu ?? 0)),
            patience: (r.abandon_rate ?? 0) > 0 ? seconds(1 / (r.abandon_rate ?? 0)) : undefined,
            retryDelay: seconds(1 / (r.retry_rate ?? 0)),
            retryAfterBlock: fraction(r.p_retry_after_block ?? 0),
            retryAfterAbandon: fraction(r.p_retry_after_abandon ?? 0),
          }),
        );
        const rows = [
          ['mean_busy', o.meanBusy],
          ['occupancy', o.occupancy],
          ['mean_queue', o.meanQueue],
          ['mean_orbit', o.meanOrbit],
          ['p_full_seen_by_fresh_arrival', o.blockingOfFirst],
          ['p_all_servers_busy', o.allBusy],
          ['attempt_rate', o.attempts],
          ['attempts_per_fresh_call', o.attemptsPerContact],
          ['p_blocked_per_attempt', o.blockingOfAttempts],
          ['p_abandon_per_entered_attempt', o.abandonmentOfEntered],
          ['p_fresh_call_eventually_served', o.servedInTheEnd],
        ] as const;
        // Where lines are plenty, blocking is 1e-14 and less, below what either chain was cut off at.
        const tolerance = { relative: r.rel_tol ?? 0, absolute: 1e-12 };
        checked += compareAll(
          rows.map(([name, value]) => [name, value, r[name]] as const),
          tolerance,
          String(r.id),
        );
      }
      expect(checked).toBeGreaterThanOrEqual(17 * 11);
    });

    it('hold for chats', () => {
      let checked = 0;
      for (const r of records.chat) {
        const o = succeeded(
          chatTeam({
            agents: r.agents ?? 0,
            arrivals: perSecond(r.lam ?? 0),
            handlingAt: (r.per_chat_rates as readonly number[]).map((rate) => seconds(1 / rate)),
            routing: r.routing === 'most' ? 'mostChats' : 'fewestChats',
            patience: (r.abandonment_rate ?? 0) > 0 ? seconds(1 / (r.abandonment_rate ?? 0)) : undefined,
            waitingPlaces: r.queue_capacity ?? undefined,
            target: seconds(1),
          }),
        );
        expect(o.isExact).toBe(true);
        const rows = [
          ['p_wait_or_blocked', o.waitProbability + o.blocking],
          ['p_blocked', o.blocking],
          ['mean_queue', o.meanQueue],
          ['mean_wait_all', o.meanWait],
          ['p_abandon', o.abandonment],
          ['mean_chats_in_service', o.meanChats],
          ['mean_active_agents', o.occupancy * (r.agents ?? 0)],
          ['agent_utilization', o.occupancy],
          ['slot_utilization', o.placesInUse],
          ['mean_concurrency_of_active_agents', o.meanConcurrency],
          ['mean_chat_duration', o.meanHandling],
          ['throughput', o.meanChats / o.meanHandling],
        ] as const;
        const levels = (r.level_distribution_per_agent as readonly number[]).map(
          (share, level) => [`level ${level}`, o.agentsAt[level], share] as const,
        );
        const named = rows.map(([name, value]) => [name, value, r[name]] as const);
        checked += compareAll([...named, ...levels], { relative: r.rel_tol ?? 0 }, String(r.id));
      }
      expect(checked).toBeGreaterThanOrEqual(12 * 15);
    });
  },
  'test/queueing/randomDesigns.test.ts',
);

interface Tandem {
  readonly tandem_with_abandonment_ctmc: readonly (NumberRecord & {
    readonly id: never;
    readonly tier1: never;
    readonly tier2: never;
  })[];
}

describeRecords<Tandem>(
  'jackson.json',
  ({ tandem_with_abandonment_ctmc: cases }) => {
    it('hold for two tiers with patience', () => {
      let checked = 0;
      for (const r of cases) {
        const tier = (given: NumberRecord) => ({
          agents: given.agents ?? 0,
          handling: seconds(1 / (given.mu ?? 0)),
          patience: seconds(1 / (given.theta ?? 0)),
        });
        const outcomes = succeeded(
          twoTiers({
            arrivals: perSecond(r.lam ?? 0),
            first: tier(r.tier1),
            second: tier(r.tier2),
            escalated: fraction(r.p_escalate ?? 0),
            returned: fraction(r.p_tier2_returns_to_tier1 ?? 0),
          }),
        );
        const rows = outcomes.flatMap((one, k) => [
          ['flow', one.arrivals, r[`tier${k + 1}_arrival_rate`]] as const,
          ['queue', one.meanQueue, r[`Lq${k + 1}`]] as const,
          ['busy', one.occupancy, r[`occupancy${k + 1}`]] as const,
          ['wait', one.meanWait, r[`Wq${k + 1}`]] as const,
          ['leaving', one.abandonment, r[`p_abandon${k + 1}`]] as const,
          ['all busy', one.allBusy, r[`p_delay${k + 1}_timeavg`]] as const,
        ]);
        checked += compareAll(rows, { relative: r.rel_tol ?? 0 }, String(r.id));
      }
      expect(checked).toBeGreaterThanOrEqual(5 * 12);
    });
  },
  'test/queueing/randomDesigns.test.ts',
);

interface Pooling {
  readonly exact: Readonly<Record<string, NumberRecord>>;
}

describeRecords<Pooling>(
  'wallace_whitt.json',
  ({ exact }) => {
    it('hold where every agent has one skill and all share the waiting places', () => {
      const found = pooledPlaces({ teams: 6, agents: 15, load: 14, places: 30 });
      const one = exact['k=1'] ?? {};
      const entered = 8.4 * (1 - found.blocking);
      const rows = [
        ['blocked', found.blocking, one.p_block],
        ['waiting', found.waits, one.p_delay_entered],
        ['queue', found.meanQueue, one.mean_queue],
        ['wait', found.meanQueue / entered, one.mean_delay_entered],
        ['busy', found.occupancy, one.utilization],
      ] as const;
      expect(compareAll(rows, { relative: 1e-9 }, 'one skill')).toBe(5);
    });

    it('hold where every agent has all six skills', () => {
      const team = { handling: seconds(10), target: seconds(0.5) };
      const all = succeeded(finiteQueue({ ...team, agents: 90, lines: 120, arrivals: perSecond(8.4) }));
      const six = exact['k=6'] ?? {};
      const entered = 1 - all.blocking;
      const rows = [
        ['blocked', all.blocking, six.p_block],
        ['waiting', all.waitProbability / entered, six.p_delay_entered],
        ['queue', all.meanQueue, six.mean_queue],
        ['wait', all.meanWaitOfEntered, six.mean_delay_entered],
        ['busy', all.occupancy, six.utilization],
      ] as const;
      expect(compareAll(rows, { relative: 1e-9 }, 'six skills')).toBe(5);
    });
  },
  'test/queueing/randomSingleQueues.test.ts',
);
