-- Who somebody was when they were last here. What they have is in the ledger, under their id.
create table people (
    id         uuid        primary key,
    name       text        not null check (char_length(name) between 1 and 200),
    role       text        not null check (role in ('ATTENDEE', 'TRAINER')),
    -- when this was last changed, not when they were last here: a visit that tells nothing new writes nothing
    changed_at timestamptz not null default now()
);
