// Rates, as ratios to rates that are measured next to them.
import { basic, forwardAuth, forwardAuthForContext, get, introspect, median } from './requests.mjs';

const FRESH_SECONDS = 1.5;
const CONNECTIONS = 32;

/**
 * @param rounds an odd number. Each round measures every figure once, next to what it is compared with. One more round
 * comes first, to warm up.
 * @returns by the name of each figure, the medians of its rate a second and of its ratio.
 */
export async function measureRatios(bench, { rounds, seconds }) {
  const { service, bare, generator, port, selectPort, owner, password, seen, opaque } = bench;
  const rate = async (toPort, requests, time = seconds) =>
    (await generator.ask('run', { port: toPort, requests, seconds: time, connections: CONNECTIONS })).perSecond;
  const measured = new Map();
  let round = 0;
  const note = (name, perSecond, ratio) => {
    if (round === 0) return;
    if (!measured.has(name)) measured.set(name, { rates: [], ratios: [] });
    measured.get(name).rates.push(perSecond);
    measured.get(name).ratios.push(ratio);
  };
  const live = [get('/health/live')];
  const bearer = `Bearer ${seen[0]}`;
  const compared = {
    'introspection, opaque, by Bearer / bare SELECT': opaque.map((token) => introspect(token, bearer)),
    'introspection, opaque, by Basic / bare SELECT': opaque.map((token) =>
      introspect(token, basic(owner.username, password)),
    ),
    'introspection, JWT seen / bare SELECT': seen.map((token) => introspect(token, bearer)),
    'forward auth, opaque / bare SELECT': opaque.map(forwardAuthForContext),
  };
  for (; round <= rounds; round++) {
    console.log(round === 0 ? '  warming up' : `  round ${round} of ${rounds}`);
    const constant = await rate(port, live);
    note('constant JSON response', constant, 1);
    const known = await rate(port, seen.map(forwardAuth));
    note('forward auth, JWT seen / constant response', known, known / constant);
    const signatures = await bare.ask('verifications');
    note('bare ES256', signatures, 1);
    // Enough to send each token once only in the time.
    const fresh = await service.ask('sign', owner, Math.ceil(signatures * FRESH_SECONDS * 1.2));
    const unknown = await rate(port, fresh.map(forwardAuth), FRESH_SECONDS);
    note('forward auth, JWT never seen / bare ES256', unknown, unknown / signatures);
    const select = await rate(selectPort, [get('/')]);
    note('bare SELECT', select, 1);
    for (const [name, requests] of Object.entries(compared)) {
      const perSecond = await rate(port, requests);
      note(name, perSecond, perSecond / select);
    }
  }
  return Object.fromEntries(
    [...measured].map(([name, { rates, ratios }]) => [name, { perSecond: median(rates), ratio: median(ratios) }]),
  );
}

/**
 * Measures the 99th percentile of verification at one steady rate, in ms, alone and beside 50 logins a second.
 * @returns medians over the rounds, each figure by itself: both percentiles, their ratio, and the logins done a second.
 */
export async function measureLoginShadow({ generator, other, port, seen, login }, { rounds, seconds }) {
  const steady = { port, requests: seen.map(forwardAuth), seconds, connections: CONNECTIONS, perSecond: 2_000 };
  const logins = { port, requests: [login], seconds, connections: 128, perSecond: 50 };
  const measured = [];
  for (let round = 0; round <= rounds; round++) {
    const alone = await generator.ask('run', steady);
    const [beside, done] = await Promise.all([generator.ask('run', steady), other.ask('run', logins)]);
    if (round > 0) measured.push([beside.p99 / alone.p99, alone.p99, beside.p99, done.perSecond]);
  }
  const [ratio, alone, beside, loginsPerSecond] = [0, 1, 2, 3].map((at) => median(measured.map((one) => one[at])));
  return { ratio, alone, beside, loginsPerSecond };
}
