// Keeps a part of a page as it is now: #live is put anew when the house says so, #heard says when it was heard last. Tabs of
// one browser that show the same listen once: one of them holds a lock and tells the others, and when it is closed the next
// one listens. Where a browser has no locks (clear text on a network) each tab listens for itself. Without this script the
// page is as it was made, and its link to refresh it does the same.
const SILENT_MS = 20000;
const AGAIN_MS = 10000;

const box = () => document.getElementById("live");
const heard = document.getElementById("heard");
const { events, topic } = box().dataset;
const name = `live ${events} ${topic}`;
const tabs = "BroadcastChannel" in self ? new BroadcastChannel(name) : null;
let last = Date.now();

/** Puts the state in place of the one that is shown; what was opened stays open and what was chosen chosen. */
function show(edition, html) {
  const before = box();
  const open = [...before.querySelectorAll("details")].map((one) => one.open);
  const links = [...before.querySelectorAll("a")];
  const chosen = links.indexOf(document.activeElement);
  const fresh = new DOMParser().parseFromString(html, "text/html").body;
  before.replaceChildren(...[...fresh.childNodes].map((node) => document.adoptNode(node)));
  before.dataset.edition = edition;
  before.querySelectorAll("details").forEach((one, i) => { one.open = open[i] === true; });
  if (chosen >= 0) {
    before.querySelectorAll("a")[chosen]?.focus({ preventScroll: true });
  }
}

/** What was heard, by this tab or another one. */
function take(said) {
  if (said.kind === "state") {
    if (said.edition !== box().dataset.edition) {
      show(said.edition, said.html);
    }
  } else if (said.kind === "beat") {
    last = Date.now();
    heard.textContent = `${heard.dataset.words.replace("%", said.clock)} · ${heard.dataset.live}`;
    heard.className = "quiet";
    if (said.edition !== box().dataset.edition) {
      tabs?.postMessage({ kind: "ask" });
    }
  }
}

function tell(said) {
  take(said);
  tabs?.postMessage(said);
}

/** Listens for all tabs until this one is closed. */
function listen() {
  const address = new URL(events, location.href);
  address.searchParams.set("edition", box().dataset.edition);
  const source = new EventSource(address);
  source.addEventListener("state", (event) => tell({ kind: "state", edition: event.lastEventId, html: event.data }));
  source.addEventListener("beat", (event) => {
    const [edition, clock] = event.data.split(" ");
    tell({ kind: "beat", edition, clock });
  });
  source.addEventListener("error", () => {
    // Refused, and not broken off: a browser does not come back by itself then.
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(listen, AGAIN_MS);
    }
  });
}

if (tabs) {
  tabs.onmessage = ({ data }) => {
    if (data.kind !== "ask") {
      take(data);
    } else if (box().dataset.listens) {
      tabs.postMessage({ kind: "state", edition: box().dataset.edition, html: box().innerHTML });
    }
  };
}

function begin() {
  box().dataset.listens = "1";
  listen();
}

if (tabs && navigator.locks) {
  navigator.locks.request(name, () => {
    begin();
    return new Promise(() => {});
  });
} else {
  begin();
}

setInterval(() => {
  if (Date.now() - last > SILENT_MS) {
    heard.textContent = heard.dataset.lost;
    heard.className = "warn";
  }
}, 1000);
