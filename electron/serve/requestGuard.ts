// Who may ask at all. A page of another site that has its name resolve to this machine reads a loopback server
// without an Origin header: only the Host check stops it, so it comes before everything else.
export interface GuardedRequest {
  /** Names and values in turn, as they came over the wire. */
  readonly rawHeaders: readonly string[];
}

export type Refusal = 'forbiddenHost' | 'forbiddenOrigin';

/** The values of a header, one for each time that it was sent. */
export function headerValues({ rawHeaders }: GuardedRequest, name: string): string[] {
  return rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === name);
}

/** Why a request to this port is refused, or undefined. Any page or asset may be asked for, but by its own name. */
export function refusalOf(request: GuardedRequest, port: number): Refusal | undefined {
  const hosts = headerValues(request, 'host');
  const host = hosts[0];
  if (hosts.length !== 1 || host === undefined || !ownHosts(port).includes(host)) return 'forbiddenHost';
  const origins = headerValues(request, 'origin');
  if (origins.length > 1 || (origins[0] !== undefined && origins[0] !== `http://${host}`))
    return 'forbiddenOrigin';
  return undefined;
}

/** The API is further closed to every request that a browser did not send from this very page. */
export function apiRefusalOf(request: GuardedRequest): Refusal | undefined {
  return headerValues(request, 'sec-fetch-site').some((site) => site !== 'same-origin')
    ? 'forbiddenOrigin'
    : undefined;
}

const ownHosts = (port: number): string[] => {
  const names = ['127.0.0.1', 'localhost', '[::1]'];
  // A browser leaves out the port that is the scheme's own.
  return names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
};
