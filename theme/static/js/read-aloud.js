// Reads the text of a page aloud where the device has a Vietnamese voice; without one the button is never seen.
{
  const BLOCKS = "h1,h2,h3,h4,h5,h6,p,li,dt,dd,td,th,caption,figcaption,blockquote,div,section,article";
  const SILENT = "nav,form,button,thead,[hidden],.c-hidden,.c-share,.c-tags,sup";
  const LONGEST = 200; // some voices stop in the middle of what takes them more than a quarter of a minute
  const button = document.querySelector("[data-listen]");
  const text = document.querySelector("[data-read]");
  const speech = window.speechSynthesis;

  const voice = () => speech.getVoices().find((one) => /^vi([-_]|$)/i.test(one.lang));

  // What stands on the page, one text a block; a cell says first what its column is.
  const blocks = () => {
    const found = [];
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    let last;
    while (walker.nextNode()) {
      const around = walker.currentNode.parentElement;
      if (around.closest(SILENT)) continue;
      const block = around.closest(BLOCKS);
      if (block !== last) found.push(block.dataset.head && block.tagName === "TD" ? `${block.dataset.head}: ` : "");
      found[found.length - 1] += walker.currentNode.data;
      last = block;
    }
    return found.map((one) => one.replace(/\s+/g, " ").trim()).filter((one) => /[\p{L}\p{N}]/u.test(one));
  };

  // Sentences, and the parts of long ones, none longer than a voice can say in one go.
  const sentences = (block) =>
    block
      .replace(/([.!?;:])\s/g, "$1\n")
      .split("\n")
      .flatMap((one) => one.match(new RegExp(`.{1,${LONGEST}}(?=\\s|$)|\\S+`, "g")) || []);

  if (button && text && speech && window.SpeechSynthesisUtterance) {
    const whole = button.dataset.spoken.split(";").map((pair) => pair.split("="));
    const spelled = (one) => whole.reduce((said, [short, long]) => said.split(short).join(long), one);
    let left = null;

    const stop = () => {
      left = null;
      speech.cancel();
      button.textContent = button.dataset.listen;
    };
    const next = () => {
      if (!left) return;
      if (!left.length) return stop();
      const said = new SpeechSynthesisUtterance(spelled(left.shift()));
      said.lang = "vi-VN";
      said.voice = voice();
      const mine = left;
      said.onend = () => left === mine && next();
      said.onerror = () => left === mine && stop();
      speech.speak(said);
    };
    const offer = () => {
      if (voice()) button.dataset.ready = "";
    };

    button.addEventListener("click", () => {
      if (left) return stop();
      speech.cancel();
      left = [].concat(...blocks().map(sentences));
      button.textContent = button.dataset.stop;
      next();
    });
    window.addEventListener("pagehide", stop);
    if (speech.addEventListener) speech.addEventListener("voiceschanged", offer);
    offer();
  }
}
