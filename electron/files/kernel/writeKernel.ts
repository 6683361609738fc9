// Compiles the kernel of the lean loop anew; run it after each change of its source: node electron/files/kernel/writeKernel.ts
import { writeFileSync } from 'node:fs';
import { kernelCodeText } from './compileKernel.ts';

const file = new URL('../../../core/simulation/lean/kernelCode.ts', import.meta.url);
writeFileSync(file, await kernelCodeText());
