import { describe, expect, it } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../../src/app.module.js';
import { ACCESS, type Access } from '../../src/auth/access.decorators.js';
import { readConfig } from '../../src/config/read-config.js';
import { createHttpAdapter } from '../../src/api/http/http-adapter.js';
import { routesOf } from '../support/routes.js';

async function routes(): Promise<{ name: string; controller: object; access: Access | undefined }[]> {
  const config = readConfig({});
  const app = await NestFactory.create(AppModule.with(config), createHttpAdapter(config), {
    preview: true,
    logger: false,
  });
  return routesOf(app).map(({ name, controller, handler }) => ({
    name,
    controller,
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
    const open = (await routes())
      .filter(({ access }) => access?.by === 'anyone' || access?.optional)
      .map(({ name }) => name);
    expect(open.sort()).toEqual([
      // How long the audit log is, and by which key that is signed.
      'CheckpointController.checkpoint',
      'CheckpointController.key',
      // The files of the page, which say nothing before somebody has logged in.
      'ConsolePagesController.serve',
      // Looks at the token itself, since a context token may be one.
      'ForwardAuthController.verify',
      'HealthController.live',
      'HealthController.ready',
      'HomeController.open',
      // Possession of the token is the proof (RFC 7009).
      'OAuth2Controller.revoke',
      'RevocationsController.events',
      'RevocationsController.list',
      // The body of these requests authenticates the caller.
      'V1Controller.changePassword',
      'V1Controller.confirmPassword',
      'V1Controller.forgotPassword',
      'V1Controller.refresh',
      'V1Controller.revoke',
      'V1Controller.setNewPassword',
      'V1FactorsController.associate',
      'V1FactorsController.respond',
      'V1FactorsController.verify',
      'WellKnownController.jwks',
      'WellKnownController.metadata',
    ]);
  });
});

describe('the cookie of the console', () => {
  it('opens every route of the operator and of the user, and none of a family', async () => {
    const opens = (await routes())
      .filter(({ access }) => access?.by.includes('cookie'))
      .map(({ controller }) => controller);
    const paths = [...new Set(opens)].map((controller) => String(Reflect.getMetadata('path', controller)));
    expect(paths.filter((path) => !/^(admin|me|console)(\/|$)/.test(path))).toEqual([]);
    const closed = (await routes()).filter(
      ({ access, controller }) =>
        /^(admin|me)(\/|$)/.test(String(Reflect.getMetadata('path', controller))) && !access?.by.includes('cookie'),
    );
    expect(closed.map(({ name }) => name)).toEqual([]);
  });
});
