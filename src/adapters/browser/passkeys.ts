import type { Passkeys } from '../../application/ports.ts';
import { err, ok } from '../../core/shared/result.ts';
import { bytesToBase64url } from '../../protocol/bytes.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What TypeScript's own DOM types do not know yet. */
interface NewerCredential {
  readonly getClientCapabilities?: () => Promise<Readonly<Record<string, boolean>>>;
  readonly signalUnknownCredential?: (options: { readonly rpId: string; readonly credentialId: string }) => Promise<void>;
}

const TIMEOUT = 120_000;
const stopped = err({ type: 'PasskeyStopped' });
const unsupported = err({ type: 'PasskeyUnsupported' });

/**
 * WebAuthn with the PRF extension. Nothing is proved to any server: the challenge is thrown away, only what the device derives
 * counts. Null where there is no WebAuthn at all.
 */
export function createBrowserPasskeys(): Passkeys | null {
  if (!globalThis.isSecureContext || typeof PublicKeyCredential === 'undefined') return null;
  const newer = PublicKeyCredential as unknown as NewerCredential;
  let offered: Promise<boolean> | undefined;
  return {
    isOffered: () => (offered ??= isOffered(newer).catch(() => false)),
    make: async (label, salt) => {
      const credential = await attempt(() =>
        navigator.credentials.create({
          publicKey: {
            challenge: fresh(32),
            rp: { name: 'Knooppunt' },
            // Random, and a word that says nothing: the device's list of passkeys may be seen by others.
            user: { id: fresh(16), name: label, displayName: label },
            pubKeyCredParams: [-7, -257].map((alg) => ({ type: 'public-key', alg })),
            authenticatorSelection: { authenticatorAttachment: 'platform', residentKey: 'required', userVerification: 'required' },
            attestation: 'none',
            timeout: TIMEOUT,
            extensions: { prf: { eval: { first: salt } } },
          },
        }),
      );
      if (credential === null) return stopped;
      const id = new Uint8Array(credential.rawId);
      if (!credential.getClientExtensionResults().prf?.enabled) {
        await forget(newer, id);
        return unsupported;
      }
      // Many derive nothing while making: then it is asked at once, and the person shows who they are a second time.
      const made = outputOf(credential);
      const output = made ? ok(made) : await ask(id, salt);
      if (!output.ok) await forget(newer, id);
      return output.ok ? ok({ id, output: output.value }) : output;
    },
    ask,
    forget: (id) => forget(newer, id),
  };
}

async function isOffered({ getClientCapabilities }: NewerCredential): Promise<boolean> {
  const capabilities = await getClientCapabilities?.call(PublicKeyCredential);
  // Not mentioned is not refused: older browsers say nothing of it.
  if (capabilities?.['extension:prf'] === false) return false;
  return await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable();
}

const ask: Passkeys['ask'] = async (id, salt) => {
  const credential = await attempt(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: fresh(32),
        allowCredentials: [{ type: 'public-key', id, transports: ['internal'] }],
        userVerification: 'required',
        timeout: TIMEOUT,
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  );
  if (credential === null) return stopped;
  const output = outputOf(credential);
  return output ? ok(output) : unsupported;
};

/** 32 bytes, or nothing. */
function outputOf(credential: PublicKeyCredential): Bytes | undefined {
  const first = credential.getClientExtensionResults().prf?.results?.first;
  if (first === undefined) return undefined;
  const bytes = first instanceof ArrayBuffer ? new Uint8Array(first) : new Uint8Array(first.buffer, first.byteOffset, first.byteLength);
  return bytes.length === 32 ? new Uint8Array(bytes) : undefined;
}

async function forget({ signalUnknownCredential }: NewerCredential, id: Bytes): Promise<void> {
  const unknown = { rpId: location.hostname, credentialId: bytesToBase64url(id) };
  await signalUnknownCredential?.call(PublicKeyCredential, unknown).catch(() => undefined);
}

/** Null when the person stopped, or the browser refused: it tells no more than that. */
async function attempt(step: () => Promise<Credential | null>): Promise<PublicKeyCredential | null> {
  try {
    return (await step()) as PublicKeyCredential | null;
  } catch {
    return null;
  }
}

const fresh = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));
