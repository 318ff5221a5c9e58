// Prints the text that a page of MDX shows, code blocks aside: `node shown.mjs < LIST`, a file's path a line; an answer
// as JSON a line. Needs `npm install @mdx-js/mdx remark-directive remark-frontmatter remark-gfm`, beside the working
// folder.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const here = createRequire(pathToFileURL(`${process.cwd()}/`));
const load = async (name) => import(pathToFileURL(here.resolve(name)).href);
const { compile } = await load("@mdx-js/mdx");
const plugins = [];
for (const name of ["remark-directive", "remark-frontmatter", "remark-gfm"]) plugins.push((await load(name)).default);

const BLOCKS = /^(p|li|h[1-6]|pre|t[dhr]|div|section|blockquote|ul|ol|table|hr|br)$/;

/** The text of a tree, with a line for each block. */
function text(node) {
  if (node.type === "text") return node.value;
  if (node.tagName === "pre" || node.type === "comment") return "\n";
  const inside = (node.children ?? []).map(text).join("");
  return BLOCKS.test(node.tagName ?? "") || node.type === "mdxJsxFlowElement" ? `\n${inside}\n` : inside;
}

for (const path of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  let shown = null;
  const take = () => (tree) => { shown = text(tree); };
  try {
    await compile(readFileSync(path, "utf8"), { remarkPlugins: plugins, rehypePlugins: [take] });
    console.log(JSON.stringify({ path, shown }));
  } catch (error) {
    console.log(JSON.stringify({ path, fault: String(error.message ?? error) }));
  }
}
