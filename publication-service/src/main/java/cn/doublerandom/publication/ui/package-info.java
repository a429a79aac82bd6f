/** Pages anyone can read without an account. */
@NullMarked
package cn.doublerandom.publication.ui;

import org.jspecify.annotations.NullMarked;
