/** S36 and S39: the practices that begin and end at the desk; here the exemptions. */
package it.sportello.app.practice;
