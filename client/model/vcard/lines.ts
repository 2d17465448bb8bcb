// A vCard file as logical lines: the bytes decoded, folded lines put together again, each with the number it begins at.
//
// Files come with every kind of line end, some with a byte order mark, some as UTF-16 (Outlook and old phones). Lines
// are folded two ways: by a space at the start of the next line (RFC 6350, 3.2; RFC 2425, 5.8.1), and, in quoted-printable
// values of vCard 2.1, by an "=" at the end (RFC 2045, 6.7, rule 5).

/** The text of a file. What is not UTF is read as Windows-1252, in which every byte is a character. */
export function decodeFile(bytes: Uint8Array): string {
  const label = encodingOf(bytes);
  if (label !== "utf-8") return new TextDecoder(label).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The mark at the start; without one, ASCII in UTF-16 shows itself by its zeros. */
function encodingOf([first = 0, second = 0]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first !== 0 && second === 0) return "utf-16le";
  return first === 0 && second !== 0 ? "utf-16be" : "utf-8";
}

export interface Line {
  /** Of its first physical line, from 1. */
  readonly number: number;
  readonly text: string;
  /** Where it ends in the file, in UTF-16 units: how far the reading has come. */
  readonly end: number;
}

/** Pictures and sounds are left out; a property is never kept longer than this, whatever a file says. */
const longestLine = 400_000;

const picture = /^(?:[\w-]+\.)?(?:photo|logo|sound|key)[;:]/i;
const boundary = /^(?:begin|end):vcard\s*$/i;

export function* logicalLines(text: string): Generator<Line> {
  const lines = new PhysicalLines(text);
  let line = lines.next();
  while (line !== null) {
    const number = lines.number;
    const isPicture = picture.test(line);
    const parts = [isPicture ? "" : line];
    let length = parts[0]!.length;
    let isSoft = !isPicture && line.endsWith("=") && isQuotedPrintable(line);
    for (line = lines.next(); line !== null; line = lines.next()) {
      const isFolded = line.startsWith(" ") || line.startsWith("\t");
      if (boundary.test(line) || !(isFolded || isSoft || (isPicture && isBare(line)))) break;
      if (isPicture) continue;
      if (isSoft) parts.push(parts.pop()!.slice(0, -1));
      const part = isFolded && !isSoft ? line.slice(1) : line;
      if (length < longestLine) parts.push(part);
      length += part.length;
      isSoft = line.endsWith("=") && isQuotedPrintable(parts[0]!);
    }
    const whole = parts.join("");
    if (whole.trim() !== "") yield { number, text: whole, end: lines.start };
  }
}

function isQuotedPrintable(line: string): boolean {
  return line.slice(0, Math.max(line.indexOf(":"), 0)).toLowerCase().includes("quoted-printable");
}

/** Base64 that an exporter did not fold: a line of it has no colon. */
function isBare(line: string): boolean {
  return line !== "" && !line.includes(":");
}

/** "\r\n", "\n" and "\r" all end a line. */
class PhysicalLines {
  /** Of the line that `next` returned, from 1. */
  number = 0;
  /** Where that line starts. */
  start = 0;
  readonly #text: string;
  readonly #ends = /\r\n|\n|\r/g;
  #next: number;

  constructor(text: string) {
    this.#text = text;
    this.#next = text.startsWith("\ufeff") ? 1 : 0;
  }

  next(): string | null {
    this.start = this.#next;
    if (this.#next > this.#text.length) return null;
    this.#ends.lastIndex = this.#next;
    const end = this.#ends.exec(this.#text);
    const line = this.#text.slice(this.#next, end?.index ?? this.#text.length);
    this.#next = end ? this.#ends.lastIndex : this.#text.length + 1;
    this.number += 1;
    return line;
  }
}
