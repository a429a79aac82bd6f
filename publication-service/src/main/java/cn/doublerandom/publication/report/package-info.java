/** 月报、年报 (R66, 信息报送): what a bureau reports of a month or a year, each share with what it is of. */
@NullMarked
package cn.doublerandom.publication.report;

import org.jspecify.annotations.NullMarked;
