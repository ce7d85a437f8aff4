package it.sportello.quality.planted.backend;

/** Planted: stands for the server, and touches JavaFX and a card reader. */
public final class PlantedBackend {
    public boolean sees(javafx.scene.control.Label label, javax.smartcardio.ATR atr) {
        return label.isVisible() && atr.getBytes().length > 0;
    }
}
