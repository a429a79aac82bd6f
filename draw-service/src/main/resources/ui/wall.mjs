// What a wall does by itself: it hears when something has changed, shows the newest picture, and lets the names of a drawn
// list follow each other. Without it the links of the page do the same.
const STAY_MS = 8000;
const SILENT_MS = 8000;

const picture = () => document.getElementById("picture");
const live = document.getElementById("live");
const pause = document.getElementById("pause");
const draw = live.textContent;
let heard = Date.now();
let paused = false;
let follow = 0;

/** Puts the picture of an address in place of the one that is shown. */
async function show(address) {
  const answer = await fetch(address, { headers: { Accept: "text/html" }, credentials: "same-origin" });
  if (!answer.ok) {
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("picture");
  if (fresh) {
    picture().replaceWith(document.adoptNode(fresh));
    document.getElementById("heard").textContent = page.getElementById("heard").textContent;
    schedule();
  }
}

/** The names of a drawn list follow by themselves, one picture after the other, and stay at the last. */
function schedule() {
  clearTimeout(follow);
  const next = picture().dataset.next;
  const plays = picture().dataset.phase === "EXECUTED" && next;
  pause.hidden = !plays && !paused;
  pause.textContent = paused ? pause.dataset.play : pause.dataset.pause;
  if (plays && !paused) {
    follow = setTimeout(() => show(next), STAY_MS);
  }
}

pause.addEventListener("click", () => {
  paused = !paused;
  schedule();
});

document.addEventListener("keydown", (key) => {
  if (key.key === "ArrowRight" && picture().dataset.next) {
    show(picture().dataset.next);
  } else if (key.key === "ArrowLeft") {
    const back = picture().querySelector("nav a");
    if (back && picture().dataset.at !== "0") {
      show(back.href);
    }
  }
});

const events = new EventSource(picture().dataset.events);
for (const kind of ["state", "beat"]) {
  events.addEventListener(kind, (event) => {
    heard = Date.now();
    live.textContent = `${draw} · ${live.dataset.live}`;
    // Whoever looks back at an earlier picture is not torn away by a look at the clock of the ledger.
    if (kind === "state" && event.data !== picture().dataset.edition) {
      show(picture().dataset.newest);
    }
  });
}

setInterval(() => {
  if (Date.now() - heard > SILENT_MS) {
    live.textContent = `${draw} · ${live.dataset.lost}`;
  }
}, 1000);

schedule();
