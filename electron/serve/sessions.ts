// Who has the secret. The printed address carries the lasting one. A browser is opened with a code instead, because
// other users of the machine can read a program's arguments: a code is exchanged once, within a minute, for a secret
// of its own, and a code that comes a second time has been read by someone else, so its secret ends.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const codeLifeMs = 60_000;

export interface Sessions {
  /** The secret for the address that is shown to the person. */
  readonly lastingSecret: string;
  /** True for a secret that is good; takes as long for any text of any length. */
  readonly admits: (secret: string) => boolean;
  /** A new code for one exchange. */
  readonly issueCode: () => string;
  /** The secret for a code that is good, the first time. */
  readonly exchange: (code: string) => string | undefined;
}

interface IssuedCode {
  readonly digest: Buffer;
  readonly expiresAt: number;
  used: boolean;
  secretDigest: Buffer | undefined;
}

export function createSessions(now: () => number = () => performance.now()): Sessions {
  const lastingSecret = randomSecret();
  const lastingDigest = digestOf(lastingSecret);
  const codes: IssuedCode[] = [];

  return {
    lastingSecret,
    admits: (secret) => {
      const digest = digestOf(secret);
      let admitted = timingSafeEqual(digest, lastingDigest);
      for (const { secretDigest } of codes) {
        if (secretDigest !== undefined && timingSafeEqual(digest, secretDigest)) admitted = true;
      }
      return admitted;
    },
    issueCode: () => {
      const code = randomSecret();
      codes.push({
        digest: digestOf(code),
        expiresAt: now() + codeLifeMs,
        used: false,
        secretDigest: undefined,
      });
      return code;
    },
    exchange: (code) => {
      const digest = digestOf(code);
      const issued = codes.find((candidate) => timingSafeEqual(digest, candidate.digest));
      if (issued === undefined) return undefined;
      issued.secretDigest = undefined;
      if (issued.used || now() > issued.expiresAt) return undefined;
      const secret = randomSecret();
      issued.used = true;
      issued.secretDigest = digestOf(secret);
      return secret;
    },
  };
}

/** 256 random bits, as text that needs no escaping in an address or a header. */
const randomSecret = (): string => randomBytes(32).toString('base64url');

/** Digests are of one length, so that comparing them tells nothing about the length of the secret. */
const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();
