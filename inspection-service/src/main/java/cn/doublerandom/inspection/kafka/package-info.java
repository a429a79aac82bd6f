/** What the inspections hear from the draw and tell the others. */
@NullMarked
package cn.doublerandom.inspection.kafka;

import org.jspecify.annotations.NullMarked;
