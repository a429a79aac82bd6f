/** What the draw hears from the registry and tells the others. */
@NullMarked
package cn.doublerandom.draw.kafka;

import org.jspecify.annotations.NullMarked;
