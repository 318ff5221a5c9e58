//! Standard output as a file.

use std::fs::File;
use std::io;

/// Standard output as a file, for what goes to no terminal: the standard library's own passes each line on by itself,
/// which takes longer than to make the line.
///
/// # Errors
///
/// Where the system gives no second handle.
#[cfg(unix)]
pub fn standard_output() -> io::Result<File> {
    use std::os::fd::AsFd;
    Ok(io::stdout().as_fd().try_clone_to_owned()?.into())
}

/// As above.
#[cfg(windows)]
pub fn standard_output() -> io::Result<File> {
    use std::os::windows::io::AsHandle;
    Ok(io::stdout().as_handle().try_clone_to_owned()?.into())
}
