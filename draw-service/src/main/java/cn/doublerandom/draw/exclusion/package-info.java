/**
 * Who is left out of a draw by hand (R36, R65): asked for with a reason and evidence, approved by
 * another, and told in public. Pure.
 */
@NullMarked
package cn.doublerandom.draw.exclusion;

import org.jspecify.annotations.NullMarked;
