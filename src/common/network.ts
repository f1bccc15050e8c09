import { isIP, isIPv6 } from 'node:net';

const MAPPED_IPV4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/**
 * Where a login comes from, as far as one attacker can be told from another: an IPv4 address, or the /64 network of an
 * IPv6 address, all of which is in one hand (RFC 6177).
 */
export function networkOf(address: string): string {
  const mapped = MAPPED_IPV4.exec(address)?.[1];
  if (mapped) return mapped;
  const [bare = ''] = address.split('%', 1);
  return isIPv6(bare) ? `${groupsOf(bare).slice(0, 4).join(':')}::/64` : address;
}

function groupsOf(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().split('::', 2);
  const left = split(head);
  const right = split(tail ?? '');
  const gap = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...gap, ...right].map((group) => group.replace(/^0+(?=.)/, ''));
}

function split(groups: string): string[] {
  return groups === '' ? [] : groups.split(':');
}

/** The address as PostgreSQL compares addresses: without a zone, and as IPv4 where it is one. @returns null for what is none. */
export function comparableAddress(address: string | null): string | null {
  const [bare = ''] = (address ?? '').split('%', 1);
  const plain = MAPPED_IPV4.exec(bare)?.[1] ?? bare;
  return isIP(plain) === 0 ? null : plain;
}
