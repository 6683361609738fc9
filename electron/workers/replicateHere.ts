// The replications of a study that is to take one core: simulated in its own isolate, so that no model goes by way of the host, whose
// thread answers others meanwhile, and no worker of the pool has to be ended where the study is.
import { type CompiledModel, memoryNeedOf } from '../../core/simulation/index.ts';
import { GrowthExceeded, withinGrowth } from '../../core/simulation/model/growth.ts';
import { simulateReplication } from '../../core/simulation/simulateReplication.ts';
import { type Harvests, harvesterOf, type Wanted } from './harvest.ts';
import { megabyte, usualLimits } from './runWatch.ts';
import { type CountedRun, StudyEnded } from './studyTable.ts';

/** What each replication gave, in their order. Throws a `StudyEnded` where the run takes more memory than one may. */
export async function replicateHere<W extends Wanted>(
  model: CompiledModel,
  { seed, firstReplication, replications }: CountedRun,
  wanted: W,
): Promise<Harvests[W][]> {
  const { jobMegabytes } = usualLimits;
  const tooLarge = new StudyEnded({ code: 'runTooLarge', params: { limitMegabytes: jobMegabytes } });
  const growthBytes = jobMegabytes * megabyte - memoryNeedOf(model).workerBytes;
  if (growthBytes < 0) throw tooLarge;
  const harvest = harvesterOf(wanted, model);
  const harvests: Harvests[W][] = [];
  for (let i = 0; i < replications; i += 1) {
    // What was told of the steps before is sent meanwhile.
    await new Promise((settle) => setImmediate(settle));
    try {
      const tally = withinGrowth(growthBytes, () =>
        simulateReplication(model, seed, firstReplication + i, () => {}),
      );
      harvests.push(harvest(tally) as Harvests[W]);
    } catch (error) {
      throw error instanceof GrowthExceeded ? tooLarge : error;
    }
  }
  return harvests;
}
