// The page of a visit that goes on without network: what is done becomes a step, kept on this phone until the server has it, and
// sent again and again until then. What it says stands in the page; what it keeps is taken away once the visit is over.
let atOnce = 50;
const AGAIN_MILLIS = 20_000;
const PIECE_BYTES = 1_000_000;
const MOST_FILE_BYTES = 20 * 1024 * 1024;
const MEGABYTE = 1_000_000;
const place = document.getElementById("offline");
const pack = JSON.parse(place.dataset.pack);
const words = Object.fromEntries([...document.querySelectorAll("[data-word]")].map((one) => [one.dataset.word, one.textContent]));
const say = (word, ...values) => values.reduce((text, value) => text.replace("#", value), words[word]);
const find = (id) => document.getElementById(id);
const show = (element, seen) => element && (element.hidden = !seen);
const utf8 = (text) => new TextEncoder().encode(text);
const base64 = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)));
let contact = { server: pack.now, phone: Date.now() };
let standing = null;
let steps = [];
let trouble = "";

/** Stores of this phone; the one of keys is shared with the pages on which is signed. */
function store(base, names, mode, ask) {
  return new Promise((found, failed) => {
    const opening = indexedDB.open(base, base === "double-random" ? 1 : 2);
    opening.onupgradeneeded = () =>
      (base === "double-random" ? ["signing-keys"] : ["steps", "contacts", "files"])
        .filter((one) => !opening.result.objectStoreNames.contains(one))
        .forEach((one) => opening.result.createObjectStore(one));
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(names, mode);
      const asked = ask(...[names].flat().map((name) => transaction.objectStore(name)));
      transaction.oncomplete = () => {
        opening.result.close();
        found(asked && asked.result);
      };
      transaction.onabort = transaction.onerror = () => {
        opening.result.close();
        failed(transaction.error);
      };
    };
  });
}
const drafts = (mode, ask) => store("double-random-phone", "steps", mode, ask);
const withFiles = (mode, ask) => store("double-random-phone", ["steps", "files"], mode, ask);

async function load() {
  const all = await drafts("readonly", (kept) => kept.getAll());
  steps = all
    .filter((one) => one.step.visitId === pack.visitId && one.step.officer === pack.account)
    .sort((one, other) => (one.step.claimedAt < other.step.claimedAt ? -1 : 1));
}

const mine = (kind) => steps.filter((one) => one.step.kind === kind);
const last = (kind) => mine(kind).at(-1)?.step;
const unsent = () => steps.filter((one) => !one.sent);
/** A signature the server did not take counts as none. */
const stands = (kind) => {
  const one = mine(kind).at(-1);
  return Boolean(one) && !one.refused && !(standing?.troubles ?? []).some((trouble) => trouble.step === one.step.id);
};
/** Each file once for each purpose, in the order in which it was taken. */
const files = () => {
  const purposes = new Map();
  mine("EVIDENCED").forEach((one) => {
    const purpose = JSON.stringify([one.step.file.sha256, one.step.item, one.step.file.question]);
    purposes.has(purpose) || purposes.set(purpose, one);
  });
  return [...purposes.values()];
};
const waitingFiles = () => files().filter((one) => !one.sent || (standing ? standing.awaited.some((other) => other.step === one.step.id) : true));
const answers = () => Object.fromEntries(mine("CHECKED").map((one) => [one.step.item, one.step.answer]));
const counted = () => ["ARRIVED", "CHECKED", "EVIDENCED", "ENDED"].reduce((all, kind) => all + mine(kind).length, 0);

/** What is done is kept before anything else happens; a file together with the step that tells of it. */
async function keep(kind, more, file) {
  const step = {
    id: crypto.randomUUID(),
    visitId: pack.visitId,
    officer: pack.account,
    kind,
    claimedAt: new Date(contact.server + Date.now() - contact.phone).toISOString(),
    lastContact: new Date(contact.server).toISOString(),
    ...more,
  };
  await withFiles("readwrite", (kept, bytes) => {
    kept.put({ step, sent: false }, step.id);
    file && bytes.put(file, step.id);
  });
  await load();
  paint();
  send();
}

async function wipe() {
  await withFiles("readwrite", (kept, bytes) => {
    steps.forEach((one) => {
      kept.delete(one.step.id);
      bytes.delete(one.step.id);
    });
  });
  await store("double-random-phone", "contacts", "readwrite", (kept) => kept.delete(pack.visitId));
  await (await caches.open("phone-1")).delete(location.pathname);
  steps = [];
  standing = standing && { ...standing, troubles: [] };
}

let sending = false;
/** Everything that waits is sent; what cannot be stays, and is sent again. */
async function send() {
  if (sending) {
    return;
  }
  sending = true;
  try {
    while (await asked(unsent().slice(0, atOnce))) {}
    if (standing && !trouble && (await upload())) {
      // Nothing new, but now the visit can end.
      await asked(mine("ENDED").slice(-1));
    }
    if (standing && !trouble && !unsent().length && owes()) {
      // The visit was ended elsewhere; only who sends something lets what it waited for go in.
      await asked(mine("ENDED").slice(-1));
    }
  } catch {
    trouble = say("noNetwork");
  }
  sending = false;
  await load();
  await paint();
}

async function asked(waiting) {
  const body = waiting.length ? JSON.stringify({ steps: waiting.map((one) => one.step), keyId: pack.keyId ?? undefined }) : undefined;
  const answer = await fetch(place.dataset.to, {
    method: body ? "POST" : "GET",
    body,
    headers: body ? { "Content-Type": "application/json", Accept: "application/json" } : { Accept: "application/json" },
    redirect: "manual",
  });
  return heard(answer, waiting);
}

/** Files the visit waits for are sent in pieces, from where they broke off; whether any came. */
async function upload() {
  const waited = standing.state === "IN_PROGRESS" ? files().filter((one) => standing.awaited.some((other) => other.step === one.step.id)) : [];
  for (const { step } of waited) {
    const file = await store("double-random-phone", "files", "readonly", (kept) => kept.get(step.id));
    const to = `${place.dataset.evidence}/${step.file.sha256}`;
    if (!file) {
      continue;
    }
    let at = (await said(await fetch(`${to}/received`, { headers: { Accept: "application/json" }, redirect: "manual" })))?.received;
    while (at !== undefined && at < file.size) {
      const about = new URLSearchParams({ offset: at, size: file.size });
      step.item && about.set("item", step.item);
      step.file.question && about.set("question", step.file.question);
      const answer = await fetch(`${to}?${about}`, {
        method: "PUT",
        body: file.slice(at, at + PIECE_BYTES),
        headers: { "Content-Type": "application/octet-stream", Accept: "application/json" },
        redirect: "manual",
      });
      at = (await said(answer))?.received;
    }
    if (at === undefined) {
      return false;
    }
  }
  return waited.length > 0;
}

/** What was answered; nothing, and the trouble is told, where it is a refusal. */
async function said(answer) {
  if (answer.type === "opaqueredirect" || answer.status === 401) {
    trouble = say("signIn");
    return undefined;
  }
  const body = await answer.json();
  if (!answer.ok) {
    trouble = body.title ?? String(answer.status);
    return undefined;
  }
  return body;
}

/** Whether somebody can still sign on this phone what it holds. */
const isOpen = () =>
  standing.state === "FINISHED" &&
  whole() &&
  pack.signable &&
  Boolean(last("ENDED")) &&
  standing.missing.some((who) => who === "SUBJECT" || (pack.keyId !== null && who === pack.member));

/** Whether what was signed here is not in the record, though the visit is over; what was refused is told. */
const owes = () =>
  standing.state === "FINISHED" &&
  [["SUBJECT_SIGNED", "SUBJECT"], ["SIGNED", pack.member]].some(([kind, who]) => stands(kind) && standing.missing.includes(who));

/** Whether there is more to be sent. */
async function heard(answer, waiting) {
  if (answer.type === "opaqueredirect" || answer.status === 401) {
    trouble = say("signIn");
    return false;
  }
  if (answer.status === 413 && atOnce > 1) {
    atOnce = Math.floor(atOnce / 2);
    return true;
  }
  const told = await answer.json();
  if (!answer.ok) {
    if (told.code === "signing-key-revoked") {
      await wipe();
    }
    trouble = told.title ?? String(answer.status);
    return false;
  }
  trouble = "";
  // Who only asks how it stands is not told what was refused before; that stays until something is handed in again.
  standing = waiting.length ? told : { ...told, troubles: standing?.troubles ?? [] };
  contact = { server: Date.parse(told.now), phone: Date.now() };
  await store("double-random-phone", "contacts", "readwrite", (kept) => kept.put(contact, pack.visitId));
  for (const receipt of told.steps) {
    const one = waiting.find((other) => other.step.id === receipt.id);
    one.sent = true;
    one.refused = receipt.outcome === "REFUSED" ? receipt.text : undefined;
    await drafts("readwrite", (kept) => kept.put(one, receipt.id));
  }
  if (told.settled && steps.every((one) => one.sent && !one.refused) && !isOpen() && !owes() && !standing.troubles.length) {
    await wipe();
    return false;
  }
  return unsent().length > 0;
}

const norm = (text) => text.normalize("NFC");
const whole = () => pack.items.every((item) => answers()[item.code]);

/** The record as the server makes it (VisitRecord, RFC 8785): the same text, so the same hash. */
function record() {
  const end = last("ENDED");
  const day = new Date(Date.parse(end.claimedAt) + 8 * 3_600_000).toISOString().slice(0, 10);
  const items = pack.items.map((item) => {
    const answer = answers()[item.code];
    const replies = (answer.replies ?? []).map((reply) => {
      const one = { question: norm(reply.question) };
      reply.value !== undefined && (one.value = norm(reply.value));
      reply.notApplicable !== undefined && (one.notApplicable = norm(reply.notApplicable));
      return one;
    });
    const weighed = answer.violation ? { severity: answer.violation.severity, clause: norm(answer.violation.clause), measure: answer.violation.measure } : {};
    return { code: norm(item.code), name: norm(item.name), codes: answer.codes, note: norm(answer.note), replies, ...weighed };
  });
  const evidence = files().map(({ step }) => ({ sha256: step.file.sha256, ...(step.item && { item: norm(step.item) }), ...(step.file.question && { question: norm(step.file.question) }) }));
  const stated = last("STATED");
  return canonical({ ...pack.record, finishedOn: day, items, evidence, ...(stated && { statement: norm(stated.words) }) });
}

function canonical(value) {
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join(",")}]`;
  }
  return value !== null && typeof value === "object"
    ? `{${Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(",")}}`
    : JSON.stringify(value);
}

const hex = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
const digest = (bytes) => crypto.subtle.digest("SHA-256", bytes);
const key = () => store("double-random", "signing-keys", "readonly", (kept) => kept.get(pack.keyId ?? "")).catch(() => undefined);
async function signed(message) {
  const own = await key();
  const how = own.algorithm.name === "Ed25519" ? "Ed25519" : { name: "ECDSA", hash: "SHA-256" };
  return crypto.subtle.sign(how, own, utf8(message));
}

/** The answer a form holds; a text where it is none yet. */
function typed(form) {
  const data = new FormData(form);
  const text = (name) => (data.get(name) ?? "").trim();
  const codes = data.getAll("codes").sort();
  const note = data.get("note") ?? "";
  if (!codes.length) {
    return say("codesMissing");
  } else if (codes.includes("1") && codes.length > 1) {
    return say("alone");
  } else if (!codes.includes("1") && !note.trim()) {
    return say("noteMissing");
  }
  const replies = [];
  const { questions, numbers } = form.closest("section").dataset;
  const limits = JSON.parse(numbers);
  for (const question of JSON.parse(questions)) {
    const written = text(`replies.${question}.value`);
    // A keyboard for Chinese writes wide digits; a number is a number.
    const value = question in limits ? written.normalize("NFKC") : written;
    const refused = question in limits && value && numberRefused(value, limits[question], codes);
    if (refused) {
      return `${form.querySelector(`[name="${CSS.escape(`replies.${question}.value`)}"]`).labels[0].textContent.trim()}：${refused}`;
    }
    const why = text(`replies.${question}.notApplicable`);
    if (value && value !== "NA") {
      replies.push(why ? { question, value, notApplicable: why } : { question, value });
    } else if (value || why) {
      replies.push({ question, notApplicable: why });
    }
  }
  const severity = text("violation.severity");
  const violation = severity ? { severity, clause: text("violation.clause"), measure: text("violation.measure") } : undefined;
  return { codes, note, replies: replies.length ? replies : undefined, violation };
}

/** Why a number is refused online, before anybody leaves; nothing where it is taken. */
function numberRefused(value, [least, most], codes) {
  if (!/^-?[0-9]{1,12}(\.[0-9]{1,6})?$/.test(value)) {
    return say("notNumber");
  }
  const beyond = (least && Number(value) < Number(least)) || (most && Number(value) > Number(most));
  return beyond && codes.includes("1") ? say("beyondLimits") : "";
}

/** What was said before stands in the form again. */
function fill(form, answer) {
  const set = (name, values) =>
    form.querySelectorAll(`[name="${CSS.escape(name)}"]`).forEach((field) => {
      if (field.type === "radio" || field.type === "checkbox") {
        field.checked = values.includes(field.value);
      } else {
        field.value = values[0] ?? "";
      }
    });
  set("codes", answer.codes);
  set("note", [answer.note]);
  for (const reply of answer.replies ?? []) {
    set(`replies.${reply.question}.value`, [reply.value ?? "NA"]);
    set(`replies.${reply.question}.notApplicable`, [reply.notApplicable ?? ""]);
  }
  for (const name of ["severity", "clause", "measure"]) {
    set(`violation.${name}`, [answer.violation?.[name] ?? ""]);
  }
}

function state() {
  const waiting = unsent().length;
  const bytes = waitingFiles().length;
  if (waiting || bytes) {
    return [waiting && say("waiting", waiting), bytes && say("waitingFiles", bytes)].filter(Boolean).join(" ");
  } else if (standing?.conflicts.length) {
    return say("conflict", standing.conflicts.length);
  } else if (standing?.settled && !steps.length) {
    return say("settled");
  }
  return steps.length ? say("sent", steps.length) : say("nothing");
}

/** What the house did not take, with the item it is of and whoever said it. */
function whose({ step, text }) {
  const kept = standing.kept.find((one) => one.id === step) ?? steps.find((one) => one.step.id === step)?.step;
  const item = pack.items.find((one) => one.code === kept?.item);
  return item ? `${item.name}（${kept.officer ?? pack.member}）：${text}` : text;
}

async function paint() {
  find("sync").dataset.waiting = unsent().length + waitingFiles().length;
  find("sync").toggleAttribute("data-settled", Boolean(standing?.settled) && !steps.length);
  const waited = (standing?.waitsFor ?? []).filter((who) => who !== pack.member);
  const mineIsOwed = Boolean(standing?.waitsFor.includes(pack.member)) && Boolean(last("ENDED")) && !unsent().length && !waitingFiles().length;
  find("sync").textContent = state() + (trouble ? ` ${trouble}` : "") + (waited.length && steps.length ? ` ${say("waitsFor", waited.join("、"))}` : "") + (mineIsOwed ? ` ${say("waitsForYou")}` : "");
  const told = [...new Set([...steps.filter((one) => one.refused).map((one) => one.refused), ...(standing?.troubles ?? []).map(whose)])];
  find("troubles").replaceChildren(...told.map((text) => Object.assign(document.createElement("li"), { textContent: text })));
  show(find("troubles").parentElement, told.length > 0);
  const over = Boolean(standing?.settled) && !steps.length;
  const done = answers();
  const ended = Boolean(last("ENDED"));
  const here = mine("ARRIVED").length > 0;
  show(find("arriving"), !here && !over && !pack.held);
  show(find("items"), here);
  show(find("end"), here && !ended);
  show(find("rest"), here && !ended && !whole());
  show(find("record"), ended);
  for (const item of pack.items) {
    const mark = document.querySelector(`[data-answer="${CSS.escape(item.code)}"]`);
    mark.textContent = done[item.code] ? done[item.code].codes.map((code) => pack.codes[code] ?? code).join("、") : say("open");
  }
  paintFiles(ended);
  await paintRoom();
  const own = await key();
  show(find("keyless"), !own && !ended && !over);
  if (ended) {
    paintWhole();
    const signable = whole() && pack.signable;
    show(find("hash"), signable);
    show(find("signing"), signable && Boolean(own) && !stands("SIGNED"));
    show(find("signed"), stands("SIGNED"));
    show(find("subject"), signable);
    show(find("stating"), !stands("SUBJECT_SIGNED") && !stands("SIGNED"));
    show(find("stated"), Boolean(last("STATED")));
    find("stated").textContent = last("STATED")?.words ?? "";
    show(find("ways"), !stands("SUBJECT_SIGNED"));
    show(find("subject-signed"), stands("SUBJECT_SIGNED"));
    find("subject-signed").textContent = stands("SUBJECT_SIGNED") ? say(last("SUBJECT_SIGNED").subject.way) : "";
    show(find("no-key"), !own);
    const second = last("SECONDED");
    const became = second && standing?.seconded?.[second.record.of];
    show(find("second"), signable && became !== "MATCHES");
    show(find("seconded"), Boolean(second) && became !== "DIFFERS");
    show(find("second-differs"), became === "DIFFERS");
    show(find("confirm"), Boolean(own) && !signable);
    show(find("not-whole"), !signable && !stands("SIGNED"));
    if (signable) {
      const hash = hex(await digest(utf8(record())));
      find("digits").textContent = hash.slice(0, 8);
      shows(find("record-code"), `${find("scan-record").dataset.reads}${hash}`);
    }
  }
}

/** What was taken of each item; it can be taken back until it is sent. */
function paintFiles(ended) {
  for (const section of document.querySelectorAll("section[data-item]")) {
    const lines = mine("EVIDENCED")
      .filter(({ step }) => step.item === section.dataset.item)
      .map(({ step, sent }) => {
        const line = document.createElement("li");
        line.append(Object.assign(document.createElement("span"), { textContent: say("fileKept", Math.ceil(step.file.bytes / 1000), step.file.sha256.slice(0, 12)) }));
        if (!sent && !ended) {
          const away = Object.assign(document.createElement("button"), { type: "button", className: "button quiet", textContent: say("takeBack") });
          away.addEventListener("click", () => takeBack(step.id));
          line.append(away);
        }
        return line;
      });
    section.querySelector("[data-files]").replaceChildren(...lines);
    show(section.querySelector("[data-taking]"), !ended);
    show(section.querySelector("[data-answering]"), !ended);
  }
}

/** All that is signed, in the words of the forms: what was found, said and taken of each item. */
function paintWhole() {
  const quiet = (text) => [document.createElement("br"), Object.assign(document.createElement("span"), { className: "quiet", textContent: text })];
  const lines = pack.items.map((item) => {
    const section = document.querySelector(`section[data-item="${CSS.escape(item.code)}"]`);
    const fields = (name) => [...section.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
    const asked = (name) => {
      const field = fields(name)[0];
      return (field?.closest("fieldset")?.querySelector("legend") ?? field?.labels?.[0])?.textContent.trim() ?? "";
    };
    const option = (name, value) => [...(fields(name)[0]?.options ?? [])].find((one) => one.value === value)?.textContent ?? value;
    // What is ticked is said by its label; of what is written the label is the question, and the words are the answer.
    const chosen = (name, value) =>
      fields(name).find((field) => ["radio", "checkbox"].includes(field.type) && field.value === value)?.labels?.[0]?.textContent.trim() ?? option(name, value);
    const answer = answers()[item.code];
    const said = document.createElement("span");
    said.append(item.name);
    if (answer) {
      answer.note.trim() && said.append(...quiet(answer.note));
      const broken = answer.violation;
      broken && said.append(...quiet([option("violation.severity", broken.severity), broken.clause, option("violation.measure", broken.measure)].join("；")));
      for (const { question, value, notApplicable } of answer.replies ?? []) {
        const name = `replies.${question}.value`;
        const why = notApplicable ? `${fields(`replies.${question}.notApplicable`)[0]?.labels?.[0]?.textContent.trim() ?? ""} ${notApplicable}` : "";
        said.append(...quiet([asked(name), value === undefined ? "" : chosen(name, value), why].filter(Boolean).join(" ")));
      }
    }
    files()
      .filter(({ step }) => step.item === item.code)
      .forEach(({ step }) => said.append(...quiet(say("fileKept", Math.ceil(step.file.bytes / 1000), step.file.sha256.slice(0, 12)))));
    const codes = Object.assign(document.createElement("span"), { textContent: answer ? answer.codes.map((code) => pack.codes[code] ?? code).join("、") : say("open") });
    const line = document.createElement("li");
    line.append(said, codes);
    return line;
  });
  find("whole").replaceChildren(...lines);
}

async function takeBack(id) {
  await load();
  if (unsent().some((one) => one.step.id === id)) {
    await withFiles("readwrite", (kept, bytes) => {
      kept.delete(id);
      bytes.delete(id);
    });
    await load();
  }
  await paint();
}

async function paintRoom() {
  const held = files().reduce((all, { step }) => all + step.file.bytes, 0);
  const room = held ? await navigator.storage?.estimate?.().catch(() => undefined) : undefined;
  show(find("room"), held > 0);
  find("room").textContent = held ? say("room", (held / MEGABYTE).toFixed(1), room ? Math.floor(Math.max(0, room.quota - room.usage) / MEGABYTE) : "?") : "";
}

const EVIDENCE = /^(\xff\xd8\xff|\x89PNG\r\n\x1a\n|%PDF-|RIFF.{4}(WEBP|WAVE)|.{4}ftyp|\x1aE\xdf\xa3|OggS|#!AMR|ID3|\xff[\xe2\xe3\xea\xeb\xf2\xf3\xfa\xfb])/s;

/** Keeps a file with its hash; a text where it cannot. */
async function take(form, item) {
  const file = new FormData(form).get("file");
  if (!file?.size) {
    return say("fillIn", say("file"));
  } else if (file.size > MOST_FILE_BYTES) {
    return say("tooLarge");
  }
  const bytes = await file.arrayBuffer();
  if (!EVIDENCE.test(String.fromCharCode(...new Uint8Array(bytes.slice(0, 16))))) {
    return say("kindUnfit");
  }
  const question = new FormData(form).get("question") || undefined;
  const sha256 = hex(await digest(bytes));
  if (files().some(({ step }) => step.file.sha256 === sha256 && step.item === item && step.file.question === question)) {
    return say("alreadyTaken");
  }
  try {
    await keep("EVIDENCED", { item, file: { sha256, bytes: file.size, question } }, new Blob([bytes]));
  } catch (full) {
    return full.name === "QuotaExceededError" ? say("full") : `${say("broken")} ${full.message}`;
  }
  form.reset();
  return undefined;
}

/** What counts as words, as the server judges them (ReasonText). */
function inWords(text) {
  const ideographs = new Set(text.match(/\p{Ideographic}/gu) ?? []);
  const others = (text.match(/[\p{L}\p{Nd}]/gu) ?? []).filter((one) => !/\p{Ideographic}/u.test(one));
  return ideographs.size >= 2 || others.length >= 4;
}

/** How the subject signs by a form; a text where something is missing. */
async function signing(form) {
  const data = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([name]) => !name.startsWith("_")));
  const label = (name) => form.querySelector(`[name="${name}"]`).labels[0].textContent;
  const blank = Object.keys(data).find((name) => name !== "strokes" && (["signer", "witness"].includes(name) ? !data[name] : name !== "way" && !inWords(data[name])));
  if (blank) {
    return say("fillIn", label(blank));
  }
  const across = (data.strokes ?? "").split(/[ ;]/).map((point) => Number(point.split(",")[0]));
  if (data.way === "GLASS" && (across.length < 8 || Math.max(...across) - Math.min(...across) < 40)) {
    return say("strokesUnfit");
  }
  return { ...data, recordHash: hex(await digest(utf8(record()))) };
}

/** Hears a form; what it cannot take it says beside it. */
function hears(form, taken) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const why = await taken(form);
    const fault = form.parentElement.querySelector("[role=alert]");
    show(fault, typeof why === "string");
    if (typeof why === "string") {
      fault.textContent = why;
      fault.focus();
    }
  });
}

/** A code another phone reads; drawn where it changes. */
function shows(canvas, text) {
  show(canvas, true);
  canvas.dataset.qr === text || (canvas.dataset.qr = text);
}

/** The second officer's six characters for the digits of a record. */
async function confirms(digits) {
  const signature = await signed(second(digits));
  const code = Array.from(new Uint8Array(await digest(signature)).slice(0, 6), (byte) => CHARACTERS[byte % CHARACTERS.length]).join("");
  find("code").textContent = code;
  find("code").dataset.made = "yes";
  shows(find("code-code"), `${find("scan-code").dataset.reads}${code}`);
  return keep("CONFIRMED", { record: { hash: digits, keyId: pack.keyId, signature: base64(signature) } });
}

async function signs(hash) {
  const signature = base64(await signed(`${pack.record.form}\n${pack.visitId}\n${hash}\n${pack.member}\n`));
  return keep("SIGNED", { record: { hash, keyId: pack.keyId, signature } });
}

function turn() {
  const wanted = location.hash.slice(1);
  const view = document.querySelector(`section[data-view="${CSS.escape(wanted)}"]`) ? wanted : "home";
  document.querySelectorAll("section[data-view]").forEach((one) => show(one, one.dataset.view === view));
  document.querySelector(`section[data-view="${view}"] h2`)?.focus();
  const section = document.querySelector(`section[data-view="${view}"]`);
  const answer = section.dataset.item && answers()[section.dataset.item];
  if (answer) {
    fill(section.querySelector("form"), answer);
  }
  scrollTo(0, 0);
}

/** On to the next item that has no answer, or back to the visit. */
function onwards(at) {
  const done = answers();
  const next = [...pack.items.keys()].map((i) => (at + i) % pack.items.length).find((i) => !done[pack.items[i].code]);
  location.hash = next === undefined ? "" : `item-${next + 1}`;
}

const CHARACTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const second = (digits) => `double-random/second-officer/1\n${pack.visitId}\n${digits}\n${pack.account}\n`;

function listen() {
  find("arrive").addEventListener("click", () => keep("ARRIVED", {}));
  find("finish").addEventListener("click", () => keep("ENDED", { steps: counted() + 1 }));
  find("sign").addEventListener("click", async () => {
    signs(hex(await digest(utf8(record()))));
  });
  find("scan-record").addEventListener("read", ({ detail }) => {
    const isHash = /^[0-9a-f]{64}$/.test(detail);
    find("read-digits").textContent = isHash ? detail.slice(0, 8) : "";
    find("sign-read").dataset.hash = isHash ? detail : "";
    show(find("has-read"), isHash);
  });
  find("sign-read").addEventListener("click", async () => {
    const { hash } = find("sign-read").dataset;
    show(find("has-read"), false);
    await confirms(hash.slice(0, 8));
    await signs(hash);
  });
  find("scan-code").addEventListener("read", ({ detail }) => {
    const field = find("second").querySelector("[name=code]");
    field.value = detail;
    field.dataset.read = "yes";
  });
  document.querySelectorAll("section[data-item]").forEach((section) => {
    hears(section.querySelector("[data-answering] form"), async (form) => {
      const answer = typed(form);
      if (typeof answer === "string") {
        return answer;
      }
      await keep("CHECKED", { item: section.dataset.item, answer });
      onwards(Number(section.dataset.view.split("-")[1]));
      return undefined;
    });
    hears(section.querySelector("[data-taking] form"), (form) => take(form, section.dataset.item));
  });
  hears(find("stating").querySelector("form"), async (form) => {
    const words = new FormData(form).get("words").trim();
    return inWords(words) ? void (await keep("STATED", { words })) : say("fillIn", say("statement"));
  });
  find("ways").querySelectorAll("form").forEach((form) =>
    hears(form, async () => {
      const subject = await signing(form);
      return typeof subject === "string" ? subject : void (await keep("SUBJECT_SIGNED", { subject }));
    }),
  );
  const others = find("second").querySelectorAll("[name=of]");
  others[0].checked = others.length === 1;
  find("second").querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    const data = new FormData(event.target);
    keep("SECONDED", { record: { hash: find("digits").textContent, of: data.get("of"), code: data.get("code").trim().toUpperCase() } });
  });
  find("confirm").querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    const digits = new FormData(event.target).get("digits").trim().toLowerCase();
    confirms(digits);
  });
  addEventListener("hashchange", turn);
  addEventListener("online", send);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && send());
  setInterval(send, AGAIN_MILLIS);
}

/** This page, its look and its script are kept, and the browser is asked to throw nothing away. */
async function settleIn() {
  await navigator.serviceWorker.register(place.dataset.worker, { scope: place.dataset.scope });
  const kept = await caches.open("phone-1");
  if (navigator.onLine) {
    await kept.addAll([location.pathname, document.querySelector("link[rel=stylesheet]").href, ...[...document.querySelectorAll("script[src]")].map((one) => one.src)]).catch(() => undefined);
  }
  const lasting = await navigator.storage?.persist?.().catch(() => false);
  show(find("not-lasting"), !lasting);
}

async function begin() {
  const before = await store("double-random-phone", "contacts", "readonly", (kept) => kept.get(pack.visitId));
  if (before && before.server >= pack.now) {
    contact = before;
  } else {
    await store("double-random-phone", "contacts", "readwrite", (kept) => kept.put(contact, pack.visitId));
  }
  await load();
  show(place, true);
  listen();
  turn();
  await paint();
  await settleIn();
  find("ready").dataset.ready = "yes";
  show(find("ready"), true);
  send();
}

if (isSecureContext && "serviceWorker" in navigator && "indexedDB" in window && crypto.subtle) {
  show(find("sync"), true);
  begin().catch((gone) => {
    find("sync").textContent = `${say("broken")} ${gone.message}`;
  });
} else {
  show(find("insecure"), true);
}
