// Marks whatever somebody can operate with a number of its own, and says how many there are.
() => {
  const wanted = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
  const groups = new Set();
  let count = 0;
  for (const element of document.querySelectorAll(wanted)) {
    if (element.disabled || !element.checkVisibility({ checkVisibilityCSS: true }) || element.closest("[inert]")) continue;
    if (element.type === "radio") {
      // Of a group Tab reaches one, arrows the others.
      const group = (element.form?.id ?? "") + (element.form?.action ?? "") + element.name;
      if (groups.has(group)) continue;
      groups.add(group);
      for (const other of document.getElementsByName(element.name)) other.dataset.reach = String(count);
      count++;
      continue;
    }
    element.dataset.reach = String(count++);
  }
  return count;
}
