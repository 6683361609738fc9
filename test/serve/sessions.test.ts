import { describe, expect, it } from 'vitest';
import { createSessions } from '../../electron/serve/sessions.ts';

describe('createSessions', () => {
  it('H2: makes secrets of 256 random bits, new each time', () => {
    const secrets = Array.from({ length: 50 }, () => createSessions().lastingSecret);
    for (const secret of secrets) expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(new Set(secrets).size).toBe(50);
  });

  it('H2: admits the secret, and no other text of any length', () => {
    const { admits, lastingSecret } = createSessions();
    expect(admits(lastingSecret)).toBe(true);
    const others = [
      '',
      'x',
      lastingSecret.slice(1),
      `${lastingSecret}x`,
      'x'.repeat(43),
      '\0',
      'x'.repeat(100_000),
    ];
    for (const other of others) expect(admits(other)).toBe(false);
    expect(admits(createSessions().lastingSecret)).toBe(false);
  });

  it('H8: exchanges a code once, for a secret of its own', () => {
    const { issueCode, exchange, admits, lastingSecret } = createSessions();
    const code = issueCode();
    const secret = exchange(code) ?? '';
    expect(secret).not.toBe(lastingSecret);
    expect([admits(secret), admits(code), admits(lastingSecret)]).toEqual([true, false, true]);
  });

  it('H8: ends the secret of a code that comes a second time, because someone else has read it', () => {
    const { issueCode, exchange, admits, lastingSecret } = createSessions();
    const code = issueCode();
    const other = exchange(issueCode()) ?? '';
    const secret = exchange(code) ?? '';
    expect(exchange(code)).toBeUndefined();
    expect([admits(secret), admits(other), admits(lastingSecret)]).toEqual([false, true, true]);
    expect(exchange(code)).toBeUndefined();
  });

  it('H8: takes no code after a minute, and none that it did not issue', () => {
    let clock = 0;
    const { issueCode, exchange, lastingSecret } = createSessions(() => clock);
    const [early, late] = [issueCode(), issueCode()];
    clock = 60_000;
    expect(exchange(early)).toBeDefined();
    clock = 60_001;
    expect(exchange(late)).toBeUndefined();
    expect(exchange(lastingSecret)).toBeUndefined();
    expect(exchange('')).toBeUndefined();
  });
});
