/** Integration events on their way to Kafka and from it. */
@NullMarked
package cn.doublerandom.servicekit.messaging;

import org.jspecify.annotations.NullMarked;
