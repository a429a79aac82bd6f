/** What the registry announces to the other services. */
@NullMarked
package cn.doublerandom.registry.kafka;

import org.jspecify.annotations.NullMarked;
