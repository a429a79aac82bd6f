// A witness's own part, in his own browser: the number is made here, kept here, and sent when it is revealed and never before.
import { sha256 } from "../verify.mjs";

const root = document.getElementById("ceremony");
const draw = root.dataset.draw;
const encoder = new TextEncoder();
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const place = (by) => `double-random/ceremony/${draw}/${by}`;

/** `crypto.subtle` needs https; the random numbers and the hash here do not. */
const random = (bytes) => hex(crypto.getRandomValues(new Uint8Array(bytes)));

/** H("dr/contribution/1\0" ‖ J({by, nonce, value})), docs/draw-protocol.md §4. */
function commitment(by, nonce, value) {
  const json = `{"by":${JSON.stringify(by)},"nonce":${JSON.stringify(nonce)},"value":${JSON.stringify(value)}}`;
  return hex(sha256(encoder.encode("dr/contribution/1\0"), encoder.encode(json)));
}

/** What stands behind the # of a link: name and code; it is never sent with an address. */
function linked() {
  const [name, code] = location.hash.slice(1).split(":");
  return { name: name ? decodeURIComponent(name) : "", code: code ?? "" };
}

const field = (form, name) => form?.elements.namedItem(name);
const formOf = (name) => root.querySelector(`[name="${name}"]`)?.closest("form");

function read(by) {
  try {
    return JSON.parse(localStorage.getItem(place(by)));
  } catch {
    return null;
  }
}

/** Whether this browser keeps what was promised in a name: not what was made for another promise, or never sent. */
function holds(by, promised) {
  const kept = read(by);
  return Boolean(kept) && commitment(by, kept.nonce, kept.value) === promised;
}

const shown = (id, is) => (document.getElementById(id).hidden = !is);

/** Between promise and reveal: who has lost his number reads it while it can still be mended. */
function waiting(choice) {
  const options = Array.from(choice.options);
  const { name } = linked();
  if (options.some((option) => option.value === name)) {
    choice.value = name;
  }
  const look = () => {
    const here = options.some((option) => holds(option.value, option.dataset.commitment));
    shown("here", here);
    shown("lost", !here);
  };
  document.getElementById("keep").addEventListener("click", () => {
    const value = document.getElementById("lost-value").value.normalize("NFC");
    const nonce = document.getElementById("lost-nonce").value.replace(/\s/g, "").toLowerCase();
    const fits = commitment(choice.value, nonce, value) === choice.selectedOptions[0].dataset.commitment;
    shown("lost-wrong", !fits);
    if (fits) {
      localStorage.setItem(place(choice.value), JSON.stringify({ nonce, value }));
      look();
    }
  });
  look();
}

function fillLinked(form) {
  const { name, code } = linked();
  const by = field(form, "by");
  if (by && name && by.type !== "hidden") {
    by.value = name;
  }
  if (field(form, "code") && code) {
    field(form, "code").value = code;
  }
}

/** Of several names the one whose value this browser keeps: nobody looks for himself in a list. */
function chooseKept(by) {
  if (by?.options && !read(by.value)) {
    const mine = Array.from(by.options).find((option) => read(option.value));
    if (mine) {
      by.value = mine.value;
    }
  }
}

function promising(form) {
  fillLinked(form);
  const by = () => field(form, "by").value;
  const showKept = () => {
    const kept = read(by());
    document.getElementById("kept").hidden = !kept;
    if (kept) {
      document.getElementById("kept-value").textContent = kept.value;
      document.getElementById("kept-nonce").textContent = kept.nonce;
      field(form, "commitment").value = commitment(by(), kept.nonce, kept.value);
    }
  };
  document.getElementById("making").hidden = false;
  const make = () => {
    if (!by()) {
      field(form, "by").focus();
      return;
    }
    const typed = document.getElementById("own").value.normalize("NFC");
    localStorage.setItem(place(by()), JSON.stringify({ nonce: random(16), value: typed || random(16) }));
    document.getElementById("own").value = "";
    showKept();
  };
  document.getElementById("make").addEventListener("click", make);
  // Who presses this first has typed his number and made no promise of it: it is made, and he reads what to keep.
  form.addEventListener("submit", (event) => {
    if (!read(by()) && !field(form, "commitment").value) {
      event.preventDefault();
      make();
      document.getElementById("kept").scrollIntoView();
    }
  });
  field(form, "by").addEventListener("change", showKept);
  showKept();
}

function revealing(form) {
  fillLinked(form);
  const by = field(form, "by");
  chooseKept(by);
  const fill = () => {
    const kept = read(by.value);
    document.getElementById("filled").hidden = !kept;
    if (kept && !field(form, "value").value && !field(form, "nonce").value) {
      field(form, "value").value = kept.value;
      field(form, "nonce").value = kept.nonce;
    }
  };
  by.addEventListener("change", fill);
  fill();
}

const kept = document.getElementById("lost-by");
const promise = formOf("commitment");
const reveal = formOf("nonce");
if (kept) {
  waiting(kept);
}
if (promise) {
  promising(promise);
}
if (reveal) {
  revealing(reveal);
}

/** A page that says why a form was refused stands at the form's address: loaded anew, it would send the form again. */
function readAgain() {
  if (location.pathname === root.dataset.page) {
    location.reload();
  } else {
    location.replace(root.dataset.page + location.hash);
  }
}

/** As soon as something has changed the page is read again, unless somebody is typing. */
const live = document.getElementById("live");
let known = "";
const events = new EventSource(root.dataset.events);
events.addEventListener("state", (event) => {
  live.textContent = "";
  // The look for an outside witness changes no page by itself, but may have found one.
  const typing = Array.from(root.querySelectorAll("input:not([type=hidden])")).some(
    (input) => input === document.activeElement || (input.id && !input.name && input.value !== ""),
  );
  if (known && known !== event.data && !typing && !reveal) {
    readAgain();
  }
  known = event.data;
});
events.addEventListener("error", () => {
  live.textContent = live.dataset.lost;
});
