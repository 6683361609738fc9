import { describe, expect, it } from 'vitest';
import { createBridgeTransport } from '../../renderer/client/bridgeTransport.ts';
import { createLoopbackTransport, type Post } from '../../renderer/client/loopbackTransport.ts';
import { holdsSecret, type Tab, takeSecret } from '../../renderer/client/sessionSecret.ts';

const secret = 'S'.repeat(43);
const code = 'C'.repeat(43);

function tabWith(hash: string, kept: Record<string, string> = {}) {
  const addresses: string[] = [];
  const tab: Tab = {
    location: { hash, pathname: '/', search: '?lang=fa' },
    history: { state: null, replaceState: (_state, _title, url) => void addresses.push(String(url)) },
    sessionStorage: {
      getItem: (key) => kept[key] ?? null,
      setItem: (key, value) => {
        kept[key] = value;
      },
    },
  };
  return { tab, kept, addresses };
}

const noPost: Post = () => Promise.reject(new Error('nothing should be sent'));
const answering =
  (status: number, body: string, sent: [string, RequestInit][] = []): Post =>
  async (path, init) => {
    sent.push([path, init]);
    return new Response(body, { status });
  };

describe('takeSecret', () => {
  it('takes the secret from the fragment, off the address, and keeps it for the tab', async () => {
    const { tab, kept, addresses } = tabWith(`#${secret}`);
    expect(await takeSecret(tab, noPost)).toBe(secret);
    expect(addresses).toEqual(['/?lang=fa']);
    expect(Object.values(kept)).toEqual([secret]);
    expect(await takeSecret(tabWith('', kept).tab, noPost)).toBe(secret);
  });

  it('exchanges a code, which goes off the address before anything is sent', async () => {
    const { tab, kept, addresses } = tabWith(`#code=${code}`);
    const post: Post = async (path, init) => {
      expect(addresses).toEqual(['/?lang=fa']);
      expect([path, init.method, init.body]).toEqual(['/api/session', 'POST', JSON.stringify({ code })]);
      return new Response(JSON.stringify({ ok: true, value: { secret } }));
    };
    expect(await takeSecret(tab, post)).toBe(secret);
    expect(Object.values(kept)).toEqual([secret]);
  });

  it('falls back on the kept secret where the code is no longer good', async () => {
    const { tab, kept } = tabWith('');
    await takeSecret(tabWith(`#${secret}`, kept).tab, noPost);
    const refusing = answering(401, '{"ok":false,"failure":{"code":"unauthorised","params":{}}}');
    expect(await takeSecret({ ...tab, location: { ...tab.location, hash: `#code=${code}` } }, refusing)).toBe(
      secret,
    );
    expect(await takeSecret(tabWith(`#code=${code}`).tab, refusing)).toBeUndefined();
  });

  it('leaves a fragment alone that is a place on the page', async () => {
    const { tab, addresses } = tabWith('#teams');
    expect(await takeSecret(tab, noPost)).toBeUndefined();
    expect(addresses).toEqual([]);
    expect([holdsSecret('#/plan/load'), holdsSecret(''), holdsSecret('#code=')]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('does without storage where the browser forbids it', async () => {
    const { tab } = tabWith(`#${secret}`);
    const forbidden = (): never => {
      throw new DOMException('denied', 'SecurityError');
    };
    const denied = { ...tab, sessionStorage: { getItem: forbidden, setItem: forbidden } };
    expect(await takeSecret(denied, noPost)).toBe(secret);
  });
});

describe('createLoopbackTransport', () => {
  it('sends the secret in a header and nowhere else', async () => {
    const sent: [string, RequestInit][] = [];
    const transport = createLoopbackTransport(secret, answering(200, '{"ok":true,"value":1}', sent));
    expect(await transport('app.describe', {})).toEqual({ ok: true, value: 1 });
    const [path, init] = sent[0] ?? ['', {}];
    expect(path).toBe('/api/app.describe');
    expect(init.headers).toMatchObject({ 'X-Saff-Secret': secret });
    expect(JSON.stringify([path, init.body])).not.toContain(secret);
    expect(init.credentials).toBe('omit');
  });

  it('fails without a secret before anything is sent', async () => {
    const reply = await createLoopbackTransport(undefined, noPost)('app.describe', {});
    expect(reply).toEqual({ ok: false, failure: { code: 'unauthorised', params: {} } });
  });

  it('gives the failure unreachable when nobody answers, or something that is no reply', async () => {
    const unreachable = { ok: false, failure: { code: 'unreachable', params: {} } };
    expect(await createLoopbackTransport(secret, noPost)('app.describe', {})).toEqual(unreachable);
    for (const body of ['', '<html>', '3', 'null', '{}', '{"ok":"yes"}', '{"ok":false}']) {
      expect(await createLoopbackTransport(secret, answering(200, body))('app.describe', {})).toEqual(
        unreachable,
      );
    }
  });

  it('hands on the failure of a refusal', async () => {
    const refused = '{"ok":false,"failure":{"code":"unauthorised","params":{}}}';
    const reply = await createLoopbackTransport(secret, answering(401, refused))('app.describe', {});
    expect(reply).toEqual({ ok: false, failure: { code: 'unauthorised', params: {} } });
  });
});

describe('createBridgeTransport', () => {
  it('hands on the reply, and gives the failure unreachable when the bridge breaks', async () => {
    const reply = { ok: true, value: 3 } as const;
    expect(await createBridgeTransport({ request: async () => reply })('app.describe', {})).toEqual(reply);
    const broken = createBridgeTransport({ request: () => Promise.reject(new Error('gone')) });
    expect(await broken('app.describe', {})).toEqual({
      ok: false,
      failure: { code: 'unreachable', params: {} },
    });
  });
});
