// What stands on the page in the other language than it says of itself, each as a sentence; none where all is well.
(allowed) => {
  // What Chinese offices write as it is: where something stands, how it is asked for, and names of files.
  const addresses = /https?:\S+|(?:GET|PUT|POST) \/\S+|[\w.]+\.org\/\S+?(?=[，。\s]|$)/g;
  const file = /\.(csv|xlsx|docx|txt|json|zip|mjs|py|pdf)$/;
  const han = /[\u3400-\u9fff]/;
  const faults = new Set();
  if (!document.documentElement.lang) return ["the page does not say its language"];
  const english = (element) => element.closest("[lang]").lang.startsWith("en");
  // What the office or its firms have written is data; the words around it are the suite's own.
  const own = "label, legend, th, dt, button, summary, nav.menu, .hint, .steps, .bar .who > a, option[value='']";
  const data = "code, pre, kbd, time, textarea, select, option:not([value='']), svg";
  const said = (element, text) => {
    const words = text.replace(/\s+/g, " ").trim();
    if (!words) return;
    if (english(element)) {
      // The Chinese term may stand once in brackets.
      const rest = words.replace(/[(（][^()（）]*[)）]/g, "");
      if (han.test(rest) && element.closest(own) && !element.closest("[data-own], .people, .choices")) {
        faults.add(`Chinese on an English page: ${words}`);
      }
    } else if (!element.closest(data)) {
      // A word with a digit in it is a code.
      for (const word of words.replace(addresses, " ").match(/[A-Za-z0-9][A-Za-z0-9'.-]{2,}/g) ?? []) {
        if (/^[A-Za-z'.-]+$/.test(word) && !file.test(word) && !allowed.includes(word.replace(/\.$/, ""))) faults.add(`${word} on a Chinese page: ${words.slice(0, 80)}`);
      }
    }
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (element.closest("script, style, noscript") || !element.checkVisibility()) continue;
    said(element, texts.currentNode.data);
  }
  for (const element of document.querySelectorAll("[title], [placeholder], [aria-label], [alt]")) {
    for (const name of ["title", "placeholder", "aria-label", "alt"]) {
      const text = element.getAttribute(name);
      if (!text) continue;
      if (english(element) ? han.test(text) && !element.matches("[data-own]") : /[A-Za-z]{3,}/.test(text)) {
        faults.add(`${name} in the other language: ${text}`);
      }
    }
  }
  return [...faults];
}
