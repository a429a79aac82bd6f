// A text as a picture another phone's camera reads (ISO/IEC 18004): version 5 at level L, in bytes, mask 0; one block, so at most
// 106 bytes and no interleaving.
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

/** Draws it on a canvas, four modules of light around it. */
export function draw(canvas, text) {
  const grid = modules(text);
  const dot = 6;
  canvas.width = canvas.height = (SIZE + 8) * dot;
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = "#000";
  grid.forEach((row, y) => row.forEach((dark, x) => dark && pen.fillRect((x + 4) * dot, (y + 4) * dot, dot, dot)));
}
