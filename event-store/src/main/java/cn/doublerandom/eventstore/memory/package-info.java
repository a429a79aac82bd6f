/** What happens to the memory itself: records skipped, people forgotten. */
@NullMarked
package cn.doublerandom.eventstore.memory;

import org.jspecify.annotations.NullMarked;
