/**
 * How a page looks: frames, tags and one stylesheet. It knows no rule, no address of a service and
 * no framework; whoever serves pages serves its file and says where the names in it lead.
 */
@NullMarked
package cn.doublerandom.pagekit;

import org.jspecify.annotations.NullMarked;
