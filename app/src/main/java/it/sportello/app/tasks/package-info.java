/** Refused operations as tasks, and what still waits to be sent (S54). */
package it.sportello.app.tasks;
