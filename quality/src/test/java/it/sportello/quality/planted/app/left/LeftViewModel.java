package it.sportello.quality.planted.app.left;

import it.sportello.quality.planted.app.Workstation;
import it.sportello.quality.planted.app.right.RightView;
import it.sportello.quality.planted.backend.PlantedBackend;
import javafx.application.Platform;
import javafx.scene.control.Label;

/** Planted: sees the scene, another screen, the platform, the wiring and the backend. */
public final class LeftViewModel {
    private final Label label = new Label();

    public Label label(RightView other, Workstation workstation, PlantedBackend backend) {
        Platform.runLater(() -> label.setLayoutX(workstation.wired() + other.hashCode() + backend.hashCode()));
        return label;
    }
}
