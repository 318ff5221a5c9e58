//! Who may ask: the page that this server gave out, in the browser of the person who started it.
//!
//! No cookie is used: cookies are shared by all ports of an address. The address that `review` prints holds a token
//! behind `#`, which a browser sends to nobody; the page exchanges it once for a key and names the key in every
//! request. Another web site can make a browser ask, but cannot read the key, name it in a header, or answer under
//! this server's host name: by that a name that is bound anew to the loopback address is refused.

use super::secret::Secret;

/// What decides about a request.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Asking<'a> {
    pub(super) post: bool,
    pub(super) path: &'a str,
    pub(super) host: Option<&'a str>,
    pub(super) origin: Option<&'a str>,
    /// What browsers say of the page that asks (`Sec-Fetch-Site`).
    pub(super) site: Option<&'a str>,
    pub(super) key: Option<&'a str>,
    pub(super) json: bool,
}

/// Why a request is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// It is made to another host name.
    Host,
    /// Another page asks.
    Origin,
    /// It has no key.
    Key,
    /// It is not JSON.
    Form,
    /// There is nothing at this address.
    Nothing,
}

impl Refused {
    /// The status of HTTP.
    pub(super) fn status(self) -> u16 {
        match self {
            Refused::Host => 421,
            Refused::Origin => 403,
            Refused::Key => 401,
            Refused::Form => 415,
            Refused::Nothing => 404,
        }
    }
}

/// The secrets of one run.
#[derive(Debug)]
pub(super) struct Guard {
    host: String,
    /// Until somebody has used it.
    token: Option<Secret>,
    key: Secret,
}

impl Guard {
    /// A guard of a server at this port of the loopback address.
    ///
    /// # Errors
    ///
    /// Where the system gives no random bytes.
    pub(super) fn new(port: u16) -> std::io::Result<Guard> {
        Ok(Guard { host: format!("127.0.0.1:{port}"), token: Some(Secret::new()?), key: Secret::new()? })
    }

    /// The address that the person opens.
    pub(super) fn address(&self) -> String {
        format!("http://{}/#{}", self.host, self.token.as_ref().map_or("", Secret::text))
    }

    /// Gives the key for the token, once.
    pub(super) fn exchange(&mut self, token: &str) -> Option<&str> {
        self.token.take_if(|known| known.is(token))?;
        Some(self.key.text())
    }

    /// Whether a request may be answered. The page itself has no secret in it and needs none; to exchange the token
    /// needs no key.
    ///
    /// # Errors
    ///
    /// Why it may not.
    pub(super) fn admit(&self, asking: Asking<'_>) -> Result<(), Refused> {
        if asking.host != Some(self.host.as_str()) {
            return Err(Refused::Host);
        }
        let own = |origin: &str| origin.strip_prefix("http://") == Some(self.host.as_str());
        let foreign = asking.origin.map_or(asking.post, |origin| !own(origin));
        if foreign || asking.site.is_some_and(|site| site != "same-origin" && site != "none") {
            return Err(Refused::Origin);
        }
        match (asking.post, asking.path) {
            (false, "/") => Ok(()),
            (false, _) => Err(Refused::Nothing),
            (true, _) if !asking.json => Err(Refused::Form),
            (true, "/session") => Ok(()),
            (true, _) if !asking.key.is_some_and(|key| self.key.is(key)) => Err(Refused::Key),
            (true, _) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guard() -> (Guard, String) {
        let mut guard = Guard::new(4000).unwrap();
        let token = guard.address().split_once('#').unwrap().1.to_owned();
        let key = guard.exchange(&token).unwrap().to_owned();
        (guard, key)
    }

    fn good(key: &str) -> Asking<'_> {
        Asking {
            post: true,
            path: "/act",
            host: Some("127.0.0.1:4000"),
            origin: Some("http://127.0.0.1:4000"),
            site: Some("same-origin"),
            key: Some(key),
            json: true,
        }
    }

    #[test]
    fn the_page_with_the_key_is_answered() {
        let (guard, key) = guard();
        assert_eq!(guard.admit(good(&key)), Ok(()));
        let page = Asking { path: "/", host: Some("127.0.0.1:4000"), site: Some("none"), ..Asking::default() };
        assert_eq!(guard.admit(page), Ok(()));
    }

    #[test]
    fn a_token_is_good_once() {
        let mut guard = Guard::new(4000).unwrap();
        let token = guard.address().split_once('#').unwrap().1.to_owned();
        assert_eq!(guard.exchange("0000"), None);
        assert!(guard.exchange(&token).is_some());
        assert_eq!(guard.exchange(&token), None);
    }

    #[test]
    fn nobody_else_is_answered() {
        let (guard, key) = guard();
        let good = good(&key);
        for (asking, why) in [
            (Asking { key: None, ..good }, Refused::Key),
            (Asking { key: Some("0"), ..good }, Refused::Key),
            (Asking { host: Some("localhost:4000"), ..good }, Refused::Host),
            (Asking { host: Some("evil.example:4000"), ..good }, Refused::Host),
            (Asking { host: Some("127.0.0.1"), ..good }, Refused::Host),
            (Asking { host: None, ..good }, Refused::Host),
            (Asking { origin: Some("http://evil.example"), ..good }, Refused::Origin),
            (Asking { origin: Some("http://127.0.0.1:4001"), ..good }, Refused::Origin),
            (Asking { origin: Some("null"), ..good }, Refused::Origin),
            (Asking { origin: None, ..good }, Refused::Origin),
            (Asking { site: Some("same-site"), ..good }, Refused::Origin),
            (Asking { site: Some("cross-site"), ..good }, Refused::Origin),
            (Asking { json: false, ..good }, Refused::Form),
            (Asking { post: false, ..good }, Refused::Nothing),
        ] {
            assert_eq!(guard.admit(asking), Err(why), "{asking:?}");
        }
    }
}
