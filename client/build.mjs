// Builds the client into static/build: the script the app starts with and the parts it fetches later, one style
// sheet, the display face, each named by its content, then the service worker, which is told exactly these files.
// `--watch` builds again on every change.

import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { minify, version as minifierVersion } from "@swc/core";
import * as esbuild from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const outdir = join(root, "static/build");

// Safari 16.4 is the first with push for installed apps, and the oldest phone Rebound promises to run on.
const target = ["es2022", "safari16.4"];

// What the worker keeps beside the built files. A change in what they are made of is a new revision too.
const served = ["/app-shell", "/manifest.webmanifest"];
const servedFrom = ["templates/shell.html", "webapp/pages/manifest.py"];

// The part of the script with a bar of its own: what keeps rows on the device and brings them to the others.
const syncAndStorage =
  /^client\/(store|sync)\/|^client\/model\/(alignment|clock|merge|schema|text-merge)\.ts$|node_modules\/(idb|node-diff3)\//;

async function build() {
  const context = await esbuild.context({
    absWorkingDir: root,
    entryPoints: [
      { in: "client/app.tsx", out: "app" },
      { in: "client/styles/index.css", out: "app" },
    ],
    entryNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    chunkNames: "part-[hash]",
    outdir,
    publicPath: "/static/build",
    bundle: true,
    minify: true,
    format: "esm",
    // What is imported with import() becomes a script of its own, and what several scripts share another.
    splitting: true,
    target,
    // h(type, props, ...children) says the same as tsconfig's jsx(type, { ...props, children }) in 1 % fewer bytes.
    inject: ["client/jsx.ts"],
    tsconfigRaw: { compilerOptions: { jsx: "react", jsxFactory: "createElement", jsxFragmentFactory: "Fragment" } },
    // Scripts name each other by esbuild's hashes, taken before the second minifier: its release belongs into them.
    banner: { js: `/* ${minifierVersion} */` },
    // The licences' names are on the screen "About and licences".
    legalComments: "none",
    loader: { ".woff2": "file" },
    define: { "process.env.NODE_ENV": '"production"' },
    metafile: true,
    write: false,
    logLevel: "warning",
    plugins: [{ name: "finish", setup: (build) => build.onEnd(finish) }],
  });
  if (process.argv.includes("--watch")) {
    await context.watch();
  } else {
    await context.rebuild().finally(() => context.dispose());
  }
}

async function finish({ errors, metafile, outputFiles }) {
  if (errors.length > 0) return;
  const outputs = await Promise.all(outputFiles.map(squeeze));
  await mkdir(outdir, { recursive: true });
  for (const { name, contents } of outputs) await writeFile(join(outdir, name), contents);
  const names = outputs.map(({ name }) => name).sort();
  const icons = (await readdir(join(root, "static/icons"))).sort().map((name) => `static/icons/${name}`);
  const files = names.map((name) => `/static/build/${name}`);
  const precached = [...files, ...served, ...icons.map((path) => `/${path}`)];
  const revision = await revisionOf(names, [...servedFrom, ...icons]);
  const compressed = await compressAll(names);
  await buildWorker(precached, revision);
  const manifest = {
    revision,
    script: theEntry(metafile, "client/app.tsx"),
    // For the shell: else the browser finds them only when it has read the script.
    imported: scriptsAtStart(metafile).slice(1).map((path) => `/static/build/${basename(path)}`),
    style: theOne(files, ".css"),
    font: theOne(files, ".woff2"),
    files,
    precached,
  };
  await replaceFile("manifest.json", JSON.stringify(manifest, null, 2));
  await removeOthers(new Set([...names, ...compressed, "service-worker.js", "manifest.json"]));
  await report(revision, metafile);
}

/** A second minifier finds 5 % that esbuild leaves in a script (terser: 3 %, ten times slower). */
async function squeeze({ path, contents, text }) {
  const name = basename(path);
  if (!name.endsWith(".js")) return { name, contents };
  const { code } = await minify(text, { module: true, ecma: 2022, compress: { passes: 3 }, mangle: true });
  return { name, contents: code };
}

/** Built files name their content already; the others are read. */
async function revisionOf(names, paths) {
  const hash = createHash("sha256").update(names.join("\n"));
  for (const path of paths) hash.update(path).update(await readFile(join(root, path)));
  return hash.digest("hex").slice(0, 12);
}

async function compressAll(names) {
  const written = [];
  for (const name of names.filter((name) => /\.(js|css)$/.test(name))) {
    const plain = await readFile(join(outdir, name));
    const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
    await writeFile(join(outdir, `${name}.br`), brotliCompressSync(plain, { params }));
    await writeFile(join(outdir, `${name}.gz`), gzipSync(plain, { level: 9 }));
    written.push(`${name}.br`, `${name}.gz`);
  }
  return written;
}

async function buildWorker(precached, revision) {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: ["client/worker/service-worker.ts"],
    bundle: true,
    minify: true,
    format: "iife",
    target,
    define: { PRECACHED: JSON.stringify(precached), REVISION: JSON.stringify(revision) },
    write: false,
    logLevel: "warning",
  });
  await replaceFile("service-worker.js", outputFiles[0].text);
}

async function report(revision, metafile) {
  const scripts = Object.keys(metafile.outputs).filter((path) => path.endsWith(".js"));
  const [whole, atStart] = await Promise.all([gzipped(scripts), gzipped(scriptsAtStart(metafile))]);
  const parts = scripts.flatMap((path) => Object.entries(metafile.outputs[path].inputs));
  const bytesOf = (some) => some.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
  // One compressed stream has no seams: a part of it is told by its share of the bytes before.
  const share = bytesOf(parts.filter(([path]) => syncAndStorage.test(path))) / bytesOf(parts);
  const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
  console.log(
    `Built the client: revision ${revision}, scripts ${kilobytes(whole)} gzip, ${kilobytes(atStart)} of it at the start, ` +
      `${kilobytes(whole * share)} of it sync and storage`,
  );
}

function theOne(files, ending) {
  const found = files.filter((file) => file.endsWith(ending));
  if (found.length !== 1) throw new Error(`expected one built ${ending} file, got ${found.join(", ") || "none"}`);
  return found[0];
}

/** The address of what was built from a source. */
function theEntry(metafile, source) {
  const [path] = Object.entries(metafile.outputs).find(([, output]) => output.entryPoint === source) ?? [];
  if (!path) throw new Error(`expected a script built from ${source}, got none`);
  return `/static/build/${basename(path)}`;
}

/** The entry and what it imports before it runs. */
function scriptsAtStart({ outputs }) {
  const entry = Object.keys(outputs).find((path) => outputs[path].entryPoint === "client/app.tsx");
  const found = new Set([entry]);
  for (const path of found) {
    for (const { path: imported, kind } of outputs[path].imports) {
      if (kind === "import-statement" && outputs[imported]) found.add(imported);
    }
  }
  return [...found];
}

async function gzipped(paths) {
  const sizes = await Promise.all(
    paths.map(async (path) => gzipSync(await readFile(join(outdir, basename(path))), { level: 9 }).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** A running server never sees half a file. */
async function replaceFile(name, text) {
  const fresh = join(outdir, `${name}.new`);
  await writeFile(fresh, text);
  await rename(fresh, join(outdir, name));
}

async function removeOthers(current) {
  for (const name of await readdir(outdir)) {
    if (!current.has(name)) await rm(join(outdir, name), { recursive: true });
  }
}

await build().catch((error) => {
  // esbuild has printed its own findings; anything else is ours to tell.
  if (!error.errors) console.error(error);
  process.exitCode = 1;
});
