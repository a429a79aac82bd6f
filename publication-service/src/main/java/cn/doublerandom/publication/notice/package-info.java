/** Notices of plans and draws, issued as soon as they are told. Pure. */
@NullMarked
package cn.doublerandom.publication.notice;

import org.jspecify.annotations.NullMarked;
