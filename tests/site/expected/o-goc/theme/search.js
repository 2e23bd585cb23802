{
const waiting = {};
self.cchcTimKiem = (data) => waiting[data.n](data);

const finder = document.currentScript.src.replace("search.js", "find.js");
const place = document.querySelector("[data-search]");
const box = document.querySelector("[data-search-box]");
if (place && box) {
const said = place.dataset;
const folder = said.search.replace(/[^/]*$/, "");
const loaded = {};
const byScript = (address, name) => new Promise((done, failed) => {
const script = document.createElement("script");
if (name) waiting[name] = done;
else script.onload = done;
script.onerror = failed;
script.src = address;
document.head.append(script);
});
const byFetch = async (name) => {
const answer = await fetch(`${folder}${name}.js`);
if (!answer.ok) throw new Error(name);
const text = await answer.text();
return JSON.parse(text.slice(text.indexOf("(") + 1, text.lastIndexOf(")")));
};
const load = (name) => {
if (!loaded[name]) {
loaded[name] = location.protocol === "file:" ? byScript(`${folder}${name}.js`, name) : byFetch(name);
loaded[name].catch(() => delete loaded[name]);
}
return loaded[name];
};
let index;
const opened = () => {
index = index || Promise.all([load("muc-luc"), self.cchcTimKiem.Index || byScript(finder)]).then(([data]) => new self.cchcTimKiem.Index(data));
index.catch(() => { index = null; });
return index;
};
const given = new URLSearchParams(location.search);
if ((given.get("q") || "").trim()) opened();

const get = (name) => place.querySelector(`[data-part="${name}"]`);
const [filters, heading, status, note, after, more, portal] = ["filters", "heading", "status", "note", "after", "more", "portal"].map(get);
const make = (tag, name, ...inside) => {
const made = document.createElement(tag);
if (name) made.className = name;
made.append(...inside);
return made;
};
const list = make("ol", "c-answer__list");
list.setAttribute("role", "list");
after.before(list);
const narrow = get("narrow");
const selects = [...filters.querySelectorAll("select")];
const labels = {};
for (const option of filters.querySelectorAll("option")) labels[`${option.parentNode.name}/${option.value}`] = option.textContent;
const field = box.elements.q;
const show = (into, text, reading, length) => {
const { words } = self.cchcTimKiem;
const wanted = new Set([].concat(...reading.map((term) => [term.bare, ...term.other.keys()])));
const whole = text.normalize("NFC");
const hits = words(whole).filter((word) => wanted.has(word.bare));
let [from, to] = [0, whole.length];
if (length && whole.length > length) {
from = hits.length && hits[0].from > length * 0.6 ? whole.lastIndexOf(" ", hits[0].from - 30) + 1 : 0;
to = from + length < whole.length ? whole.lastIndexOf(" ", from + length) : whole.length;
}
into.textContent = from ? "… " : "";
let at = from;
const inside = hits.filter((one) => one.from >= from && one.to <= to);
inside.forEach((hit, n) => {
const next = inside[n + 1];
hit.begin = hit.begin === undefined ? hit.from : hit.begin;
if (next && !whole.slice(hit.to, next.from).trim()) {
next.begin = hit.begin;
return;
}
into.append(whole.slice(at, hit.begin), make("mark", "", whole.slice(hit.begin, hit.to)));
at = hit.to;
});
into.append(whole.slice(at, to), to < whole.length ? " …" : "");
};
const dated = (day) => new Date(day * 864e5).toISOString().slice(0, 10).split("-").reverse().join("/");
const row = ({ doc, reading }) => {
const link = make("a");
link.href = said.root + doc.path;
show(link, doc.title, reading);
const sort = doc.kind === "thu-tuc" ? "linh-vuc" : "chuyen-muc";
const state = doc.status || (doc.kind === "thu-tuc" ? said.inForce : "");
const facts = [
make("span", "c-answer__kind", labels[`loai/${doc.kind}`] || ""),
make("span", "", doc.code),
make("span", "", doc.day === null ? "" : dated(doc.day)),
make("span", "", doc.facet.map((facet) => labels[`${sort}/${facet}`]).filter(Boolean).join(", ")),
make("span", doc.past ? "c-answer__state c-answer__state--past" : "c-answer__state", state),
];
const made = make("li", "c-answer__row", make("h3", "c-answer__title", link));
made.append(make("p", "c-answer__facts", ...[].concat(...facts.filter((fact) => fact.textContent).map((fact) => [fact, " "]))));
if (doc.summary || doc.words) {
const text = make("p", "c-answer__text");
show(text, doc.summary || doc.words, reading, 160);
made.append(text);
}
return made;
};

const STEP = 10;
let turn = 0;
let [shown, answers, later, again] = [STEP, [], [], null];
const draw = () => {
const focus = document.activeElement === more;
const old = list.children.length;
list.replaceChildren(...answers.slice(0, shown).map(row));
more.hidden = answers.length <= shown && !later.length;
if (focus && list.children[old]) list.children[old].querySelector("a").focus();
};
const chosen = () => selects.reduce((all, select) => ({ ...all, [select.name]: select.value }), {});
const fits = (doc, want) =>
(!want.loai || doc.kind === want.loai) &&
(!want["linh-vuc"] || (doc.kind === "thu-tuc" && doc.facet.includes(want["linh-vuc"]))) &&
(!want["chuyen-muc"] || (doc.kind !== "thu-tuc" && doc.facet.includes(want["chuyen-muc"]))) &&
(!want.nam || (doc.day !== null && dated(doc.day).slice(6) === want.nam));
let speak;
const tell = (text) => {
clearTimeout(speak);
speak = setTimeout(() => { status.textContent = text; }, 50);
};
const fetchLater = async (found, want, count) => {
const ix = await opened();
const { chunkOf, ordered, rowsOf } = self.cchcTimKiem;
const names = [...new Set(later.splice(0, count).map((id) => chunkOf(id, ix.slots)))];
const chunks = await Promise.all(names.map((name) => load(name).catch(() => null)));
for (const chunk of chunks.filter(Boolean)) for (const doc of rowsOf(chunk, ix.kinds, ix.facets)) if (fits(doc, want)) for (const reading of found.readings) ix.judge(doc, reading, found.best);
return ordered(found.best);
};

const search = async () => {
const mine = ++turn;
const query = field.value.trim();
place.hidden = !query;
document.title = query ? `${query} – ${said.title}` : said.title;
if (!query) return;
list.setAttribute("aria-busy", "true");
if (portal) portal.href = portal.dataset.template.replace("{q}", encodeURIComponent(query));
if (!index || mine === 1) tell(said.loading);
let ix;
try {
ix = await opened();
} catch (failure) {
if (mine !== turn) return;
list.setAttribute("aria-busy", "false");
tell(said.failed);
return;
}
if (mine !== turn) return;
const { lookBack, older, ordered } = self.cchcTimKiem;
const want = chosen();
const large = ix.count > ix.window;
let found;
const ask = () => {
found = ix.ask(query);
for (const [path, answer] of [...found.best]) if (!fits(answer.doc, want)) found.best.delete(path);
[answers, later, shown] = [ordered(found.best), [], STEP];
};
ask();
const old = large && (!want.loai || !["thu-tuc", "quyet-dinh", "trang"].includes(want.loai)) && !want["linh-vuc"];
const finish = () => {
draw();
list.setAttribute("aria-busy", String(again === mine));
const mended = found.terms.filter((term) => term.slip).length && answers.length;
note.hidden = !mended;
tell(answers.length ? `${answers.length}${later.length ? "+" : ""} ${said.found} “${query}”` : again === mine ? said.loading : `${said.nothing} “${query}”`);
};
more.onclick = async () => {
shown += STEP;
if (later.length) answers = await fetchLater(found, want, 20);
if (mine === turn) finish();
};
again = large ? mine : null;
finish();
if (large) {
const learned = await lookBack(ix, load, query).catch(() => false);
if (mine !== turn) return;
if (learned) ask();
}
if (old) {
try {
const ids = await older(ix, load, found.readings, want);
if (mine !== turn) return;
later = ids;
answers = await fetchLater(found, want, 3);
} catch (failure) {
later = [];
}
if (mine !== turn) return;
}
again = null;
if (large) finish();
};

const remember = () => {
const address = new URL(location);
for (const one of [field, ...selects]) {
if (one.value) address.searchParams.set(one.name, one.value);
else address.searchParams.delete(one.name);
}
history.replaceState(null, "", address);
};
let soon;
const change = () => {
clearTimeout(soon);
soon = setTimeout(() => { remember(); search(); }, 200);
};
field.value = given.get("q") || "";
for (const select of selects) if ([...select.options].some((option) => option.value === given.get(select.name))) select.value = given.get(select.name);
narrow.open = matchMedia("(min-width: 48em)").matches || selects.some((select) => select.value);
field.addEventListener("input", change);
filters.addEventListener("change", change);
filters.addEventListener("submit", (event) => event.preventDefault());
filters.addEventListener("reset", () => setTimeout(change));
box.addEventListener("submit", async (event) => {
event.preventDefault();
clearTimeout(soon);
remember();
await search();
if (field.value.trim()) heading.focus();
});
search();
}
}
