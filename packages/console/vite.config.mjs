import { join } from 'node:path';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  // Relative, so that the console may stand below a path of a proxy.
  base: './',
  resolve: { conditions: ['tessera-source', 'module', 'browser', 'production'] },
  build: {
    outDir: join(import.meta.dirname, '../../dist/console'),
    emptyOutDir: true,
    target: 'es2023',
    // One file less to wait for; the page holds nothing that could be shown before it.
    modulePreload: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  // Not of directives for servers that render React, of which libraries are full.
  logLevel: 'error',
});
