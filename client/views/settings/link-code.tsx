// The code, twice: to scan, and to type.

import type { NewLink } from "../../actions/linking.ts";
import { deviceZone } from "../../model/days.ts";
import { timeWords } from "../../model/words.ts";
import { Dock } from "../components/dock.tsx";
import { Top } from "../components/top.tsx";
import { BareFrame } from "../frame/frame.tsx";
import { QrCode } from "./qr-code.tsx";

interface LinkCodeProps {
  readonly link: NewLink;
  readonly onTakeBack: () => void;
}

export function LinkCode({ link, onTakeBack }: LinkCodeProps) {
  const dock = (
    <Dock low>
      <button type="button" class="btn btn--quiet btn--wide" onClick={onTakeBack}>
        Take the code back
      </button>
      <p class="dock__note">Keep this page open: you say yes here.</p>
    </Dock>
  );
  return (
    <BareFrame dock={dock}>
      <Top back="/settings" plain />
      <div class="body link-code">
        <h1>Scan this with the other device.</h1>
        <QrCode rows={link.qr} label="A QR code that opens Rebound on the other device" />
        <div>
          <p>Or open {new URL(link.url).host}/link there and type</p>
          <p class="link-code__letters">
            <code aria-label={spelled(link.code)}>{link.code}</code>
          </p>
          <p class="muted small">Good once, until {timeWords(link.expires_at, deviceZone())}.</p>
        </div>
      </div>
    </BareFrame>
  );
}

/** Read out letter by letter, not as a word. */
function spelled(code: string): string {
  return [...code.replace("-", "")].join(" ");
}
