/** What the publication hears from the others and tells the world. */
@NullMarked
package cn.doublerandom.publication.kafka;

import org.jspecify.annotations.NullMarked;
