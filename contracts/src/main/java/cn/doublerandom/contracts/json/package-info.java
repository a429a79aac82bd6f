/**
 * Canonical JSON: one byte sequence for one value, so that a hash means the same to everyone (RFC
 * 8785, restricted to integers). JDK only, and pure: domain packages may use it.
 */
@NullMarked
package cn.doublerandom.contracts.json;

import org.jspecify.annotations.NullMarked;
