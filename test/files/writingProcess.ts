// Writes one whole content after the other into a file, until it is killed, or so many times.
import { writeWhole } from '../../electron/files/writeWhole.ts';

const [path = '', length = '0', rounds = 'Infinity'] = process.argv.slice(2);
process.send?.('begun');
for (let round = 0; round < Number(rounds); round += 1) {
  const letter = 'bcdefghijklmnop'.charAt(round % 15);
  await writeWhole(path, letter.repeat(Number(length)));
}
