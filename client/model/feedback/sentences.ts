// From a pasted mail to its sentences. Greeting, signature and quoted mail are left out of the list, never out of the
// answer: the pasted text is kept as it was, and every sentence knows where it stands in it.

export interface Piece {
  readonly text: string;
  /** UTF-16 offsets in the answer. */
  readonly start: number;
  readonly end: number;
}

/** The sentences of an answer, in order. */
export function splitSentences(answer: string): Piece[] {
  return paragraphs(bodyLines(linesOf(answer))).flatMap((paragraph) => splitParagraph(answer, paragraph));
}

function linesOf(answer: string): Piece[] {
  const lines: Piece[] = [];
  let start = 0;
  for (const text of answer.split(/\r\n|\r|\n/)) {
    lines.push({ text, start, end: start + text.length });
    start += text.length + (answer.startsWith("\r\n", start + text.length) ? 2 : 1);
  }
  return lines;
}

/** Without the letterhead: what was quoted below, the greeting above, the name beneath. */
function bodyLines(lines: readonly Piece[]): Piece[] {
  const body: Piece[] = [];
  let greeted = false;
  for (const line of lines) {
    const text = line.text.trim();
    if (isHistory(text)) break;
    if (text.startsWith(">")) continue;
    if (isSignOff(text) && body.some((earlier) => earlier.text.trim() !== "")) break;
    const rest = greeted || text === "" ? line : afterGreeting(line);
    if (text !== "") greeted = true;
    body.push(rest);
  }
  return body;
}

/** The line a mail program puts above the mail that was answered; or the two dashes above a signature. */
function isHistory(text: string): boolean {
  // Most lines begin with none of these; a paste of 50,000 empty ones is not asked eight questions each.
  if (!/^[-—_adfglosADFGLOS]/.test(text)) return false;
  if (text === "--" || text === "—" || /^-{2,} ?(original message|forwarded)/i.test(text) || /^_{10,}$/.test(text))
    return true;
  if (/^sent from my \w/i.test(text) || /^get outlook for/i.test(text)) return true;
  if (text.length < 300 && /^(on|am|le) .*\d.*(wrote|schrieb|a écrit) ?:$/i.test(text)) return true;
  return /^(from|subject):\s/i.test(text);
}

/** Whole lines, in small letters, that close a letter; a name follows. */
const signOffs = new Set(
  `regards|best|cheers|sincerely|yours|yours sincerely|yours faithfully|yours truly|yours ever|sincerely yours
  |all the best|all best|thanks|many thanks|thank you|thanks again|take care|warmly|kr|br|vg|mvh|mfg|cordially|respectfully|talk soon
  |speak soon|see you|best of luck`.split(/\s*\|/),
);

const regards =
  /^(with )?(very |my |our )?(kind|kindest|best|warm|warmest|many|friendly|sincere) (regards|wishes|greetings)$/;

/** A line that is nothing but a close. "Thanks for your time." is a sentence; "Thanks," is a close. */
function isSignOff(text: string): boolean {
  if (text === "" || text.length > 80) return false;
  const signed = nameAfterClose.exec(text);
  const words = text.slice(0, signed?.index).toLowerCase().replace(/\s*[,.!–-]$/, "");
  // "Thanks, Nadia" may speak to Nadia and go on.
  if (signed) return regards.test(words) || (signOffs.has(words) && !/thank|care|soon|see|luck/.test(words));
  return signOffs.has(words) || regards.test(words);
}

const hello = "(?:[Dd]ear|[Hh]i|[Hh]ello|[Hh]ey|[Hh]allo|[Hh]ej|[Gg]ood (?:morning|afternoon|evening)|[Gg]reetings)";
const title = "(?: (?:there|all|again|everyone|Mr|Mrs|Ms|Dr|Prof)\\.?)?";
const name = "[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}'’.-]*";

/** "Dear Ms Kessler,", "hi nadia -", "Nadia," on a line of its own. A small letter begins one name at most. */
const greeting = new RegExp(
  `^\\s*(?:${hello}${title}(?:(?: ${name}){0,4}| \\p{Ll}+)\\s*(?:[,!:–—-]+|\\.?\\s*$)` +
    `|${name}(?: ${name})?\\s*,\\s*$)`,
  "u",
);

/** What is left of the first line when the greeting is taken off. */
function afterGreeting(line: Piece): Piece {
  // No greeting is longer; a first line of 50,000 letters is not searched for one.
  const found = greeting.exec(line.text.slice(0, 120));
  if (!found) return line;
  const cut = found[0].length;
  return { text: line.text.slice(cut), start: line.start + cut, end: line.end };
}

/** "Best, Tomas" and "Kind regards, Tomas Reiter": the name on the close's own line. */
const nameAfterClose = new RegExp(`(?:,|\\s[–—-])\\s*${name}(?: ${name}){0,2}\\s*$`, "u");

const bullet = /^\s*(?:[-–—*•·‣◦▪]|\(?\d{1,2}[.)]|\(?[a-z]\)|[ivx]{1,4}\.)\s+/i;

/** Lines that belong together: a mail wrapped at 72 columns is joined, a list or an empty line parts. */
function paragraphs(lines: readonly Piece[]): Piece[] {
  const found: Piece[] = [];
  let previous: Piece | null = null;
  for (const line of lines) {
    const mark = bullet.exec(line.text.slice(0, 20))?.[0] ?? "";
    const last = found.at(-1);
    if (line.text.slice(mark.length).trim() === "") previous = null;
    else {
      if (last && previous && mark === "" && isWrapped(previous, line))
        found[found.length - 1] = { ...last, end: line.end };
      else found.push({ text: "", start: line.start + mark.length, end: line.end });
      previous = line;
    }
  }
  return found;
}

/** A line goes on in the next where it is long as a wrapped line is, or the next begins small. */
function isWrapped(previous: { readonly text: string }, line: Piece): boolean {
  const goesOn = /^\s*[\p{Ll}\d"'“‘(]/u.test(line.text.slice(0, 20));
  const ended = /[.!?:;]["'”’)]?\s*$/.test(previous.text.slice(-4));
  return previous.text.trimEnd().length >= 55 ? !ended || !goesOn : goesOn && !ended;
}

/** Short words with a full stop that ends nothing. */
const abbreviations = new Set(
  `mr mrs ms dr prof st e.g i.e etc vs approx no nr inc ltd co corp dept est fig jr sr a.m p.m u.s u.k u.n ph.d incl
  excl min max hr hrs yrs resp bzw ca cf al jan feb mar apr jun jul aug sep sept oct nov dec`.split(/\s+/),
);

function splitParagraph(answer: string, { start, end }: Piece): Piece[] {
  const pieces: Piece[] = [];
  let from = start;
  for (let at = start; at < end; at += 1) {
    const stop = stopAt(answer, at, end, from);
    if (stop <= at) continue;
    addPiece(pieces, answer, from, stop);
    from = stop;
    at = stop - 1;
  }
  addPiece(pieces, answer, from, end);
  return pieces;
}

/** Where the sentence ends if this character ends one (with the marks and quotes that close it), else 0. */
function stopAt(answer: string, at: number, end: number, from: number): number {
  const mark = answer[at]!;
  if (mark !== "." && mark !== "!" && mark !== "?" && mark !== "…" && mark !== "。") return 0;
  let stop = at + 1;
  while (stop < end && ".!?…".includes(answer[stop]!)) stop += 1;
  while (stop < end && "\"'”’»)]".includes(answer[stop]!)) stop += 1;
  if (mark === "。" || stop >= end) return stop;
  if (!/\s/.test(answer[stop]!)) return 0;
  const next = nextVisible(answer, stop, end);
  // "He said 'why?' and left" goes on; so does what follows an abbreviation or a single initial.
  if (/\p{Ll}/u.test(next) && stop - at > 1 && !endsHard(answer, at, stop)) return 0;
  if (mark === "." && stop === at + 1) {
    const before = lastWord(answer, from, at);
    if (/^\p{Lu}$/u.test(before) && before !== "I") return 0;
    if (abbreviations.has(before.toLowerCase()) && !mayEnd(before, next)) return 0;
    if (/^\d{1,2}$/.test(before) && /\p{Ll}/u.test(next)) return 0;
  }
  return stop;
}

/** "etc." and "p.m." may stand at the end; a capital after them says that they do. */
function mayEnd(abbreviation: string, next: string): boolean {
  return /^(etc|inc|ltd|co|a\.m|p\.m|u\.s|u\.k|no|yrs|hrs|min|max|al)$/i.test(abbreviation) && /\p{Lu}/u.test(next);
}

function endsHard(answer: string, at: number, stop: number): boolean {
  const marks = answer.slice(at, stop);
  return !/["'”’»)\]]$/.test(marks) && marks !== "..." && marks !== "…";
}

function nextVisible(answer: string, from: number, end: number): string {
  return /[^\s"'“‘«(]/.exec(answer.slice(from, Math.min(end, from + 20)))?.[0] ?? "";
}

/** The word before a full stop, with the dots inside it. No abbreviation is longer than twelve letters. */
function lastWord(answer: string, from: number, at: number): string {
  let begin = at;
  while (begin > from && at - begin < 12 && /[\p{L}\p{N}.]/u.test(answer[begin - 1]!)) begin -= 1;
  return answer.slice(begin, at);
}

/** Without the space around it, and not at all without a letter or a figure in it. */
function addPiece(pieces: Piece[], answer: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(answer[start]!)) start += 1;
  while (end > start && /\s/.test(answer[end - 1]!)) end -= 1;
  const text = answer.slice(start, end).replace(/\s+/g, " ");
  if (/[\p{L}\p{N}]/u.test(text)) pieces.push({ text, start, end });
}
