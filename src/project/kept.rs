//! What a new file keeps of the one whose place it takes, beside its rights: its owner and its extended attributes, as far
//! as the system lets them be given.

use std::fs::{File, Metadata};
use std::path::Path;

/// Gives `new` the owner, the group and the attributes of the file at `old`, whose metadata are known.
#[cfg(unix)]
pub(super) fn keep(old: &Path, metadata: &Metadata, new: &File) {
    use std::os::unix::fs::{MetadataExt, fchown};
    let same = |own: Metadata| (own.uid(), own.gid()) == (metadata.uid(), metadata.gid());
    // Only an administrator gives a file away; everybody can keep a group that they are in.
    if !new.metadata().is_ok_and(same) && fchown(new, Some(metadata.uid()), Some(metadata.gid())).is_err() {
        fchown(new, None, Some(metadata.gid())).ok();
    }
    if let Ok(old) = File::open(old) {
        attributes(&old, new);
    }
}

/// A system without owners that are numbers.
#[cfg(not(unix))]
pub(super) fn keep(_old: &Path, _metadata: &Metadata, _new: &File) {}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn attributes(old: &File, new: &File) {
    use rustix::fs::{XattrFlags, fgetxattr, fgetxattr_query, flistxattr, flistxattr_query, fsetxattr};
    let copy = |name: &[u8]| {
        let mut value = vec![0; fgetxattr_query(old, name)?];
        let length = fgetxattr(old, name, &mut value[..])?;
        fsetxattr(new, name, &value[..length], XattrFlags::empty())
    };
    let names = || {
        let mut names = vec![0; flistxattr_query(old)?];
        let length = flistxattr(old, &mut names[..])?;
        names.truncate(length);
        rustix::io::Result::Ok(names)
    };
    for name in names().unwrap_or_default().split(|byte| *byte == 0).filter(|name| !name.is_empty()) {
        copy(name).ok();
    }
}

#[cfg(all(unix, not(any(target_os = "linux", target_os = "macos"))))]
fn attributes(_old: &File, _new: &File) {}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::fs;
    use std::os::unix::fs::{MetadataExt, chown};

    use rustix::fs::{XattrFlags, getxattr, setxattr};

    use super::keep;

    #[test]
    fn a_file_keeps_the_owner_and_the_attributes_of_the_one_before_it() {
        let folder = tempfile::tempdir().unwrap();
        let (old, new) = (folder.path().join("old"), folder.path().join("new"));
        fs::write(&old, "one").unwrap();
        let file = fs::File::create(&new).unwrap();
        // Only an administrator can make the owner another; not every file system has attributes.
        chown(&old, Some(4321), Some(4322)).ok();
        let attributes = setxattr(&old, "user.note", b"kept", XattrFlags::empty()).is_ok();
        let before = fs::metadata(&old).unwrap();
        keep(&old, &before, &file);
        let after = fs::metadata(&new).unwrap();
        assert_eq!((before.uid(), before.gid()), (after.uid(), after.gid()));
        let mut value = [0; 8];
        let length = getxattr(&new, "user.note", &mut value[..]);
        assert_eq!(length.ok().map(|length| &value[..length]), attributes.then_some(&b"kept"[..]));
    }
}
