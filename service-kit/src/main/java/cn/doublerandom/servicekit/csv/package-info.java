/**
 * Tables people hand in: every fault with row, column and reason, nothing taken of a faulty file.
 */
@NullMarked
package cn.doublerandom.servicekit.csv;

import org.jspecify.annotations.NullMarked;
