/** The rules of the field: no input or output, no window, no SQL, no threads, no dependency. */
@org.jspecify.annotations.NullMarked
module it.sportello.domain {
    requires static org.jspecify;

    exports it.sportello.domain.agenda;
    exports it.sportello.domain.calendar;
    exports it.sportello.domain.document;
    exports it.sportello.domain.exemption;
    exports it.sportello.domain.identity;
    exports it.sportello.domain.ledger;
    exports it.sportello.domain.money;
    exports it.sportello.domain.operation;
    exports it.sportello.domain.parameter;
    exports it.sportello.domain.prescription;
    exports it.sportello.domain.queue;
    exports it.sportello.domain.till;
}
