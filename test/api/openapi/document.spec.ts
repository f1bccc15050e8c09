import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

type Json = Record<string, unknown>;

const text = readFileSync(join(import.meta.dirname, '../../../openapi.json'), 'utf8');
const document = JSON.parse(text) as {
  paths: Record<string, Record<string, { operationId: string; requestBody?: unknown; responses: unknown }>>;
  components: { schemas: Record<string, { required?: string[]; properties?: Record<string, Json> }>; responses: Json };
};
const operations = Object.values(document.paths)
  .flatMap((item) => Object.entries(item))
  .filter(([method]) => !method.startsWith('x-'))
  .map(([, operation]) => operation);

/** The names of the schemas that a part of the document refers to. */
function schemasIn(part: unknown): string[] {
  const references = JSON.stringify(part).matchAll(/#\/components\/schemas\/(\w+)/g);
  return [...new Set([...references].map(([, name]) => name!))];
}

/** Every text for people. */
function proseIn(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    typeof value === 'string' && (key === 'summary' || key === 'description') ? [value] : proseIn(value),
  );
}

describe('openapi.json', () => {
  it('names operations so that a client has speakable calls', () => {
    expect(operations.map(({ operationId }) => operationId).filter((id) => !/^[a-z]+([A-Z][a-z]+)*$/.test(id))).toEqual(
      [],
    );
  });

  it('keeps no trace of how it was made', () => {
    expect(text).not.toMatch(/x-(access|errors)/);
  });

  it('describes what is sent by ...ResponseDto, or a problem', () => {
    const names = schemasIn([operations.map(({ responses }) => responses), document.components.responses]);
    expect(names.filter((name) => !/ResponseDto$|^ProblemDto$/.test(name))).toEqual([]);
  });

  it('describes what is asked by other DTOs', () => {
    const names = schemasIn(operations.map(({ requestBody }) => requestBody ?? {}));
    expect(names.filter((name) => !/(?<!Response)Dto$/.test(name))).toEqual([]);
  });

  it('has an example of every field that a request must have', () => {
    const missing = schemasIn(operations.map(({ requestBody }) => requestBody ?? {})).flatMap((name) => {
      const { required = [], properties = {} } = document.components.schemas[name]!;
      return required.filter((field) => !('example' in properties[field]!)).map((field) => `${name}.${field}`);
    });
    expect(missing).toEqual([]);
  });

  it('says in the words of the field what it says to people', () => {
    const homeMade = /\b(answer\w*|good|life|he|him|his|himself|holder\w*|prove[sd]?)\b/i;
    expect(proseIn(document).filter((prose) => homeMade.test(prose))).toEqual([]);
  });
});
