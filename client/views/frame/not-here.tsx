// An address that leads nowhere: an old link, or a slip.

import { Empty } from "../components/empty.tsx";
import { Top } from "../components/top.tsx";
import { Frame } from "./frame.tsx";

export function NotHere() {
  return (
    <Frame
      tab={null}
      list={{
        label: "Not here",
        children: (
          <>
            <Top title="Rebound" plain home />
            <div class="body">
              <h1>Nothing lives at this address.</h1>
              <Empty
                words="What you wrote is where you left it."
                action={
                  <a class="btn btn--quiet" href="/">
                    Go to Today
                  </a>
                }
              />
            </div>
          </>
        ),
      }}
    />
  );
}
