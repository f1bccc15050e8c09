// Plain JavaScript, because a worker thread loads it as it is, in the tests too.
import { Buffer } from 'node:buffer';
import { verify } from 'node:crypto';
import { parentPort } from 'node:worker_threads';

/**
 * Answers each message with which of the signatures are good (see isSignedBy in packages/verifier/src/protocol/compact-jws.ts).
 * The three are lists of one length; signatures are in base64url.
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
