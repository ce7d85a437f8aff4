package it.sportello.app.wiring;

import it.sportello.api.Sessions;
import it.sportello.app.print.Letterhead;
import it.sportello.app.service.DeskContext;
import it.sportello.domain.parameter.Parameters;
import it.sportello.offlinecache.journal.Author;
import java.util.Optional;
import java.util.Set;

/** The desk as the use cases see it; any thread may ask. */
public final class WiredDesk implements DeskContext {
    private final DeskServices services;

    public WiredDesk(DeskServices services) {
        this.services = services;
    }

    @Override
    public Author author() {
        return services.session().author();
    }

    @Override
    public boolean isSignedIn() {
        return services.session().isSignedIn();
    }

    @Override
    public Set<String> roles() {
        return Set.copyOf(services.session().operator().account().roles());
    }

    @Override
    public Optional<String> tillId() {
        return services.session().enrolment().flatMap(here -> here.desk().tillId());
    }

    @Override
    public String siteId() {
        return services.session().place().siteId();
    }

    @Override
    public boolean offline() {
        return !services.sync().status().isOnline();
    }

    @Override
    public Parameters parameters() {
        return services.parameters().now();
    }

    @Override
    public Letterhead letterhead() {
        Sessions.Desk place = services.session().place();
        return new Letterhead(
                place.authorityName(),
                place.siteName(),
                place.number(),
                services.session().operator().account().badge());
    }
}
