// The secret of the operator and the key of the supervisor, each in the browser of the one it belongs to: made here, kept here, sealed
// and opened here (docs/draw-protocol.md §4). What is sent is what `./suite witness` would send.
import { sha256 } from "../verify.mjs";

const encoder = new TextEncoder();
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const bytes = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const random = (count) => crypto.getRandomValues(new Uint8Array(count));
const joined = (...parts) => Uint8Array.from(parts.flatMap((part) => Array.from(part)));
const isHex = (text, digits) => new RegExp(`^[0-9a-f]{${digits}}$`).test(text);

const X25519 = { name: "X25519" };
/** RFC 8410: what stands before the 32 bytes of a secret half in PKCS #8. */
const PKCS8 = bytes("302e020100300506032b656e04220420");

/** Whether this browser can do it; `crypto.subtle` is there on https and on this very machine alone. */
export async function isAble() {
  try {
    await crypto.subtle.generateKey(X25519, true, ["deriveBits"]);
    return true;
  } catch {
    return false;
  }
}

export const commitmentOf = (secret) => hex(sha256(encoder.encode("dr/secret/1\0"), bytes(secret)));
export const receiptHashOf = (receipt) => hex(sha256(bytes(receipt)));

/** A fresh key: secret half and public half, 64 hex digits each. */
export async function freshKey() {
  const pair = await crypto.subtle.generateKey(X25519, true, ["deriveBits"]);
  const packed = new Uint8Array(await crypto.subtle.exportKey("pkcs8", pair.privateKey));
  return { secretHalf: hex(packed.slice(-32)), publicHalf: hex(new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey))) };
}

async function cipher(secretHalf, other, context) {
  const own = await crypto.subtle.importKey("pkcs8", joined(PKCS8, bytes(secretHalf)), X25519, false, ["deriveBits"]);
  const theirs = await crypto.subtle.importKey("raw", other, X25519, false, []);
  const shared = await crypto.subtle.deriveBits({ ...X25519, public: theirs }, own, 256);
  const stretched = await crypto.subtle.importKey("raw", shared, "HKDF", false, ["deriveBits"]);
  const stream = await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info: context }, stretched, 44 * 8);
  const key = await crypto.subtle.importKey("raw", stream.slice(0, 32), "AES-GCM", false, ["encrypt", "decrypt"]);
  return { key, how: { name: "AES-GCM", iv: stream.slice(32), additionalData: context } };
}

const contextOf = (draw, commitment, ephemeral, recipient) =>
  joined(encoder.encode("dr/deposit/1\0"), ephemeral, recipient, bytes(commitment), encoder.encode(draw));

/** Base64 of an ephemeral public key and of secret and receipt, sealed to the key of a supervisor. */
export async function seal(draw, key, secret, receipt) {
  const once = await freshKey();
  const ephemeral = bytes(once.publicHalf);
  const { key: by, how } = await cipher(once.secretHalf, bytes(key), contextOf(draw, commitmentOf(secret), ephemeral, bytes(key)));
  const sealed = new Uint8Array(await crypto.subtle.encrypt(how, by, joined(bytes(secret), bytes(receipt))));
  return btoa(String.fromCharCode(...ephemeral, ...sealed));
}

/** What lies in a deposit; fails where it was sealed to another key, for another draw or commitment, or holds another secret. */
export async function open(draw, commitment, key, sealed) {
  const all = Uint8Array.from(atob(sealed), (sign) => sign.charCodeAt(0));
  const ephemeral = all.slice(0, 32);
  const { key: by, how } = await cipher(key.secretHalf, ephemeral, contextOf(draw, commitment, ephemeral, bytes(key.publicHalf)));
  const inside = hex(new Uint8Array(await crypto.subtle.decrypt(how, by, all.slice(32))));
  const found = { secret: inside.slice(0, 64), receipt: inside.slice(64) };
  if (commitmentOf(found.secret) !== commitment) {
    throw new Error("another secret than was committed to");
  }
  return found;
}

const place = {
  key: (account) => `double-random/supervisor/${account}`,
  own: (draw, account) => `double-random/operator/${draw}/${account}`,
  opened: (draw, account) => `double-random/opened/${draw}/${account}`,
};

/** The secret and the public half of a key, a line each, as `./suite witness key` keeps them. */
function keyKept(account) {
  const [secretHalf = "", publicHalf = ""] = (localStorage.getItem(place.key(account)) ?? "").split("\n");
  return isHex(secretHalf, 64) && isHex(publicHalf, 64) ? { secretHalf, publicHalf } : null;
}

const there = (id) => document.getElementById(id);
const show = (id, is = true) => there(id)?.toggleAttribute("hidden", !is);
const formWith = (name) => document.querySelector(`form [name="${name}"]`)?.closest("form");

function send(form, said) {
  Object.entries(said).forEach(([name, value]) => (form.elements.namedItem(name).value = value));
  form.requestSubmit();
}

/** One press; what fails says so beside it. */
function pressed(id, work, failed) {
  const button = there(id);
  button.closest("p").hidden = false;
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      await work();
    } catch {
      show(failed);
      button.disabled = false;
    }
  });
}

function laying({ draw, account, key }) {
  const kept = localStorage.getItem(place.own(draw, account));
  show("seal-again", Boolean(kept));
  pressed(
    "seal",
    async () => {
      const secret = kept ?? hex(random(32));
      const receipt = hex(random(32));
      // Kept before it is sent: a draw whose secret is lost can be completed by the supervisor alone.
      localStorage.setItem(place.own(draw, account), secret);
      send(formWith("sealed"), {
        operatorCommitment: commitmentOf(secret),
        sealed: await seal(draw, key, secret, receipt),
        key,
        receiptHash: receiptHashOf(receipt),
      });
    },
    "seal-failed",
  );
}

function opening({ draw, account, key, commitment, sealed }) {
  const own = keyKept(account);
  if (own?.publicHalf !== key) {
    show("no-key");
    return;
  }
  pressed(
    "unseal",
    async () => {
      const found = await open(draw, commitment, own, sealed);
      localStorage.setItem(place.opened(draw, account), found.secret);
      send(formWith("openedCommitment"), { openedCommitment: commitmentOf(found.secret), receipt: found.receipt });
    },
    "unseal-failed",
  );
}

/** Before the commitment is published: whether who publishes it has what the draw is made with, while it can still be mended. */
function committing({ draw, account, commitment }) {
  const form = formWith("executeBy");
  const look = () => {
    const secret = localStorage.getItem(place.own(draw, account)) ?? "";
    const here = isHex(secret, 64) && commitmentOf(secret) === commitment;
    show("secret-here", here);
    show("secret-lost", !here);
    form.hidden = !here;
  };
  there("keep-secret").addEventListener("click", () => {
    const typed = there("own-secret").value.replace(/\s/g, "").toLowerCase();
    const fits = isHex(typed, 64) && commitmentOf(typed) === commitment;
    show("secret-other", !fits);
    if (fits) {
      localStorage.setItem(place.own(draw, account), typed);
      there("own-secret").value = "";
      look();
    }
  });
  there("without-secret").addEventListener("click", () => (form.hidden = false));
  look();
}

function executing({ draw, account }) {
  const secret = localStorage.getItem(place.own(draw, account)) ?? localStorage.getItem(place.opened(draw, account));
  const field = formWith("operatorSecret")?.elements.namedItem("operatorSecret");
  if (secret && field && !field.value) {
    field.value = secret;
    show("secret-filled");
  }
}

function keeping({ account }) {
  const own = keyKept(account);
  const known = own && Array.from(document.querySelectorAll("[data-public]")).some((row) => row.dataset.public === own.publicHalf);
  show("key-here", Boolean(own));
  show("restore", !own);
  if (own) {
    there("backup").textContent = `${own.secretHalf}\n${own.publicHalf}`;
  }
  if (!known) {
    pressed(
      "make-key",
      async () => {
        const fresh = own ?? (await freshKey());
        localStorage.setItem(place.key(account), `${fresh.secretHalf}\n${fresh.publicHalf}`);
        send(formWith("publicKey"), { publicKey: fresh.publicHalf });
      },
      "make-failed",
    );
  }
  there("take-back").addEventListener("click", () => {
    const [secretHalf = "", publicHalf = ""] = there("copy").value.trim().split(/\s+/);
    if (isHex(secretHalf, 64) && isHex(publicHalf, 64)) {
      localStorage.setItem(place.key(account), `${secretHalf}\n${publicHalf}`);
      location.reload();
    } else {
      show("no-copy");
    }
  });
}

/** What needs no key: any browser can do it. */
const withoutKey = { committing, executing };
const parts = { laying, opening, keeping };

if (globalThis.document) {
  for (const root of document.querySelectorAll("[data-keeper]")) {
    if (root.dataset.keeper in withoutKey) {
      withoutKey[root.dataset.keeper](root.dataset);
    } else if (await isAble()) {
      parts[root.dataset.keeper](root.dataset);
    } else {
      show("incapable");
    }
  }
}
