import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A key and a certificate signed with it, as PEM. */
export type SelfSigned = { readonly key: string; readonly cert: string };

/** An element of DER: tag, length, contents. */
function element(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(contents);
  const size = body.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255];
  return Buffer.concat([Buffer.of(tag, ...length), body]);
}

const sequence = (...contents: readonly Uint8Array[]): Buffer => element(0x30, ...contents);
const identifier = (hex: string): Buffer => element(0x06, Buffer.from(hex, 'hex'));

// Object identifiers of X.509 (RFC 5280) and ECDSA (RFC 5758).
const ecdsaWithSha256 = sequence(identifier('2a8648ce3d040302'));
const commonName = identifier('550403');
const subjectAltName = identifier('551d11');
const basicConstraints = identifier('551d13');

const utcTime = (instant: Date): Buffer =>
  element(0x17, Buffer.from(`${instant.toISOString().replaceAll(/[-:T]/g, '').slice(2, 14)}Z`));

/** An hour before and after now, in which no test takes longer. */
const validity = (): Buffer =>
  sequence(...[-3_600_000, 3_600_000].map((ms) => utcTime(new Date(Date.now() + ms))));

const extensions = (host: string): Buffer =>
  sequence(
    sequence(
      subjectAltName,
      element(
        0x04,
        sequence(element(0x82, Buffer.from(host)), element(0x87, Buffer.of(127, 0, 0, 1))),
      ),
    ),
    sequence(basicConstraints, element(0x04, sequence(element(0x01, Buffer.of(0xff))))),
  );

/** Makes one for a host of this machine; nothing secret has to be kept among the tests. */
export function selfSigned(host = 'localhost'): SelfSigned {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(
    element(0x31, sequence(commonName, element(0x0c, Buffer.from(`Jalon test ${host}`)))),
  );
  const toSign = sequence(
    element(0xa0, element(0x02, Buffer.of(2))),
    element(0x02, Buffer.of(1), randomBytes(8)),
    ecdsaWithSha256,
    name,
    validity(),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    element(0xa3, extensions(host)),
  );
  const signature = sign('sha256', toSign, privateKey);
  const whole = sequence(toSign, ecdsaWithSha256, element(0x03, Buffer.of(0), signature));
  const lines = whole.toString('base64').replaceAll(/.{64}/g, '$&\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}
