//! What `ARCHITECTURE.md` says: the rooms with their floors, and which rooms may use a resource of the system.

use std::collections::BTreeMap;

pub(crate) struct Plan {
    /// Floor of each room.
    floors: BTreeMap<String, usize>,
    /// Rooms that may name a path such as `std::fs`.
    reserved: Vec<(String, Vec<String>)>,
}

impl Plan {
    /// Reads two tables by their headings: `| floor | room | …` and `| resource | only in |`.
    pub(crate) fn read(page: &str) -> Self {
        let mut plan = Self { floors: BTreeMap::new(), reserved: Vec::new() };
        let mut heading = "";
        for line in page.lines() {
            let cells: Vec<&str> = line.trim().trim_matches('|').split('|').map(str::trim).collect();
            match (line.starts_with('|'), cells.as_slice()) {
                (false, _) => heading = "",
                (true, [first, ..]) if heading.is_empty() => heading = first,
                (true, [floor, rooms, ..]) if heading == "floor" => {
                    if let Ok(floor) = floor.parse() {
                        plan.floors.extend(quoted(rooms).map(|room| (room.trim_end_matches('/').to_owned(), floor)));
                    }
                }
                (true, [resource, rooms, ..]) if heading == "resource" => {
                    let rooms: Vec<String> = quoted(rooms).map(|room| room.trim_end_matches('/').to_owned()).collect();
                    plan.reserved.extend(quoted(resource).map(|path| (path.to_owned(), rooms.clone())));
                }
                _ => {}
            }
        }
        plan
    }

    pub(crate) fn floor(&self, room: &str) -> Option<usize> {
        self.floors.get(room).copied()
    }

    pub(crate) fn rooms(&self) -> impl Iterator<Item = &str> {
        self.floors.keys().map(String::as_str)
    }

    /// Rooms that may use a resource.
    pub(crate) fn allowed(&self) -> impl Iterator<Item = &str> {
        self.reserved.iter().flat_map(|(_, rooms)| rooms.iter().map(String::as_str))
    }

    /// The resource that `path` belongs to, when `room` may not use it.
    pub(crate) fn forbidden(&self, room: &str, path: &str) -> Option<&str> {
        let within =
            |resource: &str| path.strip_prefix(resource).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"));
        self.reserved
            .iter()
            .find(|(resource, rooms)| within(resource) && !rooms.iter().any(|one| one == room))
            .map(|(resource, _)| resource.as_str())
    }
}

/// What a cell of the table sets in code marks.
fn quoted(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}
