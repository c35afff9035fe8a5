// Passkeys: asks the server for a challenge, the device for an answer, and puts that into an ordinary form.
//
// The page has <div data-passkey="get|create" data-passkey-begin="…" data-passkey-failed="…"> around a hidden form with the empty fields `ceremony` and
// `credential`. Where there is no script, or no passkeys, the form stays hidden and the text beside it says why.

import { announce } from './announce';

interface Begun {
  ceremony: string;
  publicKey: Record<string, unknown>;
}

/** Shows and prepares the forms of passkeys. */
export function passkeys(): void {
  if (!window.PublicKeyCredential || !navigator.credentials) return;
  for (const place of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
    const form = place.querySelector('form');
    const on = place.querySelector<HTMLElement>('[data-passkey-on]');
    const off = place.querySelector<HTMLElement>('[data-passkey-off]');
    if (!form || !on || !off) continue;
    on.hidden = false;
    off.hidden = true;
    form.addEventListener('submit', (event) => {
      // The second time the fields are filled in and the form goes its ordinary way.
      if (field(form, 'credential').value) return;
      event.preventDefault();
      void hold(place, form, off);
    });
  }
}

/** The whole ceremony; what goes wrong is said beside the button. */
async function hold(place: HTMLElement, form: HTMLFormElement, note: HTMLElement): Promise<void> {
  const button = form.querySelector('button');
  if (!button || button.getAttribute('aria-disabled') === 'true') return;
  button.setAttribute('aria-disabled', 'true');
  try {
    const begun = await begin(place.dataset['passkeyBegin'] ?? '', field(form, 'csrf').value);
    const credential = place.dataset['passkey'] === 'create' ? await create(begun.publicKey) : await get(begun.publicKey);
    field(form, 'ceremony').value = begun.ceremony;
    field(form, 'credential').value = JSON.stringify(credential);
    note.hidden = true;
    form.requestSubmit(button);
  } catch {
    // Closing the device's dialog looks the same as a device that cannot: the person tries again or takes another way.
    note.textContent = place.dataset['passkeyFailed'] ?? '';
    note.hidden = false;
    announce(note.textContent);
  } finally {
    button.removeAttribute('aria-disabled');
  }
}

async function begin(address: string, csrf: string): Promise<Begun> {
  const answer = await fetch(address, { method: 'POST', body: new URLSearchParams({ csrf }), headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`the server answers ${answer.status}`);
  return (await answer.json()) as Begun;
}

async function create(options: Record<string, unknown>): Promise<unknown> {
  const user = options['user'] as Record<string, unknown>;
  const publicKey = {
    ...options,
    challenge: bytes(options['challenge']),
    user: { ...user, id: bytes(user['id']) },
    excludeCredentials: descriptors(options['excludeCredentials']),
  } as unknown as PublicKeyCredentialCreationOptions;
  const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
  const response = made.response as AuthenticatorAttestationResponse;
  return {
    ...named(made),
    response: {
      attestationObject: text(response.attestationObject),
      clientDataJSON: text(response.clientDataJSON),
      transports: response.getTransports(),
    },
  };
}

async function get(options: Record<string, unknown>): Promise<unknown> {
  const publicKey = {
    ...options,
    challenge: bytes(options['challenge']),
    allowCredentials: descriptors(options['allowCredentials']),
  } as unknown as PublicKeyCredentialRequestOptions;
  const used = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
  const response = used.response as AuthenticatorAssertionResponse;
  return {
    ...named(used),
    response: {
      authenticatorData: text(response.authenticatorData),
      clientDataJSON: text(response.clientDataJSON),
      signature: text(response.signature),
      userHandle: response.userHandle ? text(response.userHandle) : null,
    },
  };
}

function named(credential: PublicKeyCredential): Record<string, unknown> {
  return { id: credential.id, rawId: text(credential.rawId), type: credential.type };
}

function descriptors(list: unknown): unknown[] {
  return ((list ?? []) as Record<string, unknown>[]).map((one) => ({ ...one, id: bytes(one['id']) }));
}

function field(form: HTMLFormElement, name: string): HTMLInputElement {
  return form.elements.namedItem(name) as HTMLInputElement;
}

/** Base64 as in addresses (`-` and `_`, no `=`), as the server writes bytes. */
function bytes(coded: unknown): ArrayBuffer {
  const plain = atob(String(coded).replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (character) => character.charCodeAt(0)).buffer;
}

function text(buffer: ArrayBuffer): string {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
