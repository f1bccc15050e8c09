import type { AddressInfo } from 'node:net';
import { Controller, Get, Module, Req, UseGuards, type DynamicModule, type INestApplication } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { authenticate as forExpress } from '@tessera-auth/verifier/express';
import { authenticate as forFastify } from '@tessera-auth/verifier/fastify';
import { TokenGuard } from '@tessera-auth/verifier/nest';
import { Verifier, type VerifiedToken } from '@tessera-auth/verifier';
import express from 'express';
import { fastify } from 'fastify';
import { ADD } from './context-tokens.js';

export interface GuardedService {
  readonly url: string;
  close(): Promise<unknown>;
}

/**
 * Services as users of the local verifier write them, one for each way to put an adapter before routes: `GET /` names no
 * context, `GET /comments` names `ADD`, `GET /any` takes any. All respond with the token found on the request.
 */
export const GUARDED_SERVICES: readonly (readonly [string, (verifier: Verifier) => Promise<GuardedService>])[] = [
  ['an Express application', startExpress],
  ['a Fastify application', startFastify],
  ['a Nest application with the guard on routes', startNestWithGuardedRoutes],
  ['a Nest application with the guard before everything', startNestWithGlobalGuard],
];

async function startExpress(verifier: Verifier): Promise<GuardedService> {
  const app = express();
  app.get('/', forExpress(verifier), ({ token }, response) => void response.json({ token }));
  app.get('/any', forExpress(verifier, { context: '*' }), ({ token }, response) => void response.json({ token }));
  app.use('/comments', forExpress(verifier, { context: ADD }));
  app.get('/comments', ({ token }, response) => void response.json({ token }));
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function startFastify(verifier: Verifier): Promise<GuardedService> {
  const app = fastify({ forceCloseConnections: true });
  app.get('/', { onRequest: forFastify(verifier) }, ({ token }) => ({ token }));
  app.get('/any', { onRequest: forFastify(verifier, { context: '*' }) }, ({ token }) => ({ token }));
  await app.register((comments) => {
    comments.addHook('preHandler', forFastify(verifier, { context: ADD }));
    comments.get('/comments', ({ token }) => ({ token }));
    return Promise.resolve();
  });
  return { url: await app.listen({ port: 0, host: '127.0.0.1' }), close: () => app.close() };
}

interface NestRequest {
  readonly token: VerifiedToken;
}

function startNestWithGuardedRoutes(verifier: Verifier): Promise<GuardedService> {
  @Controller()
  class Routes {
    @Get()
    @UseGuards(TokenGuard)
    read(@Req() { token }: NestRequest) {
      return { token };
    }

    @Get('comments')
    @UseGuards(new TokenGuard(verifier, { context: ADD }))
    comments(@Req() { token }: NestRequest) {
      return { token };
    }

    @Get('any')
    @UseGuards(new TokenGuard(verifier, { context: '*' }))
    any(@Req() { token }: NestRequest) {
      return { token };
    }
  }
  return startNest({ controllers: [Routes], providers: [{ provide: Verifier, useValue: verifier }] });
}

function startNestWithGlobalGuard(verifier: Verifier): Promise<GuardedService> {
  @Controller()
  class Routes {
    @Get()
    @UseGuards(new TokenGuard(verifier))
    read(@Req() { token }: NestRequest) {
      return { token };
    }

    @Get('comments')
    @UseGuards(new TokenGuard(verifier, { context: ADD }))
    comments(@Req() { token }: NestRequest) {
      return { token };
    }

    @Get('any')
    any(@Req() { token }: NestRequest) {
      return { token };
    }
  }
  const guard = { provide: APP_GUARD, useFactory: () => new TokenGuard(verifier, { context: '*' }) };
  return startNest({ controllers: [Routes], providers: [guard] });
}

async function startNest(parts: Omit<DynamicModule, 'module'>): Promise<GuardedService> {
  @Module({})
  class Service {}
  const adapter = new FastifyAdapter({ forceCloseConnections: true });
  const app: INestApplication = await NestFactory.create({ module: Service, ...parts }, adapter, { logger: false });
  await app.listen(0, '127.0.0.1');
  return { url: await app.getUrl(), close: () => app.close() };
}
