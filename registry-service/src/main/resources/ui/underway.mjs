// How far a file is, once a second. The page says the same without this: it is loaded anew every few seconds then.
const EVERY = 1000;

async function look() {
  let page;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) {
      location.reload();
      return;
    }
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    // The service or the line is away for a moment; what is under way goes on.
    setTimeout(look, 5 * EVERY);
    return;
  }
  const now = page.getElementById("under-way");
  if (!now) {
    location.reload();
    return;
  }
  document.getElementById("under-way").replaceChildren(...now.childNodes);
  setTimeout(look, EVERY);
}

setTimeout(look, EVERY);
