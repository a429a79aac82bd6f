/**
 * How a service shows pages: the kit's file, the places of all public pages, refusals as pages, and
 * whose a page is.
 */
@NullMarked
package cn.doublerandom.servicekit.page;

import org.jspecify.annotations.NullMarked;
