package it.sportello.quality.planted.offlinecache;

/** Planted: stands for the store. */
public final class PlantedStore {}
