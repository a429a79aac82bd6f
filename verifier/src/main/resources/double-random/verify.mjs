// Verifies double-random/1 draw bundles in a browser or in node: no packages, no network, no code shared with the
// other verifiers. Checks everything of the protocol's section 9 but BLS signatures and the ledger, in its order.
//   node verify.mjs BUNDLE.json...      Exit status 0 only if all are OK, 1 if one is not, 2 if nothing could be asked.
//   import { verify } from "./verify.mjs";
//   verify(new Uint8Array(bytes))  →  { code: null | "FRAME_ROOT" | …, detail: "…" }, and what was checked where all holds

/** What is wrong, by the code of section 9. */
class Refused extends Error {
  constructor(code, detail) {
    super(detail);
    this.code = code;
  }
}

function must(holds, code, detail) {
  if (!holds) {
    throw new Refused(code, detail);
  }
}

/** Judges the bytes of one bundle; never throws. */
export function verify(bytes) {
  try {
    const bundle = parse(bytes);
    check(bundle);
    return { code: null, detail: remarks(bundle), checked: checked(bundle) };
  } catch (error) {
    if (error instanceof Refused) {
      return { code: error.code, detail: error.message };
    }
    return { code: "MALFORMED", detail: "numbers or nesting beyond any real draw" };
  }
}

/** What held, in words; more is not said than was looked at. */
function checked({ commit, result }) {
  const whole = commit.stage === "draw";
  return [
    "commitment",
    whole ? "frame, inspectors and recusals" : "inspectors, recusals and the draw that is continued",
    "source of chance",
    ...(commit.mode === "sealed" ? ["VRF proof"] : []),
    "seed",
    whole ? "allocation, selection and alternates" : "selection",
    result.infeasible ? "that no teams can be made" : "teams and their certificate",
    "result",
  ];
}

function remarks(b) {
  const { commit, result } = b;
  const entropy = {
    ceremony: () => `ceremony of ${result.entropy.contributions.length} witnesses`,
    lottery: () =>
      `compare with the official bulletin: ${result.entropy.source} ${result.entropy.issue} of ` +
      `${commit.entropy.drawnAt}, numbers ${JSON.stringify(result.entropy.numbers)}`,
    drand: () => `drand round ${result.entropy.round}, BLS signature not checked by this program`,
  }[commit.entropy.kind]();
  return `commit ${b.commitHash}; ${entropy}; ledger not checked`;
}

// ---------------------------------------------------------------- section 1: JSON

const MAX_NESTING = 32;
const SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * Whether each sign is written in one way only (NFC). Marks without end would be put in their order
 * one by one, in time that grows with their square: two in the wrong order are found before.
 */
function isComposed(text) {
  const composed = (part) => part.normalize("NFC") === part;
  for (const [run] of text.matchAll(/\p{M}{31,}/gu)) {
    const marks = [...run];
    if (!marks.slice(1).every((mark, i) => composed(marks[i] + mark))) {
      return false;
    }
  }
  return composed(text);
}

/** Objects become Maps, so that no name of a member can be mistaken for one of the language. */
function parse(bytes) {
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refused("MALFORMED", "not UTF-8");
  }
  let at = 0;
  const wrong = (expected) => new Refused("MALFORMED", `at character ${at} expected ${expected}`);
  const space = () => {
    while (" \t\r\n".includes(text[at] ?? "x")) {
      at++;
    }
  };
  const expect = (sign) => {
    if (text[at++] !== sign) {
      throw wrong(sign);
    }
  };
  const string = () => {
    const match = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
    match.lastIndex = at;
    const found = match.exec(text);
    if (!found) {
      throw wrong("a string");
    }
    at = match.lastIndex;
    const value = JSON.parse(found[0]);
    if (SURROGATE.test(value) || !isComposed(value)) {
      throw wrong("an NFC string without lone surrogates");
    }
    return value;
  };
  const integer = () => {
    const match = /(?:0|-?[1-9][0-9]{0,15})(?![0-9.eE+-])/y;
    match.lastIndex = at;
    const found = match.exec(text);
    if (!found || !Number.isSafeInteger(Number(found[0]))) {
      throw wrong("an integer below 2^53");
    }
    at = match.lastIndex;
    return Number(found[0]);
  };
  const members = (depth) => {
    const object = new Map();
    for (expect("{"), space(); text[at] !== "}"; ) {
      if (object.size > 0) {
        expect(",");
        space();
      }
      const name = string();
      space();
      expect(":");
      if (object.has(name)) {
        throw wrong("each key once");
      }
      object.set(name, value(depth));
      space();
    }
    at++;
    return object;
  };
  const items = (depth) => {
    const array = [];
    for (expect("["), space(); text[at] !== "]"; ) {
      if (array.length > 0) {
        expect(",");
      }
      array.push(value(depth));
      space();
    }
    at++;
    return array;
  };
  const value = (depth) => {
    space();
    if ((text[at] === "{" || text[at] === "[") && depth === MAX_NESTING) {
      throw wrong(`nesting of at most ${MAX_NESTING}`);
    }
    return text[at] === "{"
      ? members(depth + 1)
      : text[at] === "[" ? items(depth + 1) : text[at] === '"' ? string() : integer();
  };
  const root = value(0);
  space();
  if (at !== text.length) {
    throw wrong("nothing more");
  }
  return bundle(root);
}

/** J(x), RFC 8785. */
function canonical(x) {
  if (Array.isArray(x)) {
    return `[${x.map(canonical).join(",")}]`;
  }
  if (x instanceof Map) {
    const names = [...x.keys()].sort();
    return `{${names.map((n) => `${JSON.stringify(n)}:${canonical(x.get(n))}`).join(",")}}`;
  }
  return typeof x === "object"
    ? canonical(new Map(Object.entries(x)))
    : typeof x === "string" ? JSON.stringify(x) : String(x);
}

// ---------------------------------------------------------------- shapes

const MILLION = 1_000_000;
const bad = (path, what) => new Refused("MALFORMED", `${path} ${what}`);

const text = (least = 0, most = 1024) => (x, path) => {
  const length = typeof x === "string" ? [...x].length : -1;
  if (length < least || length > most) {
    throw bad(path, `must be a string of ${least} to ${most} characters`);
  }
  return x;
};
const id = (x, path) => {
  if (/\p{Cc}/u.test(text(1, 64)(x, path))) {
    throw bad(path, "must be an id without control characters");
  }
  return x;
};
const filled = text(1);
const hex = (bytes) => (x, path) => {
  if (typeof x !== "string" || x.length !== 2 * bytes || !/^[0-9a-f]*$/.test(x)) {
    throw bad(path, `must be ${bytes} bytes in lower-case hex`);
  }
  return x;
};
const matching = (pattern) => (x, path) => {
  if (typeof x !== "string" || !pattern.test(x)) {
    throw bad(path, `must match ${pattern}`);
  }
  return x;
};
const time = (x, path) => {
  matching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/)(x, path);
  const seconds = Date.parse(x);
  if (Number.isNaN(seconds) || new Date(seconds).toISOString().replace(".000", "") !== x) {
    throw bad(path, "must be a time of the calendar");
  }
  return x;
};
const count = (least, most = Number.MAX_SAFE_INTEGER) => (x, path) => {
  if (typeof x !== "number" || x < least || x > most) {
    throw bad(path, `must be an integer ${least}..${most}`);
  }
  return x;
};
const list = (shape, least = 0, most = Infinity) => (x, path) => {
  if (!Array.isArray(x) || x.length < least || x.length > most) {
    throw bad(path, "must be an array of the right length");
  }
  return x.map((item, i) => shape(item, `${path}[${i}]`));
};
const mapOf = (shape) => (x, path) => {
  if (!(x instanceof Map)) {
    throw bad(path, "must be an object");
  }
  return new Map([...x].map(([name, value]) => [name, shape(value, `${path}.${name}`)]));
};
/** Exactly these members; `name?` may be absent. The raw Map stays beside them for hashing. */
const object = (shapes) => (x, path) => {
  const known = mapOf((value) => value)(x, path);
  const read = { raw: x };
  for (const [declared, shape] of Object.entries(shapes)) {
    const name = declared.replace("?", "");
    if (known.has(name)) {
      read[name] = shape(known.get(name), `${path}.${name}`);
      known.delete(name);
    } else if (name === declared) {
      throw bad(`${path}.${name}`, "is missing");
    }
  }
  if (known.size > 0) {
    throw bad(path, `has members not allowed here: ${[...known.keys()]}`);
  }
  return read;
};

const pair = (x, path) =>
  list(matching(/^(0|-?[1-9][0-9]{0,39})$/), 2, 2)(x, path).map((part) => BigInt(part));
const promises = {
  ceremony: object({
    kind: filled,
    operatorCommitment: hex(32),
    witnesses: list(object({ by: filled, commitment: hex(32) })),
  }),
  lottery: object({
    kind: filled,
    source: filled,
    issue: filled,
    drawnAt: time,
    groups: list(object({ count: count(0), min: count(0), max: count(0) })),
  }),
  drand: object({ kind: filled, chain: hex(32), round: count(1) }),
};
const reveals = {
  ceremony: object({
    kind: filled,
    operatorSecret: hex(32),
    contributions: list(object({ by: filled, nonce: hex(16), value: text() })),
  }),
  lottery: object({
    kind: filled,
    source: filled,
    issue: filled,
    numbers: list(list(count(-Number.MAX_SAFE_INTEGER))),
  }),
  drand: object({ kind: filled, chain: hex(32), round: count(1), signature: hex(48), randomness: hex(32) }),
};

function member(x, name, path) {
  const value = x instanceof Map ? x.get(name) : undefined;
  if (value === undefined) {
    throw bad(`${path}.${name}`, "is missing");
  }
  return value;
}

function ofKind(shapes, kind) {
  return (x, path) => {
    const written = member(x, "kind", path);
    if (!Object.hasOwn(shapes, written) || (kind && kind !== written)) {
      throw bad(`${path}.kind`, "is not known here");
    }
    return shapes[written](x, path);
  };
}

function gcd(a, b) {
  return b === 0n ? a : gcd(b, a % b);
}

function commitShape(x, path) {
  const mode = member(x, "mode", path);
  const stage = member(x, "stage", path);
  const commit = object({
    protocol: matching(/^double-random\/1$/),
    stage: matching(/^(draw|teams)$/),
    drawId: filled,
    planId: filled,
    taskId: filled,
    round: count(1),
    mode: matching(/^(open|sealed)$/),
    ...(mode === "sealed" ? { vrfKey: hex(32), openBy: time } : {}),
    rulePack: filled,
    executeBy: time,
    ...(stage === "teams"
      ? { continues: hex(32) }
      : {
          frameRoot: hex(32),
          frameSize: count(0),
          strata: list(object({ name: id, num: count(0), den: count(1, MILLION) }), 1),
          "floor?": object({ num: count(0), den: count(1, MILLION), alreadyCovered: count(0) }),
          alternates: count(0, MILLION),
        }),
    inspectorRoot: hex(32),
    inspectorCount: count(0),
    recusalRoot: hex(32),
    recusalCount: count(0),
    slots: list(list(id), 2, 16),
    entropy: ofKind(promises),
  })(x, path);
  if (mode === "sealed" && !(commit.executeBy < commit.openBy)) {
    throw bad(`${path}.openBy`, "must be after executeBy");
  }
  // region-plan-task-round (§3): the id and its parts must tell the same story.
  const tail = `-${commit.planId}-${commit.taskId}-${commit.round}`;
  if (!commit.drawId.endsWith(tail) || commit.drawId.length === tail.length) {
    throw bad(`${path}.drawId`, "must be region-plan-task-round");
  }
  if (stage === "draw") {
    strataShape(commit, path);
  }
  return commit;
}

function strataShape({ strata, floor }, path) {
  let lcm = 1n;
  for (const s of strata) {
    lcm = (lcm / gcd(lcm, BigInt(s.den))) * BigInt(s.den);
    if (s.num > s.den || lcm > BigInt(MILLION) || (floor && s.num === 0)) {
      throw bad(`${path}.strata`, "has an impossible rate");
    }
  }
  if (new Set(strata.map((s) => s.name)).size !== strata.length) {
    throw bad(`${path}.strata`, "has a name twice");
  }
  if (floor && floor.num > floor.den) {
    throw bad(`${path}.floor`, "is above the whole");
  }
}

function bundle(x, path = "bundle", isParent = false) {
  const protocol = text()(member(x, "protocol", path), `${path}.protocol`);
  must(protocol === "double-random/1" || isParent, "PROTOCOL_UNKNOWN", `protocol is ${protocol}`);
  const commit = commitShape(member(x, "commit", path), `${path}.commit`);
  const whole = commit.stage === "draw";
  must(whole || !isParent, "PARENT_RESULT", "the parent is itself a teams-only draw");
  const sealed = commit.mode === "sealed";
  const count0 = count(0);
  const result = object({
    commitHash: hex(32),
    entropy: ofKind(reveals, commit.entropy.kind),
    ...(sealed ? { vrfProof: hex(80) } : {}),
    seed: hex(32),
    ...(whole
      ? {
          allocation: list(
            object({
              stratum: id,
              inScope: count0,
              eligible: count0,
              expected: matching(/^(0|[1-9][0-9]{0,39})\/[1-9][0-9]{0,39}$/),
              drawn: count0,
            }),
          ),
          alternates: list(object({ stratum: id, ids: list(id) })),
        }
      : {}),
    selected: list(id),
    teams: list(object({ subject: id, inspectors: list(id) })),
    "infeasible?": object({
      missing: count0,
      slots: list(object({ subject: id, slot: count(0, 15) })),
    }),
  });
  const read = object({
    protocol: matching(/^double-random\/1$/),
    commit: () => commit,
    commitHash: hex(32),
    ...(whole
      ? { frame: list(object({ id, stratum: id, "excluded?": filled })) }
      : { parent: (p, at) => bundle(p, at, true) }),
    inspectors: list(object({ id, tags: list(id), load: count(0, MILLION), cap: count(0, MILLION) })),
    recusals: list(object({ subject: id, inspector: id, reason: filled })),
    result,
    "certificate?": object({
      potentials: object({
        source: pair,
        sink: pair,
        inspectors: mapOf(pair),
        slots: mapOf(list(pair)),
      }),
    }),
    resultHash: hex(32),
    ...(sealed ? { salt: hex(32) } : {}),
  })(x, path);
  if (read.certificate && read.result.infeasible) {
    throw bad(`${path}.certificate`, "is absent where the teams are infeasible");
  }
  if (whole) {
    const rates = new Map(commit.strata.map((s) => [s.name, s.num]));
    if (!read.frame.every((f) => rates.has(f.stratum))) {
      throw bad(`${path}.frame`, "has a stratum the commit does not list");
    }
    if (!read.frame.some((f) => rates.get(f.stratum) > 0 && !f.excluded)) {
      throw bad(`${path}.frame`, "has nobody who may be drawn at a rate above 0");
    }
  }
  return read;
}

// ---------------------------------------------------------------- hashes

const utf8 = (s) => new TextEncoder().encode(s);
const unhex = (s) => Uint8Array.from(s.match(/../g) ?? [], (byte) => parseInt(byte, 16));
const tohex = (bytes) => Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");

function concat(parts) {
  const all = new Uint8Array(parts.reduce((sum, p) => sum + p.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function primes(n) {
  const found = [];
  for (let p = 2; found.length < n; p++) {
    if (found.every((q) => p % q !== 0)) {
      found.push(p);
    }
  }
  return found;
}

/** ⌊x^(1/k)⌋ for big integers. */
function root(x, k) {
  let low = 0n;
  let high = 1n << 100n;
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** k <= x) {
      low = middle;
    } else {
      high = middle - 1n;
    }
  }
  return low;
}

/** FIPS 180-4: the first bits of the fractional parts of square and cube roots of the primes. */
const fraction = (p, k, bits) => BigInt.asUintN(bits, root(BigInt(p) << (k * BigInt(bits)), k));
const K512 = primes(80).map((p) => fraction(p, 3n, 64));
const H512 = primes(8).map((p) => fraction(p, 2n, 64));
const K256 = Int32Array.from(primes(64), (p) => Number(BigInt.asIntN(32, fraction(p, 3n, 32))));
const H256 = Int32Array.from(primes(8), (p) => Number(BigInt.asIntN(32, fraction(p, 2n, 32))));

function padded(message, block) {
  const length = block / 8;
  const blocks = Math.ceil((message.length + 1 + length) / block);
  const all = new Uint8Array(blocks * block);
  all.set(message);
  all[message.length] = 0x80;
  new DataView(all.buffer).setBigUint64(all.length - 8, BigInt(message.length) * 8n);
  return all;
}

const w32 = new Int32Array(64);

/** SHA-256 of the parts one after the other. */
export function sha256(...parts) {
  const data = padded(parts.length === 1 ? parts[0] : concat(parts), 64);
  const view = new DataView(data.buffer);
  const h = Int32Array.from(H256);
  const turn = (x, n) => (x >>> n) | (x << (32 - n));
  for (let block = 0; block < data.length; block += 64) {
    for (let i = 0; i < 16; i++) {
      w32[i] = view.getInt32(block + 4 * i);
    }
    for (let i = 16; i < 64; i++) {
      const x = w32[i - 15];
      const y = w32[i - 2];
      w32[i] =
        w32[i - 16] + w32[i - 7] +
        (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10));
    }
    let [a, b, c, d, e, f, g, k] = h;
    for (let i = 0; i < 64; i++) {
      const t1 =
        (k + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K256[i] + w32[i]) | 0;
      const t2 = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      k = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    [a, b, c, d, e, f, g, k].forEach((x, i) => (h[i] += x));
  }
  const out = new Uint8Array(32);
  h.forEach((x, i) => new DataView(out.buffer).setInt32(4 * i, x));
  return out;
}

/** SHA-512, for the VRF alone. */
export function sha512(...parts) {
  const data = padded(concat(parts), 128);
  const view = new DataView(data.buffer);
  const cut = (x) => BigInt.asUintN(64, x);
  const turn = (x, n) => cut((x >> n) | (x << (64n - n)));
  const h = [...H512];
  for (let block = 0; block < data.length; block += 128) {
    const w = [];
    for (let i = 0; i < 80; i++) {
      w[i] =
        i < 16
          ? view.getBigUint64(block + 8 * i)
          : cut(
              w[i - 16] + w[i - 7] +
                (turn(w[i - 15], 1n) ^ turn(w[i - 15], 8n) ^ (w[i - 15] >> 7n)) +
                (turn(w[i - 2], 19n) ^ turn(w[i - 2], 61n) ^ (w[i - 2] >> 6n)),
            );
    }
    let [a, b, c, d, e, f, g, k] = h;
    for (let i = 0; i < 80; i++) {
      const t1 = k + (turn(e, 14n) ^ turn(e, 18n) ^ turn(e, 41n)) + ((e & f) ^ (~e & g)) + K512[i] + w[i];
      const t2 = (turn(a, 28n) ^ turn(a, 34n) ^ turn(a, 39n)) + ((a & b) ^ (a & c) ^ (b & c));
      [a, b, c, d, e, f, g, k] = [cut(t1 + t2), a, b, c, cut(d + t1), e, f, g];
    }
    [a, b, c, d, e, f, g, k].forEach((x, i) => (h[i] = cut(h[i] + x)));
  }
  const out = new Uint8Array(64);
  h.forEach((x, i) => new DataView(out.buffer).setBigUint64(8 * i, x));
  return out;
}

const tagged = (tag, ...parts) => sha256(utf8(`dr/${tag}/1\0`), ...parts);
const hashOf = (tag, x) => tohex(tagged(tag, utf8(canonical(x))));
const ticket = (key, ...fields) => sha256(key, utf8(fields.join("\u001f")));

/** RFC 6962 §2.1: neighbours are joined level by level, an odd one goes up as it is. */
export function tree(leaves) {
  let level = leaves.map((leaf) => sha256(Uint8Array.of(0), utf8(canonical(leaf))));
  if (level.length === 0) {
    return tohex(sha256(new Uint8Array()));
  }
  while (level.length > 1) {
    const next = [];
    for (let i = 0; i < level.length; i += 2) {
      next.push(i + 1 < level.length ? sha256(Uint8Array.of(1), level[i], level[i + 1]) : level[i]);
    }
    level = next;
  }
  return tohex(level[0]);
}

function compareBytes(a, b) {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    if (a[i] !== b[i]) {
      return a[i] - b[i];
    }
  }
  return a.length - b.length;
}

const compareUtf8 = (a, b) => compareBytes(utf8(a), utf8(b));

function ascends(keys) {
  return keys.every((key, i) => i === 0 || compareUtf8(keys[i - 1], key) < 0);
}

// ---------------------------------------------------------------- section 9

function check(b) {
  const { commit, result } = b;
  const whole = commit.stage === "draw";
  must(
    b.commitHash === hashOf("commit", commit.raw) && result.commitHash === b.commitHash,
    "COMMIT_HASH",
    "the commit hashes to something else",
  );
  if (whole) {
    must(ascends(b.frame.map((f) => f.id)), "FRAME_ORDER", "the frame is not strictly ascending");
    must(
      b.frame.length === commit.frameSize && tree(b.frame.map((f) => f.raw)) === commit.frameRoot,
      "FRAME_ROOT",
      "the frame is not the committed one",
    );
  } else {
    checkParent(b);
  }
  must(
    ascends(b.inspectors.map((i) => i.id)) &&
      b.inspectors.every((i) => ascends(i.tags)) &&
      b.inspectors.length === commit.inspectorCount &&
      tree(b.inspectors.map((i) => i.raw)) === commit.inspectorRoot,
    "INSPECTOR_ROOT",
    "the inspectors are not the committed ones",
  );
  must(
    b.recusals.every((r, i) => i === 0 || compareRecusals(b.recusals[i - 1], r) < 0) &&
      b.recusals.length === commit.recusalCount &&
      tree(b.recusals.map((r) => r.raw)) === commit.recusalRoot,
    "RECUSAL_ROOT",
    "the recusals are not the committed ones",
  );
  const seed = seedOf(b, entropyOf(commit, result.entropy));
  must(tohex(seed) === result.seed, "SEED", "another seed follows from the entropy");
  if (whole) {
    const drawn = select(commit, b.frame, seed);
    const same = (a, b2) => canonical(a) === canonical(b2);
    must(same(result.raw.get("allocation"), drawn.allocation), "ALLOCATION", "numbers differ");
    must(same(result.selected, drawn.selected), "SELECTION", "other subjects follow");
    must(same(result.raw.get("alternates"), drawn.alternates), "ALTERNATES", "others follow");
  } else {
    must(
      canonical(result.selected) === canonical(b.parent.result.selected),
      "SELECTION",
      "the selection is not the parent's",
    );
  }
  checkTeams(b, seed);
  must(b.resultHash === hashOf("result", result.raw), "RESULT_HASH", "the result hashes to something else");
}

const compareRecusals = (a, b) =>
  compareUtf8(a.subject, b.subject) || compareUtf8(a.inspector, b.inspector);

function checkParent(b) {
  const parent = b.parent;
  const refuse = (holds, detail) => must(holds, "PARENT_RESULT", detail);
  try {
    check(parent);
  } catch (error) {
    throw error instanceof Refused
      ? new Refused("PARENT_RESULT", `the parent does not verify: ${error.code} ${error.message}`)
      : error;
  }
  const old = parent.commit;
  const { commit } = b;
  const region = (c) => c.drawId.slice(0, -`-${c.planId}-${c.taskId}-${c.round}`.length);
  refuse(parent.resultHash === commit.continues, "another result is continued");
  refuse(parent.result.infeasible, "the parent's teams were feasible");
  refuse(
    region(old) === region(commit) &&
      old.planId === commit.planId &&
      old.taskId === commit.taskId &&
      old.mode === commit.mode &&
      old.round + 1 === commit.round &&
      canonical(old.slots) === canonical(commit.slots),
    "plan, task, region, mode, slots and round must follow the parent's",
  );
  const now = new Map(b.inspectors.map((i) => [i.id, i]));
  for (const was of parent.inspectors) {
    const is = now.get(was.id);
    refuse(
      is && is.load === was.load && is.cap >= was.cap && was.tags.every((t) => is.tags.includes(t)),
      `${was.id} is listed with less than before`,
    );
  }
  const known = new Set(parent.inspectors.map((i) => i.id));
  const kept = b.recusals.filter((r) => known.has(r.inspector)).map((r) => r.raw);
  refuse(
    canonical(kept) === canonical(parent.recusals.map((r) => r.raw)),
    "recusals of the parent's inspectors changed",
  );
}

// ---------------------------------------------------------------- section 4

const QUICKNET = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";

function entropyOf(commit, revealed) {
  const promised = commit.entropy;
  const fits = (holds, detail) => must(holds, "ENTROPY_INVALID", detail);
  switch (promised.kind) {
    case "ceremony": {
      const names = promised.witnesses.map((w) => w.by);
      fits(names.length >= 2 && new Set(names).size === names.length, "two distinct witnesses are needed");
      fits(
        tohex(tagged("secret", unhex(revealed.operatorSecret))) === promised.operatorCommitment,
        "the operator's secret is not the committed one",
      );
      fits(revealed.contributions.length === names.length, "each witness contributes exactly once");
      revealed.contributions.forEach((c, i) => {
        fits(c.by === names[i], "contributions are not in the order of the witnesses");
        fits(
          hashOf("contribution", c.raw) === promised.witnesses[i].commitment,
          `the contribution of ${c.by} is not the committed one`,
        );
      });
      return tagged(
        "ceremony",
        utf8(
          canonical({
            contributions: revealed.contributions.map((c) => c.raw),
            operatorSecret: revealed.operatorSecret,
          }),
        ),
      );
    }
    case "lottery": {
      fits(promised.drawnAt < commit.executeBy, "drawnAt must be before executeBy");
      let outcomes = 1n;
      for (const g of promised.groups) {
        fits(g.min <= g.max && g.count >= 1 && g.count <= g.max - g.min + 1, "a group is impossible");
        outcomes *= combinations(g.max - g.min + 1, g.count);
        outcomes = outcomes > 1n << 24n ? 1n << 24n : outcomes;
      }
      fits(outcomes >= 1n << 24n, "the lottery has fewer than 2^24 outcomes");
      fits(
        revealed.source === promised.source && revealed.issue === promised.issue,
        "not the committed lottery and issue",
      );
      fits(revealed.numbers.length === promised.groups.length, "the number of groups differs");
      revealed.numbers.forEach((numbers, i) => {
        const g = promised.groups[i];
        fits(
          numbers.length === g.count &&
            numbers.every((n, k) => n > (k === 0 ? g.min - 1 : numbers[k - 1]) && n <= g.max),
          "lottery numbers must ascend within their range",
        );
      });
      return sha256(utf8(revealed.numbers.map((ns) => ns.map((n) => `${n}.`).join("") + "/").join("")));
    }
    default: {
      fits(promised.chain === QUICKNET, "the chain is not quicknet");
      const at = 1692803367n + 3n * (BigInt(promised.round) - 1n);
      fits(at < BigInt(Date.parse(commit.executeBy) / 1000), "the round must be before executeBy");
      fits(
        revealed.chain === promised.chain && revealed.round === promised.round,
        "not the committed drand round",
      );
      fits(
        tohex(sha256(unhex(revealed.signature))) === revealed.randomness,
        "randomness is not the hash of the signature",
      );
      return unhex(revealed.randomness);
    }
  }
}

/** C(n, k), cut off where only "at least 2^24" is asked. */
function combinations(n, k) {
  let result = 1n;
  const smaller = Math.min(k, n - k);
  for (let i = 1; i <= smaller && result < 1n << 53n; i++) {
    result = (result * BigInt(n - smaller + i)) / BigInt(i);
  }
  return result;
}

function seedOf(b, r) {
  const commitHash = unhex(b.commitHash);
  const alpha = concat([commitHash, r]);
  const sealed =
    b.commit.mode === "sealed"
      ? sha256(vrfHash(unhex(b.commit.vrfKey), alpha, unhex(b.result.vrfProof)))
      : new Uint8Array();
  return tagged("seed", commitHash, r, sealed);
}

// ---------------------------------------------------------------- RFC 9381, ECVRF-EDWARDS25519-SHA512-TAI

const P = 2n ** 255n - 19n;
const L = 2n ** 252n + 27742317777372353535851937790883648493n;
const mod = (x) => ((x % P) + P) % P;

function power(x, n) {
  let result = 1n;
  for (let base = mod(x); n > 0n; n >>= 1n, base = (base * base) % P) {
    if (n & 1n) {
      result = (result * base) % P;
    }
  }
  return result;
}

const inverse = (x) => power(x, P - 2n);
const D = mod(-121665n * inverse(121666n));
const ROOT_OF_MINUS_ONE = power(2n, (P - 1n) / 4n);
const NEUTRAL = [0n, 1n, 1n, 0n];

/** RFC 8032 §5.1.4, extended coordinates. */
function add([x1, y1, z1, t1], [x2, y2, z2, t2]) {
  const a = mod((y1 - x1) * (y2 - x2));
  const b = mod((y1 + x1) * (y2 + x2));
  const c = mod(2n * t1 * D * t2);
  const d = mod(2n * z1 * z2);
  const [e, f, g, h] = [b - a, d - c, d + c, b + a];
  return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)];
}

function times(n, point) {
  let result = NEUTRAL;
  for (let doubled = point; n > 0n; n >>= 1n, doubled = add(doubled, doubled)) {
    if (n & 1n) {
      result = add(result, doubled);
    }
  }
  return result;
}

const negative = ([x, y, z, t]) => [mod(-x), y, z, mod(-t)];
const isNeutral = ([x, y, z]) => x === 0n && y === z;

function little(bytes) {
  return bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

function decode(bytes) {
  const encoded = little(bytes);
  const odd = encoded >> 255n;
  const y = encoded & ((1n << 255n) - 1n);
  if (y >= P) {
    return null;
  }
  const x2 = mod((y * y - 1n) * inverse(D * y * y + 1n));
  let x = power(x2, (P + 3n) / 8n);
  if (mod(x * x) !== x2) {
    x = mod(x * ROOT_OF_MINUS_ONE);
  }
  if (mod(x * x) !== x2 || (x === 0n && odd)) {
    return null;
  }
  if ((x & 1n) !== odd) {
    x = P - x;
  }
  return [x, y, 1n, mod(x * y)];
}

function encode([x, y, z]) {
  const inv = inverse(z);
  const value = mod(y * inv) | ((mod(x * inv) & 1n) << 255n);
  return Uint8Array.from({ length: 32 }, (_, i) => Number((value >> BigInt(8 * i)) & 255n));
}

const BASE = decode(Uint8Array.from({ length: 32 }, (_, i) => (i === 0 ? 0x58 : 0x66)));

/** beta of a proof that holds (with ECVRF_validate_key). */
export function vrfHash(key, alpha, proof) {
  const refuse = (holds) => must(holds, "VRF_PROOF", "the proof does not hold for the key");
  const y = decode(key);
  const gamma = decode(proof.subarray(0, 32));
  const c = little(proof.subarray(32, 48));
  const s = little(proof.subarray(48));
  refuse(y && gamma && s < L && !isNeutral(times(8n, y)));
  let h = null;
  for (let i = 0; i < 256 && !h; i++) {
    const tried = decode(
      sha512(Uint8Array.of(3, 1), key, alpha, Uint8Array.of(i, 0)).subarray(0, 32),
    );
    h = tried && !isNeutral(times(8n, tried)) ? times(8n, tried) : null;
  }
  refuse(h);
  const u = add(times(s, BASE), negative(times(c, y)));
  const v = add(times(s, h), negative(times(c, gamma)));
  const challenge = sha512(
    Uint8Array.of(3, 2), key, encode(h), encode(gamma), encode(u), encode(v), Uint8Array.of(0),
  ).subarray(0, 16);
  refuse(little(challenge) === c);
  return sha512(Uint8Array.of(3, 3), encode(times(8n, gamma)), Uint8Array.of(0));
}

// ---------------------------------------------------------------- sections 5 and 6

/** Exact rationals in lowest terms. */
function ratio(num, den) {
  const common = gcd(num < 0n ? -num : num, den);
  return common === 0n ? { num, den } : { num: num / common, den: den / common };
}

const plus = (a, b) => ratio(a.num * b.den + b.num * a.den, a.den * b.den);
const minus = (a, b) => plus(a, { num: -b.num, den: b.den });
const product = (a, b) => ratio(a.num * b.num, a.den * b.den);
const quotient = (a, b) => ratio(a.num * b.den, a.den * b.num);
const isAbove = (a, b) => a.num * b.den > b.num * a.den;
const wholes = (n) => ({ num: BigInt(n), den: 1n });
const ceil = ({ num, den }) => (num + den - 1n) / den;
const larger = (a, b) => (a > b ? a : b);

function select(commit, frame, seed) {
  const strata = commit.strata.map((s) => {
    const all = frame.filter((f) => f.stratum === s.name);
    const ids = all.filter((f) => !f.excluded).map((f) => f.id);
    return { ...s, inScope: all.length, ids, weight: ratio(BigInt(s.num) * BigInt(all.length), BigInt(s.den)) };
  });
  const expected = expectations(commit, frame.length, strata);
  const key = tagged("key", seed, utf8("rounding"));
  const den = expected.reduce((lcm, e) => (lcm / gcd(lcm, e.den)) * e.den, 1n);
  const u = below(key, den);
  const subjectKey = tagged("key", seed, utf8("subject"));
  let sum = 0n;
  strata.forEach((s, i) => {
    const before = (sum + u) / den;
    sum += (expected[i].num * den) / expected[i].den;
    s.drawn = Number((sum + u) / den - before);
    s.ranked = s.ids
      .map((one) => ({ one, ticket: ticket(subjectKey, one) }))
      .sort((a, b) => compareBytes(a.ticket, b.ticket))
      .map((ranked) => ranked.one);
  });
  return {
    allocation: strata.map((s, i) => ({
      stratum: s.name,
      inScope: s.inScope,
      eligible: s.ids.length,
      expected: `${expected[i].num}/${expected[i].den}`,
      drawn: s.drawn,
    })),
    selected: strata.flatMap((s) => s.ranked.slice(0, s.drawn)).sort(compareUtf8),
    alternates: strata.map((s) => ({
      stratum: s.name,
      ids: s.ranked.slice(s.drawn, s.drawn + commit.alternates),
    })),
  };
}

function expectations({ floor }, frameSize, strata) {
  const wanted = strata
    .map((s) => (isAbove(s.weight, wholes(s.ids.length)) ? wholes(s.ids.length) : s.weight))
    .reduce(plus, wholes(0));
  let total = larger(1n, ceil(wanted));
  if (floor) {
    const least = ceil(ratio(BigInt(floor.num) * BigInt(frameSize), BigInt(floor.den)));
    total = larger(total, least - BigInt(floor.alreadyCovered));
  }
  const most = BigInt(strata.reduce((sum, s) => sum + (s.num > 0 ? s.ids.length : 0), 0));
  let left = wholes(total < most ? total : most);
  const expected = strata.map(() => wholes(0));
  let free = strata.map((_, i) => i).filter((i) => strata[i].num > 0 && strata[i].ids.length > 0);
  while (free.length > 0) {
    const scale = quotient(left, free.map((i) => strata[i].weight).reduce(plus));
    const full = free.filter((i) =>
      isAbove(product(scale, strata[i].weight), wholes(strata[i].ids.length)),
    );
    if (full.length === 0) {
      free.forEach((i) => (expected[i] = product(scale, strata[i].weight)));
    }
    for (const i of full) {
      expected[i] = wholes(strata[i].ids.length);
      left = minus(left, expected[i]);
    }
    free = full.length === 0 ? [] : free.filter((i) => !full.includes(i));
  }
  return expected;
}

/** Section 1: an unbiased number below n. */
function below(key, n) {
  for (let i = 0n; ; i++) {
    const counter = new Uint8Array(8);
    new DataView(counter.buffer).setBigUint64(0, i);
    const u = new DataView(sha256(key, counter).buffer).getBigUint64(0);
    if (u < ((1n << 64n) / n) * n) {
      return u % n;
    }
  }
}

// ---------------------------------------------------------------- section 7

const arc = (subject, inspector) => `${subject}\u001f${inspector}`;

function checkTeams(b, seed) {
  const { slots } = b.commit;
  const { selected, teams, infeasible } = b.result;
  const inspectors = new Map(b.inspectors.map((i) => [i.id, i]));
  const recused = new Set(b.recusals.map((r) => arc(r.subject, r.inspector)));
  const fits = new Map(
    b.inspectors.map((i) => [
      i.id,
      slots.map((tags, s) => s).filter((s) => slots[s].every((tag) => i.tags.includes(tag))),
    ]),
  );
  if (infeasible) {
    must(teams.length === 0, "TEAM_MISSING", "infeasible stands beside teams");
    must(
      canonical(shortage(b, fits, recused)) === canonical(infeasible.raw),
      "TEAM_MISSING",
      "other slots cannot be filled",
    );
    return;
  }
  must(
    canonical(teams.map((t) => t.subject)) === canonical(selected),
    "TEAM_MISSING",
    "not exactly one team per selected subject, in order",
  );
  for (const t of teams) {
    must(
      t.inspectors.length === slots.length && ascends(t.inspectors),
      "TEAM_SIZE",
      `${t.subject} needs ${slots.length} different inspectors, ascending`,
    );
  }
  for (const t of teams) {
    must(seated(t.inspectors, fits, () => true), "TEAM_UNQUALIFIED", `${t.subject}: a slot is not filled`);
  }
  const held = new Map();
  for (const t of teams) {
    for (const i of t.inspectors) {
      must(!recused.has(arc(t.subject, i)), "TEAM_RECUSED", `${i} is recused from ${t.subject}`);
      held.set(i, (held.get(i) ?? 0) + 1);
    }
  }
  const cap = (i) => Math.min(i.cap, selected.length);
  held.forEach((n, i) => must(n <= cap(inspectors.get(i)), "TEAM_OVER_CAP", `${i} has ${n} new`));
  optimal(b, { seed, inspectors, recused, fits, held, cap });
}

/** Whether the members can be seated one per slot. */
function seated(team, fits, allowed) {
  const holder = new Map();
  const seat = (member, tried) =>
    (fits.get(member) ?? []).some((s) => {
      if (tried.has(s) || !allowed(member, s)) {
        return false;
      }
      tried.add(s);
      if (!holder.has(s) || seat(holder.get(s), tried)) {
        holder.set(s, member);
        return true;
      }
      return false;
    });
  return team.every((member) => seat(member, new Set()));
}

const sum = (...pairs) => pairs.reduce(([a, b], [c, d]) => [a + c, b + d], [0n, 0n]);
const less = ([a, b], [c, d]) => [a - c, b - d];
const sign = ([a, b]) => (a !== 0n ? a : b);

function optimal(b, { seed, inspectors, recused, fits, held, cap }) {
  const refuse = (holds, detail) => must(holds, "TEAM_NOT_OPTIMAL", detail);
  refuse(b.certificate, "no certificate");
  const { source, sink, inspectors: prices, slots } = b.certificate.potentials;
  const { selected, teams } = b.result;
  refuse(
    prices.size === inspectors.size &&
      [...inspectors.keys()].every((i) => prices.has(i)) &&
      slots.size === selected.length &&
      selected.every((t) => slots.get(t)?.length === b.commit.slots.length),
    "the certificate is not for exactly these inspectors and subjects",
  );
  for (const i of b.inspectors) {
    const u = held.get(i.id) ?? 0;
    const drop = less(source, prices.get(i.id));
    const step = (n) => sum([BigInt(2 * (i.load + n) + 1), 0n], drop);
    refuse(u === 0 || sign(step(u - 1)) <= 0n, `${i.id} could hold one team less`);
    refuse(u >= cap(i) || sign(step(u)) >= 0n, `${i.id} could hold one team more`);
  }
  const key = tagged("key", seed, utf8("team"));
  for (const t of teams) {
    const seats = slots.get(t.subject);
    const best = new Map();
    for (const i of b.inspectors) {
      const fitting = fits.get(i.id);
      if (fitting.length === 0 || recused.has(arc(t.subject, i.id))) {
        continue;
      }
      const m = fitting.map((s) => seats[s]).reduce((a, c) => (sign(less(c, a)) > 0n ? c : a));
      best.set(i.id, m);
      const lot = new DataView(ticket(key, t.subject, i.id).buffer).getBigUint64(0) >> 16n;
      const slack = sign(less(sum([0n, lot], prices.get(i.id)), m));
      refuse(
        t.inspectors.includes(i.id) ? slack <= 0n : slack >= 0n,
        `${i.id} and ${t.subject} are not matched as the lots say`,
      );
    }
    refuse(
      seated(t.inspectors, fits, (i, s) => sign(less(seats[s], best.get(i))) === 0n),
      `the team of ${t.subject} cannot be seated at the certified prices`,
    );
    refuse(seats.every((p) => sign(less(p, sink)) <= 0n), `a slot of ${t.subject} is above the sink`);
  }
}

/**
 * What no assignment can fill: a maximum flow inspector → (subject, inspector) → slot, and the slots
 * its residual graph does not reach.
 */
function shortage(b, fits, recused) {
  const { selected } = b.result;
  const width = b.commit.slots.length;
  const holder = selected.map(() => new Array(width).fill(-1));
  const seatOf = selected.map(() => new Map());
  const held = b.inspectors.map(() => 0);
  const cap = b.inspectors.map((i) => Math.min(i.cap, selected.length));
  const free = selected.map((t) => b.inspectors.map((i) => !recused.has(arc(t, i.id))));

  const search = (reached) => {
    const seen = b.inspectors.map((_, i) => held[i] < cap[i]);
    const pairs = selected.map(() => new Set());
    const queue = [];
    seen.forEach((open, i) => open && queue.push({ kind: "inspector", i, from: null }));
    for (let at; (at = queue.shift()); ) {
      if (at.kind === "inspector") {
        for (let t = 0; t < selected.length; t++) {
          if (free[t][at.i] && !seatOf[t].has(at.i) && !pairs[t].has(at.i)) {
            pairs[t].add(at.i);
            queue.push({ kind: "pair", t, i: at.i, from: at });
          }
        }
      } else if (at.kind === "pair") {
        for (const s of fits.get(b.inspectors[at.i].id)) {
          if (holder[at.t][s] !== at.i && !reached[at.t].has(s)) {
            reached[at.t].add(s);
            const slot = { kind: "slot", t: at.t, s, from: at };
            if (holder[at.t][s] < 0) {
              return slot;
            }
            queue.push(slot);
          }
        }
        if (seatOf[at.t].has(at.i) && !seen[at.i]) {
          seen[at.i] = true;
          queue.push({ kind: "inspector", i: at.i, from: at });
        }
      } else {
        const i = holder[at.t][at.s];
        if (!pairs[at.t].has(i)) {
          pairs[at.t].add(i);
          queue.push({ kind: "pair", t: at.t, i, from: at });
        }
      }
    }
    return null;
  };
  const fresh = () => selected.map(() => new Set());
  let flow = 0;
  for (let end; (end = search(fresh())); flow++) {
    for (let step = end; step; step = step.from) {
      if (step.kind === "slot") {
        holder[step.t][step.s] = step.from.i;
        seatOf[step.t].set(step.from.i, step.s);
      } else if (step.kind === "inspector" && step.from === null) {
        held[step.i]++;
      } else if (step.kind === "inspector" && seatOf[step.from.t].get(step.i) === step.from.from.s) {
        seatOf[step.from.t].delete(step.i);
      }
    }
  }
  const reached = fresh();
  search(reached);
  const missing = selected.flatMap((subject, t) =>
    [...Array(width).keys()].filter((s) => !reached[t].has(s)).map((slot) => ({ subject, slot })),
  );
  return { missing: selected.length * width - flow, slots: missing };
}

// ---------------------------------------------------------------- at a terminal

const USAGE = `usage: node verify.mjs BUNDLE.json...
A bundle is the .json of a draw's package (验证包), unpacked. Exit status 0 only if every one is OK.`;

/** One line of what was said of a file: OK or the code of section 9 first, then the file. */
async function judged(file, read) {
  let bytes;
  try {
    bytes = await read(file);
  } catch (error) {
    return { status: 2, line: `UNREADABLE ${file}: ${error.message}` };
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    return { status: 1, line: `MALFORMED ${file}: a package, not a bundle; unpack it and name the .json in it` };
  }
  const said = verify(bytes);
  return said.code === null
    ? { status: 0, line: `OK ${file}: checked ${said.checked.join(", ")}; ${said.detail}` }
    : { status: 1, line: `${said.code} ${file}: ${said.detail}` };
}

/** Judges files one after the other; tells of each, and never ends without a word. */
async function atTerminal(files) {
  if (files.length === 0 || files.some((file) => file.startsWith("-"))) {
    console.error(USAGE);
    return 2;
  }
  const { readFile } = await import("node:fs/promises");
  let status = 0;
  for (const file of files) {
    const said = await judged(file, readFile);
    console.log(said.line);
    status = Math.max(status, said.status);
  }
  return status;
}

/** Whether node was told to run this file itself; a browser has no process, and who imports it asks by himself. */
async function isProgram() {
  const run = globalThis.process?.versions?.node && globalThis.process.argv[1];
  if (!run) {
    return false;
  }
  const { realpathSync } = await import("node:fs");
  const { pathToFileURL } = await import("node:url");
  try {
    return pathToFileURL(realpathSync(run)).href === import.meta.url;
  } catch {
    return false;
  }
}

// No await of the module itself: browsers of some years ago have none.
isProgram().then(async (asked) => {
  if (asked) {
    globalThis.process.exitCode = await atTerminal(globalThis.process.argv.slice(2));
  }
});
