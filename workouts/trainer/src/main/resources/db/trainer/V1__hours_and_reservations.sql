-- Every reservation that ever held an hour or was ended; rows stay, so that what has ended never comes back.
create table reservations (
    id        uuid        primary key,
    booking   uuid        not null,
    trainer   uuid        not null,
    starts_at timestamptz not null,
    ended     boolean     not null
);

-- Hours that somebody has opened once; one that is not here is closed.
create table hours (
    trainer      uuid        not null,
    starts_at    timestamptz not null,
    availability text        not null check (availability in ('CLOSED', 'OPEN', 'HELD')),
    reservation  uuid        unique references reservations,
    booking      uuid,
    primary key (trainer, starts_at),
    check ((availability = 'HELD') = (reservation is not null)),
    check ((availability = 'HELD') = (booking is not null))
);
