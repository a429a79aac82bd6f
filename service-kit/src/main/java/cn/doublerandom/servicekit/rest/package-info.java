/** What every resource shares: who asks and when, versions as ETags, pages by cursor. */
@NullMarked
package cn.doublerandom.servicekit.rest;

import org.jspecify.annotations.NullMarked;
