/** The workstation: its window, screens, prints and wiring. */
@org.jspecify.annotations.NullMarked
module it.sportello.app {
    requires static org.jspecify;
    requires it.sportello.domain;
    requires it.sportello.api;
    requires it.sportello.devices;
    requires it.sportello.offlinecache;
    requires atlantafx.base;
    requires com.google.zxing;
    requires java.desktop;
    requires javafx.controls;
    requires javafx.fxml;
    // PDFBox writes its log there; it has no descriptor and cannot ask for it by itself.
    requires org.apache.commons.logging;
    requires org.apache.pdfbox;
    requires org.apache.xmpbox;
    requires org.controlsfx.controls;
    requires org.kordamp.ikonli.core;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.feather;
    requires org.slf4j;

    exports it.sportello.app;
    exports it.sportello.app.acceptance to
            tools.jackson.databind;
    exports it.sportello.app.booking to
            tools.jackson.databind;
    exports it.sportello.app.citizen to
            tools.jackson.databind;
    exports it.sportello.app.desk to
            tools.jackson.databind;
    exports it.sportello.app.practice to
            tools.jackson.databind;
    exports it.sportello.app.prescription to
            tools.jackson.databind;
    exports it.sportello.app.print to
            tools.jackson.databind;
    exports it.sportello.app.service to
            tools.jackson.databind;
    exports it.sportello.app.signin to
            tools.jackson.databind;
    exports it.sportello.app.till to
            tools.jackson.databind;
    exports it.sportello.app.virtual to
            tools.jackson.databind;
    exports it.sportello.app.wiring to
            tools.jackson.databind;

    opens it.sportello.app.acceptance to
            javafx.fxml;
    opens it.sportello.app.booking to
            javafx.fxml;
    opens it.sportello.app.citizen to
            javafx.fxml;
    opens it.sportello.app.desk to
            javafx.fxml;
    opens it.sportello.app.device to
            javafx.fxml;
    opens it.sportello.app.figures to
            javafx.fxml;
    opens it.sportello.app.learning to
            javafx.fxml;
    opens it.sportello.app.practice to
            javafx.fxml;
    opens it.sportello.app.preferences to
            javafx.fxml;
    opens it.sportello.app.prescription to
            javafx.fxml;
    opens it.sportello.app.prints to
            javafx.fxml;
    opens it.sportello.app.reader to
            javafx.fxml;
    opens it.sportello.app.secondscreen to
            javafx.fxml;
    opens it.sportello.app.signin to
            javafx.fxml;
    opens it.sportello.app.tasks to
            javafx.fxml;
    opens it.sportello.app.till to
            javafx.fxml;
    opens it.sportello.app.frame to
            javafx.fxml;
}
