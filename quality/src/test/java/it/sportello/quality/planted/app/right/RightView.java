package it.sportello.quality.planted.app.right;

import it.sportello.quality.planted.app.left.LeftViewModel;
import it.sportello.quality.planted.offlinecache.PlantedStore;

/** Planted: a view that sees the store, and closes a cycle. */
public final class RightView {
    public int show(PlantedStore store, LeftViewModel model) {
        return store.hashCode() + model.hashCode();
    }
}
