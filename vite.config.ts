import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The window. Relative addresses, because it is served from a loopback address and from app:// alike. */
export default defineConfig({
  root: 'renderer',
  base: './',
  publicDir: false,
  plugins: [react()],
  resolve: { dedupe: ['react', 'react-dom'] },
  worker: { format: 'es' },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'baseline-widely-available',
    // The content security policy allows no data: addresses and no inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // What the packages and the font that are bundled ask to be handed on with them.
    license: { fileName: 'notices.md' },
    chunkSizeWarningLimit: 1_500,
  },
});
