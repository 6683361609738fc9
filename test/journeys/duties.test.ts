// Duties, what support does to customers, and pages: in the window, by mouse and keyboard.
import { afterAll, beforeAll, describe, it } from 'vitest';
import { throughDuties } from '../support/dutiesJourney.ts';
import { type StartedWindow, startWindow } from '../support/startedWindow.ts';
import { walkedIn } from '../support/walkedIn.ts';

describe.each(walkedIn('en'))('duties, outcomes and pages in %s', (language) => {
  let product: StartedWindow;
  beforeAll(async () => {
    product = await startWindow();
  });
  afterAll(() => product.stop());

  it('are made, owned, timed, valued, written over and printed', () => throughDuties(product, language));
});
