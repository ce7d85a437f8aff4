package it.sportello.app.prescription;

import it.sportello.app.frame.DeskState;
import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Navigator;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Texts;
import it.sportello.app.service.DeskContext;
import it.sportello.app.service.PersonFiles;
import it.sportello.domain.exemption.ExemptionCatalogue;
import it.sportello.domain.parameter.ParameterKeys;
import it.sportello.offlinecache.remote.Backend;
import java.time.Duration;
import java.time.LocalDate;

/** The group of the prescription: S11. */
public final class PrescriptionScreens {
    private final Texts texts = Texts.of(PrescriptionScreens.class);
    private final LookUpPrescription lookUp;
    private final DeskContext desk;
    private final DeskState state;
    private final Frame frame;

    /** The group; the catalogue is loaded once for the whole desk. */
    public PrescriptionScreens(
            Backend backend,
            PersonFiles files,
            DeskContext desk,
            DeskState state,
            ExemptionCatalogue catalogue,
            Frame frame) {
        this.lookUp = new LookUpPrescription(backend, files, desk, catalogue, frame.clock());
        this.desk = desk;
        this.state = state;
        this.frame = frame;
    }

    /** Makes the screen known. */
    public void register(Navigator navigator) {
        navigator.register(ScreenKeys.PRESCRIPTION, (work, read) -> {
            PrescriptionViewModel.Desk parts =
                    new PrescriptionViewModel.Desk(frame.background(), frame.refusals(), frame.words(), frame.clock());
            PrescriptionViewModel model = new PrescriptionViewModel(work.citizen(), lookUp, patience(), parts, texts);
            return new PrescriptionView(model, frame, state, texts, read);
        });
    }

    private Duration patience() {
        LocalDate today =
                LocalDate.ofInstant(frame.clock().instant(), frame.clock().getZone());
        return desk.parameters().get(ParameterKeys.SCAN_PART_WAIT, today);
    }
}
