/** Batches: what one table asked for and another person decides on as one thing (ADR 26). Pure. */
@NullMarked
package cn.doublerandom.registry.batch;

import org.jspecify.annotations.NullMarked;
