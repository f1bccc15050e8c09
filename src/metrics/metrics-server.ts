import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '../config/config.js';
import { MetricsRegistry } from './metrics-registry.js';

const PATH = '/metrics';
const TIMEOUT_MS = 10_000;
/** How often it is tried again to listen on a port that another program has. */
const RETRY_MS = 1_000;

/**
 * Serves GET /metrics on a port of its own, and nothing else. Whoever reaches it may read it. That the port is in use
 * keeps no token from being verified: the log says it, Prometheus sees it, and once it is free it is taken.
 */
@Injectable()
export class MetricsServer implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(MetricsServer.name);
  private readonly server: Server;
  private retry: NodeJS.Timeout | undefined;

  constructor(
    private readonly config: Config,
    private readonly metrics: MetricsRegistry,
  ) {
    const options = { requestTimeout: TIMEOUT_MS, headersTimeout: TIMEOUT_MS };
    this.server = createServer(options, (request, response) => void this.respond(request, response));
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.metricsPort === 0) return;
    this.metrics.start();
    if (!(await this.listen())) this.listenLater();
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.retry);
    if (!this.server.listening) return;
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  private async listen(): Promise<boolean> {
    const { metricsPort, metricsHost } = this.config;
    try {
      this.server.listen(metricsPort, metricsHost);
      await once(this.server, 'listening');
      // Without a listener an error would end the process; those of a connection are its own.
      this.server.on('error', (err) => this.logger.warn({ msg: 'The server of /metrics failed', err }));
      return true;
    } catch (err) {
      if (!this.retry) this.logger.warn({ msg: whyNot(metricsHost, metricsPort, err), err });
      return false;
    }
  }

  private listenLater(): void {
    this.retry = setTimeout(() => {
      void this.listen().then((listens) => {
        if (listens) this.logger.log('Metrics are served');
        else this.listenLater();
      });
    }, RETRY_MS).unref();
  }

  private async respond({ method = '', url = '' }: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('cache-control', 'no-store');
    if (url.split('?', 1)[0] !== PATH) return void response.writeHead(404).end();
    if (method !== 'GET' && method !== 'HEAD') return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
    try {
      const text = await this.metrics.text();
      response.writeHead(200, { 'content-type': this.metrics.contentType }).end(text);
    } catch (err) {
      this.logger.error({ msg: 'The metrics could not be read', err });
      response.writeHead(500).end();
    }
  }
}

function whyNot(host: string, port: number, error: unknown): string {
  const { code = '' } = error as { code?: string };
  return code === 'EADDRINUSE'
    ? `No metrics are served: ${host}:${port} is in use by another program; set METRICS_PORT to a free one, or to 0`
    : `No metrics are served: cannot listen on ${host}:${port} (${code}); set METRICS_HOST and METRICS_PORT`;
}
