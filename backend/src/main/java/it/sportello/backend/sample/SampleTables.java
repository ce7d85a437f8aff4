package it.sportello.backend.sample;

import it.sportello.backend.sample.Offer.Activity;
import it.sportello.backend.sample.Offer.Agenda;
import it.sportello.backend.session.PasswordHash;
import it.sportello.backend.session.Secrets;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The sample as rows of the schema, in the order in which references allow. */
final class SampleTables {
    private static final int SALT_BYTES = 16;

    private final SampleAuthority sample;
    private final List<CopyTable<?>> tables = new ArrayList<>();

    /** What the authority decided where the law leaves it free. */
    private record Ruling(String key, String value, String source) {}

    /** A thing of something larger. */
    private record Part<W, P>(W whole, P part) {}

    SampleTables(SampleAuthority sample) {
        this.sample = sample;
    }

    List<CopyTable<?>> all() {
        tables.clear();
        organisation();
        desks();
        people();
        services();
        agendas();
        classes();
        slots();
        tables.addAll(new OrderTables(sample).all());
        return tables;
    }

    private <T> void table(String name, String columns, List<T> things, CopyTable.Row<T> row) {
        tables.add(new CopyTable<>(name, Arrays.asList(columns.split(" ")), things, row));
    }

    private static Object[] row(Object... values) {
        return values;
    }

    private void organisation() {
        Organisation all = sample.organisation();
        table("authority", "code name", List.of(all), it -> row(it.authorityCode(), it.authorityName()));
        table("district", "code name", all.districts(), it -> row(it.code(), it.name()));
        table(
                "site",
                "id name district_code owner municipality_code municipality address",
                all.sites(),
                it -> row(
                        it.id(),
                        it.name(),
                        it.districtCode(),
                        it.owner(),
                        it.municipalityCode(),
                        it.municipality(),
                        it.address()));
        table(
                "site_hours",
                "site_id weekday opens closes",
                all.hours(),
                it -> row(it.siteId(), it.weekday(), it.opens(), it.closes()));
        table(
                "parameter",
                "layer scope key value valid_from source",
                List.of(new Ruling(
                        "cash.privatePractice", "true", "Regolamento di cassa dell'azienda di esempio, articolo 7")),
                it -> row(
                        "authority", all.authorityCode(), it.key(), it.value(), LocalDate.of(2020, 1, 1), it.source()));
        table("queue_category", "site_id code name", all.categories(), it -> row(it.siteId(), it.code(), it.name()));
    }

    private void desks() {
        Organisation all = sample.organisation();
        List<Organisation.Desk> tills =
                all.desks().stream().filter(desk -> desk.tillId() != null).toList();
        table("till", "id site_id", tills, it -> new Object[] {it.tillId(), it.siteId()});
        table(
                "desk",
                "id number site_id till_id queue_categories profiles enrolment_hash",
                all.desks(),
                it -> new Object[] {
                    it.id(),
                    it.number(),
                    it.siteId(),
                    it.tillId(),
                    it.queueCategories(),
                    it.profiles(),
                    Secrets.sha256(SampleCredentials.enrolmentCode(it.id()))
                });
        byte[] salt =
                Arrays.copyOf(Secrets.sha256(("sample " + sample.seed()).getBytes(StandardCharsets.UTF_8)), SALT_BYTES);
        String password = PasswordHash.of(SampleCredentials.PASSWORD, salt);
        table(
                "operator",
                "id user_name badge display_name password_hash roles enabled",
                all.operators(),
                it -> row(it.id(), it.userName(), it.badge(), it.displayName(), password, it.roles(), true));
    }

    private void people() {
        table(
                "doctor",
                "id surname names kind district_code ceiling enrolled",
                sample.registry().doctors(),
                it -> row(
                        it.id(), it.surname(), it.names(), it.kind(), it.districtCode(), it.ceiling(), it.enrolled()));
        table(
                "person",
                "id code code_kind card_number surname names birth_date sex birth_place_code birth_place address "
                        + "municipality_code municipality district_code phone email language doctor_id "
                        + "assistance_until missing",
                sample.registry().citizens(),
                it -> new Object[] {
                    it.id(),
                    it.code(),
                    it.codeKind(),
                    it.cardNumber(),
                    it.surname(),
                    it.names(),
                    it.birthDate(),
                    it.sex(),
                    it.birthPlaceCode(),
                    it.birthPlace(),
                    it.home().address(),
                    it.home().municipalityCode(),
                    it.home().municipality(),
                    it.home().districtCode(),
                    it.contacts().phone(),
                    it.contacts().email(),
                    it.language(),
                    it.doctorId(),
                    it.assistanceUntil(),
                    it.missing()
                });
    }

    private void services() {
        List<Nomenclature.Service> all = sample.nomenclature().all();
        table(
                "service",
                "code catalogue_code description branch kind preparation lead_days only_sex",
                all,
                it -> new Object[] {
                    it.code(),
                    it.catalogueCode(),
                    it.description(),
                    it.branch(),
                    it.kind(),
                    it.preparation(),
                    it.leadDays(),
                    it.onlySex()
                });
        List<Part<Nomenclature.Service, Nomenclature.Tariff>> tariffs = new ArrayList<>();
        all.forEach(service -> service.tariffs().forEach(tariff -> tariffs.add(new Part<>(service, tariff))));
        table("tariff", "service_code valid_from valid_to cents source", tariffs, it -> new Object[] {
            it.whole().code(),
            it.part().validFrom(),
            it.part().validTo(),
            it.part().cents(),
            it.part().source()
        });
    }

    private void agendas() {
        List<Agenda> all = sample.offer().agendas();
        table("agenda", "id name site_id room regime doctor_name", all, it ->
                new Object[] {it.id(), it.name(), it.siteId(), it.room(), it.regime(), it.doctorName()});
        List<Part<Agenda, Activity>> activities = new ArrayList<>();
        List<Part<Agenda, Offer.Session>> sessions = new ArrayList<>();
        List<Part<Agenda, Offer.Price>> prices = new ArrayList<>();
        for (Agenda agenda : all) {
            agenda.activities().forEach(activity -> activities.add(new Part<>(agenda, activity)));
            agenda.sessions().forEach(session -> sessions.add(new Part<>(agenda, session)));
            agenda.prices().forEach(price -> prices.add(new Part<>(agenda, price)));
        }
        table(
                "activity",
                "id agenda_id name channels",
                activities,
                it -> row(
                        it.part().id(),
                        it.whole().id(),
                        it.part().name(),
                        it.part().channels()));
        table(
                "agenda_session",
                "id agenda_id valid_from valid_to weekdays starts ends",
                sessions,
                it -> row(
                        it.part().id(),
                        it.whole().id(),
                        it.part().validFrom(),
                        it.part().validTo(),
                        it.part().weekdays(),
                        it.part().starts(),
                        it.part().ends()));
        table(
                "private_price",
                "agenda_id service_code valid_from cents",
                prices,
                it -> row(
                        it.whole().id(),
                        it.part().serviceCode(),
                        sample.today().withDayOfYear(1),
                        it.part().cents()));
    }

    /** Every activity has a grouping class of its own, with the services it may give together. */
    private void classes() {
        List<Activity> activities = sample.offer().agendas().stream()
                .flatMap(agenda -> agenda.activities().stream())
                .toList();
        List<Part<Activity, String>> services = new ArrayList<>();
        activities.forEach(activity -> activity.services().forEach(code -> services.add(new Part<>(activity, code))));
        table(
                "activity_service",
                "activity_id service_code",
                services,
                it -> row(it.whole().id(), it.part()));
        table("grouping_class", "id name", activities, it -> row("C" + it.id(), it.name()));
        table(
                "grouping_class_service",
                "class_id service_code rule",
                services,
                it -> row("C" + it.whole().id(), it.part(), "OPTIONAL"));
        table("activity_class", "activity_id class_id", activities, it -> row(it.id(), "C" + it.id()));
    }

    private void slots() {
        table(
                "slot",
                "id agenda_id activity_id agenda_session_id starts_at duration_minutes capacity booked blocked "
                        + "reserved_class released_at",
                sample.offer().slots(),
                it -> new Object[] {
                    it.id(),
                    it.agendaId(),
                    it.activityId(),
                    it.sessionId(),
                    it.startsAt(),
                    it.minutes(),
                    it.capacity(),
                    it.booked(),
                    it.blocked(),
                    it.reservedClass(),
                    it.releasedAt()
                });
    }
}
