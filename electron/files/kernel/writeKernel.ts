// Compiles the kernels of the simulator anew; run it after each change of their source: node electron/files/kernel/writeKernel.ts
import { writeFileSync } from 'node:fs';
import { kernelCodeText, kernelSources } from './compileKernel.ts';
import { rowPlacesText } from './rowPlaces.ts';

const simulation = new URL('../../../core/simulation/', import.meta.url);
for (const source of Object.values(kernelSources))
  writeFileSync(new URL(`${source.folder}/kernelCode.ts`, simulation), await kernelCodeText(source));
writeFileSync(new URL('whole/rowPlaces.ts', simulation), rowPlacesText());
