import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const demo = process.env['DEMO'] ?? 'http://127.0.0.1:3080'

export default defineConfig({
  plugins: [vue()],
  server: {
    proxy: { '/api': demo, '/config.json': demo },
  },
  build: {
    target: 'es2022',
    // A style or a picture inside the page would need 'unsafe-inline' or 'data:' in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: {
    // Every test puts away what it has put up, so that files can share what is slow to set up.
    isolate: false,
    pool: 'threads',
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: { name: 'rules', environment: 'node', include: ['src/{api,domain,session,time}/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          environment: 'jsdom',
          setupFiles: ['src/testing/setup.ts'],
          include: ['src/{pages,parts}/**/*.test.ts'],
        },
      },
    ],
  },
})
