// What the pages on which is signed do by themselves: a hand on glass becomes points, and a key is made, kept and used on this
// phone alone. Without it a name is typed before a witness, and the hash is compared.
const WIDTH = 1000;
const HEIGHT = 400;
const MOST_POINTS = 3000;
const STORE = "signing-keys";

/** The keys of this phone, by their ids; their private halves cannot be read out, not even by this script. */
function keys(mode, ask) {
  return new Promise((found, failed) => {
    const opening = indexedDB.open("double-random", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(STORE, mode);
      const asked = ask(transaction.objectStore(STORE));
      transaction.oncomplete = () => found(asked.result);
      transaction.onerror = () => failed(transaction.error);
    };
  });
}

const base64 = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)));
const utf8 = (text) => new TextEncoder().encode(text);
const show = (element, seen) => element && (element.hidden = !seen);

/** A frame to write in: what is written stands in the hidden field as points of a glass of 1000 by 400. */
function glass(canvas) {
  const field = canvas.closest("form").querySelector("input[name=strokes]");
  const pen = canvas.getContext("2d");
  let strokes = field.value ? field.value.split(";").map((stroke) => stroke.split(" ").map((at) => at.split(",").map(Number))) : [];
  let writing = null;
  canvas.width = WIDTH;
  canvas.height = HEIGHT;

  const draw = () => {
    pen.clearRect(0, 0, WIDTH, HEIGHT);
    pen.strokeStyle = getComputedStyle(canvas).color;
    pen.lineWidth = 6;
    pen.lineCap = pen.lineJoin = "round";
    for (const stroke of strokes) {
      pen.beginPath();
      stroke.forEach(([x, y], i) => (i ? pen.lineTo(x, y) : pen.moveTo(x, y)));
      pen.stroke();
    }
  };
  const keep = () => {
    field.value = strokes.map((stroke) => stroke.map((at) => at.join(",")).join(" ")).join(";");
    draw();
  };
  const at = (event) => {
    const frame = canvas.getBoundingClientRect();
    const within = (value, most) => Math.max(0, Math.min(most, Math.round(value * most)));
    return [within((event.clientX - frame.left) / frame.width, WIDTH), within((event.clientY - frame.top) / frame.height, HEIGHT)];
  };
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    writing = [at(event)];
    strokes.push(writing);
    event.preventDefault();
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!writing || strokes.reduce((all, stroke) => all + stroke.length, 0) >= MOST_POINTS) {
      return;
    }
    const [x, y] = at(event);
    const [lastX, lastY] = writing[writing.length - 1];
    if (Math.abs(x - lastX) + Math.abs(y - lastY) > 3) {
      writing.push([x, y]);
      draw();
    }
  });
  for (const end of ["pointerup", "pointercancel"]) {
    canvas.addEventListener(end, () => {
      writing = null;
      keep();
    });
  }
  document.getElementById("clear").addEventListener("click", () => {
    strokes = [];
    keep();
  });
  show(document.getElementById("glass"), true);
  draw();
}

/** How a key of this phone signs: Ed25519, or on P-256 where the browser has no other. */
const how = (key) => (key.algorithm.name === "ECDSA" ? { name: "ECDSA", hash: "SHA-256" } : key.algorithm.name);

/** A new key whose private half cannot be read out. */
const made = () =>
  crypto.subtle
    .generateKey("Ed25519", false, ["sign", "verify"])
    .catch(() => crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, ["sign", "verify"]));

/** The own signature by the key of this phone. */
async function sign(place) {
  const kept = await keys("readonly", (store) => store.get(place.dataset.key)).catch(() => undefined);
  show(document.getElementById("elsewhere"), !kept);
  show(document.getElementById("here"), Boolean(kept));
  if (!kept) {
    return;
  }
  const form = place.querySelector("form");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const message = utf8(place.dataset.message.split("|").join("\n") + "\n");
    form.elements.signature.value = base64(await crypto.subtle.sign(how(kept), kept, message));
    form.submit();
  });
}

/** A key is made here, kept here, and enrolled with a signature that shows it. */
function enrol(place) {
  const form = place.querySelector("form");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      const pair = await made();
      const raw = await crypto.subtle.exportKey("raw", pair.publicKey);
      const known = base64(raw);
      const proof = await crypto.subtle.sign(how(pair.privateKey), pair.privateKey, utf8(`double-random/signing-key/1\n${place.dataset.account}\n${known}\n`));
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", raw));
      const id = Array.from(digest.slice(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
      await keys("readwrite", (store) => store.put(pair.privateKey, id));
      form.elements.publicKey.value = known;
      form.elements.proof.value = base64(proof);
      form.submit();
    } catch {
      show(document.getElementById("incapable"), true);
    }
  });
  show(place, Boolean(globalThis.crypto && crypto.subtle));
  show(document.getElementById("incapable"), !(globalThis.crypto && crypto.subtle));
}

const canvas = document.querySelector("canvas.glass");
const signing = document.getElementById("sign");
const enrolling = document.getElementById("enrol");
const held = document.getElementById("held");
if (canvas) {
  glass(canvas);
}
if (signing && signing.dataset.key) {
  sign(signing);
}
if (enrolling) {
  enrol(enrolling);
}
if (held) {
  keys("readonly", (store) => store.get(held.dataset.key))
    .catch(() => undefined)
    .then((kept) => {
      show(held, Boolean(kept));
      show(document.getElementById("not-held"), !kept);
    });
}
