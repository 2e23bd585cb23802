{
const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]+/g, "").toLowerCase().replaceAll("đ", "d");
const bare = (text) => plain(text).replace(/(^|[^a-z0-9]|[b-df-hj-np-tv-xz]|qu)y(?![a-z0-9])/g, "$1i");
const syllables = (text) => bare(text).match(/[a-z0-9]+/g) || [];
const spread = (text) => [...text].reduce((number, letter) => (number * 31 + letter.codePointAt(0)) % 8191, 0);
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
const met = new Map();
const marked = (word) => {
let known = met.get(word);
if (known === undefined) met.set(word, (known = spelling(word)));
return known;
};
const spelling = (word) => {
const parts = word.normalize("NFD").toLowerCase();
const tone = (parts.match(TONE) || []).join("").replace("\u0303", "\u0309");
return parts.replace(TONE, "").replace(/(^|[b-df-hj-np-tv-xzđ]|qu)y$/, "$1i").replace("đ", "d\u0335") + tone;
};
const fits = (typed, meant) => {
let at = 0;
for (const sign of meant) if (sign === typed[at]) at += 1;
return at === typed.length;
};
const words = (text) => {
const whole = text.normalize("NFC");
const folded = bare(whole);
const search = /[a-z0-9]+/g;
const found = [];
for (let hit = search.exec(folded); hit; hit = search.exec(folded)) {
const [from, to] = [hit.index, search.lastIndex];
found.push({ bare: hit[0], marked: marked(whole.slice(from, to)), from, to });
}
return found;
};
const sound = (word) =>
word.replace(/^(gi(?=[aeouy])|r|z)/, "d").replace(/^tr/, "ch").replace(/^x/, "s").replace(/^l/, "n").replace(/^ngh?/, "ng")
.replace(/^gh/, "g").replace(/^[kq]/, "c").replace(/c$/, "t").replace(/ng$/, "n").replace(/y/g, "i");
const near = (a, b) => {
if (Math.abs(a.length - b.length) > 1) return false;
let at = 0;
while (at < a.length && a[at] === b[at]) at += 1;
const [restA, restB] = [a.slice(at), b.slice(at)];
return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1) ||
(restA.length > 1 && restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2));
};
const typed = (word) => word.replace(/([aeod])\1/g, "$1").replace(/([a-z])[0-9]+/g, "$1").replace(/([aou])w|w/g, (m, l) => l || "u").replace(/(.[aeiouy].*)[sfrxj]$|([aeiouy].*)[sfrxj]$/, (m, a, b) => a || b);
const NOISE = new RegExp(`\\b(${[
"(cho|xin|muon) ((toi|em|minh) )?hoi( ve)?", "(toi|em|minh) (muon|can)", "(lam )?(nhu )?the nao", "lam sao", "(thi )?(can |phai |nen )*((di )?(lam|nop|mang theo|mang|chuan bi|xin) )?(nhung |cac )?(giay to|giay|thu tuc|ho so) (gi|nao)",
"(thi )?(phai )?(can|mang|nop) ((mang theo|mang|theo|nop|chuan bi|lam|nhung|co) )*(giay to )?gi", "(gom |can )?nhung gi", "(lam |nop |xin |di )?(o|tai|den) dau", "(mat )?(bao lau|bao gio|may ngay)", "het bao nhieu( tien)?", "bao nhieu( tien)?", "(co )?duoc khong",
"huong dan", "cach lam", "mau don", "(mau )?to khai", "ho so", "quy dinh", "moi nhat", "thu tuc( hanh chinh)?", "ma (tthc|so thu tuc|thu tuc)", "tthc",
].join("|")})\\b`, "g");
const KIND_WEIGHT = { "thu-tuc": 1.3, "hoi-dap": 1.05 };
const FIELD = [3, 2.2, 1];
const LITTLE = new Set(["cho", "voi", "va", "cua", "cac", "nhung", "trong", "thu", "tuc"]);
const FILLERS =
"tôi mình em anh chị cô chú bác ông cháu nhà ơi ạ à nhé vậy muốn cần xin hỏi về khi này kia đó như là mà thì được đc dc phải bị có không ko k hok chưa rồi nào gì sao ai đâu ở bao nhiêu lâu mấy đi ra để do từ cái việc một " +
"đã đang sẽ cũng nữa hay hoặc giúp giùm dùm làm lấy mới loại giấy tờ nơi người ta mày vì nên nếu bằng qua tại lên xuống mã lại đứa chiếc cục miếng lô cả luôn quá hết mấy bữa hôm nay hồi lúc thằng vô con vài tháng năm ngày tuổi";
const fillers = bare(FILLERS).split(" ");
const AROUND = new Map(FILLERS.split(" ").map((word, n) => [fillers[n], marked(word)]));
class Text {
constructor(lines, deep = 1) {
this.text = `\n ${bare(lines.join(" \n "))} \n`.replace(/ *[^a-z0-9\n ][^a-z0-9\n]*| {2,}/g, " ");
this.starts = [];
this.found = new Map();
for (let at = 0, n = 0; (at = this.text.indexOf("\n", at) + 1); n += 1) if (n % deep === 0) this.starts.push(at);
}
tokens(group) {
const lines = this.text.slice(this.starts[group], this.starts[group + 1] - 1).split("\n");
return lines.map((line) => (line.length > 1 ? line.slice(1, -1).split(" ") : []));
}
places(word) {
const known = this.found.get(word);
if (known) return known;
const { text, starts } = this;
const found = [];
for (let at = text.indexOf(`${word} `), n = 0; at >= 0; at = text.indexOf(`${word} `, at)) {
at += word.length;
if (text[at - word.length - 1] !== " ") continue;
while (starts[n + 1] <= at) n += 1;
found.push(n);
at = starts[n + 1];
}
this.found.set(word, found);
return found;
}
pair(words) {
return this.text.includes(` ${words} `);
}
beside(word) {
const { text } = this;
const [before, after] = [new Set(), new Set()];
for (let at = text.indexOf(`${word} `); at >= 0; at = text.indexOf(`${word} `, at)) {
const end = at + word.length;
if (text[at - 1] === " ") {
before.add(text.slice(text.lastIndexOf(" ", at - 2) + 1, at - 1));
after.add(text.slice(end + 1, text.indexOf(" ", end + 1)));
}
at = end;
}
return { before, after };
}
all() {
const all = new Set(this.text.split(" "));
for (const none of ["", "\n"]) all.delete(none);
return all;
}
}
class Rows {
constructor(data, kinds, facets) {
[this.data, this.kinds, this.facets, this.length, this.made] = [data, kinds, facets, data.t.length, []];
const named = (list) => list.split(",").map((facet) => facets[facet] || "").join(" , ");
const names = new Map(data.f.map((list) => [list, ""]));
for (const list of names.keys()) names.set(list, named(list));
const lines = [];
data.t.forEach((title, n) => lines.push(title, `${data.c[n]} , ${data.w[n]} , ${names.get(data.f[n])}`, data.x[n]));
this.text = new Text(lines, 3);
let day = 0;
this.days = data.d.map((step) => (step === "" ? null : (day += step)));
}

kind(n) {
return this.kinds[this.data.k[n]];
}

at(n) {
return (this.made[n] = this.made[n] || this.make(n));
}

make(n) {
const { data } = this;
const [kind, title, short] = [this.kind(n), data.t[n], data.u[n]];
const [, length, rest] = /^(\d+)\.(.*)$/.exec(short) || [];
const like = () => plain(title).replace(/[^a-z0-9]+/g, "-").slice(0, length) + rest;
const path = short === "" ? `thu-tuc/${data.c[n]}.html` : short[0] === "/" ? short.slice(1) : `${kind}/${like()}.html`;
const facet = data.f[n].split(",").map((f) => this.facets[f]);
return { kind, title, path, past: n >= data.o, facet, code: data.c[n], words: data.w[n], summary: data.x[n], status: data.s[n] || "", day: this.days[n], tokens: this.text.tokens(n) };
}
}
const rowsOf = (data, kinds, facets) => {
const rows = new Rows(data, kinds, facets);
return data.t.map((title, n) => rows.at(n));
};
class Everyday {
constructor(lines) {
const sides = lines.map((line) => line.split("="));
this.official = sides.map(([, right]) => right);
this.said = [];
this.line = []; // of each of them
for (const [n, [left]] of sides.entries()) {
for (const one of left.split(",")) {
this.said.push(one);
this.line.push(n);
}
}
this.left = new Text(this.said);
this.right = new Text(this.official);
[this.count, this.held, this.marks] = [lines.length, new Map(), []];
}
holding(words) {
let held = this.held.get(words);
if (held) return held;
held = [];
const spoken = new Set(words.includes(" ") ? this.together(words) : this.left.places(words).map((n) => this.line[n]));
const meant = words.includes(" ") ? [] : this.right.places(words).filter((line) => !spoken.has(line));
for (const line of [...spoken, ...meant].sort((a, b) => a - b)) held.push(line, spoken.has(line) ? 1 : 0.5);
this.held.set(words, held);
return held;
}

together(words) {
const second = new Set(this.left.places(words.slice(words.indexOf(" ") + 1)));
const both = this.left.pair(words) ? this.left.places(words.slice(0, words.indexOf(" "))).filter((n) => second.has(n)) : [];
return both.filter((n) => ` ${this.left.tokens(n)[0].join(" ")} `.includes(` ${words} `)).map((n) => this.line[n]);
}

has(words) {
return words.includes(" ") ? this.left.pair(words) : this.left.places(words).length > 0;
}
begun(word) {
return this.left.places(word).filter((n) => this.left.text.startsWith(` ${word} `, this.left.starts[n]));
}
at(n, tokens) {
const official = this.official[this.line[n]];
const letters = tokens.map((token) => token[0]).join("");
return { said: this.said[n], official, same: tokens.length > 1 && syllables(official).some((word) => word.replace(/y/g, "i") === letters) };
}
alike(word) {
let found;
const alone = `\n ${word} \n`;
for (let at = this.left.text.indexOf(alone); at >= 0; at = this.left.text.indexOf(alone, at + 1)) {
const n = this.left.starts.indexOf(at + 1);
if (this.single(n)) found = { marked: marked(this.said[n]), as: syllables(this.official[this.line[n]]) };
}
return found;
}
single(n) {
return /^[a-z]+(;[a-z]+)*$/.test(bare(this.official[this.line[n]]));
}
short(letters) {
const found = this.left.text.matchAll(new RegExp(`\n${[...letters].map((letter) => ` ${letter}[a-z0-9]*`).join("")}(?= \n)`, "g"));
return [...found].map(({ index }) => this.official[this.line[this.left.starts.indexOf(index + 1)]]);
}
agrees(line, { bare: word, marked: marks }, whole) {
if (!marks && !whole) return true;
const there = (this.marks[line] = this.marks[line] || words(this.told(line))).filter((one) => one.bare === word);
return !there.length || there.some((one) => (marks ? fits(marks, one.marked) : one.marked === word));
}

told(line) {
return `${this.said.slice(this.line.indexOf(line), this.line.lastIndexOf(line) + 1)}=${this.official[line]}`;
}
}
const [GIST, GIST_LEAST, ALONE, ALIKE, MEANT, MOST] = [0.8, 0.4, 0.6, 0.9, 0.92, 25];
const placed = (tokens, at, terms) => {
let best = null;
for (const start of at.get(tokens[0])) {
const places = [start];
for (const token of tokens.slice(1)) places.push(at.get(token).find((place) => place > places[places.length - 1]));
if (!places.includes(undefined) && (!best || places[places.length - 1] - start < best[best.length - 1] - best[0])) best = places;
}
if (!best && tokens.length > 2) {
best = [];
for (const token of tokens) best.push(at.get(token).find((place) => !best.includes(place)));
}
return best && !best.includes(undefined) && between(best, terms) <= (tokens.length < 3 ? 1.5 : 2) ? best : null;
};
const between = (places, terms) => {
const [from, to] = [Math.min(...places), Math.max(...places)];
let much = 0;
for (let n = from; n <= to; n += 1) if (!places.includes(n)) much += terms[n].around || LITTLE.has(terms[n].bare) ? 0.25 : 1;
return much;
};
const sureness = (one, places, terms) => {
const order = places.every((place, n) => !n || place > places[n - 1]) ? 1 : 0.9;
const spelt = places.reduce((sure, place, n) => sure * (terms[place].bare === one.tokens[n] ? 1 : terms[place].other.get(one.tokens[n])), 1);
return (1 - 0.07 * between(places, terms)) * order * spelt * (one.same ? 1 / MEANT : places.length < 2 ? 0.85 : 1);
};
const said = (terms, all) => {
let found = [[]];
terms.forEach((term, n) => {
const one = all.find(({ places }) => places.includes(n));
const meanings = () => one.official.map((text) => words(text).map((word) => ({ ...word, other: new Map() })));
const ways = !one ? [[{ ...term, beside: true }]] : Math.min(...one.places) === n ? meanings() : [[]];
found = [].concat(...found.map((reading) => ways.map((way) => [...reading, ...way]))).slice(0, 16);
});
const worth = Math.min(...all.map((one) => one.worth));
return found.map((reading) => ({ terms: reading, worth: worth * MEANT, named: all.some((one) => one.named) }));
};

class Index {
constructor(data) {
this.kinds = data.i;
this.facets = data.a;
[this.count, this.window, this.shards, this.slots] = data.m;
this.rows = new Rows(data, data.i, data.a);
this.text = this.rows.text;
this.newest = Math.max(0, ...this.rows.days);
this.also = new Set(); // words that older items alone hold
this.everyday = new Everyday(data.y);
this.names = new Map(); // place of a procedure → its short names
}
has(word) {
return this.text.places(word).length > 0;
}
named(place) {
let found = this.names.get(place);
if (!found) this.names.set(place, (found = this.name(this.rows.data.t[place])));
return found;
}

name(title) {
const text = title.replace(/^Thủ tục /i, "").replace(/ *[,;(/:.].*/, "");
const tokens = syllables(text);
if (tokens.length < 2 || tokens.length > 6) return [];
const short = tokens[0] === "dang" && tokens[1] === "ki" && tokens.length > 3 ? 2 : 0;
return [...new Set([0, short])].map((from) => ({ said: text.split(/\s+/).slice(from).join(" "), official: text, tokens: tokens.slice(from), same: !from, named: true }));
}
called(word, others) {
const { text, starts } = this.text;
const past = (said, at) => at + (text.startsWith(said, at) ? 8 : 0);
const begins = (at) => text.startsWith(` ${word} `, at) && others.has(text.slice(at + word.length + 2, text.indexOf(" ", at + word.length + 2)));
return this.text.places(word).filter((place) => {
const at = starts[place];
const name = past(" thu tuc ", at);
return this.rows.kind(place) === "thu-tuc" && (begins(at) || begins(name) || begins(past(" dang ki ", name)));
});
}

weight(token) {
return Math.log(1 + this.rows.length / ((this.text.places(token).length || 4) + 0.5)) * (LITTLE.has(token) ? 0.3 : 1);
}
terms(query) {
const code = /(^|[^\d./-])([1-9])[-.,\s]?(\d)[.,\s]?(\d)[.,\s]?(\d)[.,\s]?(\d{3})(?:\.[\d.]*[A-Za-z]?\d*)*(?![\d/])/;
const text = query.normalize("NFC").replace(code, "$1 $2.$3$4$5$6 ");
const kept = bare(text).replace(NOISE, (noise) => " ".repeat(noise.length));
const all = words(text);
const said = all.filter((word) => kept[word.from] !== " ");
return (said.length ? said : all).slice(0, 20).map((word) => ({ ...word, marked: word.marked === word.bare ? "" : word.marked, must: /^\d+$/.test(word.bare) && /[./]/.test((text[word.from - 1] || "") + (text[word.to] || "")), other: new Map() }));
}

known(first, second) {
const pair = first && second && `${first.bare || first} ${second.bare || second}`;
return Boolean(pair) && (this.text.pair(pair) || this.everyday.has(pair));
}
firm(pair) {
const { text, starts } = this.text;
for (let at = text.indexOf(` ${pair} `), n = 0; at >= 0; at = text.indexOf(` ${pair} `, starts[n + 1])) {
while (starts[n + 1] <= at) n += 1;
if (this.rows.kind(n) === "thu-tuc" && at < text.indexOf("\n", starts[n])) return true;
}
return false;
}
close(first, second) {
const pair = first && second && `${first.bare} ${second.bare}`;
return Boolean(pair) && (this.firm(pair) || this.everyday.has(pair));
}
forgive(terms) {
const made = [];
terms.forEach((term, n) => {
const [before, after] = [terms[n - 1], terms[n + 1]];
const alike = this.everyday.alike(term.bare);
if (alike && fits(term.marked, alike.marked)) for (const word of alike.as) term.other.set(word, ALIKE);
const there = this.everyday.has(term.bare) || this.has(term.bare) || this.also.has(term.bare);
const beside = this.known(before, term) || this.known(term, after);
term.around = !alike && AROUND.has(term.bare) && fits(term.marked, AROUND.get(term.bare)) && !this.close(before, term) && !this.close(term, after);
if (/^\d+$/.test(term.bare) || (term.around && terms.length > (term.marked ? 2 : 3)) || (there && (beside || terms.length < 2))) return made.push(term);
const parts = there || term.around ? null : this.split(term.bare);
const slips = this.slips(terms, n, there);
const whole = there || term.bare.length < 3 || slips.some(([, worth]) => worth > 0.65) ? [] : this.short(term.bare);
if (whole.length === 1) return made.push(...words(whole[0]).map((word) => ({ ...word, marked: "", other: new Map() })));
if (parts) return made.push(...parts.map((part) => ({ bare: part, marked: "", other: new Map(), slip: true })));
for (const [word, worth] of slips) term.other.set(word, worth);
if (slips.length) Object.assign(term, { around: false, slip: slips[0][1] });
return made.push(term);
});
return made;
}
slips(terms, n, there) {
const [term, before, after] = [terms[n], terms[n - 1], terms[n + 1]];
const sides = [this.text, this.everyday.left].map((text) => [...(before ? text.beside(before.bare).after : []), ...(after ? text.beside(after.bare).before : [])]);
const [inPages, inSpeech] = sides.map((side) => new Set(side));
const sure = !there || !(term.marked || term.bare.length < 3);
const [written, spoken, alone] = [[], [], []];
const anywhere = !there && !term.around;
const meant = this.meant(term.bare, !there && n === terms.length - 1, anywhere ? this.syllables() : new Set(sides.flat()));
for (const [word, worth] of anywhere ? meant : meant.sort(([one], [other]) => this.first(one) - this.first(other))) {
if (inPages.has(word)) written.push([word, worth]);
else if (inSpeech.has(word) && (sure || worth > 0.7)) spoken.push([word, worth * 0.9]);
else if (anywhere && (worth > 0.7 || terms.length < 2)) alone.push([word, 0.5]);
}
return [...written, ...(written.length ? [] : spoken), ...alone].sort((a, b) => b[1] - a[1]);
}
first(word) {
const { text } = this.everyday.left;
const at = text.indexOf(` ${word} `);
return at < 0 ? text.length + this.text.text.indexOf(` ${word} `) : at;
}
meant(typedAs, begun, some) {
if (typedAs.length < 2) return [];
const [heard, keys] = [sound(typedAs), typed(typedAs)];
const alike = new RegExp(`^[^aeou]*${[...typedAs.replace(/[^aeou]/g, "")].map((vowel) => `${vowel}[^aeou]*`).join("")}$`);
const found = [];
for (const word of some) {
if (word === typedAs || !/^[a-z]+$/.test(word)) continue;
const far = Math.abs(word.length - typedAs.length) > 2;
if ((begun && word.startsWith(typedAs)) || word === keys || (!far && alike.test(word) && sound(word) === heard)) found.push([word, 0.8]);
else if (near(word, typedAs)) found.push([word, 0.7]);
}
return found;
}
syllables() {
this.every = this.every || [...new Set([...this.everyday.left.all(), ...this.text.all()])];
return this.every;
}
split(word) {
for (let at = 2; at < word.length - 1; at += 1) {
const [first, rest] = [word.slice(0, at), word.slice(at)];
if (this.known(first, rest)) return [first, rest];
const more = rest.length > 3 && this.has(first) ? this.split(rest) : null;
if (more && this.known(first, more[0])) return [first, ...more];
}
return null;
}
short(typedAs) {
const letters = typedAs.replace(/y/g, "i");
if (!/^[a-z]{2,8}$/.test(letters) || /^[bcdghklmnpqrstvx]{0,3}[aeiouy]{1,3}(c|ch|m|n|ng|nh|p|t)?$/.test(letters) || this.has(typedAs)) return [];
const found = letters.length > 2 ? this.everyday.short(letters) : [];
const times = new Map();
this.heads = this.heads || this.rows.data.t.flatMap((title, place) => (this.rows.kind(place) === "thu-tuc" ? [this.text.tokens(place)[0]] : [])).map((title) => [title.map((token) => token[0]).join(""), title]);
for (const [heads, title] of this.heads) {
for (let at = heads.indexOf(letters); at >= 0; at = heads.indexOf(letters, at + 1)) {
const phrase = title.slice(at, at + letters.length).join(" ");
times.set(phrase, (times.get(phrase) || 0) + 1);
}
}
const phrases = [...times].filter(([, count]) => letters.length > 2 || count > 2).sort((a, b) => b[1] - a[1]);
const official = [...found, ...phrases.slice(0, 2).filter(([, count]) => count * 2 > phrases[0][1]).map(([phrase]) => phrase)];
return [...new Set(official.join(";").split(";"))].filter(Boolean);
}
begun(at) {
const there = (tokens) => tokens.every((token) => at.has(token));
const numbers = [...at.keys()].flatMap((word) => this.everyday.begun(word)).sort((a, b) => a - b);
const all = numbers.map((n) => [n, this.everyday.left.tokens(n)[0]]).filter(([n, tokens]) => there(tokens) && (tokens.length > 1 || !this.everyday.single(n)));
const places = new Set([...at.keys()].flatMap((word) => this.called(word, at)).sort((a, b) => a - b));
const names = [...places].flatMap((place) => this.named(place)).filter((one) => there(one.tokens));
return [...all.map(([n, tokens]) => ({ ...this.everyday.at(n, tokens), tokens })), ...names];
}
heard(terms) {
const at = new Map();
terms.forEach((term, n) => {
for (const word of [term.bare, ...term.other.keys()]) at.set(word, [...(at.get(word) || []), n]);
});
const found = [];
for (const one of this.begun(at)) {
const places = placed(one.tokens, at, terms);
if (places && this.agree(one, places, terms)) found.push({ places, worth: sureness(one, places, terms), official: one.official.split(";"), named: one.named });
}
terms.forEach((term, n) => {
const official = this.short(term.bare);
if (official.length) found.push({ places: [n], worth: 0.95, official });
});
const within = (one, other) => one.places.every((place) => other.places.includes(place));
for (const one of found) if (found.some((other) => other.places.length > one.places.length && within(one, other))) one.worth *= 0.8;
found.push(...this.gist(terms).filter((one) => !found.some((other) => within(one, other))));
return found.sort((a, b) => b.places.length * b.worth - a.places.length * a.worth);
}
gist(said) {
const terms = said.map((term, n) => ({ ...term, n })).filter((term) => !term.around);
const whole = said.filter((term) => term.marked).length > said.length / 2;
const lines = new Map();
let all = 0;
if (terms.every((term, n) => !n || this.firm(`${terms[n - 1].bare} ${term.bare}`))) return [];
terms.forEach((term, n) => {
const here = new Map();
const near = new Set();
for (const [word, worth] of [[term.bare, 1], ...term.other]) {
const held = this.everyday.holding(word);
for (let at = 0; at < held.length; at += 2) here.set(held[at], Math.max(held[at + 1] * worth, here.get(held[at]) || 0));
for (const pair of [n && `${terms[n - 1].bare} ${word}`, terms[n + 1] && `${word} ${terms[n + 1].bare}`]) if (pair) this.everyday.holding(pair).forEach((line, at) => at % 2 || near.add(line));
}
const weight = here.size ? Math.log(1 + this.everyday.count / here.size) : this.has(term.bare) ? 3 : 1.5;
all += weight;
for (const [line, part] of here) {
const value = weight * part * (near.has(line) ? 1 : ALONE);
const known = lines.get(line);
if (!known) lines.set(line, { line, sum: value, parts: [[term.n, value]] });
else known.parts.push([term.n, value]) && (known.sum += value);
}
});
const good = ({ parts, sum }) => parts.length > 1 && sum > all * GIST_LEAST;
const best = [...lines.values()].filter(good).sort((a, b) => b.sum - a.sum).slice(0, 8);
for (const one of best) {
one.parts = one.parts.filter(([place]) => this.everyday.agrees(one.line, said[place], whole));
one.sum = one.parts.reduce((sum, [, value]) => sum + value, 0);
}
const kept = best.filter(good).sort((a, b) => b.sum - a.sum).slice(0, 4);
return kept.map(({ line, sum, parts }) => ({ places: parts.map(([place]) => place), worth: (GIST * sum) / all, official: this.everyday.official[line].split(";") }));
}
agree(one, places, terms) {
const [meant, first] = [words(one.said), terms[places[0]]];
if (places.length < 2 && first.bare !== one.tokens[0] && first.other.get(one.tokens[0]) !== ALIKE) return false;
return places.every((place, n) => !meant[n] || terms[place].bare !== meant[n].bare || fits(terms[place].marked, meant[n].marked));
}
readings(terms) {
const found = this.heard(terms);
const covers = new Map();
const cover = (...all) => covers.set(all.map((one) => `${one.places}=${one.official}`).sort().join("/"), all);
for (const first of found.slice(0, 6)) {
const all = [first];
for (const one of found) if (all.length < 3 && !all.some((other) => other.places.some((place) => one.places.includes(place)))) all.push(one);
cover(...all);
cover(first);
}
const readings = [{ terms, worth: 1 }];
for (const all of covers.values()) readings.push(...said(terms, all));
return readings.slice(0, 24);
}
prepared({ terms, worth, named }) {
const spelt = new Map();
const weights = terms.map((term, n) => {
const ways = [[term.bare, 1], ...term.other];
for (const [word, value] of ways) spelt.set(word, [...(spelt.get(word) || []), [n, value]]);
const there = ways.some(([word]) => this.has(word)) || this.also.has(term.bare);
return Math.max(...ways.filter(([word], way) => !way || !this.has(term.bare)).map(([word]) => this.weight(word))) * (term.around ? 0.15 : 1) * (term.beside ? 0.5 : 1) * (there ? 1 : 0.4);
});
return { terms, worth, named, spelt, weights, all: weights.reduce((sum, weight) => sum + weight, 0) };
}
likely({ terms, weights, all, worth: sure }) {
const sums = new Float64Array(this.rows.length);
const met = [];
terms.forEach((term, n) => {
const words = [term.bare, ...term.other.keys()];
const here = words.length > 1 ? new Set(words.flatMap((word) => this.text.places(word))) : this.text.places(term.bare);
for (const place of here) {
if (!sums[place]) met.push(place);
sums[place] += weights[n];
}
});
const found = met.filter((place) => sums[place] >= all * 0.4);
return (sure === 1 ? found : found.sort((a, b) => sums[b] - sums[a]).slice(0, MOST)).map((place) => this.rows.at(place));
}
score(doc, { terms: reading, spelt, weights, all, worth: sure }) {
const best = reading.map(() => [0, 0]);
const pairs = reading.map(() => 0);
let inTitle = 0;
for (let f = 0; f < FIELD.length; f += 1) {
const field = doc.tokens[f];
let before;
let places;
for (let p = 0; p < field.length; p += 1) {
const hits = spelt.get(field[p]);
if (hits) {
if (f === 0) inTitle += 1;
for (const [n, worth] of hits) {
let value = worth;
if (reading[n].marked && f === 0) {
places = places || (doc.places = doc.places || words(doc.title));
if (places[p] && !fits(reading[n].marked, places[p].marked)) value *= 0.55;
}
if (value * FIELD[f] > best[n][0] * best[n][1]) best[n] = [value, FIELD[f]];
if (before && before.some(([one]) => one === n - 1)) pairs[n] = Math.max(pairs[n], FIELD[f] * value);
}
}
before = hits;
}
}
if (reading.some((term, n) => term.must && !best[n][0])) return 0;
let [got, whole, matched] = [0, 0, 0];
weights.forEach((weight, n) => {
const alone = weights.length < 2 || pairs[n] || pairs[n + 1] ? 1 : 0.5;
const beside = n ? (weight + weights[n - 1]) * 0.5 : 0;
got += best[n][0] * best[n][1] * weight * alone + pairs[n] * beside;
whole += FIELD[0] * (weight + beside);
matched += best[n][0] ? weight * Math.min(1, best[n][0] + 0.3) * alone : 0;
});
if (!all || matched / all < 0.3) return 0;
const skip = doc.tokens[0][0] === "thu" && doc.tokens[0][1] === "tuc" ? 2 : 0;
const tight = Math.min(1, inTitle / Math.max(1, doc.tokens[0].length - skip));
const fresh = doc.kind === "thu-tuc" || doc.kind === "trang" || doc.day === null ? 1 : 0.9 + 0.1 * Math.exp((doc.day - this.newest) / 900);
return sure * (got / whole) * (matched / all) * (0.7 + 0.3 * tight) * fresh * (KIND_WEIGHT[doc.kind] || 1);
}

ask(query) {
const terms = this.forgive(this.terms(query));
const found = this.answer(terms);
const kept = terms.filter((term, n) => this.known(terms[n - 1], term) || this.known(term, terms[n + 1]));
return found.best.size || !kept.length || this.count > this.window || terms.some((term) => /\d/.test(term.bare)) ? found : this.answer(kept);
}

answer(terms) {
const readings = this.readings(terms).map((reading) => this.prepared(reading));
const best = new Map();
for (const reading of readings) for (const doc of this.likely(reading)) this.judge(doc, reading, best);
return { terms, readings, best };
}
judge(doc, reading, best) {
const score = this.score(doc, reading);
const old = best.get(doc.path);
if (score > (old ? old.score : 0)) best.set(doc.path, { doc, score, reading: reading.terms });
}
}
const inOrder = (a, b) => a.doc.past - b.doc.past || b.score - a.score || (b.doc.day || 0) - (a.doc.day || 0) || (a.doc.path < b.doc.path ? -1 : 1);
const ordered = (best) => {
const all = [...best.values()];
const top = Math.max(0, ...all.map((answer) => answer.score));
const least = top < 0.14 ? Math.max(0.07, top * 0.7) : Math.max(0.14, top * 0.3);
return all.filter((answer) => answer.score >= least).sort(inOrder);
};
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
const unpack = (text) => {
const ids = [];
let [last, gap, shift] = [0, 0, 0];
for (const sign of text) {
const digit = DIGITS.indexOf(sign);
if (digit < 0) continue;
gap |= (digit & 31) << shift;
shift += 5;
if (digit > 31) continue;
last = ids.length ? last - gap : gap;
ids.push(last);
[gap, shift] = [0, 0];
}
return { ids, more: text.endsWith("~") };
};
const chunkOf = (id, slots) => {
const third = Math.floor(id / slots);
const month = Math.floor(third / 3);
return `${1945 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-${(third % 3) + 1}`;
};
const pairsOf = async (word, index, load) => (await load(`am-tiet-${String(spread(word) % index.shards).padStart(3, "0")}`)).p[word] || {};
const lookBack = async (index, load, query) => {
const unknown = index.terms(query).map((term) => term.bare).filter((word) => !index.has(word));
const known = index.also.size;
await Promise.all(unknown.slice(0, 3).map(async (word) => {
if (Object.keys(await pairsOf(word, index, load)).length) index.also.add(word);
}));
return index.also.size > known;
};
const older = async (index, load, readings, chosen) => {
const shard = (word) => pairsOf(word, index, load);
const found = new Map();
for (const { terms: reading } of readings.filter(({ worth, named }) => worth > 0.85 && !named).slice(0, 2)) {
const terms = reading.map((term, n) => ({ ...term, weight: index.weight(term.bare), n }));
const named = async ({ bare: word, other }) => {
const list = await shard(word);
return Object.keys(list).length || !other.size ? list : shard([...other].sort((a, b) => b[1] - a[1])[0][0]);
};
const fixed = terms.filter((term) => reading[term.n].must);
const asked = fixed.length ? fixed : [...terms].sort((a, b) => b.weight - a.weight);
const likely = new Map();
let [sum, many, done] = [0, true, 0];
while (done < Math.min(5, asked.length) && (done < 2 || many)) {
const now = asked.slice(done, done + 2);
const lists = await Promise.all(now.map(named));
done += now.length;
now.forEach((term, n) => {
const next = terms[term.n + 1];
const beside = (second) => next && second && (second === next.bare || next.other.has(second));
const here = new Map();
for (const [second, text] of Object.entries(lists[n])) {
const { ids, more } = unpack(text);
for (const id of ids) here.set(id, Math.max(here.get(id) || 0, beside(second) ? 1.6 : 1));
if (more && beside(second)) for (const id of likely.keys()) if (id < ids[ids.length - 1]) here.set(id, Math.max(here.get(id) || 0, 1.5));
}
sum += term.weight;
for (const [id, worth] of here) likely.set(id, (likely.get(id) || 0) + worth * term.weight);
});
const top = Math.max(...likely.values());
many = [...likely.values()].filter((worth) => worth > top * 0.97).length > 6;
}
for (const [id, worth] of likely) if (worth >= sum * 0.6) found.set(id, Math.max(found.get(id) || 0, worth / sum));
}
if (chosen.nam) for (const id of [...found.keys()]) if (!chunkOf(id, index.slots).startsWith(`${chosen.nam}-`)) found.delete(id);
if (chosen["chuyen-muc"]) {
const all = unpack((await shard(`~${chosen["chuyen-muc"]}`))[""] || "");
const [has, end] = [new Set(all.ids), all.more ? all.ids[all.ids.length - 1] : 0];
for (const id of [...found.keys()]) if (id >= end && !has.has(id)) found.delete(id);
}
return [...found].sort((a, b) => b[1] - a[1] || b[0] - a[0]).map(([id]) => id);
};

Object.assign(self.cchcTimKiem, { plain, syllables, spread, words, unpack, chunkOf, rowsOf, lookBack, older, ordered, Index });
}
