import type { INestApplication, INestApplicationContext } from '@nestjs/common';
import type { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';

export interface Route {
  /** `Controller.handler` */
  readonly name: string;
  readonly controller: new () => object;
  readonly handler: object;
  readonly method: RequestMethod;
}

/** Every handler of every controller. */
export function routesOf(app: INestApplication | INestApplicationContext): Route[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) =>
    [...module.controllers.values()].map(({ metatype }) => metatype as new () => object),
  );
  return controllers.flatMap((controller) =>
    Object.getOwnPropertyNames(controller.prototype)
      .map((name) => ({ name, handler: (controller.prototype as Record<string, object>)[name]! }))
      .filter(({ handler }) => Reflect.hasMetadata(METHOD_METADATA, handler))
      .map(({ name, handler }) => ({
        name: `${controller.name}.${name}`,
        controller,
        handler,
        method: Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod,
      })),
  );
}
