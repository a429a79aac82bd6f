/**
 * 开放数据 (R50, 五): what anybody may take away of the notices, as tables of one row a line, and in
 * which form. Only what the public pages say is in them.
 */
@NullMarked
package cn.doublerandom.publication.opendata;

import org.jspecify.annotations.NullMarked;
