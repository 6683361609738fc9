// The headers of every response, of the loopback server and of the desktop window's own protocol alike.
import { randomBytes } from 'node:crypto';

export type Headers = Readonly<Record<string, string>>;

/**
 * Styles: the component library writes style elements at run time, which a page may only do with the nonce of its own
 * response. Scripts have no such way in. Images may be data, because the style sheets draw small marks that way.
 */
const policy = (styles: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${styles}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const always: Headers = {
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'DENY',
};

/** Headers of everything but the page. */
export const securityHeaders: Headers = { ...always, 'Content-Security-Policy': policy("'self'") };

/** Headers of the page, whose own style elements carry this nonce. */
export const pageHeaders = (nonce: string): Headers => ({
  ...always,
  'Content-Security-Policy': policy(`'self' 'nonce-${nonce}'`),
});

export const createNonce = (): string => randomBytes(18).toString('base64url');
