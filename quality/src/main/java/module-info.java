/** Rules of the house, the working day, long campaigns: no production code. */
@org.jspecify.annotations.NullMarked
module it.sportello.quality {
    requires static org.jspecify;
    requires it.sportello.api;
    requires it.sportello.app;
    requires it.sportello.backend;
    requires it.sportello.devices;
    requires it.sportello.domain;
    requires it.sportello.offlinecache;
    requires java.desktop;
    requires java.management;
    requires javafx.controls;
}
