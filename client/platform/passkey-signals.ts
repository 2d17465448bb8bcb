/**
 * Tells the device's password managers what became of passkeys, so that they stop offering what opens nothing (WebAuthn
 * level 3, 5.1.10 "Signal API"). A courtesy: younger than the oldest browsers Rebound runs on, and never waited for.
 */

/** What password managers should know of an account; ids are base64url. */
export interface PasskeyOwner {
  readonly rp_id: string;
  readonly user_id: string;
  readonly name: string;
  /** All passkeys that open it. What is missing here is hidden or removed by the managers. */
  readonly credential_ids: readonly string[];
}

interface Signals {
  signalUnknownCredential?(about: { rpId: string; credentialId: string }): Promise<void>;
  signalAllAcceptedCredentials?(about: { rpId: string; userId: string; allAcceptedCredentialIds: readonly string[] }): Promise<void>;
  signalCurrentUserDetails?(about: { rpId: string; userId: string; name: string; displayName: string }): Promise<void>;
}

/** The server knows no such passkey. */
export function signalUnknown(rpId: string, credentialId: string): void {
  send((signals) => signals.signalUnknownCredential?.({ rpId, credentialId }));
}

/** After a passkey was added or removed, here or elsewhere. */
export function signalAccepted({ rp_id: rpId, user_id: userId, credential_ids }: PasskeyOwner): void {
  send((signals) => signals.signalAllAcceptedCredentials?.({ rpId, userId, allAcceptedCredentialIds: credential_ids }));
}

/** After the account got another name. */
export function signalName({ rp_id: rpId, user_id: userId, name }: PasskeyOwner): void {
  send((signals) => signals.signalCurrentUserDetails?.({ rpId, userId, name, displayName: name }));
}

function send(signal: (signals: Signals) => Promise<void> | undefined): void {
  try {
    // Asked of the class itself: these are static methods that look at their `this`.
    const signals = (globalThis as { PublicKeyCredential?: Signals }).PublicKeyCredential;
    void (signals && signal(signals))?.catch(() => undefined);
  } catch {
    // A manager that cannot be told goes on offering it; the server's answer says what is the matter.
  }
}
