/** The till: opening S20, basket and collection S21, closing S28. */
package it.sportello.app.till;
