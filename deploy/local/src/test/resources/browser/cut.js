// What is shown and does not stand wholly between the edges of the window, or of the box it is in; the link past the head shows itself only when it is reached.
() => {
  const faults = [];
  const wide = document.documentElement.clientWidth;
  for (const one of document.querySelectorAll("body *")) {
    const style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    const speaks = [...one.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.textContent.trim()) || one.matches("input, select, textarea, button, canvas, img, svg");
    if (!speaks || one.closest(".skip") || style.visibility === "hidden" || !box.width || !box.height) {
      continue;
    }
    const name = one.outerHTML.slice(0, 120);
    if (box.left < -1 || box.right > wide + 1) {
      faults.push(`from ${Math.round(box.left)} to ${Math.round(box.right)} of ${wide}: ${name}`);
    } else if (!one.matches("input, select, textarea") && ["hidden", "clip"].includes(style.overflowX) && one.scrollWidth > one.clientWidth + 1) {
      faults.push(`cut at ${one.clientWidth} of ${one.scrollWidth}: ${name}`);
    }
  }
  return faults;
}
