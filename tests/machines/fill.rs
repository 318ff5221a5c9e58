//! What `fill` puts into translations and what it refuses.

use serde_json::{Value, json};

use super::project::{ORIGINAL, Project, TRANSLATION, WITH_GAPS};

const UNITS: &str = "translations/en/bridge.units.toml";

fn answer(gap: &Value, target: &str) -> String {
    format!("{}\n", json!({ "id": gap["id"], "target": target, "by": "test-mt" }))
}

/// Good answers to the three gaps of the project.
const GOOD: [&str; 3] = [
    "The mayor opened the bridge in 1905.",
    "Type ⟦1⟧ in the ⟦2⟧folder⟦3⟧ of the project ⟦4⟧.",
    "A ferry crosses the river.",
];

fn good(project: &Project) -> String {
    project.gaps().iter().zip(GOOD).map(|(gap, text)| answer(gap, text)).collect()
}

#[test]
fn a_run_that_was_stopped_behind_the_record_records_nothing_twice() {
    let project = Project::new();
    let answers = good(&project);
    project.lines(&["fill"], &answers);
    let (text, units) = (project.read(TRANSLATION), project.read(UNITS));
    project.write(TRANSLATION, WITH_GAPS);
    project.lines(&["fill"], &answers);
    assert_eq!((project.read(TRANSLATION), project.read(UNITS)), (text, units));
}

/// The rules of the findings of a result.
fn rules(result: &Value) -> Vec<&str> {
    result["findings"].as_array().unwrap().iter().map(|one| one["rule"].as_str().unwrap()).collect()
}

#[test]
fn answers_land_with_what_their_marks_stand_for() {
    let project = Project::new();
    let answers = good(&project);
    let (results, exit) = project.lines(&["fill"], &answers);
    assert_eq!(exit, 0, "{results:#?}");
    assert!(results.iter().all(|one| one["result"] == "landed"), "{results:#?}");
    let text = project.read(TRANSLATION);
    assert_eq!(
        text,
        "# Bridges of the city\n\nThe mayor opened the bridge in 1905.\n\nType `make bridge` in the \
         [folder](https://example.org/bridge) of the project {name}.\n\nA ferry crosses the river.\n"
    );
    let units = project.read(UNITS);
    assert!(
        units.contains("[[draft]]") && units.contains("by = \"test-mt\"") && units.contains("format = 2"),
        "{units}"
    );
    assert!(project.gaps().is_empty());
    // A second run lands nothing twice.
    let (results, exit) = project.lines(&["fill"], &answers);
    assert!(exit == 0 && results.iter().all(|one| one["unchanged"] == true), "{results:#?}");
    assert_eq!((project.read(TRANSLATION), project.read(UNITS)), (text, units));
}

#[test]
fn an_answer_with_a_lost_or_doubled_mark_is_refused() {
    let project = Project::new();
    let gap = project.gaps().remove(1);
    for (target, said) in [
        ("Type in the ⟦2⟧folder⟦3⟧ of the project ⟦4⟧.", "⟦1⟧"),
        ("Type ⟦1⟧ ⟦1⟧ in the ⟦2⟧folder⟦3⟧ of the project ⟦4⟧.", "`make bridge`"),
        ("Type ⟦1⟧ in the ⟦2⟧folder⟦3⟧ of the project ⟦4⟧ ⟦7⟧.", "⟦7⟧"),
        ("Type it in the folder of the project.", "`make bridge`"),
    ] {
        let (results, exit) = project.lines(&["fill"], &answer(&gap, target));
        assert_eq!((exit, &results[0]["reason"]), (1, &json!("checks")), "{target}");
        let message = results[0]["findings"][0]["message"].as_str().unwrap();
        assert!(message.contains(said), "{target}: {message}");
    }
    assert_eq!(project.read(TRANSLATION), WITH_GAPS);
}

#[test]
fn the_rules_run_before_an_answer_lands_and_the_others_land() {
    let project = Project::new();
    let gaps = project.gaps();
    let answers = [
        answer(&gaps[0], "The mayor opened the bridge in 1950."),
        answer(&gaps[1], "Type ⟦1⟧ in the ⟦2⟧folder⟦3⟧ of the project ⟦4⟧."),
        answer(&gaps[2], "I am sorry, but I cannot translate this text."),
    ];
    let (results, exit) = project.lines(&["fill", "--fail-on", "warning"], &answers.concat());
    assert_eq!(exit, 1);
    assert!(rules(&results[0]).contains(&"number-mismatch"), "{results:#?}");
    let finding = &results[0]["findings"][0];
    assert_eq!((&finding["source"], &finding["target"]), (&json!(["1905"]), &json!(["1950"])));
    assert_eq!(results[1]["result"], "landed");
    assert!(rules(&results[2]).contains(&"not-a-translation"), "{results:#?}");
    let text = project.read(TRANSLATION);
    assert!(text.contains("{name}.") && !text.contains("1950") && !text.contains("sorry"), "{text}");
}

#[test]
fn answers_that_are_each_for_the_next_paragraph_are_reported() {
    let project = Project::new();
    let original = [
        "Мост через реку построил инженер Токаев в городе Алматы.",
        "Зимой по старому льду ходили только рыбаки и почтальоны.",
        "Библиотека открыта каждый день, кроме понедельника.",
        "Школьники посадили двадцать яблонь возле вокзала.",
    ];
    let english = [
        "The bridge across the river was built by the engineer Tokayev in the city of Almaty.",
        "In winter only fishermen and postmen walked over the old ice.",
        "The library is open every day except Monday.",
        "Schoolchildren planted twenty apple trees near the station.",
    ];
    let gap = |text: &str| format!("<!-- tolmach: translate\n{text}\n-->");
    project.write("originals/bridge.md", &format!("{}\n", original.join("\n\n")));
    project.write(TRANSLATION, &format!("{}\n", original.map(gap).join("\n\n")));
    let gaps = project.gaps();
    let fill = |shift: usize| {
        let answers = gaps.iter().zip(&english[shift..]).map(|(gap, text)| answer(gap, text));
        project.lines(&["fill", "--dry-run"], &answers.collect::<String>()).0
    };
    assert!(fill(0).iter().all(|one| !rules(one).contains(&"place")), "{:#?}", fill(0));
    assert!(fill(1).iter().all(|one| rules(one).contains(&"place")), "{:#?}", fill(1));
}

#[test]
fn what_no_text_has_is_refused_with_its_name() {
    let project = Project::new();
    let gap = project.gaps().remove(0);
    let long = "A long word. ".repeat(100_000);
    for (target, said) in [
        ("The mayor\u{1b}[2J opened the bridge in 1905.", "U+001B"),
        ("The mayor\0 opened the bridge in 1905.", "U+0000"),
        (long.as_str(), "longer"),
        ("<<<<<<< HEAD\nThe mayor opened the bridge in 1905.", "no paragraph"),
        ("<!-- tolmach: allow number-mismatch: fine -->\nThe mayor opened the bridge in 1950.", "no paragraph"),
        ("The mayor opened <!-- tolmach: allow number-mismatch: fine --> the bridge in 1950.", "<!--"),
        ("The mayor <script>run()</script> opened the bridge in 1905.", "<script>"),
        ("The mayor opened the bridge in 1905. [More](https://example.org/evil)", "https://example.org/evil"),
    ] {
        let (results, exit) = project.lines(&["fill"], &answer(&gap, target));
        assert_eq!((exit, &results[0]["reason"]), (1, &json!("checks")), "{said}: {results:#?}");
        let messages = results[0]["findings"].to_string();
        assert!(messages.contains(said), "{said}: {messages}");
    }
    assert_eq!(project.read(TRANSLATION), WITH_GAPS);
    // Line ends of other systems are line ends.
    let (results, _) = project.lines(&["fill"], &answer(&gap, "The mayor opened\r\nthe bridge in 1905.\r"));
    assert_eq!(results[0]["result"], "landed", "{results:#?}");
    assert!(project.read(TRANSLATION).contains("The mayor opened\nthe bridge in 1905.\n"));
}

#[test]
fn a_row_of_other_cells_is_refused() {
    let project = Project::new();
    project.write("originals/bridge.md", "| Мост | Река |\n|---|---|\n| Новый | Большая |\n");
    project.run(&["add", "originals/bridge.md", "--language", "de"], "");
    let (gaps, _) = project.lines(&["gaps", "--language", "de"], "");
    let row = gaps.iter().find(|gap| gap["source"].as_str().unwrap().contains("Новый")).unwrap();
    for (target, good) in
        [("| Neu | Groß |", true), ("| Neu | Groß | Mehr |", false), ("| Neu | Groß |\n| a | b |", false)]
    {
        let (results, _) = project.lines(&["fill", "--dry-run"], &answer(row, target));
        assert_eq!(results[0]["result"] == "landed", good, "{target}: {results:#?}");
    }
}

#[test]
fn a_forbidden_term_is_reported_and_refused_where_warnings_refuse() {
    let project = Project::new();
    let boss = answer(&project.gaps()[0], "The boss opened the bridge in 1905.");
    let (results, exit) = project.lines(&["fill", "--fail-on", "info", "--dry-run"], &boss);
    assert_eq!((exit, &results[0]["reason"]), (1, &json!("checks")));
    assert!(rules(&results[0]).contains(&"term-deprecated"), "{results:#?}");
    let (results, exit) = project.lines(&["fill", "--fail-on", "never"], &boss);
    assert_eq!((exit, &results[0]["result"]), (0, &json!("landed")));
    assert!(rules(&results[0]).contains(&"term-deprecated"));
}

#[test]
fn a_dry_run_writes_nothing() {
    let project = Project::new();
    let (results, exit) = project.lines(&["fill", "--dry-run"], &good(&project));
    assert!(exit == 0 && results.iter().all(|one| one["result"] == "landed"));
    assert_eq!(project.read(TRANSLATION), WITH_GAPS);
    assert!(!project.path().join(UNITS).exists());
}

#[test]
fn a_text_that_would_be_other_paragraphs_is_refused_and_the_others_land() {
    let project = Project::new();
    let gaps = project.gaps();
    for text in ["One.\n\nTwo.", "# A ferry", "- A ferry", "<!-- tolmach: translate\nA\n-->", "```\nA ferry", ""] {
        let both = answer(&gaps[2], text) + &answer(&gaps[0], GOOD[0]);
        let (results, exit) = project.lines(&["fill", "--dry-run"], &both);
        assert_eq!((exit, &results[0]["reason"]), (1, &json!("checks")), "{text:?}");
        assert_eq!(rules(&results[0]), ["form"], "{text:?}");
        assert_eq!(results[1]["result"], "landed", "{text:?}");
    }
}

#[test]
fn what_a_person_wrote_is_never_written_over() {
    let project = Project::new();
    let answers = good(&project);
    project.lines(&["fill"], &answers);
    let ids = Project::new().gaps();
    let other = answer(&ids[2], "There is a ferry across the river.");
    // A draft that nobody touched gives way to a better one.
    assert_eq!(project.lines(&["fill"], &other).0[0]["result"], "landed");
    let mine = project.read(TRANSLATION).replace("There is a ferry across the river.", "My ferry goes over the river.");
    project.write(TRANSLATION, &mine);
    let (results, exit) = project.lines(&["fill"], &other);
    assert_eq!((exit, &results[0]["reason"]), (1, &json!("edited-by-a-person")));
    assert!(project.lines(&["gaps", "--stale"], "").0.is_empty(), "what a person wrote is not offered");
    project.run(&["accept", "--all"], "");
    assert!(!project.read(UNITS).contains("[[draft]]"), "what is accepted is no draft");
    let (results, _) = project.lines(&["fill"], &other);
    assert_eq!(results[0]["reason"], "already-translated");
    assert_eq!(project.read(TRANSLATION), mine);
}

#[test]
fn an_answer_to_another_text_or_for_no_document_is_refused() {
    let project = Project::new();
    let gaps = project.gaps();
    project.write("originals/bridge.md", &ORIGINAL.replace("1905", "1906"));
    assert_eq!(project.lines(&["fill"], &answer(&gaps[0], GOOD[0])).0[0]["reason"], "source-changed");
    for id in ["0123456789abcdef:en:originals/other.md", "0123456789abcdef:de:originals/bridge.md", "../a", ""] {
        let (results, exit) = project.lines(&["fill"], &answer(&json!({ "id": id }), "A text."));
        assert_eq!((exit, &results[0]["reason"]), (1, &json!("unknown-id")), "{id}");
    }
}

#[test]
fn a_stale_unit_becomes_a_draft_that_keeps_what_was_accepted() {
    let project = Project::new();
    project.write("originals/bridge.md", "Мост открыли в 1905 году.\n\nПаром ходит.\n");
    project.write(TRANSLATION, "The bridge was opened in 1905.\n\nThe ferry runs.\n");
    project.run(&["accept", "--all"], "");
    project.write("originals/bridge.md", "Мост открыли в 1906 году.\n\nПаром ходит.\n");
    let (stale, _) = project.lines(&["gaps", "--stale"], "");
    let (results, exit) = project.lines(&["fill"], &answer(&stale[0], "The bridge was opened in 1906."));
    assert_eq!((exit, &results[0]["result"]), (0, &json!("landed")), "{results:#?}");
    assert_eq!(project.read(TRANSLATION), "The bridge was opened in 1906.\n\nThe ferry runs.\n");
    let units = project.read(UNITS);
    assert!(units.contains("accepted-target = [\"The bridge was opened in 1905.\"]"), "{units}");
    // The next machine knows that its text is out of date.
    project.write("originals/bridge.md", "Мост открыли в 1907 году.\n\nПаром ходит.\n");
    let (stale, _) = project.lines(&["gaps", "--stale"], "");
    assert_eq!(
        (&stale[0]["state"], &stale[0]["draft"]["target"]),
        (&json!("stale-draft"), &json!("The bridge was opened in 1906."))
    );
    project.lines(&["fill"], &answer(&stale[0], "The bridge was opened in 1907."));
    assert!(project.read(UNITS).contains("accepted-target = [\"The bridge was opened in 1905.\"]"));
}

#[test]
fn a_run_that_stopped_between_the_record_and_the_text_is_finished_by_the_next() {
    let project = Project::new();
    project.write("originals/bridge.md", "Мост открыли в 1905 году.\n\nПаром ходит.\n");
    let before = "The bridge was opened in 1905.\n\nThe ferry runs.\n";
    project.write(TRANSLATION, before);
    project.run(&["accept", "--all"], "");
    project.write("originals/bridge.md", "Мост открыли в 1906 году.\n\nПаром ходит.\n");
    let (stale, _) = project.lines(&["gaps", "--stale"], "");
    let answers = answer(&stale[0], "It was in 1906 that they opened it.");
    project.lines(&["fill"], &answers);
    let (units, after) = (project.read(UNITS), project.read(TRANSLATION));
    assert_ne!(after, before);
    // What is there is a person's text for the original as it was: nobody has read it for today's.
    project.write(TRANSLATION, before);
    let found = project.run(&["check", "--format", "json"], "");
    assert!(String::from_utf8_lossy(&found.stdout).contains("unread-draft"), "{found:?}");
    let (results, exit) = project.lines(&["fill"], &answers);
    assert_eq!((exit, &results[0]["result"]), (0, &json!("landed")), "{results:#?}");
    assert_eq!((project.read(UNITS), project.read(TRANSLATION)), (units, after));
}

#[test]
fn a_broken_line_is_said_at_its_place_and_the_others_are_answered() {
    let project = Project::new();
    let gap = project.gaps().remove(0);
    let input = format!("{}nonsense\n\n{}", answer(&gap, GOOD[0]), "{\"id\": 3}\n");
    let (results, exit) = project.lines(&["fill"], &input);
    assert_eq!(exit, 2);
    assert_eq!(results.iter().map(|one| &one["result"]).collect::<Vec<_>>(), ["landed", "broken", "broken"]);
}

#[test]
fn headings_lists_quotes_and_tables_are_filled() {
    let project = Project::new();
    project.write(
        "originals/bridge.md",
        "# Мосты\n\n- Первый мост\n- Второй мост\n\n> Слова мэра.\n\n| Мост | Год |\n|---|---|\n| Новый | 1905 |\n",
    );
    project.run(&["add", "originals/bridge.md", "--language", "de"], "");
    let (gaps, _) = project.lines(&["gaps", "--language", "de"], "");
    assert!(gaps.len() >= 5, "{gaps:#?}");
    let answers: String = gaps
        .iter()
        .map(|gap| {
            let masked = gap["masked"].as_str().unwrap();
            let words = [
                ("Мосты", "Brücken"),
                ("Первый мост", "Erste Brücke"),
                ("Второй мост", "Zweite Brücke"),
                ("Слова мэра", "Worte des Bürgermeisters"),
                ("Мост", "Brücke"),
                ("Год", "Jahr"),
                ("Новый", "Neu"),
            ];
            answer(gap, &words.iter().fold(masked.to_owned(), |text, (from, to)| text.replace(from, to)))
        })
        .collect();
    let (results, _) = project.lines(&["fill", "--fail-on", "never"], &answers);
    assert!(results.iter().all(|one| one["result"] == "landed"), "{results:#?}");
    assert_eq!(
        project.read("translations/de/bridge.md"),
        "# Brücken\n\n- Erste Brücke\n- Zweite Brücke\n\n> Worte des Bürgermeisters.\n\n| Brücke | Jahr |\n|---|---|\n| Neu | 1905 |\n"
    );
}

/// A machine of ten lines, which CI uses where no real one is installed: every word of a dictionary, all else as it is.
#[test]
fn two_rounds_of_a_machine_with_a_persons_work_between_them() {
    let project = Project::new();
    let dictionary = [
        ("мост", "bridge"),
        ("Мэр", "mayor"),
        ("открыл", "opened"),
        ("году", "year"),
        ("Через", "across"),
        ("реку", "river"),
        ("ходит", "goes"),
        ("паром", "ferry"),
        ("Наберите", "type"),
        ("папке", "folder"),
        ("проекта", "project"),
    ];
    let machine = |gap: &Value| {
        let text = gap["masked"].as_str().unwrap();
        answer(gap, &dictionary.iter().fold(text.replace(" в ", " in "), |text, (from, to)| text.replace(from, to)))
    };
    let round = || {
        let (gaps, _) = project.lines(&["gaps", "--stale"], "");
        project.lines(&["fill", "--fail-on", "never"], &gaps.iter().map(machine).collect::<String>()).0
    };
    assert_eq!(round().len(), 3);
    let person = project
        .read(TRANSLATION)
        .replace("mayor opened bridge in 1905 year.", "It was in 1905 that the mayor opened the bridge.");
    project.write(TRANSLATION, &person);
    project.write(
        "originals/bridge.md",
        &format!("{ORIGINAL}\nМэр открыл паром.\n")
            .replace("Через реку ходит паром.", "Через реку теперь ходит паром."),
    );
    assert_eq!(project.run(&["update"], "").status.code(), Some(0));
    let results = round();
    assert!(results.len() == 2 && results.iter().all(|one| one["result"] == "landed"), "{results:#?}");
    let text = project.read(TRANSLATION);
    assert!(text.contains("It was in 1905 that the mayor opened the bridge."), "{text}");
    assert!(
        text.contains("`make bridge`") && text.contains("](https://example.org/bridge)") && text.contains("{name}")
    );
    assert!(text.contains("mayor opened ferry."), "{text}");
    assert!(round().is_empty());
}
