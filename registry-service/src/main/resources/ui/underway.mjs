// How far a file is, once a second. The page says the same without this: it is loaded anew every few seconds then.
const EVERY = 1000;

// Not where this page stands, which after a refused form is the form's address: nothing is ever sent again.
const { page } = document.getElementById("under-way").dataset;

async function look() {
  let made;
  try {
    const answer = await fetch(page, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) {
      location.replace(page);
      return;
    }
    made = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    // The service or the line is away for a moment; what is under way goes on.
    setTimeout(look, 5 * EVERY);
    return;
  }
  const now = made.getElementById("under-way");
  if (!now) {
    location.replace(page);
    return;
  }
  document.getElementById("under-way").replaceChildren(...now.childNodes);
  setTimeout(look, EVERY);
}

setTimeout(look, EVERY);
