// Requests as they go over the wire: the load generator only sends them.
import { Buffer } from 'node:buffer';

/** @param authorization the whole header, or nothing. */
export const get = (path, authorization) => `GET ${path} HTTP/1.1\r\nHost: bench\r\n${header(authorization)}\r\n`;

export const post = (path, type, body, authorization) =>
  `POST ${path} HTTP/1.1\r\nHost: bench\r\n${header(authorization)}` +
  `Content-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n${body}`;

export const forwardAuth = (token) => get('/auth/verify', `Bearer ${token}`);

export const forwardAuthForContext = (token) => get('/auth/verify?context=*', `Bearer ${token}`);

export const introspect = (token, authorization) =>
  post('/oauth2/introspect', 'application/x-www-form-urlencoded', `token=${token}`, authorization);

export const login = (username, password) =>
  post('/api2/tokens', 'application/json', JSON.stringify({ username, password }));

export const basic = (username, password) => `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

/** The middle one of an odd number of values. */
export const median = (values) => [...values].sort((one, two) => one - two)[(values.length - 1) / 2];

const header = (authorization) => (authorization ? `Authorization: ${authorization}\r\n` : '');
