//! The source as a tree of modules: what each file declares, imports and names.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

/// One file of `src`.
#[derive(Default)]
pub(crate) struct File {
    /// As `text/words.rs`, below `src`.
    pub path: String,
    /// As `["text", "words"]`; that of `text/mod.rs` is `["text"]`.
    pub module: Vec<String>,
    /// Items by name.
    pub items: BTreeSet<String>,
    pub imports: Vec<Import>,
    /// Paths outside `use`, a single name included.
    pub names: Vec<Name>,
    pub functions: Vec<Function>,
    /// Child files that are compiled for tests alone.
    pub test_modules: Vec<String>,
    pub lines: usize,
    /// Lines of constant tables.
    pub data_lines: usize,
}

/// One leaf of a `use` tree.
pub(crate) struct Import {
    pub path: Vec<String>,
    /// The name it is known by here; `None` for `*`.
    pub alias: Option<String>,
    /// The inline modules around it, below the file's own.
    pub within: Vec<String>,
    pub public: bool,
    pub test: bool,
    pub line: usize,
}

/// A path as it is written in an expression, a type or a macro's arguments.
pub(crate) struct Name {
    pub path: Vec<String>,
    pub within: Vec<String>,
    pub test: bool,
    pub line: usize,
}

pub(crate) struct Function {
    pub name: String,
    pub line: usize,
    pub lines: usize,
}

impl File {
    /// `path` is below `src` and has `/` between folders.
    pub(crate) fn read(path: &str, text: &str) -> Result<Self, String> {
        let syntax = syn::parse_file(text).map_err(|fault| {
            let at = fault.span().start();
            format!("src/{path}:{}: {fault}", at.line)
        })?;
        let mut module: Vec<String> = path.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
        if module.last().is_some_and(|last| last == "mod" || last == "lib") {
            module.pop();
        }
        let test = module.iter().any(|part| part == "tests");
        let mut reader =
            Reader { file: Self { path: path.to_owned(), module, ..Self::default() }, within: vec![], test };
        reader.visit_file(&syntax);
        reader.file.lines = text.lines().count();
        Ok(reader.file)
    }

    /// For a file that another declares with `#[cfg(test)] mod name;`.
    pub(crate) fn is_for_tests(&mut self) {
        self.imports.iter_mut().for_each(|import| import.test = true);
        self.names.iter_mut().for_each(|name| name.test = true);
    }

    /// The first folder or file below `src`.
    pub(crate) fn room(&self) -> Option<&str> {
        self.module.first().map(String::as_str)
    }
}

pub(crate) type Modules<'a> = BTreeMap<&'a [String], &'a File>;

struct Reader {
    file: File,
    within: Vec<String>,
    test: bool,
}

impl Reader {
    fn import(&mut self, tree: &syn::UseTree, prefix: &[String], public: bool) {
        let mut path = prefix.to_vec();
        let line = tree.span().start().line;
        let mut keep = |path: Vec<String>, alias: Option<String>| {
            let (within, test) = (self.within.clone(), self.test);
            self.file.imports.push(Import { path, alias, within, public, test, line });
        };
        match tree {
            syn::UseTree::Path(one) => {
                path.push(one.ident.to_string());
                self.import(&one.tree, &path, public);
            }
            syn::UseTree::Group(group) => {
                for one in &group.items {
                    self.import(one, prefix, public);
                }
            }
            syn::UseTree::Glob(_) => keep(path, None),
            syn::UseTree::Name(name) if name.ident == "self" => {
                let alias = path.last().cloned();
                keep(path, alias);
            }
            syn::UseTree::Name(name) => {
                path.push(name.ident.to_string());
                keep(path, Some(name.ident.to_string()));
            }
            syn::UseTree::Rename(rename) => {
                if rename.ident != "self" {
                    path.push(rename.ident.to_string());
                }
                keep(path, Some(rename.rename.to_string()));
            }
        }
    }

    fn name(&mut self, path: Vec<String>, line: usize) {
        self.file.names.push(Name { path, within: self.within.clone(), test: self.test, line });
    }

    /// Paths among the tokens of a macro call, which syn leaves unread.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let (mut colons, mut line) = (0, 0);
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => {
                    if colons < 2 && !path.is_empty() {
                        self.name(std::mem::take(&mut path), line);
                    }
                    line = ident.span().start().line;
                    path.push(ident.to_string());
                    colons = 0;
                }
                TokenTree::Punct(punct) if punct.as_char() == ':' => colons += 1,
                TokenTree::Group(group) => {
                    self.end(&mut path, line);
                    self.tokens(group.stream());
                }
                _ => self.end(&mut path, line),
            }
        }
        self.end(&mut path, line);
    }

    fn end(&mut self, path: &mut Vec<String>, line: usize) {
        if !path.is_empty() {
            self.name(std::mem::take(path), line);
        }
    }

    fn function(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let line = signature.span().start().line;
        let lines = block.span().end().line + 1 - line;
        self.file.functions.push(Function { name: signature.ident.to_string(), line, lines });
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        let before = self.test;
        self.test |= attributes(item).iter().any(is_test);
        if self.within.is_empty()
            && let Some(name) = declared(item)
        {
            self.file.items.insert(name);
        }
        if let syn::Item::Const(_) | syn::Item::Static(_) = item {
            let span = item.span();
            self.file.data_lines += span.end().line + 1 - span.start().line;
        }
        visit::visit_item(self, item);
        self.test = before;
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if item.content.is_none() && self.test {
            self.file.test_modules.push(item.ident.to_string());
        }
        if item.content.is_some() {
            self.within.push(item.ident.to_string());
            visit::visit_item_mod(self, item);
            self.within.pop();
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.import(&item.tree, &[], !matches!(item.vis, syn::Visibility::Inherited));
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let written = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.name(written, path.span().start().line);
        visit::visit_path(self, path);
    }

    /// `pub(in crate::room)` and `pub(super)` name a place, they use nothing of it.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        visit::visit_macro(self, call);
        self.tokens(call.tokens.clone());
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.function(&item.sig, &item.block);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.function(&item.sig, &item.block);
        visit::visit_impl_item_fn(self, item);
    }
}

fn is_test(attribute: &syn::Attribute) -> bool {
    attribute.path().is_ident("test")
        || attribute.path().is_ident("cfg")
            && matches!(&attribute.meta, syn::Meta::List(list) if list.tokens.to_string() == "test")
}

fn attributes(item: &syn::Item) -> &[syn::Attribute] {
    match item {
        syn::Item::Fn(item) => &item.attrs,
        syn::Item::Impl(item) => &item.attrs,
        syn::Item::Mod(item) => &item.attrs,
        syn::Item::Use(item) => &item.attrs,
        syn::Item::Const(item) => &item.attrs,
        syn::Item::Static(item) => &item.attrs,
        syn::Item::Struct(item) => &item.attrs,
        _ => &[],
    }
}

fn declared(item: &syn::Item) -> Option<String> {
    let ident = match item {
        syn::Item::Const(item) => &item.ident,
        syn::Item::Enum(item) => &item.ident,
        syn::Item::Fn(item) => &item.sig.ident,
        syn::Item::Macro(item) => item.ident.as_ref()?,
        syn::Item::Static(item) => &item.ident,
        syn::Item::Struct(item) => &item.ident,
        syn::Item::Trait(item) => &item.ident,
        syn::Item::Type(item) => &item.ident,
        syn::Item::Union(item) => &item.ident,
        _ => return None,
    };
    Some(ident.to_string())
}

/// Reads files given as path and text; a file that does not parse is a mistake of the caller.
pub(crate) fn read<'a>(texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<File> {
    let mut files: Vec<File> =
        texts.into_iter().map(|(path, text)| File::read(path, text).unwrap_or_else(|why| panic!("{why}"))).collect();
    let for_tests: Vec<Vec<String>> = files
        .iter()
        .flat_map(|file| {
            file.test_modules.iter().map(|name| [file.module.as_slice(), std::slice::from_ref(name)].concat())
        })
        .collect();
    for file in files.iter_mut().filter(|file| for_tests.iter().any(|module| file.module.starts_with(module))) {
        file.is_for_tests();
    }
    files
}
