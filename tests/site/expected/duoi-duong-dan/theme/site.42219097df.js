// Copies the page's address. The words to say come from the button; without a clipboard the button stays hidden.
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  const { copy, done, failed, status } = button.dataset;
  button.closest("[hidden]").hidden = false;
  button.addEventListener("click", async () => {
    const said = document.getElementById(status);
    said.textContent = "";
    try {
      await navigator.clipboard.writeText(copy);
      said.textContent = done;
    } catch {
      said.textContent = failed;
    }
  });
}

// Prints the page.
for (const button of document.querySelectorAll("[data-print]")) {
  button.closest("[hidden]").hidden = false;
  button.addEventListener("click", () => window.print());
}
