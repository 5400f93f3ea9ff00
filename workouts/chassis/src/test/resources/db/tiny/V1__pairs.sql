-- A pair is looked at when the transaction commits, so that a commit can fail.
create table pairs (
    id integer primary key,
    other integer not null references pairs (id) deferrable initially deferred
);
