import { describe, expect, it } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../../src/app.module.js';
import { ACCESS, type Access } from '../../src/auth/access.decorators.js';
import { readConfig } from '../../src/config/read-config.js';
import { createHttpAdapter } from '../../src/api/http/http-adapter.js';
import { routesOf } from '../support/routes.js';

async function routes(): Promise<{ name: string; access: Access | undefined }[]> {
  const config = readConfig({});
  const app = await NestFactory.create(AppModule.with(config), createHttpAdapter(config), {
    preview: true,
    logger: false,
  });
  return routesOf(app).map(({ name, controller, handler }) => ({
    name,
    access: (Reflect.getMetadata(ACCESS, handler) ?? Reflect.getMetadata(ACCESS, controller)) as Access | undefined,
  }));
}

describe('every route', () => {
  it('declares who may call it', async () => {
    const all = await routes();
    expect(all.length).toBeGreaterThan(10);
    expect(all.filter(({ access }) => access === undefined)).toEqual([]);
  });

  it('needs credentials, save for those that are meant for anyone', async () => {
    const open = (await routes()).filter(({ access }) => access?.by === 'anyone').map(({ name }) => name);
    expect(open.sort()).toEqual([
      // How long the audit log is, and by which key that is signed.
      'CheckpointController.checkpoint',
      'CheckpointController.key',
      // Looks at the token itself, since a context token may be one.
      'ForwardAuthController.verify',
      'HealthController.live',
      'HealthController.ready',
      'HomeController.open',
      // Possession of the token is the proof (RFC 7009).
      'OAuth2Controller.revoke',
      'RevocationsController.events',
      'RevocationsController.list',
      // Whoever makes these proves himself by what stands in the body.
      'V1Controller.changePassword',
      'V1Controller.confirmPassword',
      'V1Controller.forgotPassword',
      'V1Controller.refresh',
      'V1Controller.revoke',
      'V1Controller.setNewPassword',
      'WellKnownController.jwks',
      'WellKnownController.metadata',
    ]);
  });
});
