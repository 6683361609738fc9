import { describe, it } from 'vitest';
import { birthAndDeath, meanOf } from '../support/chains.ts';
import { inTotal, promiseKept } from '../support/steadyState.ts';
import { check, checkChats } from './simulationQueueCases.ts';

describe('chats', () => {
  // File retrial_chat.json, cases CH02, CH07 and CH14.
  it('go to the agent with the fewest: 4 agents with 3 chats', () => {
    checkChats({
      id: 'CH02',
      agents: 4,
      max_concurrency: 3,
      lam: 4,
      per_chat_rates: [1, 0.65, 0.5],
      abandonment_rate: 0.3,
      routing: 'least',
      queue_capacity: null,
      p_wait_or_blocked: 0.04700803002205213,
      p_blocked: 0,
      mean_queue: 0.0629934515697849,
      p_abandon: 0.004724508867733868,
      agent_utilization: 0.838568078576716,
    });
  });
  it('go to the agent with the most: 5 agents with 3 chats', () => {
    checkChats({
      id: 'CH07',
      agents: 5,
      max_concurrency: 3,
      lam: 6,
      per_chat_rates: [1, 0.6, 0.45],
      abandonment_rate: 0.5,
      routing: 'most',
      queue_capacity: null,
      p_wait_or_blocked: 0.28100856385416284,
      p_blocked: 0,
      mean_queue: 0.5904586720887726,
      p_abandon: 0.04920488934073105,
      agent_utilization: 0.8833062458843755,
    });
  });
  it('are lost where there is no waiting place', () => {
    checkChats({
      id: 'CH14',
      agents: 5,
      max_concurrency: 3,
      lam: 7,
      per_chat_rates: [1, 0.6, 0.45],
      abandonment_rate: 0,
      routing: 'least',
      queue_capacity: 0,
      p_wait_or_blocked: 0.14115686455456142,
      p_blocked: 0.14115686455456142,
      mean_queue: 0,
      p_abandon: 0,
      agent_utilization: 0.9716366928975612,
    });
  });
  it('of one agent give the chain with rate n f(n)', () => {
    const speed = [1, 0.8, 0.7, 0.5];
    const p = birthAndDeath(
      300,
      () => 1.5,
      (n) => Math.min(n, 4) * (speed[Math.min(n, 4) - 1] as number),
    );
    check(
      {
        agents: 1,
        arrivals: 1.5,
        channel: () => ({ kind: 'chat', concurrency: { limit: 4, speed } }),
        targets: [0],
        contacts: 6000,
        warmUpUnits: 120,
      },
      () => [
        inTotal('occupancyFraction', 1 - (p[0] as number), 0.03),
        promiseKept('within0', 1 - meanOf(p, (n) => (n >= 4 ? 1 : 0)), 0.06),
      ],
    );
  });
});
