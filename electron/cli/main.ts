// Where the command line starts. The process ends by itself when nothing is left to do, so that output is never cut.
import { processIo } from './processIo.ts';
import { runCli } from './runCli.ts';

process.exitCode = await runCli(process.argv.slice(2), processIo());
