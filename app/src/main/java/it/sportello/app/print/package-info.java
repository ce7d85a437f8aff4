/** Documents: A4 sheets as PDF/A-2b and slips for the receipt printer, from records that know nothing of paper. */
package it.sportello.app.print;
