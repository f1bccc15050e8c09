import type { FastifyInstance } from 'fastify';

const routes = new WeakMap<object, Map<string, Set<string>>>();

/** Keeps account of the routes of `server`; to be called before they are registered. */
export function recordRoutes(server: FastifyInstance): void {
  const byPath = new Map<string, Set<string>>();
  routes.set(server.server, byPath);
  server.addHook('onRoute', ({ url, method }) => {
    const methods = byPath.get(url) ?? new Set();
    for (const name of [method].flat()) methods.add(name);
    byPath.set(url, methods);
  });
}

/** The methods that `path` has; empty where there is no such path. */
export function allowedMethods(server: FastifyInstance, path: string): string[] {
  const allowed = new Set<string>();
  for (const [url, methods] of routes.get(server.server) ?? []) {
    if (!url.includes('*') && patternOf(url).test(path)) for (const method of methods) allowed.add(method);
  }
  return [...allowed].sort();
}

function patternOf(url: string): RegExp {
  const literal = url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${literal.replace(/:[^/]+/g, '[^/]+')}/?$`);
}
