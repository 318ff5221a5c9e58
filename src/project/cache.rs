//! A folder for what can be worked out again, by a key: the answers of earlier runs.
//!
//! An entry counts only where it was written by the same person: its first bytes are a hash of the entry together with
//! a secret that is kept outside of the project. An entry that came with a clone, or that is damaged, is ignored.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, SystemTime};

use sha2::{Digest, Sha512_256};

use super::replace::{replace, replace_unsynced, sweep};
use super::whole;

/// The most bytes of all entries of a folder.
const ALL: u64 = 256 << 20;

/// The most bytes of an entry.
const ONE: u64 = 16 << 20;

/// The date of an entry that is used is renewed once a day, so that it is not the oldest.
const RENEWED: Duration = Duration::from_hours(24);

/// Bytes of a hash: what an entry is named by, and what it begins with.
const HASH: usize = 32;

/// What an entry is looked up by: a hash of everything that it was worked out from. SHA-512/256, which takes a third of
/// the time of SHA-256 on processors without instructions for the latter.
pub type CacheKey = [u8; HASH];

/// Where entries may be kept.
#[derive(Clone, Debug, Default)]
pub struct CachePlaces {
    /// The folder that the user named; it is not taken from the project.
    pub named: Option<PathBuf>,
    /// The user's own folder for what programs keep, where the secret is.
    pub user: Option<PathBuf>,
}

/// A folder of entries. Several processes may use it at once.
#[derive(Debug)]
pub struct Cache {
    folder: PathBuf,
    secret: CacheKey,
    wrote: AtomicBool,
}

impl Cache {
    /// The cache of the project in `root`: in the folder that the user named, else in `.tolmach/cache`. `None` where
    /// there is no place for it, or the way to it leads over a link.
    pub fn open(root: &Path, places: &CachePlaces) -> Option<Cache> {
        let (folder, home) = match (&places.named, &places.user) {
            (Some(named), _) => {
                fs::create_dir_all(named).ok()?;
                (named.clone(), named.clone())
            }
            (None, Some(user)) if root.is_dir() => {
                let own = root.join(".tolmach");
                let folder = own.join("cache");
                folder_of_ours(&own)?;
                folder_of_ours(&folder)?;
                fs::create_dir_all(user).ok()?;
                (folder, user.clone())
            }
            _ => return None,
        };
        let ignored = folder.join(".gitignore");
        if ignored.symlink_metadata().is_err() {
            sweep(&folder);
            // Synced, unlike the entries: an empty one is found to be there, and the entries come into git.
            replace(&ignored, b"*\n").ok()?;
        }
        Some(Cache { folder, secret: secret(&home.join("secret"))?, wrote: AtomicBool::new(false) })
    }

    /// The entry of a key; `None` where there is none, or not a whole one of ours.
    pub fn get(&self, key: &CacheKey) -> Option<Vec<u8>> {
        let place = self.place(key);
        let bytes = whole::plain("", &place, ONE).ok()?;
        let (seal, body) = bytes.split_at_checked(HASH)?;
        if seal != self.seal(key, body) {
            return None;
        }
        renew(&place);
        Some(body.to_vec())
    }

    /// Keeps an entry; not where it is too large or the folder cannot be written: it is worked out again then.
    pub fn put(&self, key: &CacheKey, body: &[u8]) {
        if (body.len() + HASH) as u64 > ONE {
            return;
        }
        let place = self.place(key);
        let written = place.parent().and_then(folder_of_ours).is_some_and(|()| {
            let bytes = [&self.seal(key, body)[..], body].concat();
            replace_unsynced(&place, &bytes).is_ok()
        });
        self.wrote.fetch_or(written, Ordering::Relaxed);
    }

    /// Removes the oldest entries beyond the bound, where entries were added.
    pub fn tidy(&self) {
        self.tidy_to(ALL);
    }

    fn tidy_to(&self, bound: u64) {
        if !self.wrote.load(Ordering::Relaxed) {
            return;
        }
        let mut entries: Vec<(SystemTime, PathBuf, u64)> = Vec::new();
        for shard in folders(&self.folder) {
            sweep(&shard);
            let files = fs::read_dir(&shard).into_iter().flatten().flatten();
            entries.extend(files.filter_map(|file| {
                let metadata = file.metadata().ok().filter(fs::Metadata::is_file)?;
                Some((metadata.modified().ok()?, file.path(), metadata.len()))
            }));
        }
        let mut size: u64 = entries.iter().map(|(.., size)| size).sum();
        entries.sort_unstable();
        for (_, path, bytes) in entries {
            if size <= bound {
                break;
            }
            if fs::remove_file(path).is_ok() {
                size -= bytes;
            }
        }
    }

    fn place(&self, key: &CacheKey) -> PathBuf {
        let name: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
        self.folder.join(&name[..2]).join(&name[2..])
    }

    fn seal(&self, key: &CacheKey, body: &[u8]) -> CacheKey {
        let inner = Sha512_256::new().chain_update(key).chain_update(body).finalize();
        Sha512_256::new().chain_update(self.secret).chain_update(inner).finalize().into()
    }
}

/// Makes a folder where it is not there; `None` where that fails or it is not a folder itself, as a link to one.
fn folder_of_ours(folder: &Path) -> Option<()> {
    match fs::symlink_metadata(folder) {
        Ok(metadata) => metadata.is_dir().then_some(()),
        Err(_) => match fs::create_dir(folder) {
            Ok(()) => Some(()),
            // Another process was faster.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => folder_of_ours(folder),
            Err(_) => None,
        },
    }
}

/// The folders of the entries: two hexadecimal digits each.
fn folders(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .filter(|entry| {
            entry.file_type().is_ok_and(|kind| kind.is_dir())
                && entry.file_name().to_str().is_some_and(|name| {
                    name.len() == 2 && name.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
                })
        })
        .map(|entry| entry.path())
}

/// The user's secret; made where there is none.
fn secret(place: &Path) -> Option<CacheKey> {
    let read = || whole::plain("", place, ONE).ok()?.try_into().ok();
    if let Some(secret) = read() {
        return Some(secret);
    }
    let mut secret = CacheKey::default();
    getrandom::fill(&mut secret).ok()?;
    let mut file = tempfile::Builder::new().tempfile_in(place.parent()?).ok()?;
    io::Write::write_all(&mut file, &secret).ok()?;
    // The first process to come makes it; a broken one is replaced.
    match file.persist_noclobber(place) {
        Ok(_) => Some(secret),
        Err(refused) => match read() {
            Some(other) => Some(other),
            None => refused.file.persist(place).ok().map(|_| secret),
        },
    }
}

/// Makes an entry young again.
fn renew(place: &Path) {
    let now = SystemTime::now();
    let made = place.metadata().and_then(|metadata| metadata.modified());
    if made.is_ok_and(|made| now.duration_since(made).is_ok_and(|age| age > RENEWED)) {
        File::open(place).and_then(|file| file.set_modified(now)).ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Place {
        root: tempfile::TempDir,
        user: tempfile::TempDir,
    }

    impl Place {
        fn new() -> Place {
            Place { root: tempfile::tempdir().unwrap(), user: tempfile::tempdir().unwrap() }
        }

        fn open(&self) -> Option<Cache> {
            self.open_as(self.user.path())
        }

        fn open_as(&self, user: &Path) -> Option<Cache> {
            Cache::open(self.root.path(), &CachePlaces { named: None, user: Some(user.to_owned()) })
        }
    }

    const KEY: CacheKey = [7; HASH];

    #[test]
    fn an_entry_is_found_again_by_its_key_alone() {
        let place = Place::new();
        place.open().unwrap().put(&KEY, b"worked out");
        let cache = place.open().unwrap();
        assert_eq!(cache.get(&KEY).as_deref(), Some(&b"worked out"[..]));
        assert_eq!(cache.get(&[8; HASH]), None);
        assert_eq!(fs::read_to_string(place.root.path().join(".tolmach/cache/.gitignore")).unwrap(), "*\n");
    }

    #[test]
    fn a_damaged_and_a_foreign_entry_are_ignored() {
        let place = Place::new();
        let cache = place.open().unwrap();
        cache.put(&KEY, b"worked out");
        let file = cache.place(&KEY);
        let good = fs::read(&file).unwrap();
        for damage in 0..good.len() {
            let mut bytes = good.clone();
            bytes[damage] ^= 1;
            fs::write(&file, bytes).unwrap();
            assert_eq!(cache.get(&KEY), None, "byte {damage}");
            fs::write(&file, &good[..damage]).unwrap();
            assert_eq!(cache.get(&KEY), None, "{damage} bytes");
        }
        fs::write(&file, &good).unwrap();
        assert!(cache.get(&KEY).is_some());
        // Somebody else's, as it comes with a clone; and one that is at another key's place.
        let stranger = tempfile::tempdir().unwrap();
        assert_eq!(place.open_as(stranger.path()).unwrap().get(&KEY), None);
        let other = cache.place(&[8; HASH]);
        fs::create_dir_all(other.parent().unwrap()).unwrap();
        fs::write(other, &good).unwrap();
        assert_eq!(cache.get(&[8; HASH]), None);
    }

    #[test]
    fn the_oldest_entries_go_first_and_used_ones_stay() {
        let place = Place::new();
        let cache = place.open().unwrap();
        for at in 0..4u8 {
            cache.put(&[at; HASH], &[at; 100]);
            let old = SystemTime::now() - RENEWED * u32::from(10 - at);
            File::open(cache.place(&[at; HASH])).unwrap().set_modified(old).unwrap();
        }
        assert!(cache.get(&[0; HASH]).is_some(), "used, and so the youngest");
        cache.tidy_to(2 * (100 + HASH as u64));
        let left: Vec<u8> = (0..4).filter(|at| cache.get(&[*at; HASH]).is_some()).collect();
        assert_eq!(left, [0, 3]);
    }

    #[cfg(unix)]
    #[test]
    fn nothing_is_written_over_a_link_or_where_it_is_not_allowed() {
        let (place, outside) = (Place::new(), tempfile::tempdir().unwrap());
        std::os::unix::fs::symlink(outside.path(), place.root.path().join(".tolmach")).unwrap();
        assert!(place.open().is_none());
        let place = Place::new();
        fs::create_dir(place.root.path().join(".tolmach")).unwrap();
        std::os::unix::fs::symlink(outside.path(), place.root.path().join(".tolmach/cache")).unwrap();
        assert!(place.open().is_none());
        assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);
    }

    #[test]
    fn processes_that_write_one_entry_at_once_leave_a_whole_one() {
        let place = Place::new();
        std::thread::scope(|scope| {
            for writer in 0..8u8 {
                let place = &place;
                scope.spawn(move || {
                    let cache = place.open().unwrap();
                    for _ in 0..50 {
                        cache.put(&KEY, &[writer; 5000]);
                        let body = cache.get(&KEY).unwrap();
                        assert!(body.len() == 5000 && body.iter().all(|byte| *byte == body[0]));
                        cache.tidy();
                    }
                });
            }
        });
    }
}
