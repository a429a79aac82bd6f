// Which of the marked ones has the focus, and whether that can be seen.
() => {
  const element = document.activeElement;
  if (!element || element === document.body) return { at: "", seen: true, what: "" };
  const style = getComputedStyle(element);
  const drawn = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  const box = element.getBoundingClientRect();
  return {
    at: element.dataset.reach ?? "",
    seen: (drawn || style.boxShadow !== "none") && box.width > 0 && box.height > 0,
    what: element.outerHTML.slice(0, 120),
  };
}
