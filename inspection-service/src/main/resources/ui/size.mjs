// A file that is larger than is taken is said to be so where it is chosen, before it is sent and what was typed beside it with it.
const told = document.getElementById("most");
document.querySelectorAll("input[type=file]").forEach((field) => {
  const judge = () => {
    const tooLarge = [...field.files].some((file) => file.size > Number(told.dataset.bytes));
    field.setCustomValidity(tooLarge ? told.textContent : "");
    tooLarge && field.reportValidity();
  };
  field.addEventListener("change", judge);
  judge();
});
