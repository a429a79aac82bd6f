// A file that is too large is told beside its field before it is sent, so that what was typed stays.
const limit = document.getElementById("file-limit");
const file = document.querySelector("input[type=file]");

file.addEventListener("change", () => {
  const chosen = file.files[0];
  file.setCustomValidity(chosen && chosen.size > Number(limit.dataset.most) ? limit.textContent : "");
  file.reportValidity();
});
