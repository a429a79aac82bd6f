// Who promises a number makes it in his own browser, which keeps it; it is sent when it is revealed and never before.
import { sha256 } from "/draw/ui/verify.mjs";

const root = document.getElementById("sample");
const place = `double-random/revisit/${root.dataset.sample}/${root.dataset.account}`;
const encoder = new TextEncoder();
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const random = (bytes) => hex(crypto.getRandomValues(new Uint8Array(bytes)));
const field = (name) => root.querySelector(`[name="${name}"]`);
const part = (id) => document.getElementById(id);

/** H("dr/contribution/1\0" ‖ J({by, nonce, value})), docs/draw-protocol.md §4. */
function commitment(by, { nonce, value }) {
  const json = `{"by":${JSON.stringify(by)},"nonce":${JSON.stringify(nonce)},"value":${JSON.stringify(value)}}`;
  return hex(sha256(encoder.encode("dr/contribution/1\0"), encoder.encode(json)));
}

/** H("dr/secret/1\0" ‖ secret), the secret as its 32 bytes. */
function operatorCommitment({ value }) {
  const bytes = Uint8Array.from(value.match(/../g), (digits) => parseInt(digits, 16));
  return hex(sha256(encoder.encode("dr/secret/1\0"), bytes));
}

function kept() {
  try {
    return JSON.parse(localStorage.getItem(place));
  } catch {
    return null;
  }
}

function making(input, make, hash) {
  const show = () => {
    const known = kept();
    part("kept").hidden = !known;
    if (known) {
      part("kept-value").textContent = known.value;
      if (part("kept-nonce")) {
        part("kept-nonce").textContent = known.nonce;
      }
      input.value = hash(known);
    }
  };
  part("making").hidden = false;
  part("make").addEventListener("click", () => {
    localStorage.setItem(place, JSON.stringify(make()));
    show();
  });
  show();
}

function filling(names) {
  const known = kept();
  part("filled").hidden = !known;
  for (const [name, member] of known ? names : []) {
    field(name).value ||= known[member];
  }
}

if (field("commitment")) {
  making(
    field("commitment"),
    () => ({ nonce: random(16), value: part("own").value.normalize("NFC") || random(16) }),
    (known) => commitment(root.dataset.account, known),
  );
} else if (field("operatorCommitment")) {
  making(field("operatorCommitment"), () => ({ value: random(32) }), operatorCommitment);
} else if (field("operatorSecret")) {
  filling([["operatorSecret", "value"]]);
} else if (field("nonce")) {
  filling([["value", "value"], ["nonce", "nonce"]]);
}
