-- Where the data of a database that holds the sample authority comes from: the same seed and day make the same people.
create table sample_origin (
    only_one boolean primary key default true check (only_one),
    seed     bigint not null,
    made_on  date   not null
);
