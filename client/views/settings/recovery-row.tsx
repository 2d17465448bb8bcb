// How many ways back are left. The number is the server's: without a network the row still leads to its page.

import { useEffect, useState } from "preact/hooks";
import { countRecoveryCodes, type CodesLeft } from "../../actions/recovery.ts";
import type { Account } from "../../store/current.ts";
import { RowLink } from "../components/row.tsx";
import { codesLeftWords } from "./recovery-words.ts";

export function useCodesLeft(account: Account): CodesLeft | null {
  const [codes, setCodes] = useState<CodesLeft | null>(null);
  useEffect(() => {
    countRecoveryCodes().then(setCodes, () => setCodes(null));
  }, [account.id]);
  return codes;
}

export function RecoveryRow({ codes }: { readonly codes: CodesLeft | null }) {
  return (
    <RowLink calm icon="life-buoy" title="Recovery codes" meta={codes && codesLeftWords(codes)} href="/settings/recovery-codes" />
  );
}
