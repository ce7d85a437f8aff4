package it.sportello.app.service;

import it.sportello.api.Persons;
import it.sportello.api.Prescriptions;
import it.sportello.api.Problem;
import it.sportello.api.ProblemCode;
import it.sportello.offlinecache.remote.Answer;
import it.sportello.offlinecache.remote.Backend;
import it.sportello.offlinecache.remote.BackendFault;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A server of the tests: knows some persons and prescriptions, may be cut off or answer HTML. */
public final class FakeBackend {
    public final Map<String, Persons.PersonFile> files = new LinkedHashMap<>();
    public final Map<String, Prescriptions.PrescriptionView> prescriptions = new LinkedHashMap<>();
    public final List<Persons.Search> searches = new ArrayList<>();
    /** Set: every question gets this instead of an answer. */
    public Optional<BackendFault.Code> fault = Optional.empty();
    /** Set: every question is refused so. */
    public Optional<ProblemCode> refusal = Optional.empty();
    /** Runs before a page is given out. */
    public Runnable beforeView = () -> {};

    public boolean truncated;

    /** As the use cases see it; questions the tests do not know fail loudly. */
    public Backend backend() {
        return (Backend) Proxy.newProxyInstance(
                Backend.class.getClassLoader(), new Class<?>[] {Backend.class}, (proxy, method, arguments) -> {
                    Questions questions = new Questions();
                    try {
                        return Questions.class
                                .getDeclaredMethod(method.getName(), method.getParameterTypes())
                                .invoke(questions, arguments);
                    } catch (NoSuchMethodException unknown) {
                        throw new AssertionError("not asked in these tests: " + method.getName(), unknown);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    public static Problem problem(ProblemCode code, String... violations) {
        return new Problem(
                "about:blank",
                "",
                code.status(),
                code.name(),
                "",
                "",
                Map.of(),
                List.of(violations).stream()
                        .map(one -> new Problem.Violation("", one, Map.of()))
                        .toList());
    }

    private <T> Answer<T> answer(Supplier<Answer<T>> well) {
        if (fault.isPresent()) {
            return new Answer.NotConfirmed<>(new BackendFault(fault.get(), 0, "test", null));
        }
        return refusal.isPresent() ? new Answer.Refused<>(problem(refusal.get())) : well.get();
    }

    private final class Questions {
        @SuppressWarnings("unused")
        Answer<Persons.Found> searchPersons(Persons.Search search) {
            searches.add(search);
            return answer(() -> new Answer.Done<>(new Persons.Found(
                    files.values().stream()
                            .map(Persons.PersonFile::person)
                            .filter(person -> fits(person, search))
                            .map(FakeBackend::hit)
                            .toList(),
                    truncated)));
        }

        @SuppressWarnings("unused")
        Answer<Persons.PersonFile> viewPerson(Persons.View view) {
            beforeView.run();
            return answer(() -> {
                Persons.PersonFile file = files.get(view.personId());
                return file == null
                        ? new Answer.Refused<>(problem(ProblemCode.PERSON_UNKNOWN))
                        : new Answer.Done<>(file);
            });
        }

        @SuppressWarnings("unused")
        Answer<Prescriptions.PrescriptionView> prescription(Prescriptions.Lookup lookup) {
            return answer(() -> {
                Prescriptions.PrescriptionView found = prescriptions.get(lookup.number());
                if (found == null) {
                    return new Answer.Refused<>(problem(ProblemCode.PRESCRIPTION_UNKNOWN));
                }
                boolean other = lookup.personId()
                        .filter(id -> !id.equals(found.personId()))
                        .isPresent();
                return other
                        ? new Answer.Refused<>(problem(ProblemCode.PRESCRIPTION_NOT_BOOKABLE, "PERSON_MISMATCH"))
                        : new Answer.Done<>(found);
            });
        }
    }

    private static boolean fits(Persons.PersonRecord person, Persons.Search search) {
        return search.code().map(person.code()::equals).orElse(true)
                && search.surname()
                        .map(it -> person.surname().startsWith(it.toUpperCase(java.util.Locale.ROOT)))
                        .orElse(true)
                && search.birthDate().map(person.birthDate()::equals).orElse(true)
                && search.phone()
                        .map(it -> person.phone()
                                .map(p -> p.replaceAll("[^0-9]", "").endsWith(it))
                                .orElse(false))
                        .orElse(true)
                && search.cardNumber().isEmpty()
                && search.bookingNumber().isEmpty();
    }

    private static Persons.Hit hit(Persons.PersonRecord person) {
        return new Persons.Hit(
                person.id(),
                person.code(),
                person.surname(),
                person.names(),
                person.birthDate(),
                person.birthPlace(),
                person.municipality(),
                person.doctor());
    }
}
