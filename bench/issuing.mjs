// How fast tokens are issued, as ratios to a bare handler that does the same job: see docs/verifying.md.
import { basic, login, median, post } from './requests.mjs';

const CONNECTIONS = 32;
/** More named tokens than are issued in one measurement: each has a description of its own. */
const DESCRIPTIONS = 30_000;

const refresh = ({ username, refreshToken }) =>
  post('/v1/token-refresh', 'application/json', JSON.stringify({ username, refresh_token: refreshToken }));

const sessionLogin = ({ username, password }) =>
  post('/v1/login', 'application/json', JSON.stringify({ username, password }));

let named = 0;
function namedTokens(users) {
  named++;
  return Array.from({ length: DESCRIPTIONS }, (_, at) => {
    const { username, password } = users[at % users.length];
    const body = JSON.stringify({ jwt_token_description: `${process.pid}-${named}-${at}`, jwt_token_life: '6 hours' });
    return post('/api/v1alpha/token', 'application/json', body, basic(username, password));
  });
}

/** What is issued, and how often the bare handler signs for it. */
const ROWS = {
  'refresh (two JWTs)': { signatures: 2, requests: (users) => users.map(refresh) },
  'named token (one JWT)': { signatures: 1, requests: namedTokens },
  'login (two JWTs)': { signatures: 2, checks: true, requests: (users) => users.map(sessionLogin) },
  'api2 token (one JWT)': {
    signatures: 1,
    checks: true,
    requests: (users) => users.map(({ username, password }) => login(username, password)),
  },
};

/**
 * @param users each `{ username, password, refreshToken }`; the first of them is the hot one.
 * @param issuePort of the bare handler.
 * @param rounds an odd number; one more comes first, to warm up.
 * @returns by the name of each row, the medians of `perSecond` (many users), `ratio` to the bare handler, and `hot`: one
 * user to many.
 */
export async function measureIssuing({ generator, port, issuePort, users }, { rounds, seconds }) {
  const rate = async (toPort, requests) =>
    (await generator.ask('run', { port: toPort, requests, seconds, connections: CONNECTIONS })).perSecond;
  const measured = {};
  for (const [name, { signatures, checks = false, requests }] of Object.entries(ROWS)) {
    const bare = post('/', 'application/json', JSON.stringify({ signatures, checks }));
    const done = [];
    for (let round = 0; round <= rounds; round++) {
      console.log(round === 0 ? `  ${name}: warming up` : `  ${name}: round ${round} of ${rounds}`);
      const [beside, many] = [await rate(issuePort, [bare]), await rate(port, requests(users))];
      const hot = await rate(port, requests(users.slice(0, 1)));
      if (round > 0) done.push({ perSecond: many, ratio: many / beside, hot: hot / many });
    }
    const middle = (figure) => median(done.map((one) => one[figure]));
    measured[name] = { perSecond: middle('perSecond'), ratio: middle('ratio'), hot: middle('hot') };
  }
  return measured;
}
