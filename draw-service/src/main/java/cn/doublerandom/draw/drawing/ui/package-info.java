/** Pages anyone can read without an account: verification in the browser, fairness of all draws. */
@NullMarked
package cn.doublerandom.draw.drawing.ui;

import org.jspecify.annotations.NullMarked;
