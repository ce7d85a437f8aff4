package it.sportello.devices.printer;

import java.util.List;
import java.util.Optional;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;

/** The print queues of the operating system. Both questions may wait for its spooler. */
public interface PrintQueues {

    /** The address of the queue that the system prints to when nothing is said. */
    String DEFAULT = "default";

    /** The queue of a name, or the system's own choice for {@link #DEFAULT}. */
    Optional<PrintService> queue(String name);

    /** The names of all queues, for whoever sets the desk up. */
    List<String> names();

    /** What the computer has. */
    PrintQueues SYSTEM = new PrintQueues() {
        @Override
        public Optional<PrintService> queue(String name) {
            if (name.equals(DEFAULT)) {
                return Optional.ofNullable(PrintServiceLookup.lookupDefaultPrintService());
            }
            return List.of(PrintServiceLookup.lookupPrintServices(null, null)).stream()
                    .filter(service -> service.getName().equals(name))
                    .findFirst();
        }

        @Override
        public List<String> names() {
            return List.of(PrintServiceLookup.lookupPrintServices(null, null)).stream()
                    .map(PrintService::getName)
                    .toList();
        }
    };
}
