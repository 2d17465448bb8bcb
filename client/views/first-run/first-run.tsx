// The first page ever: what Rebound is in three lines, and two ways on. No form stands in the way.

import { Air, Arc } from "../components/air.tsx";
import { Brand } from "../components/brand.tsx";
import { Dock } from "../components/dock.tsx";
import { Icon } from "../components/icon.tsx";
import { Top } from "../components/top.tsx";
import { BareFrame } from "../frame/frame.tsx";
import { usePageTitle } from "../frame/page-title.ts";
import { navigate } from "../router.ts";

export function FirstRun() {
  usePageTitle("Welcome");
  return (
    <BareFrame dock={<WaysOn />} onlyText>
      <div class="first-run">
        <Air top={<Top title={<Brand />} />} title="What to do after a job interview." arc={<TheMark />} />
        <div class="body">
          <h2 class="hidden">What it does</h2>
          <ul class="three">
            <li>
              <Icon name="list-checks" />
              <span>
                <b>Short lists</b>, begun in the lift on the way out.
              </span>
            </li>
            <li>
              <Icon name="feather" />
              <span>
                <b>Words ready to send</b>, from your own mail, when you choose.
              </span>
            </li>
            <li>
              <Icon name="split" />
              <span>
                <b>A Plan B</b>, whichever answer comes.
              </span>
            </li>
          </ul>
          <p class="hint">No account needed. It works without a network.</p>
        </div>
      </div>
    </BareFrame>
  );
}

/** The only arc that is decoration: a ball that fell comes up again, higher. */
function TheMark() {
  return (
    <Arc name="first-run" height={276}>
      <path class="past" d="M-44 150Q20 150 84 276" />
      <path class="next" d="M84 276Q200 40 316 40" />
      <circle class="ball" cx="322" cy="40" r="18" />
    </Arc>
  );
}

function WaysOn() {
  return (
    <Dock low>
      <button type="button" class="btn btn--primary btn--wide" onClick={() => navigate("/just-had")}>
        I just had an interview
      </button>
      <button type="button" class="btn btn--text btn--wide" onClick={() => navigate("/sign-in")}>
        I have an account
      </button>
    </Dock>
  );
}
