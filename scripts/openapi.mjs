// Compares openapi.json with what the code says, or writes it (--write).
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './ensure-built.mjs';

ensureBuilt();
const { NestFactory } = await import('@nestjs/core');
const { AppModule } = await import('../dist/app.module.js');
const { readConfig } = await import('../dist/config/read-config.js');
const { createHttpAdapter } = await import('../dist/api/http/http-adapter.js');
const { createOpenApi } = await import('../dist/api/openapi/document.js');

// In preview nothing is instantiated, so neither a database nor a setting is needed.
const config = readConfig({});
const app = await NestFactory.create(AppModule.with(config), createHttpAdapter(config), {
  preview: true,
  logger: false,
});
const text = `${JSON.stringify(createOpenApi(app), null, 2)}\n`;
const file = join(import.meta.dirname, '..', 'openapi.json');

if (process.argv.includes('--write')) {
  writeFileSync(file, text);
  console.log('Wrote openapi.json');
} else if (readFileSync(file, 'utf8') !== text) {
  console.error('openapi.json is not what the code says: run `npm run openapi:write` and commit it.');
  process.exitCode = 1;
} else {
  console.log('openapi.json and the code agree.');
}
