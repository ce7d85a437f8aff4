/** The rules of the field: no input or output, no window, no SQL, no threads, no dependency. */
@org.jspecify.annotations.NullMarked
module it.sportello.domain {
    requires static org.jspecify;

    exports it.sportello.domain.money;
}
