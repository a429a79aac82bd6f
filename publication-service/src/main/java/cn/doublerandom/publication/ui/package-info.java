/** The portal, which anyone can read without an account, and the desk of publishers. */
@NullMarked
package cn.doublerandom.publication.ui;

import org.jspecify.annotations.NullMarked;
