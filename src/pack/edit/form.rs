//! `session.toml` as a draft and back. What the editor does not know, comments and the order of keys stay as they were written; what was
//! taken away comes back whole when the taking away is undone.

use std::{collections::HashMap, fmt::Write as _, ops::Range, sync::Arc};

use toml_edit::{ArrayOfTables, Decor, Document, DocumentMut, Item, Key, Table, Value};

use crate::{
    engine::{
        draft::{Draft, DraftPage, DraftStep, STEP_MINUTES, STEPS, Shows},
        ids::{GameId, PageId, SessionId, StepId},
        session::Step,
    },
    pack::{load::only_step, steps},
};

/// The text of a session with what it means.
#[derive(Debug)]
pub(super) struct Form {
    doc: DocumentMut,
    draft: Draft,
    steps: HashMap<StepId, (Table, Arc<DraftStep>)>,
    pages: HashMap<PageId, (Table, Arc<DraftPage>)>,
}

/// What stands where in a text.
pub(super) struct Place {
    /// First byte.
    pub(super) from: usize,
    /// A page; `None` = a step's own keys.
    pub(super) page: Option<PageId>,
}

impl Form {
    /// Reads a session's text; steps leave out what `plan` says. `None` when it is written in another form.
    pub(super) fn read(text: &str, plan: &[Step]) -> Option<Self> {
        let doc: DocumentMut = text.parse().ok()?;
        let mut form = Self { draft: Draft::default(), steps: HashMap::new(), pages: HashMap::new(), doc };
        let goal = form.doc.get("goal").and_then(Item::as_str);
        goal.unwrap_or_default().clone_into(&mut form.draft.goal);
        let tables: Vec<Table> = form.doc.get("step")?.as_array_of_tables()?.iter().cloned().collect();
        for table in tables {
            form.step(table, plan)?;
        }
        (1..=STEPS).contains(&form.draft.steps.len()).then_some(form)
    }

    fn step(&mut self, mut table: Table, plan: &[Step]) -> Option<()> {
        let pages = match table.remove("page") {
            None => Vec::new(),
            Some(Item::ArrayOfTables(pages)) => pages.iter().map(|page| self.page(page)).collect::<Option<_>>()?,
            Some(_) => return None,
        };
        let id = StepId(text(&table, "id")?.to_owned());
        let otherwise = only_step();
        let base = plan.iter().find(|step| step.id == id).unwrap_or(&otherwise);
        let number = |key: &str| table.get(key).and_then(Item::as_integer);
        let fits = |number: i64| u16::try_from(number).ok().filter(|number| STEP_MINUTES.contains(number));
        let minutes = number("minutes").and_then(fits).unwrap_or(base.minutes);
        let role = text(&table, "role").and_then(steps::role_called);
        let step = Arc::new(DraftStep {
            title: text(&table, "title").unwrap_or(&base.title).to_owned(),
            minutes,
            weight: number("weight").and_then(|weight| u8::try_from(weight).ok()).unwrap_or(base.weight),
            must: table.get("must").and_then(Item::as_bool).unwrap_or(base.must),
            min_minutes: number("min_minutes").and_then(fits).unwrap_or(base.min_minutes).min(minutes),
            role: role.unwrap_or(base.role),
            pages,
            id: id.clone(),
        });
        self.draft.steps.push(Arc::clone(&step));
        self.steps.insert(id, (table, step)).is_none().then_some(())
    }

    fn page(&mut self, table: &Table) -> Option<Arc<DraftPage>> {
        let id = PageId(text(table, "id")?.to_owned());
        let named = |key: &str| text(table, key).unwrap_or_default().to_owned();
        let shows = match text(table, "layout").unwrap_or_default() {
            "photo" => Shows::Photo { file: named("file") },
            "pdf" => {
                let number = table.get("number").and_then(Item::as_integer).and_then(|number| number.try_into().ok());
                Shows::Pdf { file: named("file"), number: number.unwrap_or(1) }
            }
            "clip" => Shows::Clip { file: named("clip") },
            "sound" => Shows::Sound { file: named("clip") },
            "game" => Shows::Game(GameId(named("game"))),
            layout => Shows::Drawn { layout: layout.to_owned(), headline: named("headline") },
        };
        let script = named("script");
        let page = Arc::new(DraftPage {
            id: id.clone(),
            title: named("title"),
            hidden: table.get("hidden").and_then(Item::as_bool).unwrap_or_default(),
            script: script.strip_suffix('\n').unwrap_or(&script).to_owned(),
            shows,
        });
        let known = self.pages.insert(id, (table.clone(), Arc::clone(&page)));
        known.is_none().then_some(page)
    }

    /// What was read; without a title, which stands in the catalogue.
    pub(super) const fn draft(&self) -> &Draft {
        &self.draft
    }

    /// The goal stands in this file, not in the catalogue.
    pub(super) fn has_goal(&self) -> bool {
        self.doc.get("goal").is_some_and(Item::is_str)
    }

    /// The text of `draft`; what did not change is written as it was.
    pub(super) fn write(&self, draft: &Draft) -> String {
        let same = draft.steps == self.draft.steps;
        if same && (draft.goal == self.draft.goal || !self.has_goal()) {
            return self.doc.to_string();
        }
        let mut doc = self.doc.clone();
        if self.has_goal() && draft.goal != self.draft.goal {
            put(doc.as_table_mut(), "goal", one_line(&draft.goal));
        }
        if !same {
            let mut steps: ArrayOfTables = draft.steps.iter().map(|step| self.step_table(step)).collect();
            self.keep_head(draft, &mut steps);
            doc.insert("step", Item::ArrayOfTables(steps));
            put_in_order(&mut doc);
        }
        doc.to_string()
    }

    /// A comment at the head of the file belongs to the file, not to its first step.
    fn keep_head(&self, draft: &Draft, steps: &mut ArrayOfTables) {
        let Some(first) = self.draft.steps.first().filter(|first| draft.step(&first.id).is_none()) else { return };
        let head = self.steps.get(&first.id).and_then(|(table, _)| table.decor().prefix()?.as_str());
        let Some(head) =
            head.filter(|head| !head.trim().is_empty() && self.doc.iter().next().is_none_or(|(key, _)| key == "step"))
        else {
            return;
        };
        if let Some(table) = steps.get_mut(0) {
            let own = table.decor().prefix().and_then(|prefix| prefix.as_str()).unwrap_or_default();
            let both = format!("{head}{own}");
            table.decor_mut().set_prefix(both);
        }
    }

    fn step_table(&self, step: &Arc<DraftStep>) -> Table {
        let mut table = if let Some((table, was)) = self.steps.get(&step.id) {
            let mut table = table.clone();
            changed(&mut table, "title", &was.title, &step.title, |title| one_line(title));
            changed(&mut table, "minutes", &was.minutes, &step.minutes, |minutes| i64::from(*minutes).into());
            changed(&mut table, "must", &was.must, &step.must, |must| (*must).into());
            changed(&mut table, "min_minutes", &was.min_minutes, &step.min_minutes, |least| i64::from(*least).into());
            table
        } else {
            new_step(step)
        };
        if !step.pages.is_empty() {
            let pages: ArrayOfTables = step.pages.iter().map(|page| self.page_table(page)).collect();
            table.insert("page", Item::ArrayOfTables(pages));
        }
        table
    }

    fn page_table(&self, page: &Arc<DraftPage>) -> Table {
        let Some((table, was)) = self.pages.get(&page.id) else { return new_page(page) };
        let mut table = table.clone();
        changed(&mut table, "title", &was.title, &page.title, |title| one_line(title));
        if was.hidden != page.hidden {
            if page.hidden {
                put(&mut table, "hidden", true.into());
            } else {
                table.remove("hidden");
            }
        }
        if was.shows != page.shows {
            show(&mut table, &page.shows);
        }
        changed(&mut table, "script", &was.script, &page.script, |script| block(script));
        table
    }
}

fn text<'a>(table: &'a Table, key: &str) -> Option<&'a str> {
    table.get(key).and_then(Item::as_str)
}

fn changed<T: PartialEq>(table: &mut Table, key: &str, was: &T, is: &T, value: impl FnOnce(&T) -> Value) {
    if was != is {
        put(table, key, value(is));
    }
}

/// Sets a key; a new one stands at the end, as far from the margin as `id`.
fn put(table: &mut Table, key: &str, mut value: Value) {
    if let Some(old) = table.get_mut(key).and_then(Item::as_value_mut) {
        value.decor_mut().clone_from(old.decor());
        *old = value;
        return;
    }
    let before = table.key("id").and_then(|id| id.leaf_decor().prefix()?.as_str());
    let margin = before.and_then(|before| before.rsplit('\n').next()).unwrap_or_default();
    let margin: String = margin.chars().take_while(|letter| letter.is_whitespace()).collect();
    let key = Key::new(key).with_leaf_decor(Decor::new(margin, " "));
    value.decor_mut().set_prefix(" ");
    table.insert_formatted(&key, Item::Value(value));
}

fn one_line(text: &str) -> Value {
    text.into()
}

/// A script, one line of it on each line of the file.
fn block(text: &str) -> Value {
    if text.is_empty() {
        return "".into();
    }
    let mut out = String::from("\"\"\"\n");
    for letter in text.chars() {
        match letter {
            '\\' => out.push_str("\\\\"),
            '"' => out.push('"'),
            '\n' | '\t' => out.push(letter),
            // Writing to a string cannot fail.
            letter if letter.is_control() => _ = write!(out, "\\u{:04X}", u32::from(letter)).is_ok(),
            letter => out.push(letter),
        }
    }
    // Three in a row would end it.
    let (head, body) = out.split_at(4);
    let out = format!("{head}{}\n\"\"\"", body.replace("\"\"\"", "\"\"\\\""));
    out.parse().unwrap_or_else(|_| text.into())
}

fn new_step(step: &DraftStep) -> Table {
    let mut table = Table::new();
    table.decor_mut().set_prefix("\n");
    put(&mut table, "id", one_line(step.id.as_str()));
    put(&mut table, "title", one_line(&step.title));
    put(&mut table, "minutes", i64::from(step.minutes).into());
    put(&mut table, "weight", i64::from(step.weight).into());
    put(&mut table, "must", step.must.into());
    put(&mut table, "min_minutes", i64::from(step.min_minutes).into());
    put(&mut table, "role", one_line(steps::role_name(step.role)));
    table
}

fn new_page(page: &DraftPage) -> Table {
    let mut table = Table::new();
    table.decor_mut().set_prefix("\n  ");
    let id = Key::new("id").with_leaf_decor(Decor::new("  ", " "));
    let mut value = one_line(page.id.as_str());
    value.decor_mut().set_prefix(" ");
    table.insert_formatted(&id, Item::Value(value));
    put(&mut table, "title", one_line(&page.title));
    if page.hidden {
        put(&mut table, "hidden", true.into());
    }
    show(&mut table, &page.shows);
    put(&mut table, "script", block(&page.script));
    table
}

fn show(table: &mut Table, shows: &Shows) {
    let mut set = |layout: &str, key: &str, value: &str| {
        put(table, "layout", one_line(layout));
        put(table, key, one_line(value));
    };
    match shows {
        Shows::Photo { file } => set("photo", "file", file),
        Shows::Pdf { file, number } => {
            set("pdf", "file", file);
            put(table, "number", i64::from(*number).into());
        }
        Shows::Clip { file } => set("clip", "clip", file),
        Shows::Sound { file } => set("sound", "clip", file),
        Shows::Game(game) => set("game", "game", game.as_str()),
        Shows::Drawn { layout, headline } => set(layout, "headline", headline),
    }
}

/// Gives every table its place in the text: those before the steps, the steps with all that is theirs, those after.
fn put_in_order(doc: &mut DocumentMut) {
    let place = |item: &Item| match item {
        Item::Table(table) => table.position(),
        Item::ArrayOfTables(tables) => tables.iter().filter_map(Table::position).min(),
        _ => None,
    };
    let root = doc.as_table_mut();
    let mut keys: Vec<(Option<isize>, String)> = root
        .iter()
        .filter(|(_, item)| item.is_table() || item.is_array_of_tables())
        .map(|(key, item)| (place(item), key.to_owned()))
        .collect();
    keys.sort_by_key(|(place, _)| *place);
    let mut next = 1;
    for (_, key) in keys {
        if let Some(item) = root.get_mut(&key) {
            number(item, &mut next);
        }
    }
}

fn number(item: &mut Item, next: &mut isize) {
    let mut one = |table: &mut Table| {
        table.set_position(Some(*next));
        *next += 1;
        for (_, item) in table.iter_mut() {
            number(item, next);
        }
    };
    match item {
        Item::Table(table) => one(table),
        Item::ArrayOfTables(tables) => tables.iter_mut().for_each(one),
        _ => {}
    }
}

/// `catalogue` with another title and goal for `session`; `None` when it does not name it in the usual form.
pub(super) fn renamed(catalogue: &str, session: &SessionId, title: &str, goal: &str) -> Option<String> {
    let mut doc: DocumentMut = catalogue.parse().ok()?;
    let entries = doc.get_mut("session")?.as_array_of_tables_mut()?;
    let entry = entries.iter_mut().find(|entry| text(entry, "id") == Some(session.as_str()))?;
    put(entry, "title", one_line(title));
    put(entry, "goal", one_line(goal));
    Some(doc.to_string())
}

/// What stands where in `session.toml`, in order; nothing when it cannot be read.
pub(super) fn places(text: &str) -> Vec<Place> {
    let Ok(doc) = Document::parse(text) else { return Vec::new() };
    let mut places = Vec::new();
    for step in doc.as_table().get("step").and_then(Item::as_array_of_tables).into_iter().flatten() {
        let begin = |span: Option<Range<usize>>| span.map(|span| span.start);
        places.extend(begin(step.span()).map(|from| Place { from, page: None }));
        for page in step.get("page").and_then(Item::as_array_of_tables).into_iter().flatten() {
            let id = self::text(page, "id").map(PageId::from);
            places.extend(begin(page.span()).map(|from| Place { from, page: id }));
        }
    }
    places
}
