/** Personal data inside events: readable only while the person's own key exists. */
@NullMarked
package cn.doublerandom.eventstore.person;

import org.jspecify.annotations.NullMarked;
