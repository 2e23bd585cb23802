// Filters the list of procedures while somebody types or chooses. The state stands in the address, so that it can be
// sent to others; words to say come from the form.
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();

for (const form of document.querySelectorAll("[data-filter]")) {
  const groups = [...document.querySelectorAll("section")].filter((group) => group.querySelector("li[data-f]"));
  const rows = groups.flatMap((group) => {
    const heading = group.querySelector("h2").textContent;
    return [...group.querySelectorAll("li[data-f]")].map((row) => ({
      row,
      text: plain(`${row.textContent} ${heading}`),
      marks: `${row.dataset.f} ${group.dataset.f ?? ""}`.split(" "),
    }));
  });
  const fields = [...form.elements].filter((field) => field.name);
  const selects = fields.filter((field) => field.tagName === "SELECT");
  const status = form.querySelector("[role=status]");
  let later;

  const show = () => {
    const wanted = plain(form.elements.tim.value).split(/\s+/).filter(Boolean);
    const marks = selects.map((select) => select.selectedOptions[0].dataset.m).filter(Boolean);
    const active = wanted.length + marks.length > 0;
    let found = 0;
    for (const one of rows) {
      const fits = marks.every((mark) => one.marks.includes(mark)) && wanted.every((word) => one.text.includes(word));
      one.row.hidden = !fits;
      found += fits;
    }
    for (const group of groups) group.hidden = !group.querySelector("li[data-f]:not([hidden])");
    clearTimeout(later);
    later = setTimeout(() => {
      status.textContent = active ? (found ? `${found} ${form.dataset.found}` : form.dataset.nothing) : "";
    }, 250);
  };

  const remember = () => {
    const address = new URL(location);
    for (const field of fields) {
      if (field.value) address.searchParams.set(field.name, field.value);
      else address.searchParams.delete(field.name);
    }
    history.replaceState(null, "", address);
  };

  const change = () => {
    show();
    remember();
  };

  const given = new URLSearchParams(location.search);
  for (const field of fields) {
    const value = given.get(field.name) ?? "";
    if (field.tagName !== "SELECT" || [...field.options].some((option) => option.value === value)) field.value = value;
  }
  form.dataset.filter = "on";
  form.addEventListener("input", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(change));
  show();
}
