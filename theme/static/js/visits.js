// Fills in the number of visits when the footer comes into view. Without it the footer links to the page of visits.
for (const place of document.querySelectorAll("[data-visits]")) {
  if (!window.IntersectionObserver || location.protocol === "file:") break;
  const watch = new IntersectionObserver(async (seen) => {
    if (!seen.some((one) => one.isIntersecting)) return;
    watch.disconnect();
    try {
      const { total } = await (await fetch(place.dataset.visits)).json();
      if (typeof total !== "number") return;
      place.querySelector("b").textContent = total.toLocaleString("vi-VN");
      place.querySelector("[hidden]").hidden = false;
    } catch {
      // the link is enough
    }
  });
  watch.observe(place);
}
