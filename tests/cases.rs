//! End-to-end cases: each `tests/cases/<name>.trycmd` is a console session of the program; a folder
//! `<name>.in` beside it is the project it starts from, `<name>.out` what must be on disk afterwards. A session that
//! writes needs an `.out` folder: only then it works on a copy.
//!
//! `TRYCMD=overwrite cargo test --test cases` writes what the program says now; read the difference before you
//! commit it.

#[test]
fn sessions_print_what_they_print() {
    trycmd::TestCases::new()
        .env("LC_ALL", "")
        .env("LC_MESSAGES", "")
        .env("LANG", "C.UTF-8")
        .env("COLUMNS", "80")
        .env("NO_COLOR", "1")
        .env("GITHUB_STEP_SUMMARY", "")
        // What a translator saves in an editor.
        .register_bin("cp", std::path::PathBuf::from("/bin/cp"))
        .case("tests/cases/*.trycmd");
}
