/** Plans as documents: read from whatever file they come in, and given back. */
@NullMarked
package cn.doublerandom.draw.plan.files;

import org.jspecify.annotations.NullMarked;
