/** The name of what a page asks of the worker (browser.ts), and the worker answers to (worker/service-worker.ts). */
export const BACKGROUND_TAG = "rebound-sync";
