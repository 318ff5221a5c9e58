//! Secrets that nobody guesses.

/// 256 random bits as hexadecimal digits; it is compared in a time that does not depend on where it differs.
#[derive(Clone, Debug)]
pub(super) struct Secret(String);

impl Secret {
    /// A new secret.
    ///
    /// # Errors
    ///
    /// Where the system gives no random bytes.
    pub(super) fn new() -> std::io::Result<Secret> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(|error| std::io::Error::other(error.to_string()))?;
        Ok(Secret(bytes.iter().map(|byte| format!("{byte:02x}")).collect()))
    }

    pub(super) fn text(&self) -> &str {
        &self.0
    }

    /// Whether the text is this secret.
    pub(super) fn is(&self, text: &str) -> bool {
        let (own, other) = (self.0.as_bytes(), text.as_bytes());
        let differences = own.iter().zip(other).fold(0, |all, (one, other)| all | (one ^ other));
        own.len() == other.len() && differences == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_itself_and_nothing_else() {
        let (one, other) = (Secret::new().unwrap(), Secret::new().unwrap());
        assert!(one.is(one.text()) && !one.is(other.text()));
        assert!(!one.is("") && !one.is(&one.text()[..63]) && !one.is(&format!("{}0", one.text())));
        assert_eq!(one.text().len(), 64);
    }
}
