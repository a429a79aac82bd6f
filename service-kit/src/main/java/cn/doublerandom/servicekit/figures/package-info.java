/**
 * 业务指标: what the business counts, for operations (ADR 86). The same counts as the pages', over all
 * bureaus, with labels out of a list that stands in the code.
 */
@NullMarked
package cn.doublerandom.servicekit.figures;

import org.jspecify.annotations.NullMarked;
