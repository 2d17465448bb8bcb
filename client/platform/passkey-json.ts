/**
 * Passkey ceremonies between the server's JSON and what browsers take and give (WebAuthn level 3, 5.1.8 to 5.1.10).
 * Browsers convert by themselves only since Safari 18.4 and Chrome 129, and password managers that stand in for the
 * browser often give objects without toJSON. The words, the errors and the order of ceremonies are in passkeys.ts.
 */

/** Asks for a new passkey. Rejects with what the browser throws. */
export async function register(options: PublicKeyCredentialCreationOptionsJSON, signal: AbortSignal): Promise<RegistrationResponseJSON> {
  const { challenge, user, excludeCredentials } = options;
  const publicKey = {
    ...options,
    challenge: toBytes(challenge),
    user: { ...user, id: toBytes(user.id) },
    excludeCredentials: excludeCredentials?.map(describe),
  } as PublicKeyCredentialCreationOptions;
  const credential = answered(await navigator.credentials.create({ publicKey, signal }));
  const response = credential.response as AuthenticatorAttestationResponse;
  return {
    ...common(credential),
    response: {
      clientDataJSON: toText(response.clientDataJSON),
      attestationObject: toText(response.attestationObject),
      transports: response.getTransports?.() ?? [],
    },
  } as RegistrationResponseJSON;
}

/** Asks to be shown a passkey, in a dialog or (`conditional`) in the browser's own list. Rejects likewise. */
export async function authenticate(
  options: PublicKeyCredentialRequestOptionsJSON,
  signal: AbortSignal,
  mediation?: "conditional",
): Promise<AuthenticationResponseJSON> {
  const publicKey = {
    ...options,
    challenge: toBytes(options.challenge),
    allowCredentials: mediation ? [] : options.allowCredentials?.map(describe),
  } as PublicKeyCredentialRequestOptions;
  const credential = answered(await navigator.credentials.get({ publicKey, signal, ...(mediation && { mediation }) }));
  const response = credential.response as AuthenticatorAssertionResponse;
  return {
    ...common(credential),
    response: {
      clientDataJSON: toText(response.clientDataJSON),
      authenticatorData: toText(response.authenticatorData),
      signature: toText(response.signature),
      ...(response.userHandle && { userHandle: toText(response.userHandle) }),
    },
  } as AuthenticationResponseJSON;
}

function answered(credential: Credential | null): PublicKeyCredential {
  if (!credential) throw new Error("the browser gave no credential, and no reason");
  return credential as PublicKeyCredential;
}

function common(credential: PublicKeyCredential) {
  const { id, rawId, type, authenticatorAttachment } = credential;
  return {
    id,
    rawId: toText(rawId),
    type,
    clientExtensionResults: credential.getClientExtensionResults(),
    // Null in browsers that do not tell; the JSON then has no such member.
    authenticatorAttachment: authenticatorAttachment ?? undefined,
  };
}

function describe(descriptor: PublicKeyCredentialDescriptorJSON) {
  return { ...descriptor, id: toBytes(descriptor.id) };
}

/** From base64url without padding (RFC 4648, section 5), which is how WebAuthn writes bytes in JSON. */
function toBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
}

function toText(bytes: ArrayBuffer): string {
  const text = String.fromCharCode(...new Uint8Array(bytes));
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
