// Codes from phone to phone: shown as a picture, and read by the camera where the browser can read one; elsewhere they are typed.
// The picture (ISO/IEC 18004) has version 5 at level L, in bytes, mask 0; one block, so at most
// 106 bytes and no
// interleaving.
const SIZE = 37;
const DATA_CODEWORDS = 108;
const CHECK_CODEWORDS = 26;
const ALIGNED_AT = 30;
/** Level L, mask 0, with its check bits (clause 7.9). */
const FORMAT = 0b111011111000100;

const EXP = [1];
for (let i = 1; i < 255; i++) {
  EXP[i] = EXP[i - 1] * 2 > 255 ? (EXP[i - 1] * 2) ^ 0x11d : EXP[i - 1] * 2;
}
const LOG = Object.fromEntries(EXP.map((value, i) => [value, i]));
const times = (one, other) => (one && other ? EXP[(LOG[one] + LOG[other]) % 255] : 0);

/** Remainder by the generator of Reed and Solomon. */
function check(data) {
  let generator = [1];
  for (let i = 0; i < CHECK_CODEWORDS; i++) {
    const next = [...generator, 0];
    generator.forEach((value, at) => (next[at + 1] ^= times(value, EXP[i])));
    generator = next;
  }
  const rest = [...data, ...Array(CHECK_CODEWORDS).fill(0)];
  data.forEach((_, at) => {
    const factor = rest[at];
    generator.forEach((value, i) => (rest[at + i] ^= times(value, factor)));
  });
  return rest.slice(data.length);
}

function codewords(text) {
  const bytes = [...new TextEncoder().encode(text)];
  if (bytes.length > DATA_CODEWORDS - 2) {
    throw new RangeError(`at most ${DATA_CODEWORDS - 2} bytes, got ${bytes.length}`);
  }
  const bits = [0b0100, bytes.length >> 4, bytes.length & 15, ...bytes.flatMap((byte) => [byte >> 4, byte & 15]), 0];
  const data = Array.from({ length: bits.length / 2 }, (_, i) => (bits[2 * i] << 4) | bits[2 * i + 1]);
  for (let pad = 0xec; data.length < DATA_CODEWORDS; pad ^= 0xec ^ 0x11) {
    data.push(pad);
  }
  return [...data, ...check(data)];
}

/** Dark modules, row by row. */
export function modules(text) {
  const grid = Array.from({ length: SIZE }, () => Array(SIZE).fill(undefined));
  const set = (x, y, dark) => {
    if (x >= 0 && y >= 0 && x < SIZE && y < SIZE) {
      grid[y][x] = dark;
    }
  };
  const finder = (cx, cy) => {
    for (let dy = -4; dy <= 4; dy++) {
      for (let dx = -4; dx <= 4; dx++) {
        const ring = Math.max(Math.abs(dx), Math.abs(dy));
        set(cx + dx, cy + dy, ring !== 2 && ring !== 4);
      }
    }
  };
  for (let i = 8; i < SIZE - 8; i++) {
    set(i, 6, i % 2 === 0);
    set(6, i, i % 2 === 0);
  }
  finder(3, 3);
  finder(SIZE - 4, 3);
  finder(3, SIZE - 4);
  for (let dy = -2; dy <= 2; dy++) {
    for (let dx = -2; dx <= 2; dx++) {
      set(ALIGNED_AT + dx, ALIGNED_AT + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
    }
  }
  for (let i = 0; i < 15; i++) {
    const dark = Boolean((FORMAT >> i) & 1);
    set(8, i < 6 ? i : i < 8 ? i + 1 : SIZE - 15 + i, dark);
    set(i < 8 ? SIZE - 1 - i : i < 9 ? 7 : 14 - i, 8, dark);
  }
  set(8, SIZE - 8, true);
  const bits = codewords(text).flatMap((word) => [7, 6, 5, 4, 3, 2, 1, 0].map((at) => (word >> at) & 1));
  let next = 0;
  for (let right = SIZE - 1; right > 0; right -= 2) {
    const columns = right <= 6 ? right - 1 : right;
    const isUp = ((SIZE - 1 - right) / 2) % 2 === 0;
    for (let step = 0; step < SIZE; step++) {
      const y = isUp ? SIZE - 1 - step : step;
      for (const x of [columns, columns - 1]) {
        if (grid[y][x] === undefined) {
          const bit = next < bits.length ? bits[next++] : 0;
          grid[y][x] = Boolean(bit) !== ((x + y) % 2 === 0);
        }
      }
    }
  }
  return grid;
}

/** Draws it on a canvas as large as the window lets it be, four modules of light around it. */
function draw(canvas) {
  const grid = modules(canvas.dataset.qr);
  const dot = Math.max(2, Math.floor((Math.min(innerWidth, 480) - 48) / (SIZE + 8)));
  canvas.width = canvas.height = (SIZE + 8) * dot;
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = "#000";
  grid.forEach((row, y) => row.forEach((dark, x) => dark && pen.fillRect((x + 4) * dot, (y + 4) * dot, dot, dot)));
}

const GLANCE_MILLIS = 200;
const LONGEST_MILLIS = 60_000;

/** Looks through the camera until a code of this kind is before it, and tells the button of the rest of its text. */
async function look(button, view) {
  const kind = button.dataset.reads;
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  button.disabled = true;
  try {
    button.after(view);
    view.hidden = false;
    view.srcObject = stream;
    await view.play();
    for (const end = Date.now() + LONGEST_MILLIS; Date.now() < end; await new Promise((on) => setTimeout(on, GLANCE_MILLIS))) {
      const found = (await detector.detect(view)).find((one) => one.rawValue.startsWith(kind));
      if (found) {
        button.dispatchEvent(new CustomEvent("read", { detail: found.rawValue.slice(kind.length) }));
        return;
      }
    }
  } finally {
    stream.getTracks().forEach((track) => track.stop());
    view.hidden = true;
    button.disabled = false;
  }
}

async function begin() {
  const paint = () => document.querySelectorAll("canvas[data-qr]").forEach(draw);
  new MutationObserver(paint).observe(document.body, { subtree: true, attributes: true, attributeFilter: ["data-qr"] });
  addEventListener("resize", paint);
  paint();
  const formats = globalThis.BarcodeDetector && navigator.mediaDevices ? await BarcodeDetector.getSupportedFormats() : [];
  if (formats.includes("qr_code")) {
    for (const button of document.querySelectorAll("button[data-reads]")) {
      // Without the camera's leave the characters are typed.
      button.addEventListener("click", () => look(button, document.getElementById("view")).catch(() => (button.hidden = true)));
      button.hidden = false;
    }
  }
}

if (globalThis.document) {
  begin();
}
