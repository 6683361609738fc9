// Compiles the kernels of the simulator anew; run it after each change of their source: node electron/files/kernel/writeKernel.ts
import { writeFileSync } from 'node:fs';
import { kernelCodeText, kernelSources } from './compileKernel.ts';
import { rowPlacesText } from './rowPlaces.ts';

const core = new URL('../../../core/', import.meta.url);
for (const source of Object.values(kernelSources))
  writeFileSync(new URL(`${source.folder}/kernelCode.ts`, core), await kernelCodeText(source));
for (const folder of ['simulation/whole', 'evaluate/walking'])
  writeFileSync(new URL(`${folder}/rowPlaces.ts`, core), rowPlacesText(folder));
