// The lines of a plan, each distinct one once.
import type { QueueEntry, QueueModel } from '../model/compiledModel.ts';

export class QueueTable {
  readonly rows: QueueModel[] = [];
  /** Classes that can stand in each line. */
  readonly classesOf: Set<number>[] = [];
  private readonly known = new Map<string, number>();
  private readonly routes = new Map<readonly QueueEntry[], string>();

  /** Index of the line in which contacts of a class stand. */
  add(model: QueueModel, classIndex: number): number {
    const name = Object.values({ ...model, entries: this.routeName(model.entries) }).join(',');
    let index = this.known.get(name);
    if (index === undefined) {
      index = this.rows.length;
      this.rows.push(model);
      this.classesOf.push(new Set());
      this.known.set(name, index);
    }
    this.classesOf[index]?.add(classIndex);
    return index;
  }

  /** A name that routes have in common only where they say the same. */
  routeName(entries: readonly QueueEntry[]): string {
    let name = this.routes.get(entries);
    if (name === undefined) {
      name = entries.map(({ afterSeconds, groups }) => `${afterSeconds}:${groups.join(' ')}`).join(';');
      this.routes.set(entries, name);
    }
    return name;
  }
}
