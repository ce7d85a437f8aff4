-- What the desks tell of attempts to be paid by card: append only, a row for each operation. The newest row of an attempt
-- is how it stands; of the card itself nothing but its last digits is kept.
create table card_attempt (
    operation_id      uuid primary key references operation deferrable initially deferred,
    attempt_id        uuid not null,
    till_id           text not null references till,
    till_session_id   uuid not null,
    terminal_id       text not null,                 -- name in the settings of the desk
    amount_cents      bigint not null,
    due_ids           text[] not null,
    identity_checked  boolean not null,
    started_at        timestamptz not null,
    occurred_at       timestamptz not null,
    state             text not null check (state in ('UNKNOWN', 'APPROVED', 'REFUSED')),
    source            text not null check (source in ('TERMINAL', 'LAST_RESULT', 'OPERATOR')),
    reason            text not null,
    stan              text,
    authorization_code text,
    card_ending       text check (length(card_ending) <= 4),
    card_kind         text,
    acquirer          text,
    host_time         timestamptz,
    collected_by      uuid                           -- the collection that it paid
);
create index card_attempt_attempt on card_attempt (attempt_id);
create index card_attempt_session on card_attempt (till_session_id, state);

-- One tender at the closing of a session, beside the figures of the terminal.
create table tender_squared (
    operation_id      uuid primary key references operation deferrable initially deferred,
    till_session_id   uuid not null,
    kind              text not null,
    booked_cents      bigint not null,
    terminal_id       text,                          -- null when the terminal was not there to be asked
    local_cents       bigint,
    host_cents        bigint
);
create index tender_squared_session on tender_squared (till_session_id);
