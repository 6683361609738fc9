// The same in Arabic.
import { afterAll, beforeAll, describe, it } from 'vitest';
import { throughDuties } from '../support/dutiesJourney.ts';
import { type StartedWindow, startWindow } from '../support/startedWindow.ts';

describe('duties, outcomes and pages in ar', () => {
  let product: StartedWindow;
  beforeAll(async () => {
    product = await startWindow();
  });
  afterAll(() => product.stop());

  it('are made, owned, timed, valued, written over and printed', () => throughDuties(product, 'ar'));
});
