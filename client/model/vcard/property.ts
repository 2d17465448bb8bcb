// One logical line of a vCard: group, name, parameters and value, in the spelling of any version.

export interface Property {
  /** In upper case. */
  readonly name: string;
  /** "item1" in "item1.EMAIL"; "" without one. */
  readonly group: string;
  /** The values of TYPE and, in 2.1, bare words: "WORK", "CELL", "PREF". */
  readonly types: ReadonlySet<string>;
  /** 1 is the most preferred, 100 the least; 0: not said. Of 4.0. */
  readonly preference: number;
  /** Decoded, still escaped. */
  readonly value: string;
}

/** Null for a line that is no property. */
export function propertyOf(line: string): Property | null {
  const colon = endOfHead(line);
  if (colon < 1) return null;
  const [label = "", ...parameters] = outsideQuotes(line.slice(0, colon), ";");
  const dot = label.lastIndexOf(".");
  const name = label.slice(dot + 1).trim().toUpperCase();
  if (!/^[A-Z0-9_-]+$/.test(name)) return null;
  const read = new Parameters(parameters);
  return {
    name,
    group: dot < 0 ? "" : label.slice(0, dot).trim().toLowerCase(),
    types: read.types,
    preference: read.preference,
    value: decoded(line.slice(colon + 1), read),
  };
}

/** The colon that is in no quoted parameter; where a quote is never closed, the first colon. */
function endOfHead(line: string): number {
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at];
    if (sign === '"') isQuoted = !isQuoted;
    else if (sign === ":" && !isQuoted) return at;
  }
  return line.indexOf(":");
}

function outsideQuotes(text: string, separator: string): string[] {
  if (!text.includes('"')) return text.split(separator);
  const parts: string[] = [];
  let [start, isQuoted] = [0, false];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') isQuoted = !isQuoted;
    else if (text[at] === separator && !isQuoted) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)];
}

class Parameters {
  readonly types = new Set<string>();
  preference = 0;
  encoding = "";
  charset = "utf-8";

  constructor(parameters: readonly string[]) {
    for (const parameter of parameters) {
      const equals = parameter.indexOf("=");
      const name = parameter.slice(0, Math.max(equals, 0)).trim().toUpperCase();
      const values = outsideQuotes(parameter.slice(equals + 1), ",").map((value) => value.trim().replace(/^"|"$/g, ""));
      for (const value of values) this.#take(name, value);
    }
  }

  #take(name: string, value: string): void {
    const upper = value.toUpperCase();
    // 2.1 says a value without its name.
    const isEncoding = name === "ENCODING" || (name === "" && /^(?:QUOTED-PRINTABLE|BASE64|[78]BIT)$/.test(upper));
    if (isEncoding) this.encoding = upper;
    else if (name === "CHARSET") this.charset = value;
    else if (name === "PREF") this.preference = Math.min(Math.max(Number.parseInt(value, 10) || 0, 0), 100);
    // "TYPE="work,voice"" is one quoted value of several.
    else if (name === "TYPE" || name === "") for (const type of upper.split(",")) this.types.add(type.trim());
  }
}

function decoded(value: string, { encoding, charset }: Parameters): string {
  if (encoding === "QUOTED-PRINTABLE") return textOf(quotedBytes(value), charset);
  if (encoding === "B" || encoding === "BASE64") return textOf(base64Bytes(value), charset);
  return value;
}

function textOf(bytes: Uint8Array, charset: string): string {
  const utf8 = strictly("utf-8", bytes);
  // Many say ISO-8859-1 and mean it; some say nothing and mean it, too.
  if (utf8 !== null && /^utf-?8$/i.test(charset)) return utf8;
  return strictly(charset, bytes) ?? utf8 ?? new TextDecoder("windows-1252").decode(bytes);
}

function strictly(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    // A charset nobody knows, or bytes that are not of it.
    return null;
  }
}

/** RFC 2045, 6.7. What is no escape stays what it is. */
function quotedBytes(value: string): Uint8Array {
  const bytes: number[] = [];
  const plain = new TextEncoder();
  for (let at = 0; at < value.length; at += 1) {
    const escape = value[at] === "=" ? 16 * hexDigit(value, at + 1) + hexDigit(value, at + 2) : NaN;
    if (!Number.isNaN(escape)) {
      bytes.push(escape);
      at += 2;
    } else if (value.charCodeAt(at) < 0x80) bytes.push(value.charCodeAt(at));
    else {
      const character = String.fromCodePoint(value.codePointAt(at)!);
      bytes.push(...plain.encode(character));
      at += character.length - 1;
    }
  }
  return Uint8Array.from(bytes);
}

function hexDigit(text: string, at: number): number {
  const place = "0123456789abcdef".indexOf(text.charAt(at).toLowerCase() || "-");
  return place < 0 ? NaN : place;
}

function base64Bytes(value: string): Uint8Array {
  try {
    return Uint8Array.from(atob(value.replace(/\s+/g, "")), (sign) => sign.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

/** RFC 6350, 3.4: a line break, a comma, a semicolon and a backslash are escaped. */
export function unescaped(value: string): string {
  return value.replace(/\\([\s\S])/g, (_, sign: string) => (sign === "n" || sign === "N" ? "\n" : sign));
}

/** N has five parts, ORG a few levels; what else a line holds is no address book's. */
const mostParts = 12;

/** The parts of a structured value (N, ORG): between semicolons that are not escaped. */
export function partsOf(value: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < value.length && parts.length < mostParts; at += 1) {
    if (value[at] === "\\") at += 1;
    else if (value[at] === ";") {
      parts.push(value.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, value.slice(start)].map((part) => unescaped(part).trim());
}
