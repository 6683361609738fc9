// The two scripts in each page: the preload script in its isolated world, and the far end of its bridge in the page's
// own. They talk through events with text in them, so that nothing but text passes.

/** For the isolated world; `doubleInvoke` is the binding to the main process. */
export const isolatedScript = (preload: string): string => `(() => {
  if (window.top !== window) return;
  const pending = new Map();
  const exposed = [];
  let last = 0;
  globalThis.doubleSettle = (id, isGood, value) => {
    const { settle, reject } = pending.get(id);
    pending.delete(id);
    if (isGood) settle(value); else reject(new Error(value));
  };
  const ipcRenderer = {
    invoke: (channel, ...args) => new Promise((settle, reject) => {
      pending.set(++last, { settle, reject });
      doubleInvoke(JSON.stringify({ id: last, channel, args }));
    }),
  };
  const shapeOf = (value) => typeof value === 'function' ? 'function'
    : Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shapeOf(part)]));
  const tell = (name, detail) => window.dispatchEvent(new CustomEvent(name, { detail: JSON.stringify(detail) }));
  const contextBridge = {
    exposeInMainWorld: (key, api) => {
      exposed.push({ key, api });
      tell('double:expose', { key, shape: shapeOf(api) });
    },
  };
  window.addEventListener('double:listening', () => {
    for (const { key, api } of exposed) tell('double:expose', { key, shape: shapeOf(api) });
  });
  window.addEventListener('double:call', async ({ detail }) => {
    const { id, key, path, args } = JSON.parse(detail);
    const { api } = exposed.find((entry) => entry.key === key);
    try {
      const value = await path.reduce((part, name) => part[name], api)(...args);
      tell('double:answer', { id, isGood: true, value });
    } catch (error) {
      tell('double:answer', { id, isGood: false, value: String(error) });
    }
  });
  const require = (name) => {
    if (name === 'electron') return { contextBridge, ipcRenderer };
    throw new Error('a sandboxed preload script may not require ' + name);
  };
  const module = { exports: {} };
  ((require, module, exports) => {
${preload}
  })(require, module, module.exports);
})();`;

/** For the page's own world. */
export const pageScript = `(() => {
  const pending = new Map();
  let last = 0;
  const build = (key, shape, path) => shape === 'function'
    ? (...args) => new Promise((settle, reject) => {
        pending.set(++last, { settle, reject });
        const detail = JSON.stringify({ id: last, key, path, args });
        window.dispatchEvent(new CustomEvent('double:call', { detail }));
      })
    : Object.freeze(Object.fromEntries(
        Object.entries(shape).map(([name, part]) => [name, build(key, part, [...path, name])])));
  window.addEventListener('double:expose', ({ detail }) => {
    const { key, shape } = JSON.parse(detail);
    if (!(key in window)) Object.defineProperty(window, key, { value: build(key, shape, []), enumerable: true });
  });
  window.addEventListener('double:answer', ({ detail }) => {
    const { id, isGood, value } = JSON.parse(detail);
    const { settle, reject } = pending.get(id);
    pending.delete(id);
    if (isGood) settle(value); else reject(new Error(value));
  });
  window.dispatchEvent(new CustomEvent('double:listening'));
})();`;
