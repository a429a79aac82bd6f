/** 公示 (一公开): what was planned, drawn and found, for everyone (二(二), 二(四)). */
@NullMarked
package cn.doublerandom.publication;

import org.jspecify.annotations.NullMarked;
