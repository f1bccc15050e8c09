import { describe, expect, it } from '@jest/globals';
import { traceparentOf } from './traceparent.js';

const id = '8a63ae5a-1f5a-4a0c-9d7e-3c2b1a09f8e7';
const OWN = '00-8a63ae5a1f5a4a0c9d7e3c2b1a09f8e7-9d7e3c2b1a09f8e7-00';
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const SPAN = '00f067aa0ba902b7';

function traceparent(header?: string | string[]): string {
  return traceparentOf({ id, headers: { traceparent: header } });
}

describe('the traceparent of a request', () => {
  it('is a trace of its own, not sampled, where it has no header', () => {
    expect(traceparent()).toBe(OWN);
    expect(traceparent()).toBe(OWN);
  });

  it.each([
    ['is not sampled', `00-${TRACE}-${SPAN}-00`, '00'],
    ['is sampled', `00-${TRACE}-${SPAN}-01`, '01'],
    ['has flags that are not defined', `00-${TRACE}-${SPAN}-fe`, '00'],
    ['is of a later version', `01-${TRACE}-${SPAN}-01`, '01'],
    ['is of a later version and goes on', `cc-${TRACE}-${SPAN}-01-what-the-future-holds`, '01'],
  ])('is in the trace of a header that %s, with a span of its own', (_, header, flags) => {
    expect(traceparent(header)).toBe(`00-${TRACE}-9d7e3c2b1a09f8e7-${flags}`);
  });

  it.each([
    ['is empty', ''],
    ['has an unknown form', TRACE],
    ['has the version ff', `ff-${TRACE}-${SPAN}-01`],
    ['has no version', `${TRACE}-${SPAN}-01`],
    ['goes on in version 00', `00-${TRACE}-${SPAN}-01-more`],
    ['goes on without a dash', `01-${TRACE}-${SPAN}-01more`],
    ['has a trace id of zeros', `00-${'0'.repeat(32)}-${SPAN}-01`],
    ['has a span id of zeros', `00-${TRACE}-${'0'.repeat(16)}-01`],
    ['has capitals', `00-${TRACE.toUpperCase()}-${SPAN}-01`],
    ['has a short trace id', `00-${TRACE.slice(1)}-${SPAN}-01`],
    ['has flags that are no number', `00-${TRACE}-${SPAN}-0x`],
    ['has a line break', `00-${TRACE}-${SPAN}-01\n`],
    ['comes twice', `00-${TRACE}-${SPAN}-01, 00-${TRACE}-${SPAN}-01`],
  ])('is a trace of its own where the header %s', (_, header) => {
    expect(traceparent(header)).toBe(OWN);
  });
});
