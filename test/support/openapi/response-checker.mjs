import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** What HTTP itself or the server puts into a response, so that no operation need say it. */
const TRANSPORT = /^(date|connection|keep-alive|content-(type|length)|transfer-encoding|vary|access-control-.*)$/;
/** Of what is not valid HTTP, or too slow: the same everywhere, so the introduction has it once. */
const HTTP_FAULTS = new Set([400, 408, 413, 417, 431]);
const ID = 'openapi';

/**
 * @typedef {object} SentResponse
 * @property {string} method
 * @property {string} path decoded, without the query
 * @property {number} status
 * @property {Record<string, string>} headers by their names in lower case
 * @property {string | undefined} text the body; undefined where it breaks off
 * @property {string} errorSchema the name of the schema of all errors at this path
 */

/** Says of responses whether `openapi.json` describes them. */
export class ResponseChecker {
  #document;
  #ajv = new Ajv2020({ strict: false, allErrors: true });
  #validators = new Map();
  #paths;

  constructor() {
    const file = join(import.meta.dirname, '..', '..', '..', 'openapi.json');
    this.#document = JSON.parse(readFileSync(file, 'utf8'), close);
    addFormats.default(this.#ajv);
    this.#ajv.addSchema(this.#document, ID);
    const paths = Object.entries(this.#document.paths).flatMap(([template, item]) =>
      [template, ...(item['x-aliases'] ?? [])].map((path) => ({ template, item, pattern: patternOf(path) })),
    );
    // Without parameters first, as the router has it.
    this.#paths = paths.sort((one, two) => one.template.split('{').length - two.template.split('{').length);
  }

  /**
   * @param {SentResponse} sent
   * @returns {string[]} what is not as the document has it.
   */
  check(sent) {
    const { method, path, status } = sent;
    const found = this.#paths.find(({ pattern }) => pattern.test(path));
    const verb = method === 'HEAD' ? 'get' : method.toLowerCase();
    const operation = found?.item[verb];
    const wrong = operation
      ? this.#ofOperation(`#/paths/${escape(found.template)}/${verb}/responses/${status}`, sent)
      : this.#ofNone(sent);
    return wrong.map((text) => `${method} ${found?.template ?? path} ${status}: ${text}`);
  }

  /** Of a path or a method that there is not. */
  #ofNone(sent) {
    const { status, headers } = sent;
    if (status === 405 && !headers.allow) return ['there is no Allow'];
    if (status === 404 || status === 405 || HTTP_FAULTS.has(status)) return this.#wrongError(sent);
    return ['neither path nor method is documented'];
  }

  #wrongError({ text, errorSchema }) {
    return this.#wrongJson(`#/components/schemas/${errorSchema}`, text);
  }

  #ofOperation(pointer, sent) {
    const { pointer: at, value: response } = this.#resolve(pointer);
    if (!response && HTTP_FAULTS.has(sent.status)) return this.#wrongError(sent);
    if (!response) return ['the status is not documented'];
    return [...this.#wrongContent(at, response, sent), ...this.#wrongHeaders(at, response, sent)];
  }

  #wrongContent(pointer, { content }, { method, headers, text }) {
    const type = headers['content-type']?.split(';', 1)[0];
    if (!content) return text || type ? [`a body of ${type} where none is documented`] : [];
    if (!(type in content)) return [`the content type ${type} is not documented`];
    if (method === 'HEAD' || text === undefined || content[type].schema.type === 'string') return [];
    return this.#wrongJson(`${pointer}/content/${escape(type)}/schema`, text);
  }

  #wrongJson(pointer, text) {
    try {
      return this.#errors(pointer, JSON.parse(text));
    } catch {
      return ['the body is not JSON'];
    }
  }

  #wrongHeaders(pointer, { headers: documented = {} }, { headers }) {
    const names = Object.keys(documented);
    const known = new Set(names.map((name) => name.toLowerCase()));
    const unknown = Object.keys(headers).filter((name) => !known.has(name) && !TRANSPORT.test(name));
    return [
      ...unknown.map((name) => `the header ${name} is not documented`),
      ...names.flatMap((name) => this.#wrongHeader(`${pointer}/headers/${name}`, name, headers[name.toLowerCase()])),
    ];
  }

  #wrongHeader(pointer, name, text) {
    const { pointer: at, value: header } = this.#resolve(pointer);
    if (text === undefined) return header.required ? [`there is no header ${name}`] : [];
    const value = header.schema.type === 'integer' ? Number(text) : text;
    return this.#errors(`${at}/schema`, value).map((error) => `${name} ${error}`);
  }

  #errors(pointer, value) {
    let validate = this.#validators.get(pointer);
    if (!validate)
      this.#validators.set(pointer, (validate = this.#ajv.compile({ $ref: `${ID}${encodeURI(pointer)}` })));
    return validate(value)
      ? []
      : validate.errors.map(({ instancePath, message }) => `${instancePath} ${message}`.trim());
  }

  /** What stands at a pointer (RFC 6901) of the document, a reference there followed. */
  #resolve(pointer) {
    const keys = pointer.split('/').slice(1).map(unescape);
    const value = keys.reduce((part, key) => part?.[key], this.#document);
    return value?.$ref ? this.#resolve(value.$ref) : { pointer, value };
  }
}

/** In the tests an object has no property that is not documented. */
function close(_, schema) {
  const isOpen = schema?.type === 'object' && schema.properties && !('additionalProperties' in schema);
  return isOpen ? { ...schema, additionalProperties: false } : schema;
}

function patternOf(path) {
  const literal = path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+');
  return new RegExp(`^${literal === '/' ? '' : literal}/?$`);
}

function escape(key) {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function unescape(key) {
  return key.replaceAll('~1', '/').replaceAll('~0', '~');
}
