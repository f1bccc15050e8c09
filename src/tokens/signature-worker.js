// Plain JavaScript, because a worker thread loads it as it is, in the tests too.
import { Buffer } from 'node:buffer';
import { verify } from 'node:crypto';
import { parentPort } from 'node:worker_threads';

/**
 * Receives three lists of one length, with the signatures in base64url. Sends a list of booleans: whether each signature
 * is valid, as isSignedBy in packages/verifier/src/protocol/compact-jws.ts checks it.
 */
parentPort?.on('message', ({ keys, signingInputs, signatures }) => {
  parentPort?.postMessage(
    signatures.map((signature, at) =>
      verify(
        'sha256',
        Buffer.from(signingInputs[at]),
        { key: keys[at], dsaEncoding: 'ieee-p1363' },
        Buffer.from(signature, 'base64url'),
      ),
    ),
  );
});
