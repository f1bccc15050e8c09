import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject, type PathsObject } from '@nestjs/swagger';
import { VERSION } from '../../config/version.js';
import { ProblemDto } from '../errors/problem.dto.js';
import { FAMILIES } from '../families.js';
import { foldAliases, operationsOf } from './aliases.js';
import { ErrorResponses } from './error-responses.js';
import { HEADERS } from './headers.js';
import { INTRODUCTION, TAGS } from './introduction.js';
import { completeOperation } from './operation.js';

/** The OpenAPI 3.1 description of every route, generated from the code. */
export function createOpenApi(app: INestApplication): OpenAPIObject {
  const extraModels = [ProblemDto, ...FAMILIES.flatMap(({ errorDto = [] }) => errorDto)];
  const document = SwaggerModule.createDocument(app, frame(), { extraModels });
  const schemas = document.components?.schemas ?? {};
  const errors = new ErrorResponses();
  const paths = completePaths(document.paths, { errors, schemas });
  return {
    ...document,
    paths,
    components: { ...document.components, schemas, headers: HEADERS, responses: errors.components },
  };
}

/** Serves the description at `/openapi.json`, and a page to read and try it at `/docs`, all from this server. */
export function serveOpenApi(app: INestApplication): void {
  SwaggerModule.setup('docs', app, () => createOpenApi(app), {
    jsonDocumentUrl: 'openapi.json',
    customSiteTitle: 'Tessera API',
    swaggerOptions: { defaultModelsExpandDepth: 0 },
  });
}

function frame(): Omit<OpenAPIObject, 'paths'> {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Tessera')
    .setDescription(INTRODUCTION)
    .setVersion(VERSION)
    .addServer('/', 'This service.')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A login, access or named token (RFC 6750).' })
    .addCookieAuth('__Host-tessera', { type: 'apiKey', description: 'Of a session of the console.' }, 'cookie')
    .addBasicAuth({ type: 'http', scheme: 'basic', description: 'A user name and a password (RFC 7617).' });
  for (const [name, description] of TAGS) builder.addTag(name, description);
  return builder.build();
}

function completePaths(paths: PathsObject, parts: Parameters<typeof completeOperation>[3]): PathsObject {
  const entries = Object.entries(foldAliases(paths)).map(([path, item]) => {
    const operations = operationsOf(item).map(
      ([method, operation]) => [method, completeOperation(path, method, operation, parts)] as const,
    );
    return [path, { ...item, ...Object.fromEntries(operations) }] as const;
  });
  return Object.fromEntries(entries);
}
