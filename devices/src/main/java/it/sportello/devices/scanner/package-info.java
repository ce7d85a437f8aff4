/** The barcode reader: what it read, and what that means to the desk. */
package it.sportello.devices.scanner;
