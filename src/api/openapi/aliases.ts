import type { OperationObject, PathItemObject, PathsObject } from '@nestjs/swagger';

/** Where a path has the others that are the same. */
export const ALIASES_EXTENSION = 'x-aliases';

export const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The operations of a path with their methods. */
export function operationsOf(item: PathItemObject): [string, OperationObject][] {
  return METHODS.flatMap((method) => (item[method] ? [[method, item[method]]] : []));
}

/**
 * Lists what several paths serve once, under the first of them, and says there which the others are.
 * @returns the paths in their order, without the aliases.
 */
export function foldAliases(paths: PathsObject): PathsObject {
  const byOperations = new Map<string, { path: string; item: PathItemObject; aliases: string[] }>();
  for (const [path, item] of Object.entries(paths)) {
    const key = operationsOf(item)
      .map(([method, { operationId }]) => `${method} ${operationId}`)
      .join();
    const known = byOperations.get(key);
    if (known) known.aliases.push(path);
    else byOperations.set(key, { path, item, aliases: [] });
  }
  return Object.fromEntries([...byOperations.values()].map(({ path, item, aliases }) => [path, mark(item, aliases)]));
}

function mark(item: PathItemObject, aliases: readonly string[]): PathItemObject {
  if (aliases.length === 0) return item;
  const note = `Alias: ${aliases.map((path) => `\`${path}\``).join(', ')} is the same.`;
  const operations = operationsOf(item).map(([method, operation]) => {
    const description = [operation.description, note].filter(Boolean).join('\n\n');
    return [method, { ...operation, description }] as const;
  });
  return Object.assign({}, item, Object.fromEntries(operations), { [ALIASES_EXTENSION]: aliases });
}
