// Builds the client into static/build: the script the app starts with and the parts it fetches later, one style
// sheet, the display face, each named by its content, then the service worker, which is told exactly these files.
// `--watch` builds again on every change.

import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
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

// The parts of the script, in the order they come in. Each stands on those before it, so what several need is in the
// first of them: else esbuild makes a script of its own for whatever two of them share, a dozen, and larger together.
const parts = ["client/app.tsx", "client/sync/running.ts", "client/views/at-hand.ts", "client/views/screens.tsx"];

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
    plugins: [
      { name: "order of the parts", setup: (build) => build.onLoad({ filter: /client/ }, standOnTheFormer) },
      { name: "finish", setup: (build) => build.onEnd(finish) },
    ],
  });
  if (process.argv.includes("--watch")) {
    await context.watch();
  } else {
    await context.rebuild().finally(() => context.dispose());
  }
}

async function standOnTheFormer({ path }) {
  const former = parts[parts.indexOf(relative(root, path)) - 1];
  if (!former) return undefined;
  const source = await readFile(path, "utf8");
  return { contents: `import ${JSON.stringify(join(root, former))};\n${source}`, loader: "tsx", watchFiles: [path] };
}

async function finish({ errors, metafile, outputFiles }) {
  if (errors.length > 0) return;
  const start = theStart(metafile);
  // All of the start is shared with the later parts: of the entry itself only an import of it is left.
  const used = outputFiles.filter(({ path }) => !isEmptyEntry(metafile, relative(root, path), start));
  const outputs = await Promise.all(used.map(squeeze));
  await mkdir(outdir, { recursive: true });
  for (const { name, contents } of outputs) await writeFile(join(outdir, name), contents);
  const names = outputs.map(({ name }) => name).sort();
  const icons = (await readdir(join(root, "static/icons"))).sort().map((name) => `static/icons/${name}`);
  const files = names.map((name) => `/static/build/${name}`);
  const precached = [...files, ...served, ...icons.map((path) => `/${path}`)];
  const revision = await revisionOf(names, [...servedFrom, ...icons]);
  await buildWorker(precached, revision);
  const compressed = await compressAll([...names, "service-worker.js"]);
  const manifest = {
    revision,
    script: `/static/build/${basename(start)}`,
    style: theOne(files, ".css"),
    font: theOne(files, ".woff2"),
    files,
    precached,
  };
  await replaceFile("manifest.json", JSON.stringify(manifest, null, 2));
  await removeOthers(new Set([...names, ...compressed, "service-worker.js", "manifest.json"]));
  await report(revision, metafile, start);
}

/** A second minifier finds 5 % that esbuild leaves in a script (terser: 3 %, ten times slower). */
async function squeeze({ path, contents, text }) {
  const name = basename(path);
  if (!name.endsWith(".js")) return { name, contents };
  return { name, contents: await minified(text) };
}

async function minified(text, module = true) {
  const { code } = await minify(text, { module, ecma: 2022, compress: { passes: 3 }, mangle: true });
  return code;
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
    await replaceFile(`${name}.br`, brotliCompressSync(plain, { params }));
    await replaceFile(`${name}.gz`, gzipSync(plain, { level: 9 }));
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
  await replaceFile("service-worker.js", await minified(outputFiles[0].text, false));
}

async function report(revision, metafile, start) {
  const scripts = Object.keys(metafile.outputs).filter((path) => path.endsWith(".js") && !isEmptyEntry(metafile, path, start));
  const [whole, atStart] = await Promise.all([gzipped(scripts), gzipped([start])]);
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

/** The script that holds the source of the start, and with it whatever that imports before it runs. */
function theStart({ outputs }) {
  const [path] = Object.entries(outputs).find(([, { inputs }]) => inputs[parts[0]]) ?? [];
  if (!path) throw new Error(`expected a script with ${parts[0]} in it, got none`);
  const before = outputs[path].imports.filter(({ kind }) => kind === "import-statement");
  if (before.length > 0) throw new Error(`expected a start in one script, got one that imports ${before[0].path}`);
  return path;
}

function isEmptyEntry({ outputs }, path, start) {
  return outputs[path].entryPoint === parts[0] && path !== start;
}

async function gzipped(paths) {
  const sizes = await Promise.all(
    paths.map(async (path) => gzipSync(await readFile(join(outdir, basename(path))), { level: 9 }).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** A running server never sees half a file. */
async function replaceFile(name, contents) {
  const fresh = join(outdir, `${name}.new`);
  await writeFile(fresh, contents);
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
