// Agents as records of numbers, by slot: each stays in its group for good, and a full pool doubles.
import { agentFloat, agentInt, agentRecord } from './agentFields.ts';
import type { CompiledModel } from './compiledModel.ts';
import { ContactPool } from './contactPool.ts';
import { noOne } from './eventCodes.ts';
import { grown } from './grown.ts';

export class AgentPool extends ContactPool {
  // Each group has a list of idle agents and lists of agents who hold some chats.
  private agentCapacity: number;
  agents = 0;
  /** The records, see agentFields: the same memory as floats and as whole numbers. */
  agentFloats: Float64Array;
  agentInts: Int32Array;
  itemSlot: Int32Array;
  itemClass: Int32Array;
  itemOrdinal: Int32Array;
  itemGeneration: Int32Array;
  itemFinish: Float64Array;
  readonly mostChats: number;
  /** Work that an agent does in a second at best, in single-chat seconds, by table of concurrency. */
  readonly mostSpeed: Float64Array;
  readonly listsPerGroup: number;
  readonly listHead: Int32Array;
  readonly listTail: Int32Array;
  readonly idleCount: Int32Array;
  /** Planned count on duty by group, for groups given as counts. */
  readonly onDuty: Int32Array;
  readonly dutySince: Float64Array;
  /** Agents of each group by their number. */
  readonly agentsOf: number[][];

  constructor(model: CompiledModel) {
    super(model);
    this.mostChats = model.concurrency.reduce((most, table) => Math.max(most, table.limit), 1);
    this.mostSpeed = Float64Array.from(model.concurrency, ({ limit, speed }) => {
      let most = 1;
      for (let n = 1; n <= limit; n += 1) most = Math.max(most, n * (speed[n] as number));
      return most;
    });
    this.listsPerGroup = 1 + model.concurrency.length * this.mostChats;
    this.listHead = new Int32Array(model.groups.length * this.listsPerGroup).fill(noOne);
    this.listTail = new Int32Array(model.groups.length * this.listsPerGroup).fill(noOne);
    this.idleCount = new Int32Array(model.groups.length);
    this.onDuty = new Int32Array(model.groups.length);
    this.dutySince = new Float64Array(model.groups.length);
    this.agentsOf = model.groups.map(() => []);
    this.agentCapacity = Math.max(
      16,
      model.groups.reduce((sum, group) => sum + group.agents, 0),
    );
    const n = this.agentCapacity;
    this.agentFloats = new Float64Array(n * agentRecord);
    this.agentInts = new Int32Array(this.agentFloats.buffer);
    this.itemSlot = new Int32Array(n * this.mostChats);
    this.itemClass = new Int32Array(n * this.mostChats);
    this.itemOrdinal = new Int32Array(n * this.mostChats);
    this.itemGeneration = new Int32Array(n * this.mostChats);
    this.itemFinish = new Float64Array(n * this.mostChats);
    model.groups.forEach((group, g) => {
      if (group.named) for (let i = 0; i < group.agents; i += 1) this.addAgent(g, i);
    });
  }

  /** Puts an agent into the model; its slot is never reused for another group. */
  addAgent(group: number, number: number): number {
    if (this.agents === this.agentCapacity) this.growAgents();
    const agent = this.agents;
    this.agents += 1;
    this.agentInts[(agent << 6) | agentInt.group] = group;
    this.agentInts[(agent << 6) | agentInt.number] = number;
    (this.agentsOf[group] as number[])[number] = agent;
    for (const field of [agentInt.table, agentInt.slot, agentInt.tried, agentInt.list])
      this.agentInts[(agent << 6) | field] = noOne;
    this.agentFloats[(agent << 5) | agentFloat.eventTime] = -1;
    return agent;
  }

  private growAgents(): void {
    const size = this.agentCapacity * 2;
    this.agentFloats = grown(this.agentFloats, size * agentRecord);
    this.agentInts = new Int32Array(this.agentFloats.buffer);
    this.itemSlot = grown(this.itemSlot, size * this.mostChats);
    this.itemClass = grown(this.itemClass, size * this.mostChats);
    this.itemOrdinal = grown(this.itemOrdinal, size * this.mostChats);
    this.itemGeneration = grown(this.itemGeneration, size * this.mostChats);
    this.itemFinish = grown(this.itemFinish, size * this.mostChats);
    this.agentCapacity = size;
  }
}
