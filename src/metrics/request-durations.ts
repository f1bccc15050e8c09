import { Injectable } from '@nestjs/common';
import { BucketCounts } from '../common/bucket-counts.js';

/** Few, since there are as many series for each route and status class. */
const BOUNDS_MS = [1, 5, 25, 100, 500, 2_500];

/** `aborted`: the client went away before its response was through. */
export const STATUS_CLASSES = ['1xx', '2xx', '3xx', '4xx', '5xx', 'aborted'] as const;

export type StatusClass = (typeof STATUS_CLASSES)[number];

/** HEAD counts as the GET that it asks about. */
export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'other'] as const;

export type Method = (typeof METHODS)[number];

/** For whatever no route takes. */
export const UNMATCHED = 'unmatched';

/** How long the requests of one route took. */
export class RouteDurations {
  private readonly byClass = new Map<number, BucketCounts>();

  constructor(
    readonly route: string,
    readonly method: Method,
  ) {}

  /** @param status of the response; undefined where it did not get through. */
  add(status: number | undefined, ms: number): void {
    const index = status === undefined ? STATUS_CLASSES.length - 1 : Math.floor(status / 100) - 1;
    let counts = this.byClass.get(index);
    if (!counts) {
      counts = new BucketCounts(BOUNDS_MS);
      this.byClass.set(index, counts);
    }
    counts.add(ms);
  }

  /** Those status classes that there were. */
  list(): { statusClass: StatusClass; counts: BucketCounts }[] {
    return [...this.byClass].map(([index, counts]) => ({ statusClass: STATUS_CLASSES[index]!, counts }));
  }
}

/** How long requests took, by route: as many as there are routes, whatever clients ask for. */
@Injectable()
export class RequestDurations {
  private readonly routes = new Map<string, RouteDurations>();

  /** @param template of the route's path; undefined where no route takes the request. */
  of(template: string | undefined, method: string): RouteDurations {
    const name = template === undefined || template === '*' ? UNMATCHED : template;
    const known = methodOf(method);
    const key = `${known} ${name}`;
    const found = this.routes.get(key) ?? new RouteDurations(name, known);
    this.routes.set(key, found);
    return found;
  }

  list(): RouteDurations[] {
    return [...this.routes.values()];
  }
}

function methodOf(method: string): Method {
  if (method === 'HEAD') return 'GET';
  return METHODS.find((known) => known === method) ?? 'other';
}
