// Mail addresses as people type and paste them: read, checked, and refused with a reason a person understands.

export type Reading =
  { readonly address: string; readonly problem: null } | { readonly address: null; readonly problem: string };

/** RFC 5321, section 4.5.3.1. */
const longestLocal = 64;
const longestAddress = 254;

/** One address out of what was typed: "ruth@ostara.example", "<ruth@…>" or "Ruth Abelson <ruth@…>". */
export function readAddress(typed: string): Reading {
  const text = typed.trim();
  if (text === "") return refused("An address is missing.");
  // A line break here would let pasted text write headers of its own into the mail.
  if (/[\u0000-\u001f\u007f\u0085\u2028\u2029]/.test(text))
    return refused("There is a line break in this address. Paste only the address itself.");
  const named = /^[^<>]*<([^<>]*)>$/.exec(text);
  const address = (named ? named[1]! : text).trim().replace(/^mailto:/i, "");
  const problem = problemOf(address);
  return problem ? refused(problem) : { address, problem: null };
}

function refused(problem: string): Reading {
  return { address: null, problem };
}

function problemOf(address: string): string | null {
  if (/[,;]/.test(address)) return "There is more than one address here. Add them one at a time.";
  if (/\s/.test(address)) return "There is a space in this address.";
  const ats = address.split("@").length - 1;
  if (ats === 0) return "An address has an @ in it, as in ruth@example.org.";
  if (ats > 1) return "There is more than one @ in this address.";
  const [local, domain] = address.split("@") as [string, string];
  if (local === "") return "Something is missing before the @.";
  if (domain === "") return "Something is missing after the @.";
  if (bytes(local) > longestLocal || bytes(address) > longestAddress)
    return "This address is longer than any mail program takes.";
  return localProblem(local) ?? domainProblem(domain);
}

function localProblem(local: string): string | null {
  if (hasEmptyPart(local)) return "There is a dot too many before the @.";
  // RFC 5322 atoms, and letters of any script (RFC 6531). Quoted ones exist; nobody has one.
  return /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~.-]+$/u.test(local)
    ? null
    : "There is a sign before the @ that addresses do not have.";
}

function domainProblem(domain: string): string | null {
  if (hasEmptyPart(domain)) return "There is a dot too many after the @.";
  const labels = domain.split(".");
  if (labels.length < 2) return "After the @ there should be a dot, as in example.org.";
  if (/^\d+$/.test(labels.at(-1)!)) return "After the @ there should be a name, as in example.org.";
  const fits = labels.every((label) => /^[\p{L}\p{M}\p{N}-]{1,63}$/u.test(label) && !/^-|-$/.test(label));
  return fits ? null : "There is a sign after the @ that addresses do not have.";
}

function hasEmptyPart(text: string): boolean {
  return text.split(".").includes("");
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
