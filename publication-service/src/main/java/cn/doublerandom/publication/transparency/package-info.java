/**
 * 公示账本 (R1, R25; 五): every version of every notice, and every commitment of a draw, as a leaf of
 * one log anybody can check. A leaf says that there was a version and what its content hashes to;
 * the content itself stands nowhere in the log.
 */
@NullMarked
package cn.doublerandom.publication.transparency;

import org.jspecify.annotations.NullMarked;
