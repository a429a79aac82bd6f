// Every text of an English page that could be a sentence of the suite: the test compares them with the Chinese bundles.
() => {
  if (!document.documentElement.lang) return [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = new Set();
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    const text = texts.currentNode.data.replace(/\s+/g, " ").trim();
    if (/[\u3400-\u9fff]/.test(text) && element.checkVisibility() && element.closest("[lang]").lang.startsWith("en")
        && !element.closest("script, style, option, code")) {
      found.add(text);
    }
  }
  return [...found];
}
