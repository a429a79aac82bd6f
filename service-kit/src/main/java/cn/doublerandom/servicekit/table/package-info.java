/**
 * Tables people send and take away: csv and xlsx, read row by row with every fault told, written so
 * that no spreadsheet takes a cell for a formula.
 */
@NullMarked
package cn.doublerandom.servicekit.table;

import org.jspecify.annotations.NullMarked;
