/** Sign-in (S01), opening the desk (S02), lock (S04). */
package it.sportello.app.signin;
