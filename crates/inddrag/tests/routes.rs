//! Every route of the program, tried as every kind of person, in the own and in another organisation.

#[path = "routes/actors.rs"]
mod actors;
#[path = "routes/hostile.rs"]
mod hostile;
#[path = "routes/table.rs"]
mod table;
#[path = "routes/tokens.rs"]
mod tokens;
#[path = "routes/walk.rs"]
mod walk;
