/** What several drivers share and nobody else sees. */
package it.sportello.devices.internal;
