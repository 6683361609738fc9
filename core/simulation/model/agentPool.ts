// Agents as arrays of numbers, by slot: each stays in its group for good, and a full pool doubles.
import type { CompiledModel } from './compiledModel.ts';
import { ContactPool } from './contactPool.ts';
import { noOne } from './eventCodes.ts';
import { grown } from './grown.ts';

export class AgentPool extends ContactPool {
  // Each group has a list of idle agents and lists of agents who hold some chats.
  private agentCapacity: number;
  agents = 0;
  agentGroup: Int32Array;
  agentNumber: Int32Array;
  /** Duty spans that hold now: more than one where a shift begins as another ends. */
  agentDuty: Int32Array;
  agentLoad: Int32Array;
  agentTable: Int32Array;
  agentSlot: Int32Array;
  /** Class, ordinal and generation of the contact whose talk or wrap-up ends next: the rank of the completion. */
  agentKeyClass: Int32Array;
  agentKeyOrdinal: Int32Array;
  agentKeyGeneration: Int32Array;
  agentWrapUp: Float64Array;
  /** 1 from the end of a talk that is handed over warm to the end of the hold, and the overlap with the next agent. */
  agentHeld: Uint8Array;
  agentOverlap: Float64Array;
  /** Call-back that the agent tries in vain; noOne: none. */
  agentTried: Int32Array;
  /** Proficiency with which the present talk goes on; only where handlings may be interrupted. */
  agentSpeed: Float64Array;
  agentSince: Float64Array;
  /** When the agent last took a contact, or came on duty. */
  agentAssigned: Float64Array;
  /** 1 while an agent works beyond the own duty. */
  agentOverRuns: Uint8Array;
  agentBusySince: Float64Array;
  agentLeftAt: Float64Array;
  agentEventTime: Float64Array;
  agentList: Int32Array;
  agentNext: Int32Array;
  agentPrevious: Int32Array;
  agentSpeedTime: Float64Array;
  agentProgress: Float64Array;
  itemSlot: Int32Array;
  itemClass: Int32Array;
  itemOrdinal: Int32Array;
  itemGeneration: Int32Array;
  itemFinish: Float64Array;
  readonly mostChats: number;
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
    this.agentGroup = new Int32Array(n);
    this.agentNumber = new Int32Array(n);
    this.agentDuty = new Int32Array(n);
    this.agentLoad = new Int32Array(n);
    this.agentTable = new Int32Array(n);
    this.agentSlot = new Int32Array(n);
    this.agentKeyClass = new Int32Array(n);
    this.agentKeyOrdinal = new Int32Array(n);
    this.agentKeyGeneration = new Int32Array(n);
    this.agentWrapUp = new Float64Array(n);
    this.agentHeld = new Uint8Array(n);
    this.agentOverlap = new Float64Array(n);
    this.agentTried = new Int32Array(n);
    this.agentSpeed = new Float64Array(n);
    this.agentSince = new Float64Array(n);
    this.agentAssigned = new Float64Array(n);
    this.agentOverRuns = new Uint8Array(n);
    this.agentBusySince = new Float64Array(n);
    this.agentLeftAt = new Float64Array(n);
    this.agentEventTime = new Float64Array(n);
    this.agentList = new Int32Array(n);
    this.agentNext = new Int32Array(n);
    this.agentPrevious = new Int32Array(n);
    this.agentSpeedTime = new Float64Array(n);
    this.agentProgress = new Float64Array(n);
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
    this.agentGroup[agent] = group;
    this.agentNumber[agent] = number;
    (this.agentsOf[group] as number[])[number] = agent;
    this.agentTable[agent] = noOne;
    this.agentSlot[agent] = noOne;
    this.agentTried[agent] = noOne;
    this.agentList[agent] = noOne;
    this.agentEventTime[agent] = -1;
    return agent;
  }

  private growAgents(): void {
    const size = this.agentCapacity * 2;
    this.agentHeld = grown(this.agentHeld, size);
    this.agentOverlap = grown(this.agentOverlap, size);
    this.agentTried = grown(this.agentTried, size);
    this.agentGroup = grown(this.agentGroup, size);
    this.agentNumber = grown(this.agentNumber, size);
    this.agentDuty = grown(this.agentDuty, size);
    this.agentLoad = grown(this.agentLoad, size);
    this.agentTable = grown(this.agentTable, size);
    this.agentSlot = grown(this.agentSlot, size);
    this.agentKeyClass = grown(this.agentKeyClass, size);
    this.agentKeyOrdinal = grown(this.agentKeyOrdinal, size);
    this.agentKeyGeneration = grown(this.agentKeyGeneration, size);
    this.agentWrapUp = grown(this.agentWrapUp, size);
    this.agentSpeed = grown(this.agentSpeed, size);
    this.agentSince = grown(this.agentSince, size);
    this.agentAssigned = grown(this.agentAssigned, size);
    this.agentOverRuns = grown(this.agentOverRuns, size);
    this.agentBusySince = grown(this.agentBusySince, size);
    this.agentLeftAt = grown(this.agentLeftAt, size);
    this.agentEventTime = grown(this.agentEventTime, size);
    this.agentList = grown(this.agentList, size);
    this.agentNext = grown(this.agentNext, size);
    this.agentPrevious = grown(this.agentPrevious, size);
    this.agentSpeedTime = grown(this.agentSpeedTime, size);
    this.agentProgress = grown(this.agentProgress, size);
    this.itemSlot = grown(this.itemSlot, size * this.mostChats);
    this.itemClass = grown(this.itemClass, size * this.mostChats);
    this.itemOrdinal = grown(this.itemOrdinal, size * this.mostChats);
    this.itemGeneration = grown(this.itemGeneration, size * this.mostChats);
    this.itemFinish = grown(this.itemFinish, size * this.mostChats);
    this.agentCapacity = size;
  }
}
