/** Measurements side by side in one run; a ratio is told, never a bare speed. */
@NullMarked
package cn.doublerandom.benchmarks;

import org.jspecify.annotations.NullMarked;
