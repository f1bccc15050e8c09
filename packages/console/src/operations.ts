import type { paths } from '@tessera-auth/client';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A path of openapi.json with its parameters filled in. */
type Filled<Route extends string> = Route extends `${infer Before}{${string}}${infer After}`
  ? `${Before}${string}${Filled<After>}`
  : Route;

/** Of which path of openapi.json this is one. */
type RouteOf<Path extends string> = Path extends unknown
  ? { [Route in keyof paths]: [Path, Filled<Route>] extends [Filled<Route>, Path] ? Route : never }[keyof paths]
  : never;

/** Inferred first: for a path that is not known yet TypeScript would join the operations of all. */
type OperationOf<M extends Method, Path extends string> =
  RouteOf<Path> extends infer Route extends keyof paths
    ? Lowercase<M> extends keyof paths[Route]
      ? paths[Route][Lowercase<M>]
      : never
    : never;

type ContentOf<Message> = Message extends { readonly content: infer Content } ? Content[keyof Content] : undefined;

type SuccessOf<Operation> = Operation extends { readonly responses: infer Responses }
  ? { [Status in keyof Responses & (200 | 201 | 202 | 204)]: ContentOf<Responses[Status]> }[keyof Responses &
      (200 | 201 | 202 | 204)]
  : never;

/** What an operation sends when it succeeds; unknown where openapi.json has no such path. */
export type DataOf<M extends Method, Path extends string> = [RouteOf<Path>] extends [never]
  ? unknown
  : SuccessOf<OperationOf<M, Path>>;

/** What an operation takes. */
export type BodyOf<M extends Method, Path extends string> =
  OperationOf<M, Path> extends { readonly requestBody?: infer Body } ? ContentOf<NonNullable<Body>> : undefined;

/** The paths of which the lists hold such items, page by page. */
export type ListPath<Item> = {
  [Route in keyof paths]: [DataOf<'GET', Filled<Route>>] extends [never]
    ? never
    : DataOf<'GET', Filled<Route>> extends { readonly items: readonly Item[]; readonly next: string | null }
      ? Filled<Route>
      : never;
}[keyof paths];
