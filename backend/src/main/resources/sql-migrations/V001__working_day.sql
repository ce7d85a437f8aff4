-- The first working day: sites and desks, operators, persons, offer, bookings, dues, tills, operations, feed, queue.
-- Times with a zone are instants; "timestamp" without one is civil time of Europe/Rome. Amounts are cents. No column has
-- a default that reads the clock: every moment comes from the server's own clock.

-- How a name is compared: upper case, without accents, apostrophes and double spaces.
create function search_key(value text) returns text
    language sql immutable parallel safe
    return trim(regexp_replace(
            translate(upper(value), 'ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝŠŽČĆĐ', 'AAAAAACEEEEIIIINOOOOOUUUUYSZCCD'),
            '[^A-Z0-9]+', ' ', 'g'));

------------------------------------------------------------------------------------------------ the authority

create table authority (
    code              text primary key,              -- six digits: region and authority
    name              text not null
);

create table district (
    code              text primary key,
    name              text not null
);

create table site (
    id                text primary key,              -- short code
    name              text not null,
    district_code     text not null references district,
    owner             text not null check (owner in ('AUTHORITY', 'ACCREDITED')),
    municipality_code text not null,                 -- Belfiore code
    municipality      text not null,
    address           text not null
);

create table site_hours (
    site_id           text not null references site,
    weekday           int  not null check (weekday between 1 and 7), -- 1 is Monday
    opens             time not null,
    closes            time not null check (closes > opens),
    primary key (site_id, weekday, opens)
);

create table till (
    id                text primary key,              -- such as T01; stands in printed numbers
    site_id           text not null references site
);

create table desk (
    id                text primary key,
    number            int  not null,                 -- shown on the queue display
    site_id           text not null references site,
    till_id           text unique references till,
    queue_categories  text[] not null,
    profiles          text[] not null,               -- SSN, PRIVATE_PRACTICE, MULTIFUNCTION
    enrolment_hash    bytea not null,                -- SHA-256 of the enrolment code, UTF-8
    unique (site_id, number)
);

-- One row for each installation of the program; the active one owns the desk. The epoch names the series it may write.
create table installation (
    desk_id           text not null references desk,
    installation_id   text not null,
    secret_hash       bytea not null,                -- SHA-256
    epoch             text not null check (epoch ~ '^[A-Z]+$'),
    active            boolean not null,
    enrolled_at       timestamptz not null,
    primary key (desk_id, installation_id),
    unique (desk_id, epoch)
);
create unique index one_active_installation on installation (desk_id) where active;

create table operator (
    id                text primary key,
    user_name         text not null unique check (user_name = lower(user_name)),
    badge             text not null unique,
    display_name      text not null,
    password_hash     text not null,                 -- $argon2id$v=19$m=...,t=...,p=...$salt$hash
    roles             text[] not null,               -- CASHIER, CUP, AUR, SUPERVISOR, CASH_RESPONSIBLE, AUDITOR
    enabled           boolean not null
);

-- Wrong passwords by the SHA-256 of the name typed, whether or not such an operator exists: an answer tells nothing.
create table sign_in_failure (
    name_hash         bytea primary key,
    failures          int not null,
    locked_until      timestamptz
);

create table session (
    id                text primary key,
    token_hash        bytea not null unique,         -- SHA-256
    operator_id       text not null references operator,
    desk_id           text references desk,
    created_at        timestamptz not null,
    expires_at        timestamptz not null,
    ended_at          timestamptz
);
create index session_operator on session (operator_id);

create table desk_opening (
    id                bigint generated always as identity primary key,
    desk_id           text not null references desk,
    session_id        text not null references session,
    operator_id       text not null references operator,
    profile           text not null,
    opened_at         timestamptz not null,
    take_over_reason  text,
    closed_at         timestamptz
);
create unique index one_open_desk on desk_opening (desk_id) where closed_at is null;

create table parameter (
    layer             text not null check (layer in ('national', 'region', 'authority', 'site')),
    scope             text not null,                 -- empty for national; code of the region, authority or site
    key               text not null,
    value             text not null,
    valid_from        date not null,
    valid_to          date,
    source            text not null,                 -- law, protocol or decision
    primary key (layer, scope, key, valid_from)
);

---------------------------------------------------------------------------------------------------- persons

create table doctor (
    id                text primary key,
    surname           text not null,
    names             text not null,
    kind              text not null check (kind in ('MMG', 'PLS')),
    district_code     text not null references district,
    ceiling           int not null check (ceiling > 0),
    enrolled          int not null check (enrolled >= 0)
);

create table person (
    id                text primary key,
    code              text not null unique,
    code_kind         text not null check (code_kind in ('CODICE_FISCALE', 'PROVISIONAL', 'STP', 'ENI')),
    card_number       text unique,                   -- twenty digits of the health card
    surname           text not null,
    names             text not null,
    birth_date        date not null,
    sex               text not null check (sex in ('M', 'F')),
    birth_place_code  text not null,
    birth_place       text not null,
    address           text not null,
    municipality_code text not null,
    municipality      text not null,
    district_code     text not null references district,
    phone             text,
    email             text,
    language          text not null,                 -- ISO 639-1
    doctor_id         text references doctor,
    assistance_until  date,
    missing           text[] not null,
    version           bigint not null default 1,
    surname_key       text generated always as (search_key(surname)) stored,
    names_key         text generated always as (search_key(names)) stored,
    phone_key         text generated always as (regexp_replace(phone, '[^0-9]', '', 'g')) stored
);
create index person_name on person (surname_key text_pattern_ops, birth_date);
create index person_phone on person (phone_key);

-------------------------------------------------------------------------------------- services and exemptions
-- The catalogue of exemption codes and their linked services comes with the domain.

create table service (
    code              text primary key,              -- national nomenclature
    catalogue_code    text not null unique,
    description       text not null,
    branch            text not null check (branch ~ '^[0-9]{2}$'),
    kind              text not null check (kind in ('VISIT', 'DIAGNOSTIC', 'LABORATORY', 'THERAPY')),
    preparation       text,
    lead_days         int not null default 0 check (lead_days >= 0), -- days that the preparation takes
    minimum_age       int,
    maximum_age       int,
    only_sex          text check (only_sex in ('M', 'F'))
);

create table tariff (
    service_code      text not null references service,
    valid_from        date not null,
    valid_to          date,
    cents             bigint not null check (cents >= 0),
    source            text not null,
    primary key (service_code, valid_from)
);

create table exemption (
    id                text primary key,
    person_id         text not null references person,
    code              text not null,
    valid_from        date not null,
    valid_to          date check (valid_to >= valid_from),
    source            text not null check (source in ('CERTIFICATE', 'SELF_DECLARATION', 'MINISTRY_LIST')),
    certificate_issuer text,
    certificate_date  date,
    income_year       int,
    acting_for        text,
    desk_number       text,
    protocol_number   text unique,
    replaced_by       text references exemption,     -- joined with a later one of the same code
    version           bigint not null default 1
);
create index exemption_person on exemption (person_id) where replaced_by is null;

---------------------------------------------------------------------------------------------- offer of agendas

create table agenda (
    id                text primary key,
    name              text not null,
    site_id           text not null references site,
    room              text not null,
    regime            text not null check (regime in ('SSN', 'PRIVATE_PRACTICE')),
    doctor_name       text,                          -- private practice only, and always there
    check ((regime = 'PRIVATE_PRACTICE') = (doctor_name is not null))
);

create table activity (
    id                text primary key,
    agenda_id         text not null references agenda,
    name              text not null,
    channels          text[] not null                -- DESK, PHONE, WEB, PHARMACY, CLINIC, AUTOMATIC
);
create index activity_agenda on activity (agenda_id);

-- Services bookable one by one.
create table activity_service (
    activity_id       text not null references activity,
    service_code      text not null references service,
    primary key (activity_id, service_code)
);
create index activity_of_service on activity_service (service_code);

create table grouping_class (
    id                text primary key,
    name              text not null
);

create table grouping_class_service (
    class_id          text not null references grouping_class,
    service_code      text not null references service,
    rule              text not null default 'OPTIONAL' check (rule in ('OPTIONAL', 'MANDATORY', 'EXCLUDED')),
    primary key (class_id, service_code)
);
create index grouping_service on grouping_class_service (service_code);

create table activity_class (
    activity_id       text not null references activity,
    class_id          text not null references grouping_class,
    primary key (activity_id, class_id)
);
create index activity_of_class on activity_class (class_id);

create table agenda_session (
    id                text primary key,
    agenda_id         text not null references agenda,
    valid_from        date not null,
    valid_to          date not null,
    weekdays          int[] not null,                -- 1 is Monday
    starts            time not null,
    ends              time not null check (ends > starts)
);
create index agenda_session_agenda on agenda_session (agenda_id);

create table slot (
    id                text primary key,
    agenda_id         text not null references agenda,
    activity_id       text not null references activity,
    agenda_session_id text not null references agenda_session,
    starts_at         timestamp not null,
    duration_minutes  int not null check (duration_minutes > 0),
    capacity          int not null check (capacity > 0),
    booked            int not null default 0,
    blocked           boolean not null default false,
    reserved_class    text check (reserved_class in ('U', 'B', 'D', 'P', 'CONTROL', 'INTERNAL')),
    released_at       timestamptz,                   -- when a reserved place opens to the less urgent classes
    constraint slot_within_capacity check (booked between 0 and capacity)
);
create index slot_free on slot (activity_id, reserved_class, starts_at) where booked < capacity and not blocked;
create index slot_agenda on slot (agenda_id, starts_at);

create table private_price (
    agenda_id         text not null references agenda,
    service_code      text not null references service,
    valid_from        date not null,
    valid_to          date,
    cents             bigint not null check (cents >= 0),
    primary key (agenda_id, service_code, valid_from)
);

------------------------------------------------------------------------------- prescriptions, holds, bookings

create table prescription (
    number            text primary key,
    support           text not null check (support in ('ELECTRONIC', 'PAPER', 'WHITE')),
    person_id         text not null references person,
    issued_on         date not null,
    prescriber        text not null,
    priority_class    text check (priority_class in ('U', 'B', 'D', 'P')),
    access_type       text check (access_type in ('0', '1')),
    exemption_code    text,
    state             int not null check (state between 1 and 10), -- of the central acceptance service
    taken_by          text,
    taken_at          timestamptz
);
create index prescription_person on prescription (person_id);

create table prescription_row (
    prescription_number text not null references prescription,
    row_number        int not null,
    service_code      text not null references service,
    quantity          int not null check (quantity > 0),
    primary key (prescription_number, row_number)
);

create table hold (
    id                uuid primary key,
    desk_id           text not null references desk,
    operator_id       text not null references operator,
    person_id         text not null references person,
    created_at        timestamptz not null,
    expires_at        timestamptz not null,
    extended          boolean not null default false,
    ended_at          timestamptz                    -- released or used
);

create table hold_slot (
    hold_id           uuid not null references hold,
    position          int not null,
    slot_id           text not null references slot,
    primary key (hold_id, position)
);
create index hold_of_slot on hold_slot (slot_id);

create table due (
    id                text primary key,
    person_id         text not null references person,
    kind              text not null,                 -- name of the domain's DueKind
    regime            text not null check (regime in ('SSN', 'PRIVATE_PRACTICE')),
    amount_cents      bigint not null check (amount_cents >= 0),
    description       text not null,
    reference_date    date not null,
    prescription_number text references prescription,
    notice_number     text unique,
    exemption_code    text,                          -- as written on the prescription
    rows              jsonb not null default '[]',   -- list of the wire's ServiceRow
    state             text not null check (state in ('OPEN', 'PAID', 'CANCELLED')),
    version           bigint not null default 1
);
create index due_person on due (person_id);

create table booking (
    id                text primary key,
    number            text not null unique,
    person_id         text not null references person,
    slot_id           text not null references slot,
    state             text not null,                 -- name of the domain's BookingState
    origin            text not null check (origin in ('DESK', 'PHONE', 'WEB', 'PHARMACY', 'CLINIC')),
    prescription_number text references prescription,
    priority_class    text,
    access_type       text,
    contact_at        timestamptz not null,
    limit_date        date,
    first_offer_date  date,
    exemption_code    text,
    due_id            text references due,
    language          text not null,
    cancel_by         date not null,
    accepted_at       timestamptz,
    acceptance_note   text,
    version           bigint not null default 1
);
create index booking_person on booking (person_id);
create index booking_slot on booking (slot_id);
create index booking_prescription on booking (prescription_number);

create table booking_service (
    booking_id        text not null references booking,
    row_number        int not null,
    service_code      text not null references service,
    quantity          int not null check (quantity > 0),
    tariff_cents      bigint not null check (tariff_cents >= 0),
    primary key (booking_id, row_number)
);

-- A prescription taken for one open booking order; linked bookings of one order share it.
create table prescription_use (
    prescription_number text not null references prescription,
    order_id          text not null,                 -- the hold that became the bookings
    open              boolean not null,
    primary key (prescription_number, order_id)
);
create unique index one_open_use_of_prescription on prescription_use (prescription_number) where open;

-- Gapless counters, one row for each year: bookings, protocol.
create table yearly_counter (
    name              text not null,
    year              int not null,
    last              bigint not null,
    primary key (name, year)
);

----------------------------------------------------------------------------------- operations, ledger, documents

create table operation (
    id                uuid primary key,
    body_hash         bytea not null,                -- SHA-256 of the exact bytes
    type              text not null,
    lane              text not null,
    lane_sequence     bigint,
    desk_id           text not null references desk,
    installation_id   text not null,
    operator_id       text not null references operator,
    session_id        text not null references session,
    occurred_at       timestamptz not null,
    received_at       timestamptz not null,
    made_offline      boolean not null,
    body              bytea not null,
    status            int not null,                  -- HTTP status of the final answer
    answer            bytea not null,                -- exact bytes of the final answer
    epoch             text not null,
    chain_link        bytea,
    unique (lane, epoch, lane_sequence)
);

-- The newest link of a chained lane. A new installation starts a new chain, in its own epoch.
create table lane (
    name              text not null,
    epoch             text not null,
    last_sequence     bigint not null,
    chain_head        bytea not null,
    running_total     bigint not null,
    primary key (name, epoch)
);

create table till_session (
    id                uuid primary key,
    till_id           text not null references till,
    operator_id       text not null references operator,
    accounting_day    date not null,
    opened_at         timestamptz not null,
    closed_at         timestamptz,
    counted_cents     bigint,
    difference_cents  bigint,
    float_left_cents  bigint,
    deposit_cents     bigint
);

create table ledger_entry (
    till_id           text not null references till,
    epoch             text not null,
    sequence          bigint not null,
    kind              text not null,                 -- name of the domain's EntryKind
    cash_cents        bigint not null,
    running_total_cents bigint not null,
    document_number   text,
    at                timestamptz not null,
    operation_id      uuid not null references operation deferrable initially deferred,
    primary key (till_id, epoch, sequence)
);

create table fiscal_document (
    till_id           text not null references till,
    regime            text not null,
    kind              text not null,
    epoch             text not null,
    year              int not null,
    progressive       bigint not null check (progressive > 0),
    number            text not null unique,
    issued_on         date not null,
    till_session_id   uuid not null,
    person_id         text not null,
    lines             jsonb not null,
    stamp_cents       bigint not null,
    total_cents       bigint not null,
    annulled          boolean not null default false,
    operation_id      uuid not null references operation deferrable initially deferred,
    primary key (till_id, regime, kind, epoch, year, progressive)
);

create table document_print (
    operation_id      uuid primary key references operation deferrable initially deferred,
    number            text not null,
    copy              boolean not null,
    outcome           text not null,
    occurred_at       timestamptz not null
);

create table due_settlement (
    due_id            text not null,
    operation_id      uuid not null references operation deferrable initially deferred,
    amount_cents      bigint not null,
    seen_version      bigint not null,
    flag              text,
    primary key (due_id, operation_id)
);

create table tender (
    operation_id      uuid not null references operation deferrable initially deferred,
    position          int not null,
    kind              text not null,
    amount_cents      bigint not null,
    primary key (operation_id, position)
);

-- Views of persons reported by the desks: append only.
create table access_row (
    operation_id      uuid primary key references operation deferrable initially deferred,
    desk_id           text not null,
    operator_id       text not null,
    kind              text not null check (kind in ('SEARCH', 'VIEW')),
    person_id         text,
    count             int not null,
    screen            text not null,
    reason            text not null,
    occurred_at       timestamptz not null,
    received_at       timestamptz not null
);
create index access_desk on access_row (desk_id, kind);

-- Queries answered by the server itself, whatever the desk reports: append only.
create table query_log (
    id                bigint generated always as identity primary key,
    at                timestamptz not null,
    desk_id           text not null,
    operator_id       text not null,
    session_id        text not null,
    kind              text not null,
    person_id         text,
    count             int not null,
    reason            text not null
);

create function append_only() returns trigger language plpgsql as $$
begin
    raise exception 'table % is append only', tg_table_name;
end $$;
create trigger access_row_append_only before update or delete on access_row
    for each row execute function append_only();
create trigger query_log_append_only before update or delete on query_log
    for each row execute function append_only();
create trigger ledger_entry_append_only before update or delete on ledger_entry
    for each row execute function append_only();
create trigger operation_append_only before update or delete on operation
    for each row execute function append_only();

-------------------------------------------------------------------------------------------------- feed, queue

create table feed (
    position          bigint primary key,
    kind              text not null check (kind in ('person', 'due', 'booking', 'exemption', 'queue')),
    thing_id          text not null,
    version           bigint not null,
    deleted           boolean not null,
    site_id           text,                          -- null: for every site
    body              jsonb not null
);

-- One row: the last number given, and the name of this feed, so that a cursor of another database is recognised.
create table feed_head (
    only_row          boolean primary key default true check (only_row),
    last_position     bigint not null,
    feed_name         uuid not null
);
insert into feed_head (last_position, feed_name) values (0, gen_random_uuid());

create table queue_category (
    site_id           text not null references site,
    code              text not null check (code ~ '^[A-Z]$'),
    name              text not null,
    primary key (site_id, code)
);

create table queue_day (
    site_id           text not null references site,
    day               date not null,
    call_sequence     bigint not null default 0,
    primary key (site_id, day)
);

create table queue_counter (
    site_id           text not null references site,
    day               date not null,
    category          text not null,
    last              int not null,
    primary key (site_id, day, category)
);

create table queue_entry (
    id                text primary key,
    site_id           text not null references site,
    day               date not null,
    number            text not null,
    category          text not null,
    priority          int not null,
    state             text not null check (state in ('WAITING', 'CALLED', 'SERVING', 'DONE', 'ABSENT')),
    issued_at         timestamptz not null,
    called_at         timestamptz,                   -- first call: the waiting time ends here
    desk_number       int,
    desk_id           text references desk,
    call_sequence     bigint not null default 0,
    version           bigint not null default 1,
    unique (site_id, day, number)
);
create index queue_waiting on queue_entry (site_id, day, priority desc, issued_at) where state = 'WAITING';

-- What was asked with an id, and what became of it, so that a repetition is the same call.
create table queue_request (
    request_id        uuid primary key,
    desk_id           text not null,
    entry_id          text,
    answer            jsonb not null
);
