/**
 * 公众来信: what anybody writes to the bureau about 双随机 supervision, and how it is answered (R50, R67;
 * ADR 85). Neither the words nor the contact of who wrote are here.
 */
@NullMarked
package cn.doublerandom.publication.letter;

import org.jspecify.annotations.NullMarked;
