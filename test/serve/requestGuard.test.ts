import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apiRefusalOf, refusalOf } from '../../electron/serve/requestGuard.ts';

const port = 4711;
const refusal = (...headers: [string, string][]) => refusalOf({ rawHeaders: headers.flat() }, port);
const own = `127.0.0.1:${port}`;

/** Hosts that are not ours, however much they look like it. */
const foreignHosts = [
  'evil.test',
  `evil.test:${port}`,
  `0.0.0.0:${port}`,
  `127.0.0.1.evil.com:${port}`,
  `127.0.0.1.:${port}`,
  `localhost.:${port}`,
  `localhost.evil.com:${port}`,
  `2130706433:${port}`,
  `0x7f000001:${port}`,
  `127.1:${port}`,
  `127.0.0.2:${port}`,
  '127.0.0.1',
  'localhost',
  `127.0.0.1:${port + 1}`,
  `127.0.0.1:0${port}`,
  `127.0.0.1:${port}@evil.test`,
  `user@127.0.0.1:${port}`,
  `127.0.0.1:${port},evil.test`,
  `LOCALHOST:${port}`,
  `::1:${port}`,
  `[::]:${port}`,
  `[::ffff:127.0.0.1]:${port}`,
  '',
];

describe('refusalOf', () => {
  it.each([own, `localhost:${port}`, `[::1]:${port}`])(
    'lets %s pass, alone and with its own origin',
    (host) => {
      expect(refusal(['Host', host])).toBeUndefined();
      expect(refusal(['host', host], ['origin', `http://${host}`])).toBeUndefined();
    },
  );

  it.each(foreignHosts)('H3: refuses the host «%s»', (host) => {
    expect(refusal(['Host', host])).toBe('forbiddenHost');
  });

  it('H3: refuses a missing and a double host', () => {
    expect(refusal()).toBe('forbiddenHost');
    expect(refusal(['Host', own], ['Host', own])).toBe('forbiddenHost');
    expect(refusal(['Host', own], ['hOsT', 'evil.test'])).toBe('forbiddenHost');
  });

  it.each([
    'null',
    '',
    'http://evil.test',
    `https://127.0.0.1:${port}`,
    `http://127.0.0.1:${port}.evil.test`,
    `http://127.0.0.1:${port + 1}`,
    `http://localhost:${port}`,
    'http://127.0.0.1',
    'file://',
  ])('H5: refuses the origin «%s»', (origin) => {
    expect(refusal(['Host', own], ['Origin', origin])).toBe('forbiddenOrigin');
  });

  it('H5: refuses a double origin', () => {
    expect(refusal(['Host', own], ['Origin', `http://${own}`], ['Origin', 'null'])).toBe('forbiddenOrigin');
  });

  it('lets a browser leave out the port that is the scheme’s own', () => {
    expect(refusalOf({ rawHeaders: ['Host', '127.0.0.1'] }, 80)).toBeUndefined();
    expect(refusalOf({ rawHeaders: ['Host', '127.0.0.1'] }, 8080)).toBe('forbiddenHost');
  });

  it('lets nothing pass but its own three names, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.webAuthority({ withPort: true }), fc.ipV4(), fc.ipV6()),
        (host) => {
          fc.pre(![own, `localhost:${port}`, `[::1]:${port}`].includes(host));
          expect(refusal(['Host', host])).toBe('forbiddenHost');
        },
      ),
    );
  });
});

describe('apiRefusalOf', () => {
  it('lets our own page and programs without a browser pass', () => {
    expect(apiRefusalOf({ rawHeaders: ['Sec-Fetch-Site', 'same-origin'] })).toBeUndefined();
    expect(apiRefusalOf({ rawHeaders: [] })).toBeUndefined();
  });

  it.each(['cross-site', 'same-site', 'none', '', 'same-origin, cross-site'])('H5: refuses «%s»', (site) => {
    expect(apiRefusalOf({ rawHeaders: ['sec-fetch-site', site] })).toBe('forbiddenOrigin');
  });
});
