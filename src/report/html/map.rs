//! The thin map of the whole text at a page's edge.

use maud::{Markup, html};

use super::unit::{Written, badness};

/// So many places a map has; of the units in one the worst is shown.
const PLACES: usize = 240;

/// A stretch of the map.
struct Stretch<'a> {
    from: usize,
    to: usize,
    rank: &'static str,
    link: &'a str,
}

/// The map of all units, of which `here` are on this page; `links` are their addresses from it.
pub(super) fn map(units: &[Written], here: &std::ops::Range<usize>, links: &[String]) -> Markup {
    let stretches = stretches(units, links);
    let weight = |units: &[Written]| units.iter().map(|unit| unit.weight).sum::<usize>();
    let place = |at: usize| weight(&units[..at]) * PLACES / weight(units).max(1);
    html! {
        svg class="map" viewBox={ "0 0 10 " (PLACES) } preserveAspectRatio="none" aria-hidden="true" focusable="false"
            data-from=(place(here.start)) data-to=(place(here.end)) {
            @for one in &stretches {
                a href=(one.link) tabindex="-1" {
                    rect class=(one.rank) x="0" y=(one.from) width="10" height=(one.to - one.from) {}
                }
            }
            rect class="view" x="0" y="0" width="10" height="0" {}
        }
    }
}

fn stretches<'a>(units: &[Written], links: &'a [String]) -> Vec<Stretch<'a>> {
    let whole: usize = units.iter().map(|unit| unit.weight).sum::<usize>().max(1);
    let mut places: Vec<Option<usize>> = vec![None; PLACES];
    let mut weight = 0;
    for (at, unit) in units.iter().enumerate() {
        let first = weight * PLACES / whole;
        weight += unit.weight;
        let last = ((weight * PLACES).div_ceil(whole)).min(PLACES);
        for place in &mut places[first.min(PLACES - 1)..last.max(first + 1).min(PLACES)] {
            let worse = place.is_none_or(|known| badness(units[known].rank) < badness(unit.rank));
            if worse {
                *place = Some(at);
            }
        }
    }
    let mut found: Vec<Stretch<'a>> = Vec::new();
    for (at, unit) in places.iter().enumerate().filter_map(|(at, unit)| Some((at, (*unit)?))) {
        let rank = units[unit].rank;
        match found.last_mut() {
            Some(last) if last.rank == rank && last.to == at && (badness(rank) < 3 || last.link == links[unit]) => {
                last.to = at + 1;
            }
            _ => found.push(Stretch { from: at, to: at + 1, rank, link: &links[unit] }),
        }
    }
    found
}
