import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { AppError } from '../../common/app-error.js';

/** As `npm run build` writes it. */
const FOLDER = join(import.meta.dirname, '../../../dist/console');
const ASSETS = 'assets';
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const compress = promisify(gzip);

interface Asset {
  readonly type: string;
  readonly bytes: Buffer;
  readonly gzipped: Buffer;
}

/** What differs from one response with the page to the next. */
export interface PageValues {
  /** What leads from the page to the folder of the console. */
  readonly prefix: string;
  /** Of this response's styles. */
  readonly nonce: string;
  /** Whether the page should ask whose session it is. */
  readonly mayHaveSession: boolean;
}

interface Built {
  readonly page: string;
  readonly assets: ReadonlyMap<string, Asset>;
}

/** The built console, read once when it is first asked for. */
@Injectable()
export class ConsoleFiles {
  private built: Promise<Built> | undefined;

  /** @throws AppError `route_not_found` where the console is not built. */
  async page({ prefix, nonce, mayHaveSession }: PageValues): Promise<string> {
    const { page } = await this.read();
    return page
      .replaceAll('"./', `"${prefix}`)
      .replaceAll('__NONCE__', nonce)
      .replaceAll('__MAY_HAVE_SESSION__', String(mayHaveSession));
  }

  /** @param name with its folder, as the page has it. @throws AppError `route_not_found`. */
  async asset(name: string): Promise<Asset> {
    const asset = (await this.read()).assets.get(name);
    if (!asset) throw new AppError('route_not_found', 'Not Found');
    return asset;
  }

  private async read(): Promise<Built> {
    this.built ??= readBuilt();
    try {
      return await this.built;
    } catch (cause) {
      this.built = undefined;
      throw new AppError('route_not_found', 'The console is not built: npm run build', { cause });
    }
  }
}

async function readBuilt(): Promise<Built> {
  const names = await readdir(join(FOLDER, ASSETS));
  const assets = await Promise.all(names.map(async (name) => [`${ASSETS}/${name}`, await readAsset(name)] as const));
  return { page: await readFile(join(FOLDER, 'index.html'), 'utf8'), assets: new Map(assets) };
}

async function readAsset(name: string): Promise<Asset> {
  const bytes = await readFile(join(FOLDER, ASSETS, name));
  const type = TYPES[extname(name)] ?? 'application/octet-stream';
  return { type, bytes, gzipped: await compress(bytes, { level: 9 }) };
}
