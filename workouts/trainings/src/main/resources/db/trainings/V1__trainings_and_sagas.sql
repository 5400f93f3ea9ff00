-- A booked hour. `change` names the saga that has not ended; null when nothing is under way.
create table trainings (
    id            uuid        primary key,
    attendee      uuid        not null,
    attendee_name text        not null,
    trainer       uuid        not null,
    starts_at     timestamptz not null,
    reservation   uuid        not null unique,
    notes         text        not null check (char_length(notes) <= 1000),
    canceled      boolean     not null,
    proposed_time timestamptz,
    proposed_by   text        check (proposed_by in ('ATTENDEE', 'TRAINER')),
    change        uuid,
    check ((proposed_time is null) = (proposed_by is null)),
    check (not canceled or proposed_time is null)
);

create index trainings_of_attendee on trainings (attendee, starts_at, id);
create index trainings_of_trainer on trainings (trainer, starts_at, id);

-- The trainer service sees to it that an hour is held once; this is the last line of defence.
create unique index trainings_one_an_hour on trainings (trainer, starts_at) where not canceled;

-- A change over several services, at the step where it stands. `slug` says why it was refused or is on its way back.
create table sagas (
    id         uuid        primary key,
    kind       text        not null check (kind in ('BOOK', 'CANCEL', 'MOVE')),
    training   uuid        not null,
    payload    jsonb       not null,
    step       text        not null,
    outcome    text        not null check (outcome in ('UNDERWAY', 'DONE', 'REFUSED')),
    slug       text,
    created_at timestamptz not null,
    ended_at   timestamptz,
    check ((outcome = 'UNDERWAY') = (ended_at is null)),
    check (outcome <> 'REFUSED' or slug is not null)
);

create unique index sagas_one_underway_a_training on sagas (training) where ended_at is null;

-- The call that a saga owes: one row for each that has not ended, none for one that has.
create table outbox (
    saga         uuid        primary key references sagas,
    step         text        not null,
    due_at       timestamptz not null,
    leased_until timestamptz,
    attempts     integer     not null,
    last_error   text
);

create index outbox_due on outbox (due_at);
