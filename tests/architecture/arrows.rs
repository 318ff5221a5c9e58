//! Which file uses which, and what a path finally means.

use std::collections::BTreeSet;

use crate::source::{File, Import, Modules};

/// One file names something of another.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Arrow {
    /// Index of the file that uses.
    pub from: usize,
    pub line: usize,
    /// As it is written.
    pub written: String,
    /// Rooms the path goes through.
    pub rooms: BTreeSet<String>,
    /// Index of the file that declares what is used.
    pub to: Option<usize>,
    /// Only tests need it.
    pub test: bool,
}

pub(crate) struct Reader<'a> {
    files: &'a [File],
    modules: Modules<'a>,
}

/// Where a path ends: the file that declares it and the modules on the way.
#[derive(Default)]
struct Way {
    rooms: BTreeSet<String>,
    to: Option<usize>,
    /// Outside of this crate, as `std::fs::read`.
    outside: Option<String>,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(files: &'a [File]) -> Self {
        Self { files, modules: files.iter().map(|file| (file.module.as_slice(), file)).collect() }
    }

    /// The arrows of one file, and the paths it names outside of this crate (with line and whether a test does).
    pub(crate) fn read(&self, from: usize) -> (Vec<Arrow>, Vec<(String, usize, bool)>) {
        let file = &self.files[from];
        let (mut arrows, mut outside) = (Vec::new(), Vec::new());
        let mut keep = |path: &[String], way: Way, line: usize, test: bool, own: bool| {
            outside.extend(way.outside.map(|path| (path, line, test)));
            let to = way.to.filter(|&to| to != from && own);
            if to.is_some() || !way.rooms.is_empty() {
                arrows.push(Arrow { from, line, written: path.join("::"), rooms: way.rooms, to, test });
            }
        };
        for import in &file.imports {
            let scope = scope_of(file, &import.within);
            let way = self.resolve(&scope, &import.path, 0);
            // A name that is only handed on ties nothing here to it; a module's name is tied where its items are named.
            let own = !import.public && import.alias.is_some() && !self.is_module(&scope, &import.path);
            keep(&import.path, way, import.line, import.test, own);
        }
        for name in &file.names {
            let scope = scope_of(file, &name.within);
            // A single name is never a module of this one: it may be a local variable.
            let way = match name.path.len() {
                1 => self.through_import(&scope, &name.path, 0),
                _ => self.resolve(&scope, &name.path, 0),
            };
            keep(&name.path, way, name.line, name.test, true);
        }
        (arrows, outside)
    }

    fn is_module(&self, scope: &[String], path: &[String]) -> bool {
        self.absolute(scope, path).is_some_and(|path| self.modules.contains_key(path.as_slice()))
    }

    /// The path from the crate's root, where it is written so.
    fn absolute(&self, scope: &[String], path: &[String]) -> Option<Vec<String>> {
        let first = path.first()?;
        let mut base = match first.as_str() {
            "crate" | "tolmach" => Vec::new(),
            "self" => scope.to_vec(),
            "super" => scope[..scope.len().checked_sub(1)?].to_vec(),
            _ => {
                let child = [scope, std::slice::from_ref(first)].concat();
                if !self.modules.contains_key(child.as_slice()) {
                    return None;
                }
                child
            }
        };
        for part in &path[1..] {
            match part.as_str() {
                "super" => drop(base.pop()),
                _ => base.push(part.clone()),
            }
        }
        Some(base)
    }

    fn resolve(&self, scope: &[String], path: &[String], depth: usize) -> Way {
        if depth > 8 || path.is_empty() {
            return Way::default();
        }
        match self.absolute(scope, path) {
            Some(path) => self.descend(&path, depth),
            None => self.through_import(scope, path, depth),
        }
    }

    /// A path whose first name is brought in by a `use` of the same module, or belongs to another crate.
    fn through_import(&self, scope: &[String], path: &[String], depth: usize) -> Way {
        let Some(file) = self.file_of(scope) else { return Way::default() };
        let first = &path[0];
        let here = |import: &&Import| scope_of(file, &import.within) == scope;
        let imported = file.imports.iter().filter(here).find(|import| import.alias.as_ref() == Some(first));
        if let Some(import) = imported {
            if import.path.first() == Some(first) && import.path.len() == 1 {
                return Way { outside: Some(path.join("::")), ..Way::default() };
            }
            return self.resolve(scope, &[&import.path, &path[1..]].concat(), depth + 1);
        }
        if file.items.contains(first) && scope == file.module {
            return Way::default();
        }
        for import in file.imports.iter().filter(here).filter(|import| import.alias.is_none()) {
            if let Some(base) = self.absolute(scope, &import.path)
                && self.declares(&base, first)
            {
                return self.descend(&[&base, path].concat(), depth + 1);
            }
        }
        let outside = (path.len() > 1 || depth > 0).then(|| path.join("::"));
        Way { outside, ..Way::default() }
    }

    fn declares(&self, module: &[String], name: &str) -> bool {
        self.modules.get(module).is_some_and(|file| {
            file.items.contains(name) || file.imports.iter().any(|import| import.alias.as_deref() == Some(name))
        })
    }

    /// Follows a path from the crate's root down to the file that declares its last known part.
    fn descend(&self, path: &[String], depth: usize) -> Way {
        let rooms: BTreeSet<String> = path.first().cloned().into_iter().collect();
        let deepest = (0..=path.len()).rev().find(|&len| self.modules.contains_key(&path[..len])).unwrap_or(0);
        let (module, rest) = path.split_at(deepest);
        let Some(file) = self.modules.get(module) else { return Way { rooms, ..Way::default() } };
        let to = self.files.iter().position(|one| std::ptr::eq(one, *file));
        let Some(name) = rest.first().filter(|name| !file.items.contains(*name)) else {
            return Way { rooms, to, outside: None };
        };
        let handed_on =
            file.imports.iter().find(|import| import.alias.as_ref() == Some(name) && import.within.is_empty());
        if let Some(import) = handed_on {
            let mut way = self.resolve(module, &[&import.path, &rest[1..]].concat(), depth + 1);
            way.rooms.extend(rooms);
            return way;
        }
        let glob = file
            .imports
            .iter()
            .filter(|import| import.alias.is_none())
            .find_map(|import| self.absolute(module, &import.path).filter(|base| self.declares(base, name)));
        match glob {
            Some(base) if depth < 8 => self.descend(&[&base, rest].concat(), depth + 1),
            _ => Way { rooms, to, outside: None },
        }
    }

    /// The file that holds a module, also an inline one.
    fn file_of(&self, scope: &[String]) -> Option<&'a File> {
        (0..=scope.len()).rev().find_map(|len| self.modules.get(&scope[..len]).copied())
    }
}

fn scope_of(file: &File, within: &[String]) -> Vec<String> {
    [&file.module, within].concat()
}
