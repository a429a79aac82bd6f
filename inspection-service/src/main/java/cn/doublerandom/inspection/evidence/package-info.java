/**
 * 证据 (三项制度：全过程记录): photos, videos, sound and documents of a visit; what a file is its bytes say.
 * Pure.
 */
@NullMarked
package cn.doublerandom.inspection.evidence;

import org.jspecify.annotations.NullMarked;
