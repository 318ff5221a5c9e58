// The extension: starts the server, and does what only an extension can: two editors in step, questions, a status bar.

import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions, type ServerOptions } from "vscode-languageclient/node";
import { find } from "./binary";
import { line, type Status, tooltip } from "./status";
import { Echo, Pairs } from "./step";

/** The scheme of the pages of rules. */
const PAGES = "tolmach-rule";

/** A place on the other side; an answer to `tolmach/counterpart`. */
interface Counterpart {
  uri: string;
  range: { start: vscode.Position; end: vscode.Position };
  line: number;
  language: string;
}

/** The argument of the server's commands. */
interface Argument {
  uri: string;
  line?: number;
  end?: number;
  language?: string;
  fingerprint?: string;
  reason?: string;
  source?: string;
  target?: string;
  counterpart?: string;
}

/** A diagnostic as the client made it of the server's. */
type Found = vscode.Diagnostic & { data?: { fingerprint?: string; language?: string } };

let client: LanguageClient | undefined;
const pairs = new Pairs();
const echo = new Echo(600);
let bar: vscode.StatusBarItem;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  bar = vscode.window.createStatusBarItem("tolmach.status", vscode.StatusBarAlignment.Left, 50);
  bar.name = "tolmach";
  bar.command = "workbench.actions.view.problems";
  const command = (name: string, run: (editor: vscode.TextEditor) => Promise<void>) =>
    vscode.commands.registerTextEditorCommand(`tolmach.${name}`, (editor) => shown(run(editor)));
  context.subscriptions.push(
    bar,
    command("openCounterpart", openCounterpart),
    command("acceptUnit", acceptUnit),
    command("waiveFinding", waiveFinding),
    command("addToGlossary", addToGlossary),
    vscode.commands.registerCommand("tolmach.restartServer", () => shown(restart())),
    vscode.workspace.registerTextDocumentContentProvider(PAGES, { provideTextDocumentContent: rulePage }),
    vscode.window.onDidChangeTextEditorVisibleRanges((event) => void scroll(event.textEditor)),
    vscode.window.onDidChangeActiveTextEditor(() => void refresh()),
    vscode.languages.onDidChangeDiagnostics((event) => {
      const active = vscode.window.activeTextEditor?.document.uri.toString();
      if (event.uris.some((uri) => uri.toString() === active)) {
        void refresh();
      }
    }),
    vscode.workspace.onDidCloseTextDocument((document) => pairs.part(document.uri.toString())),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (["path", "interfaceLanguage", "debounce"].some((name) => event.affectsConfiguration(`tolmach.${name}`))) {
        void shown(restart());
      }
    }),
  );
  await shown(start());
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

async function restart(): Promise<void> {
  await client?.stop();
  client = undefined;
  await start();
}

async function start(): Promise<void> {
  const settings = vscode.workspace.getConfiguration("tolmach");
  const folders = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.fsPath);
  const windows = process.platform === "win32";
  const setting = settings.get<string>("path", "");
  const program = find({ setting, folders, environment: process.env, windows, home: os.homedir() }, isFile);
  if (program === undefined) {
    const open = vscode.l10n.t("Open settings");
    const message = vscode.l10n.t(
      "No program tolmach was found: neither in the setting tolmach.path, nor in a virtual environment of the workspace, nor on PATH.",
    );
    // Nobody waits for the answer: the other commands exist meanwhile.
    void vscode.window.showErrorMessage(message, open).then((chosen) => {
      if (chosen === open) {
        void vscode.commands.executeCommand("workbench.action.openSettings", "tolmach.path");
      }
    });
    return;
  }
  const language = settings.get<string>("interfaceLanguage", "auto");
  const args = ["lsp", ...(language === "auto" ? [] : ["--interface-language", language])];
  const server: ServerOptions = { command: program, args };
  const options: LanguageClientOptions = {
    documentSelector: [
      { scheme: "file", language: "markdown" },
      { scheme: "file", language: "mdx" },
      { scheme: "file", language: "plaintext" },
      { scheme: "file", pattern: "**/{tolmach.toml,glossary/*.toml,*.units.toml}" },
    ],
    initializationOptions: {
      asksForReason: true,
      rulePages: `${PAGES}:/`,
      debounce: settings.get<number>("debounce", 80),
    },
    middleware: { executeCommand: asked },
  };
  client = new LanguageClient("tolmach", "tolmach", server, options);
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    throw new Error(vscode.l10n.t("The server could not be started: {0}", String(error)));
  }
  await refresh();
}

/** A command of the server's that a code action or a lens asks for: what it lacks is asked first. */
async function asked(command: string, args: unknown[], next: (command: string, args: unknown[]) => unknown) {
  let argument = args[0] as Argument | undefined;
  if (command === "tolmach.waive" && argument !== undefined && !argument.reason) {
    argument = await withReason(argument);
  } else if (command === "tolmach.addTerm" && argument !== undefined) {
    argument = await withTerms(argument);
  }
  return argument === undefined ? undefined : next(command, [argument]);
}

function run(command: string, argument: Argument): Promise<unknown> {
  return request("workspace/executeCommand", { command, arguments: [argument] });
}

async function request<T>(method: string, params: object): Promise<T | undefined> {
  return client?.isRunning() ? await client.sendRequest<T>(method, params) : undefined;
}

/** Where a command failed, its reason is shown. */
async function shown(done: Promise<void>): Promise<void> {
  try {
    await done;
  } catch (error) {
    void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
  }
}

function isFile(file: string): boolean {
  return fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

async function openCounterpart(editor: vscode.TextEditor): Promise<void> {
  const here = editor.selection.active.line;
  const there = await request<Counterpart[] | null>("tolmach/counterpart", {
    uri: editor.document.uri.toString(),
    line: here,
  });
  const chosen = await one(there ?? [], (counterpart) => counterpart.language, vscode.l10n.t("Which language?"));
  if (chosen === undefined) {
    if (!there?.length) {
      void vscode.window.showInformationMessage(vscode.l10n.t("Nothing answers this place."));
    }
    return;
  }
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(chosen.uri));
  const start = new vscode.Position(chosen.range.start.line, chosen.range.start.character);
  pairs.join(editor.document.uri.toString(), document.uri.toString());
  // In step: the counterpart is as far from the top as the paragraph.
  const above = here - (editor.visibleRanges[0]?.start.line ?? here);
  const top = Math.max(0, chosen.line - above);
  echo.expect(document.uri.toString(), top, Date.now());
  const open = vscode.window.visibleTextEditors.find((other) => other.document === document && other !== editor);
  const beside = await vscode.window.showTextDocument(document, {
    viewColumn: open?.viewColumn ?? vscode.ViewColumn.Beside,
    preserveFocus: true,
    selection: new vscode.Range(start, start),
  });
  beside.revealRange(new vscode.Range(top, 0, top, 0), vscode.TextEditorRevealType.AtTop);
}

async function scroll(editor: vscode.TextEditor): Promise<void> {
  const uri = editor.document.uri.toString();
  const other = pairs.of(uri);
  const top = editor.visibleRanges[0]?.start.line;
  const inStep = vscode.workspace.getConfiguration("tolmach").get<boolean>("scrollInStep", true);
  if (other === undefined || top === undefined || !inStep || echo.isExpected(uri, top, Date.now())) {
    return;
  }
  const beside = vscode.window.visibleTextEditors.find((one) => one.document.uri.toString() === other);
  if (beside === undefined) {
    return;
  }
  const there = await request<Counterpart[] | null>("tolmach/counterpart", { uri, line: top });
  const place = there?.find((counterpart) => vscode.Uri.parse(counterpart.uri).toString() === other);
  if (place !== undefined) {
    echo.expect(other, place.line, Date.now());
    beside.revealRange(new vscode.Range(place.line, 0, place.line, 0), vscode.TextEditorRevealType.AtTop);
  }
}

async function acceptUnit(editor: vscode.TextEditor): Promise<void> {
  const uri = editor.document.uri.toString();
  const language = await languageOf(uri);
  if (language !== undefined) {
    const { start, end } = editor.selection;
    await run("tolmach.accept", { uri, language, line: start.line, end: end.line });
    await refresh();
  }
}

async function waiveFinding(editor: vscode.TextEditor): Promise<void> {
  const { uri } = editor.document;
  const here = editor.selection;
  const all: Found[] = vscode.languages.getDiagnostics(uri);
  const found = all.filter((one) => one.source === "tolmach" && one.data?.fingerprint && one.range.intersection(here));
  const line = new vscode.Range(here.start.line, 0, here.end.line, Number.MAX_SAFE_INTEGER);
  const near = all.filter((one) => one.source === "tolmach" && one.data?.fingerprint && one.range.intersection(line));
  const offered = found.length > 0 ? found : near;
  if (offered.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t("There is no finding on this line."));
    return;
  }
  const chosen = await one(offered, (finding) => finding.message, vscode.l10n.t("Which finding?"));
  const argument = chosen && (await withReason({ uri: uri.toString(), ...chosen.data }));
  if (argument !== undefined) {
    await run("tolmach.waive", argument);
  }
}

async function addToGlossary(editor: vscode.TextEditor): Promise<void> {
  const uri = editor.document.uri.toString();
  const range = {
    start: { line: editor.selection.start.line, character: editor.selection.start.character },
    end: { line: editor.selection.end.line, character: editor.selection.end.character },
  };
  // The server knows which side the document is of, and what answers the paragraph.
  const actions = await request<{ command?: { command: string; arguments?: Argument[] } }[]>("textDocument/codeAction", {
    textDocument: { uri },
    range,
    context: { diagnostics: [] },
  });
  const offer = actions?.find((action) => action.command?.command === "tolmach.addTerm");
  const argument = offer?.command?.arguments?.[0];
  const whole = argument && (await withTerms(argument));
  if (whole !== undefined) {
    await run("tolmach.addTerm", whole);
  }
}

async function withReason(argument: Argument): Promise<Argument | undefined> {
  const reason = await vscode.window.showInputBox({ prompt: vscode.l10n.t("Why is it fine here?") });
  return reason?.trim() ? { ...argument, reason } : undefined;
}

async function withTerms(argument: Argument): Promise<Argument | undefined> {
  const ask = (prompt: string, value: string | undefined) =>
    vscode.window.showInputBox({ prompt, value: value ?? "", placeHolder: value ? undefined : argument.counterpart });
  const source = await ask(vscode.l10n.t("The term of the original"), argument.source);
  const target = source === undefined ? undefined : await ask(vscode.l10n.t("The term of the translation"), argument.target);
  return target === undefined ? undefined : { ...argument, source, target };
}

/** The language of a document; asked for where an original has several translations. */
async function languageOf(uri: string): Promise<string | undefined> {
  const all = (await request<Status[] | null>("tolmach/status", { uri })) ?? [];
  return (await one(all, (status) => status.language, vscode.l10n.t("Which language?")))?.language;
}

/** The only one, else the one that is chosen. */
async function one<T>(all: T[], label: (one: T) => string, title: string): Promise<T | undefined> {
  if (all.length < 2) {
    return all[0];
  }
  const items = all.map((value) => ({ label: label(value), value }));
  return (await vscode.window.showQuickPick(items, { title }))?.value;
}

async function refresh(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const isFile = document?.uri.scheme === "file";
  const all = isFile ? await request<Status[] | null>("tolmach/status", { uri: document.uri.toString() }) : undefined;
  const known = all?.length ? all : undefined;
  void vscode.commands.executeCommand("setContext", "tolmach.isDocument", known !== undefined);
  if (known === undefined) {
    bar.hide();
    return;
  }
  bar.text = line(known);
  bar.tooltip = tooltip(known, (text, ...values) => vscode.l10n.t(text, ...values));
  bar.show();
}

async function rulePage(uri: vscode.Uri): Promise<string> {
  const rule = path.posix.basename(uri.path, ".md");
  const page = await request<{ markdown: string } | null>("tolmach/rulePage", { rule });
  return page?.markdown ?? "";
}
