import { createHash, createPublicKey, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

/** A certificate made for one run of the server; nothing is kept on disk. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** SHA-256 of the certificate, as browsers show it. */
  readonly fingerprint: string;
  /** SHA-256 of the public key in base64, for `--ignore-certificate-errors-spki-list`. */
  readonly spki: string;
}

const NAMES = ['*.tiktok.com', 'tiktok.com', '*.tiktokcdn.com', 'localhost'];

/** Makes a self-signed certificate for the simulated hosts. */
export async function makeCertificate(): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: 'www.tiktok.com' }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [
      {
        name: 'subjectAltName',
        altNames: NAMES.map((value) => ({ type: 2 as const, value })),
      },
    ],
  });
  const spki = createPublicKey(made.cert).export({ type: 'spki', format: 'der' });
  return {
    key: made.private,
    cert: made.cert,
    fingerprint: new X509Certificate(made.cert).fingerprint256,
    spki: createHash('sha256').update(spki).digest('base64'),
  };
}
