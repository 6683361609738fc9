import { describe, expect, it } from 'vitest';
import { needsQuestions, openQuestions } from '../../core/plan/needsQuestions.ts';
import { parsePlanValue } from '../../core/plan/parsePlan.ts';
import { needs } from '../../core/plan/schema/needs.ts';
import { needsSamples } from '../../core/samples/needsSamples.ts';
import { wholePlan } from '../support/wholePlan.ts';

describe('the questions about a company', () => {
  it('ask for every field of the needs once', () => {
    const asked = needsQuestions.flatMap(({ fields }) => [...fields]);
    const fields = Object.keys(needs.shape).filter((field) => field !== 'unknown');
    expect(asked.toSorted()).toEqual(fields.toSorted());
  });

  it('are few at first', () => {
    expect(openQuestions({}, 'first').length).toBeLessThan(10);
    expect(openQuestions({}, 'first')[0]).toBe('industry');
  });

  it('take "I do not know" for an answer', () => {
    expect(openQuestions({ unknown: ['industry'] }, 'first')[0]).toBe('kind');
    expect(openQuestions({ industry: 'computers' }, 'first')[0]).toBe('kind');
  });
});

describe('needs in a plan', () => {
  const faultsOf = (change: object): string[] =>
    parsePlanValue({ ...wholePlan, needs: { ...wholePlan.needs, ...change } }).faults.map(
      ({ code, path }) => `${code} ${path.join('.')}`,
    );

  it('name issues that are there', () => {
    const [promise] = wholePlan.needs.promises;
    expect(faultsOf({ promises: [{ ...promise, issue: 'scanners' }] })).toEqual([
      'unknownIssueType needs.promises.0.issue',
    ]);
  });

  it('tell their parts apart', () => {
    const [persona] = wholePlan.needs.personas;
    expect(faultsOf({ personas: [persona, persona] })).toEqual(['duplicateId needs.personas.1.id']);
  });
});

describe('the needs that come with the product', () => {
  it('are those of the computer company and of the online shop', () => {
    expect(needsSamples().map(({ id }) => id)).toEqual(['computer-company', 'online-shop']);
  });

  it('hold no figure but the one that an article gives', () => {
    const numbers = needsSamples().map(
      ({ file }) =>
        JSON.stringify(file.needs)
          .match(/:\d[\d.]*/g)
          ?.join() ?? '',
    );
    // Every service email answered within six hours (M4).
    expect(numbers).toEqual(['', ':21600']);
  });
});
