// Requests that no good client sends, from a seed: made of the pieces that parsers of HTTP have stumbled over.
import { connect } from 'node:net';

export type Choose = (below: number) => number;

/** A repeatable stream of numbers below a bound. */
export function chooser(seed: number): Choose {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

const pieces = [
  'null',
  'http://evil.test',
  '127.0.0.1',
  'localhost',
  '127.0.0.1.evil.test:80',
  '0.0.0.0',
  '[::1]:99999',
  '2130706433',
  'websocket',
  'h2c',
  '../../etc/passwd',
  '%2e%2e%2f',
  '__proto__',
  'x'.repeat(5_000),
  '-1',
  '1e400',
  '99999999999999999999',
  'chunked, identity',
  '\u0000',
  '\u00ff\u00fe',
  '\t',
  ' ',
  '',
];
/** Their values do not touch the framing: a request with them is answered, and the connection stays open. */
const harmlessNames = [
  'Origin',
  'Host',
  'Sec-Fetch-Site',
  'X-Saff-Secret',
  'Content-Type',
  'Cookie',
  'Range',
  '__proto__',
];
const framingNames = [
  'Upgrade',
  'Connection',
  'Expect',
  'Transfer-Encoding',
  'Content-Length',
  'X-\u00e9',
  'Host',
];
const methods = ['GET', 'POST', 'PUT', 'OPTIONS', 'TRACE', 'HEAD', 'DELETE'];
const brokenMethods = ['CONNECT', 'get', 'G\u0000T', 'X'.repeat(300), ''];
const paths = [
  '/',
  '/api/app.describe',
  '/api/session',
  '/api/',
  '/assets/../..',
  '*',
  'http://evil.test/',
  '//x',
  '/%',
];

/** A request with wrong headers; broken ones may end their connection. */
export function hostileRequest(choose: Choose, port: number, isBroken: boolean): string {
  const one = <T>(of: readonly T[]): T => of[choose(of.length)] as T;
  const lowest = isBroken ? 0 : 33;
  const bytes = (): string =>
    Array.from({ length: choose(30) }, () => {
      const code = lowest + choose(256 - lowest);
      return String.fromCharCode(!isBroken && code === 127 ? 126 : code);
    }).join('');
  const value = (): string => {
    const chosen = choose(3) === 0 ? bytes() : one(pieces);
    return isBroken ? chosen : chosen.replaceAll('\u0000', '');
  };
  const names = isBroken ? [...harmlessNames, ...framingNames] : harmlessNames;
  const headers = Array.from({ length: 1 + choose(4) }, () => `${one(names)}: ${value()}`);
  const host = choose(2) === 0 ? [] : [`Host: 127.0.0.1:${port}`];
  const method = isBroken && choose(5) === 0 ? one(brokenMethods) : one(methods);
  const version = isBroken && choose(8) === 0 ? one(['HTTP/1.0', 'HTTP/9.9', 'ICY', '']) : 'HTTP/1.1';
  return [`${method} ${one(paths)} ${version}`, ...host, ...headers, '', ''].join('\r\n');
}

/** Sends them one after the other over one connection, as far as it stays open, and gives the statuses that came back. */
export function sendTogether(port: number, requests: readonly string[]): Promise<readonly number[]> {
  return new Promise((settle) => {
    let answer = '';
    const socket = connect({ port, host: '127.0.0.1' });
    const end = (): void => {
      socket.destroy();
      settle([...answer.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map((match) => Number(match[1])));
    };
    socket.setEncoding('latin1');
    socket.setTimeout(10_000, end);
    socket.on('data', (text) => {
      answer += text;
    });
    socket.on('error', end);
    socket.on('close', end);
    socket.end(`${requests.join('')}GET / HTTP/1.1\r\nConnection: close\r\n\r\n`, 'latin1');
  });
}
