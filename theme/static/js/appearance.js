// Size of letters and contrast as the reader last chose them. This file is the first of the bundle, so that a page stands
// as it will stay before it is painted.
{
  const root = document.documentElement;
  const remembered = (key) => {
    try {
      return localStorage.getItem(`cchc ${key}`) || "";
    } catch (closed) {
      return "";
    }
  };
  const show = (key, value) => {
    if (value) root.dataset[key] = value;
    else delete root.dataset[key];
  };
  const choose = ({ target }) => {
    show(target.name, target.value);
    try {
      localStorage.setItem(`cchc ${target.name}`, target.value);
    } catch (closed) {
      // It holds for this page alone.
    }
  };
  for (const key of ["coChu", "tuongPhan"]) show(key, remembered(key));

  for (const box of document.querySelectorAll("[data-display]")) {
    for (const radio of box.querySelectorAll("input")) radio.checked = radio.value === (root.dataset[radio.name] || "");
    const close = () => {
      box.open = false;
    };
    box.addEventListener("change", choose);
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !box.open) return;
      close();
      box.querySelector("summary").focus();
    });
    document.addEventListener("click", (event) => {
      if (!box.contains(event.target)) close();
    });
    box.dataset.display = "on";
  }
}
