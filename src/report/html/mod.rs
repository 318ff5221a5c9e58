//! Pages for a browser: files that need no server, no network and no script to be read.
//!
//! Every page is one file. Its Content-Security-Policy allows the one style sheet and the one script in it, by their
//! digests, and nothing else; texts of documents become text by type and never markup.

mod anchor;
mod badge;
mod card;
mod changes;
mod check;
mod command;
mod digest;
mod entries;
mod frame;
mod index;
mod map;
mod pages;
mod pair;
mod part;
mod segments;
mod settles;
mod side;
mod state;
mod summary;
mod terms;
mod trend;
mod unit;

pub use badge::{badge, badge_json};
pub use changes::changes_pages;
pub use check::check_page;
pub use frame::{Script, body_of, head_policy, style_policy};
pub use index::{Index, index_pages};
pub use pages::{LIMIT, page_name, part_name};
pub use pair::{Links, PairPage, Split, pair_content, pair_page};
pub use summary::{ProjectSummary, Row, project_json};
pub use terms::{Concordance, Mention, mentions, terms_pages};
pub use trend::Trend;
